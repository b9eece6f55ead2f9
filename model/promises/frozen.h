/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What of an earlier plan is frozen, as rules of the case: why, where that is said, and how it is
 *  let go. */
#ifndef BANLIE_MODEL_PROMISES_FROZEN_H
#define BANLIE_MODEL_PROMISES_FROZEN_H

#include "model/problem/problem.h"

/** Boxes of a booking that are frozen on their itineraries, all of them together. */
int frozen_boxes(const Case *kase, DemandId demand);

/** For an entry of Commitments.earlier_itineraries: whether it is frozen, and of this booking. */
bool frozen_is_of(const Case *kase, int itinerary, DemandId demand);

/** Where it is said that a train (an entry of Commitments.earlier_trains) is frozen, or boxes are
 * (of Commitments.earlier_itineraries): the case's field; what only the command line freezes has
 * its place in the earlier plan. */
Place frozen_train_place(const Case *kase, int train);
Place frozen_boxes_place(const Case *kase, int itinerary);

/** Which date freezes what leaves before it. */
typedef enum {
    FROZEN_BY_NO_DATE,
    FROZEN_BY_CASE,         /**< `frozen_before` in the case */
    FROZEN_BY_COMMAND_LINE, /**< a date on the command line */
    FROZEN_WITH_ALL /**< none: an earlier plan named on the command line alone stays whole */
} FrozenDate;

/** What freezes a thing, pattern and date each by itself: both have to give way before it may move.
 */
typedef struct {
    bool pattern; /**< `frozen` in the case */
    FrozenDate date;
} FrozenBy;

/** What freezes the train, or any of the boxes of the booking. */
FrozenBy frozen_train_by(const Case *kase, int train);
FrozenBy frozen_boxes_by(const Case *kase, DemandId demand);

/** Lets a train, or a booking's boxes, go, in a case whose commitments may be changed. */
void frozen_let_train_go(Case *kase, int train);
void frozen_let_boxes_go(Case *kase, DemandId demand);

/** Lets all go, boxes that were frozen at a price for each that moves; likewise. */
void frozen_stretch(Case *kase, double price_per_box);

/** Candidates of trains that are frozen in the case earn their price by running. */
void frozen_price_trains(Problem *problem, const Case *kase, double price);

#endif
