/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What the difference is between written plans, from their folders alone. */
#ifndef BANLIE_STUDY_COMPARE_COMPARE_H
#define BANLIE_STUDY_COMPARE_COMPARE_H

#include "base/outcome.h"
#include "study/compare/comparison.h"

/** Compares the first plan with each of the others.
 *  @param dirs     2 to COMPARED_PLANS_MAX folders; they have to live as long as the comparison
 *  @return OUTCOME_DONE; OUTCOME_UNREADABLE: the last of `plans` says what cannot be read. The
 * comparison is to be cleared in either case. */
Outcome compare_plans(const char *const *dirs, int n_dirs, Comparison *comparison)
    __attribute__((warn_unused_result));

void comparison_clear(Comparison *comparison);

#endif
