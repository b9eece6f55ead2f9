/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Whether a written plan was made from a case, and with which changes. */
#ifndef BANLIE_STUDY_WHY_PLAN_ORIGIN_H
#define BANLIE_STUDY_WHY_PLAN_ORIGIN_H

#include "study/compare/compared_plan.h"
#include "study/run/loading.h"

/** Why a plan is not explained from a case. */
typedef enum {
    ORIGIN_FITS,
    ORIGIN_OTHER_CASE, /**< the plan's changes do not make of the case what the plan is of */
    ORIGIN_HELD,       /**< the plan was held to an earlier one, and the case is not */
    ORIGIN_NOT_HELD    /**< the other way round */
} OriginFit;

/** Lays the changes of a plan over the case, and looks whether it is the plan's.
 *  @param order    of the case alone, with a source
 *  @param loading  the changed case, or the findings that say why there is none; to be ended with
 *                  loading_clear() in every case
 *  @param fit      why it is not the plan's, with OUTCOME_MISUSED
 *  @return OUTCOME_DONE; OUTCOME_MISUSED; OUTCOME_FAULTY where the case is in error by itself;
 *          OUTCOME_UNREADABLE */
Outcome plan_origin_load(const LoadingOrder *order, const ComparedPlan *plan, Loading *loading,
                         OriginFit *fit) __attribute__((warn_unused_result));

#endif
