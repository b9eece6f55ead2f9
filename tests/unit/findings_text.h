/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Findings as the planner sees them, for tests. */
#ifndef BANLIE_TESTS_UNIT_FINDINGS_TEXT_H
#define BANLIE_TESTS_UNIT_FINDINGS_TEXT_H

#include <check.h>
#include <stdio.h>

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

#endif
