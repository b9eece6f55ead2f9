/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Goals of a plan: what the last one is, and `goals` of summary.json. */
#ifndef BANLIE_VERIFY_CHECKS_CHECK_GOALS_H
#define BANLIE_VERIFY_CHECKS_CHECK_GOALS_H

#include <jansson.h>

#include "verify/read/plan_read.h"

/** What the objective is called: `margin`, or the goal that comes last. */
const char *objective_name(const Case *kase);

/** True where a written gap is that of a bound and a value; NAN where there is no bound. */
bool gap_agrees(double gap, double bound, double value);

/** The size of the numbers that the last goal is made of: what all demand comes to. */
double goal_size(PlanRead *plan);

/** Checks `goals`, there where the case has a list of them. */
void check_goals(PlanRead *plan, json_t *root);

#endif
