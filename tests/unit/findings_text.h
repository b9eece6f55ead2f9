/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Findings as the planner sees them, for tests. */
#ifndef BANLIE_TESTS_UNIT_FINDINGS_TEXT_H
#define BANLIE_TESTS_UNIT_FINDINGS_TEXT_H

#include <check.h>
#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "base/findings.h"
#include "export/words/findings/finding_words.h"

/** What findings_print() writes; to be freed with free(). */
static inline char *findings_text(const Findings *findings) {
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    ck_assert_ptr_nonnull(out);
    findings_print(findings, LANG_EN, out);
    ck_assert_int_eq(fclose(out), 0);
    return text;
}

/** How many gaps a sentence has; they are numbered without holes. */
static inline int sentence_gaps(const char *sentence) {
    unsigned gaps = 0;
    for (const char *at = strchr(sentence, '{'); at != NULL; at = strchr(at + 1, '{')) {
        if (g_ascii_isdigit(at[1]) && at[2] == '}') {
            ck_assert_msg(at[1] >= '1' && at[1] <= '0' + PHRASE_ARGS_MAX, "%s", sentence);
            gaps |= 1U << (at[1] - '1');
        }
    }
    int count = 0;
    for (; (gaps & 1U) != 0; gaps >>= 1) {
        count++;
    }
    ck_assert_msg(gaps == 0, "a gap is left out: %s", sentence);
    return count;
}

#endif
