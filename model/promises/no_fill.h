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

/** Bars all classes from the legs of such trains; empties only where the earlier plan has none on
 * the train. Boxes that were there are promised their itineraries, which no bar of a leg takes
 * away. */
void no_fill_bar(Problem *problem);

#endif
