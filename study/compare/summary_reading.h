/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Figures and inputs of a plan that is compared. False where a file cannot be read: the plan then
 * says why. */
#ifndef BANLIE_STUDY_COMPARE_SUMMARY_READING_H
#define BANLIE_STUDY_COMPARE_SUMMARY_READING_H

#include "study/compare/compared_plan.h"

/** Reads `figures` and `inputs` from summary.json. */
bool summary_read_compared(ComparedPlan *plan) __attribute__((warn_unused_result));

#endif
