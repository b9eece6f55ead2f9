/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The plan's figures as a whole, added up from its trains and boxes. */
#ifndef BANLIE_VERIFY_CHECKS_TOTALS_H
#define BANLIE_VERIFY_CHECKS_TOTALS_H

#include "verify/read/plan_read.h"

/** Computes the report's KPIs and objective. */
void plan_kpi(PlanRead *plan);

/** The plan's value of a goal, as recomputed; NAN where there is nothing to take it of. */
double goal_value(const VerifyKpi *kpi, GoalKind kind);

#endif
