/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The time-expanded graph of legs: who follows whom on a train, what leaves a station when, which
 * calendar days are touched. */
#ifndef BANLIE_MODEL_PROBLEM_LEG_GRAPH_H
#define BANLIE_MODEL_PROBLEM_LEG_GRAPH_H

#include "model/problem/problem.h"

/** Sets the slots' parts, the legs, the station days and the departures by station.
 *  @return false, with an error, where the problem would be too large */
bool leg_graph_build(Problem *problem, Findings *findings);

/** First position in station_departures of `station` whose leg departs at `from` or later; the
 * station's end where none does. */
int leg_graph_first_departure(const Problem *problem, StationId station, Minute from);

#endif
