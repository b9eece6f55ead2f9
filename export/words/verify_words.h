/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What the verifier says, in each language. It says it in English, in formats of printf(): these
 * are the keys of one catalogue, so that its checks, which stand below export/, know no languages.
 */
#ifndef BANLIE_EXPORT_WORDS_VERIFY_WORDS_H
#define BANLIE_EXPORT_WORDS_VERIFY_WORDS_H

#include "export/words/catalogue.h"

/** The Chinese format in place of an English one; the English one where the catalogue lacks it. */
const char *verify_words_chinese(const char *english) __attribute__((format_arg(1)));

#endif
