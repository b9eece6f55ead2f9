/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Departures of feeders: which there are, and which a box may take. */
#ifndef BANLIE_MODEL_PROBLEM_FEEDER_RUN_H
#define BANLIE_MODEL_PROBLEM_FEEDER_RUN_H

#include "model/problem/problem.h"

/** Sets Problem.feeder_runs, feeder_days and what goes with them. Needs legs and bookings: an
 * unscheduled feeder leaves when a box is ready for it.
 *  @return false, with an error, where the problem would be too large */
bool feeder_runs_build(Problem *problem, Findings *findings);

/** The runs of one feeder that a box may take, in order of departure. */
typedef struct {
    const Problem *problem;
    FeederRunId next; /**< NONE: no more */
    int left;         /**< how many more nights it may wait for an unscheduled one */
} FeederChoice;

/** Runs for a box that is ready at `ready`: of a scheduled feeder every one from then on; of an
 * unscheduled one that at this very instant, which must be among those built for, and the six at
 * 00:00 that follow. */
FeederChoice feeder_choice(const Problem *problem, int feeder, Minute ready);

/** The next run of the choice, NONE at the end. */
FeederRunId feeder_choice_next(FeederChoice *choice);

/** The first run of the feeder that departs at `from` or later; feeder_run_start[feeder + 1] where
 * none does. */
FeederRunId feeder_first_run(const Problem *problem, int feeder, Minute from);

/** What a box pays for a feeder run, currency; 0 for NONE. */
static inline double feeder_cost(const Problem *problem, FeederRunId run) {
    return run == NONE ? 0 : problem->kase->feeders[problem->feeder_runs[run].feeder].cost_per_box;
}

/** The instant from which a box that leaves its train at this leg's end may go on by feeder. */
static inline Minute feeder_ready(const Problem *problem, LegId leg) {
    const Leg *last = &problem->legs[leg];
    return last->arrives + problem->kase->stations[last->to].unload_release_min;
}

/** The instant from which trains may be boarded after a feeder run. */
static inline Minute feeder_boarding(const Problem *problem, FeederRunId run) {
    const FeederRun *fed = &problem->feeder_runs[run];
    StationId to = problem->kase->feeders[fed->feeder].to;
    return fed->arrives + problem->kase->stations[to].load_cutoff_min;
}

#endif
