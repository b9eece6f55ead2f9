/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The checks, each file one job. They add up what later ones need, so this is their order. */
#ifndef BANLIE_VERIFY_CHECKS_CHECKS_H
#define BANLIE_VERIFY_CHECKS_CHECKS_H

#include "verify/read/plan_read.h"

void verify_trains(PlanRead *plan);
void verify_lines(PlanRead *plan);
void verify_regular(PlanRead *plan);
void verify_slots(PlanRead *plan);
/** From here on the plan's boxes and empties have to be read. */
void verify_boxes(PlanRead *plan);
void verify_feeders(PlanRead *plan);
void verify_box_money(PlanRead *plan);
void verify_empties(PlanRead *plan);
void verify_money(PlanRead *plan);
void verify_bookings(PlanRead *plan);
void verify_parts(PlanRead *plan);
void verify_capacity(PlanRead *plan);
void verify_load_factors(PlanRead *plan);
void verify_station_days(PlanRead *plan);
void verify_equipment(PlanRead *plan);
void verify_rakes(PlanRead *plan);
void verify_balance(PlanRead *plan);
/** Reads changes.csv itself: only a plan held to an earlier one has it. */
void verify_commitments(PlanRead *plan, const char *dir);
/** Where a plan was rolled on, but its earlier one is not named: says so, and checks what
 *  carried_over.csv says within itself and beside the plan's other files. No more can be tested.
 *  @return false for any other plan */
bool verify_carried_alone(PlanRead *plan, const char *dir);
/** Reads carried_over.csv itself: only a plan that was rolled on has it. */
void verify_carried_over(PlanRead *plan, const char *dir);
/** Checks timetable.csv as well, see check_timetable.h. */
void verify_train_figures(PlanRead *plan);
/** Checks summary.json; the plan's figures have to be added up, see totals.h. */
void verify_summary(PlanRead *plan);

/** The first tier that pays the same as this one: such tiers cannot be told apart and share. */
int demand_tier_shared(const Demand *demand, int tier);

#endif
