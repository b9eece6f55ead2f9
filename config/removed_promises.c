/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds what an earlier plan promised against what changes have removed. */
#include "config/removed_promises.h"

#include <string.h>

/** True where a change removed the member, and no later one put it back: what the case has not
 * though nobody removed it is lost as ever. */
static bool is_taken(const Laid *laid, Section section, const char *code, size_t length) {
    g_autofree char *own = g_strndup(code, length);
    return removed_members_find(laid->removed, section, own) != NULL &&
           !laid_has_member(laid, section, own);
}

static bool train_taken(const Laid *laid, const CommittedTrain *train) {
    bool taken = is_taken(laid, SECTION_LINES, train->line, strlen(train->line)) ||
                 is_taken(laid, SECTION_TRAINS, train->name, strcspn(train->name, "@"));
    for (int i = 0; i < train->n_runs && !taken; i++) {
        taken = is_taken(laid, SECTION_SLOTS, train->runs[i], strcspn(train->runs[i], "@"));
    }
    return taken;
}

static bool leg_taken(const Case *kase, const Laid *laid, const CommittedLeg *leg) {
    return committed_by_feeder(leg)
               ? is_taken(laid, SECTION_FEEDERS, leg->run, strlen(leg->run))
               : leg->train >= 0 && kase->commitments.earlier_trains[leg->train].removed;
}

void removed_promises_release(Case *kase, const Laid *laid) {
    Commitments *commitments = &kase->commitments;
    if (laid == NULL) {
        return;
    }
    for (int i = 0; i < commitments->n_earlier_trains; i++) {
        CommittedTrain *train = &commitments->earlier_trains[i];
        train->removed = train_taken(laid, train);
        train->frozen &= !train->removed;
    }
    for (int i = 0; i < commitments->n_earlier_itineraries; i++) {
        CommittedItinerary *earlier = &commitments->earlier_itineraries[i];
        for (int leg = 0; leg < earlier->n_legs; leg++) {
            earlier->frozen &= !leg_taken(kase, laid, &earlier->legs[leg]);
        }
    }
}
