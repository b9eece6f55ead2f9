/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What the best plan is worth with some of the differences made. */
#ifndef BANLIE_STUDY_WHY_SET_VALUE_H
#define BANLIE_STUDY_WHY_SET_VALUE_H

#include "study/run/plan_run.h"
#include "study/why/differences.h"

/** Of a set of differences. The best plan is worth no less than `objective`, no more than `bound`.
 */
typedef struct {
    double objective; /**< as summary.json has it; NAN: there is no plan */
    double bound;     /**< NAN: none is proven */
    char *reason;     /**< why there is no plan; NULL where there is one */
} SetValue;

/** Plans the case with some of the differences made. The plan is written, verified and dropped
 * again.
 *  @param order   of the plan: with the source of the case, without changes, and a folder of its
 * own that is empty or not there
 *  @param made    per difference
 *  @param value   written; its reason is to be freed with g_free(). In the language of the delivery
 *  @param errors  receives of char *, a line each, what the file system refused
 *  @return OUTCOME_DONE where `value` says what came of it, a plan or none; OUTCOME_STOPPED: the
 * user wants no more; else why that is not known */
Outcome set_value_find(const RunOrder *order, const Differences *differences, const bool *made,
                       SetValue *value, GPtrArray *errors) __attribute__((warn_unused_result));

#endif
