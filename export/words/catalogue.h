/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Catalogues: what is said in Chinese, by what is said in English where it is said. */
#ifndef BANLIE_EXPORT_WORDS_CATALOGUE_H
#define BANLIE_EXPORT_WORDS_CATALOGUE_H

/** A text or format of printf(), and the Chinese one with the same gaps. */
typedef struct {
    const char *english;
    const char *chinese;
} CatalogueEntry;

/** The Chinese text in place of an English one; the English one where the catalogue lacks it.
 *  @param catalogue  ends with an entry of NULL */
const char *catalogue_chinese(const CatalogueEntry *catalogue, const char *english)
    __attribute__((format_arg(2)));

#endif
