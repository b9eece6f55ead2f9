/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Findings as a planner reads them. */
#ifndef BANLIE_EXPORT_WORDS_FINDINGS_FINDING_WORDS_H
#define BANLIE_EXPORT_WORDS_FINDINGS_FINDING_WORDS_H

#include <stdio.h>

#include "base/findings.h"
#include "export/words/texts.h"

/** What a phrase of config/finding_codes.h says. To be freed with g_free(). */
char *phrase_words(Lang lang, const Phrase *phrase)
    __attribute__((warn_unused_result, returns_nonnull));

/** What a finding, or another phrase of config/finding_codes.h, says: one line without control
 * characters, cut where it is very long. To be freed with g_free(). */
char *finding_words(Lang lang, const Phrase *phrase)
    __attribute__((warn_unused_result, returns_nonnull));

/** The same in Chinese, likewise. */
char *finding_words_chinese(const Phrase *phrase)
    __attribute__((warn_unused_result, returns_nonnull));

/** The same in English, for those who take a PhraseWords. */
char *finding_words_english(const Phrase *phrase)
    __attribute__((warn_unused_result, returns_nonnull));

/** Writes `file:line:column: error: text` lines, at most FINDINGS_SHOWN_MAX, and says how many more
 * there are. */
void findings_print(const Findings *findings, Lang lang, FILE *out);

#endif
