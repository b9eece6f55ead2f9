/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The slot runs of the horizon: every weekly departure on its dates. */
#ifndef BANLIE_MODEL_PROBLEM_CALENDAR_H
#define BANLIE_MODEL_PROBLEM_CALENDAR_H

#include "model/problem/problem.h"

/** Expands the slots to runs whose departure lies in [horizon.start_at, horizon.last_arrival],
 * those that are closed marked; sets Problem.runs, n_runs, slot_run_start and run_times. A local
 * time that a clock change skips or repeats gives a warning.
 *  @return false, with an error, where the problem would be too large; nothing is set then */
bool calendar_build(Problem *problem, Findings *findings);

/** The first run of a slot that departs at `from` or later; slot_run_start[slot + 1] where there is
 * none. */
SlotRunId calendar_first_run(const Problem *problem, SlotId slot, Minute from);

/** The day of the plan that a calendar day is: itself; in a cyclic plan the day of the period that
 * it repeats. */
Date calendar_plan_day(const Problem *problem, Date date);

/** The instant of the plan that an instant is: itself; in a cyclic plan the one of the period that
 * it repeats. */
Minute calendar_plan_minute(const Problem *problem, Minute at);

/** The stock day on which an instant counts: its calendar day in the horizon's zone, the first or
 * last one where it lies outside; in a cyclic plan the day of the period that it repeats. */
StockDay calendar_stock_day(const Problem *problem, Minute at);

/** The stock day of a calendar day in the horizon's zone, likewise. */
StockDay calendar_stock_date(const Problem *problem, Date date);

/** The period, from 0, in which an instant lies by its stock day; of use in a cyclic plan. */
int calendar_stock_period(const Problem *problem, Minute at);

#endif
