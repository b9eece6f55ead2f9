/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Trains under way, and boxes of earlier plans, among those of the plan. */
#ifndef BANLIE_VERIFY_READ_UNDER_WAY_H
#define BANLIE_VERIFY_READ_UNDER_WAY_H

#include "verify/read/plan_read.h"

/** Lays out the whole run of a train under way of this name: legs that are over, or whose room is
 *  not known, are closed.
 *  @param train  empty but for its row and name
 *  @return false where no train of this name is under way */
bool under_way_lay(const PlanRead *plan, PlanTrain *train) __attribute__((warn_unused_result));

/** True where the train is one of the earlier plan: of the same line and slot runs. */
bool plan_train_is(const Case *kase, const PlanTrain *train, const CommittedTrain *earlier);

/** Loads the boxes of earlier plans on the plan's trains. */
void under_way_load_trains(PlanRead *plan);

/** Likewise on the trains that may run, as far as that bars cargo classes from them. */
void under_way_load_candidates(PlanRead *plan);

/** True where a class may not be on the train with one that is aboard from earlier plans. */
bool under_way_bars(const Case *kase, const PlanTrain *train, CargoId cargo);

/** True where the train is one that this plan sends off: sound, running, and not under way. */
static inline bool plan_train_own(const PlanTrain *train) {
    return train->sound && train->runs && train->carried < 0;
}

/** True where boxes of an earlier plan alone may be on the train. */
static inline bool plan_train_closed(const Case *kase, const PlanTrain *train) {
    const Commitments *committed = &kase->commitments;
    return committed->given && !committed->fill &&
           (train->carried >= 0 || train->departs < committed->closed_before);
}

/** How many empties of a container type the earlier plan has on a leg of the train: boxes that are
 *  not gone. */
long plan_leg_empties_before(const Case *kase, const PlanTrain *train, const PlanLeg *leg,
                             const char *container);

/* What of a limit is left beside gone things. */
static inline double leg_room_teu(const PlanLeg *leg) {
    return leg->offered_teu > leg->gone_teu ? leg->offered_teu - leg->gone_teu : 0;
}

static inline double leg_room_flat(const PlanLeg *leg) {
    return leg->flat_teu > leg->gone_flat_teu ? leg->flat_teu - leg->gone_flat_teu : 0;
}

static inline double leg_room_tonnes(const PlanLeg *leg) {
    return leg->limit_t > leg->gone_t ? leg->limit_t - leg->gone_t : 0;
}

/** @param limit  NO_LIMIT where there is none */
static inline int room_beside(int limit, int used) {
    return limit == NO_LIMIT ? limit : limit > used ? limit - used : 0;
}

int lift_room(const Case *kase, StationId station, Date day);
int feeder_room(const Case *kase, int feeder, Date day);
int run_room(const Case *kase, const char *run, SlotId slot);

#endif
