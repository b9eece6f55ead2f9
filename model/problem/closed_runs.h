/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Runs of slots that are taken out, and the trains that they take with them.
 *
 *  Trains are found as if nothing were closed: those by hand follow their slots, regular ones are
 *  judged by all weeks, names are given. Then what is closed goes. */
#ifndef BANLIE_MODEL_PROBLEM_CLOSED_RUNS_H
#define BANLIE_MODEL_PROBLEM_CLOSED_RUNS_H

#include "model/problem/problem.h"

/** Takes closed runs out of Problem.runs (into closed_runs), and candidates that use one out of
 *  Problem.trains; those by hand go to Problem.cancelled. Of a regular timetable the weeks that are
 *  left stay together. Warns of trains that had to run. */
void closed_runs_take_out(Problem *problem, Findings *findings);

/** The closed run of this name; NULL where there is none. */
const SlotRun *closed_run_find(const Problem *problem, const char *name);

#endif
