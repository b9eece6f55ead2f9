/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What an earlier plan has sent off, in this problem (docs/model.md, Under way): trains under way
 * as candidates that run in any case, on the legs that boxes may still ride; what gone boxes take
 * of the room of trains; and how much of other limits is left beside gone things. */
#ifndef BANLIE_MODEL_PROBLEM_UNDER_WAY_H
#define BANLIE_MODEL_PROBLEM_UNDER_WAY_H

#include <glib.h>

#include "model/problem/problem.h"

/** Adds the trains under way behind all other candidates, and the slot runs that their legs are on
 *  behind the calendar's. Those with no leg left to ride are left out. */
void under_way_add_trains(Problem *problem);

/** Appends the legs of such a candidate: those that are open. */
void under_way_append_legs(const Problem *problem, GArray *legs, TrainId id);

/** Loads gone boxes on the legs, of trains under way and of those that they have yet to board; a
 *  class that may not be with one aboard is barred. Needs Problem.train_promises. */
void under_way_load(Problem *problem);

/* What is left of a limit beside what gone things use, never below 0; NO_LIMIT where there is none.
 */
int under_way_lift_room(const Problem *problem, StationDayId day);
int under_way_train_room(const Problem *problem, StationDayId day);
int under_way_feeder_room(const Problem *problem, FeederDayId day);
int under_way_run_room(const Problem *problem, SlotRunId run);

/** Boxes that come back to a stock on a stock day: gone ones, and gone empties. */
int under_way_returns(const Problem *problem, int equipment, StationId station, StockDay day);

#endif
