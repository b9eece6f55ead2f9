/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  `commitments.fill: false`: trains that leave on frozen days, or are under way, carry what an
 * earlier plan put on them and nothing else. */
#ifndef BANLIE_MODEL_PROMISES_NO_FILL_H
#define BANLIE_MODEL_PROMISES_NO_FILL_H

#include "model/problem/problem.h"

/** True where nothing may be added to the train. */
bool no_fill_train(const Problem *problem, const TrainCandidate *train);

/** True where the promised itinerary rides such a train. */
bool no_fill_promise(const Problem *problem, int promise);

/** How many empties of a type (index in Case.equipment) the earlier plan has on a leg of such a
 *  train; and whether it has any of any type. */
int no_fill_empties(const Problem *problem, LegId leg, int equipment);
bool no_fill_any_empties(const Problem *problem, LegId leg);

/** Bars all classes from the legs of such trains; empties only from legs on which the earlier plan
 * has none. Boxes that were there are promised their itineraries, which no bar of a leg takes
 * away; of empties there may be as many as were. */
void no_fill_bar(Problem *problem);

#endif
