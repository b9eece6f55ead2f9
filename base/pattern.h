/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Patterns of rules: PCRE2 regular expressions matched against a whole code. */
#ifndef BANLIE_BASE_PATTERN_H
#define BANLIE_BASE_PATTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/phrase.h"

typedef struct Pattern Pattern;

/** Steps that the patterns of a case have left together for matches that take long. Steps are
 *  counted, not timed: a case means the same on every machine. */
typedef struct {
    int64_t steps;
} PatternBudget;

/** What a case has: well under a second. */
#define PATTERN_BUDGET_STEPS 5000000

/** Compiles a pattern.
 *  @param budget  that it draws on; must live as long as the pattern
 *  @param why     on failure: what is wrong with it, of base/fault.h, to be freed with g_free()
 *  @return the pattern, to be freed with pattern_free(), or NULL where the text is no regular
 * expression */
Pattern *pattern_new(const char *text, PatternBudget *budget, Phrase **why)
    __attribute__((warn_unused_result));

void pattern_free(Pattern *pattern);

/** True where the whole of `code` matches; a NULL pattern matches nothing. */
bool pattern_matches(const Pattern *pattern, const char *code);

/** The first code on which a match was given up, because the pattern tries too many ways
 * (`(a+)+b`) or the code is not UTF-8; it then counted as not matching, and always will. NULL:
 * there is none. */
const char *pattern_gave_up(const Pattern *pattern);

/** The text the pattern was made from. */
const char *pattern_text(const Pattern *pattern);

#endif
