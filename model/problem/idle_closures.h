/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Closed days on which nothing runs. */
#ifndef BANLIE_MODEL_PROBLEM_IDLE_CLOSURES_H
#define BANLIE_MODEL_PROBLEM_IDLE_CLOSURES_H

#include "model/problem/problem.h"

/** Warns of days of `closed` that take nothing between the horizon's start and the end of its tail:
 *  once for each slot, station and feeder. Needs all runs in Problem.runs. */
void idle_closures_warn(const Problem *problem, Findings *findings);

#endif
