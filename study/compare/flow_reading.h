/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Flows and prices of a plan that is compared. False where a file cannot be read: the plan then
 * says why. */
#ifndef BANLIE_STUDY_COMPARE_FLOW_READING_H
#define BANLIE_STUDY_COMPARE_FLOW_READING_H

#include "study/compare/compared_plan.h"

/** Reads `flows` from legs.csv and capacity.csv, both of which have been read. */
bool flows_read_compared(ComparedPlan *plan) __attribute__((warn_unused_result));

/** Reads `prices` from prices.csv, where there is one. */
bool prices_read_compared(ComparedPlan *plan) __attribute__((warn_unused_result));

#endif
