/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Reading a plan's folder to compare it. */
#ifndef BANLIE_STUDY_COMPARE_PLAN_READING_H
#define BANLIE_STUDY_COMPARE_PLAN_READING_H

#include "study/compare/compared_plan.h"

/** Reads the plan in a folder, its tables in any form, of this or an older version.
 *  @param dir   kept, not copied
 *  @param plan  to be freed with compared_plan_clear(), whatever comes of it
 *  @return false where a file cannot be read: `file` and `error` say which and why */
bool compared_plan_read(ComparedPlan *plan, const char *dir) __attribute__((warn_unused_result));

void compared_plan_clear(ComparedPlan *plan);

#endif
