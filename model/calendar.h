/** @file
 *  The slot runs of the horizon: every weekly departure on its dates. */
#ifndef BANLIE_MODEL_CALENDAR_H
#define BANLIE_MODEL_CALENDAR_H

#include "model/problem.h"

/** Expands the slots to runs whose departure lies in [horizon.start_at, horizon.last_arrival]; sets
 * Problem.runs, n_runs and slot_run_start. A local time that a clock change skips or repeats gives
 * a warning. */
void calendar_build(Problem *problem, Findings *findings);

/** The first run of a slot that departs at `from` or later; slot_run_start[slot + 1] where there is
 * none. */
SlotRunId calendar_first_run(const Problem *problem, SlotId slot, Minute from);

#endif
