/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The checks, each file one job. They add up what later ones need, so this is their order. */
#ifndef BANLIE_VERIFY_CHECKS_CHECKS_H
#define BANLIE_VERIFY_CHECKS_CHECKS_H

#include "verify/read/plan_read.h"

void check_trains(PlanRead *plan);
void check_lines(PlanRead *plan);
void check_regular(PlanRead *plan);
void check_slots(PlanRead *plan);
/** From here on the plan's boxes and empties have to be read. */
void check_boxes(PlanRead *plan);
void check_feeders(PlanRead *plan);
void check_box_money(PlanRead *plan);
void check_empties(PlanRead *plan);
void check_bookings(PlanRead *plan);
void check_capacity(PlanRead *plan);
void check_load_factors(PlanRead *plan);
void check_days(PlanRead *plan);
void check_equipment(PlanRead *plan);
void check_rakes(PlanRead *plan);
void check_balance(PlanRead *plan);
/** Reads changes.csv itself: only a plan held to an earlier one has it. */
void check_commitments(PlanRead *plan, const char *dir);
void check_train_figures(PlanRead *plan);
/** Checks summary.json; the plan's figures have to be added up, see totals.h. */
void check_summary(PlanRead *plan);

#endif
