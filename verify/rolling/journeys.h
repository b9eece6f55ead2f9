/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  All that moves in an earlier plan, and what of it is gone: trains, boxes and empties, each with
 * its legs in order. */
#ifndef BANLIE_VERIFY_ROLLING_JOURNEYS_H
#define BANLIE_VERIFY_ROLLING_JOURNEYS_H

#include <glib.h>

#include "verify/rolling/told_plan.h"

/** Texts are those of the files. */
typedef struct {
    const char *mode, *carrier, *run; /**< of trains' own legs: run alone */
    const char *from, *to, *departs, *arrives;
    Minute leaves, comes;
    double teu, tonnes; /**< of all boxes */
} JourneyLeg;

typedef enum { JOURNEY_BOXES, JOURNEY_EMPTIES, JOURNEY_TRAIN } JourneyKind;

typedef struct {
    JourneyKind kind;
    bool told;          /**< the earlier plan was told of it: it stands in its carried_over.csv */
    bool gone;          /**< it set out before S, and really did */
    const char *id;     /**< booking; container type; line */
    const char *number; /**< of the itinerary or move; a train's name */
    const char *container, *cargo;
    long boxes;
    double revenue; /**< of a box, to the cent; of boxes that are the plan's own */
    bool counted;   /**< taken from a stock on one day, and back in one on another */
    Date taken, returned;
    GArray *legs; /**< JourneyLeg */
} Journey;

typedef struct {
    GArray *all;        /**< Journey, first those that were told of */
    GHashTable *trains; /**< gone ones: name → index in all + 1 */
    GHashTable *stayed; /**< names of trains that did not run */
} Journeys;

/** Reads them all; texts are the plan's. To be freed with journeys_free(). */
void journeys_read(Journeys *journeys, const ToldPlan *plan);

void journeys_free(Journeys *journeys);

static inline const Journey *journeys_at(const Journeys *journeys, guint i) {
    return &g_array_index(journeys->all, Journey, i);
}

static inline JourneyLeg *journey_leg(const Journey *journey, guint leg) {
    return &g_array_index(journey->legs, JourneyLeg, leg);
}

static inline const JourneyLeg *journey_last(const Journey *journey) {
    return journey_leg(journey, journey->legs->len - 1);
}

static inline bool journey_on_train(const JourneyLeg *leg) {
    return g_strcmp0(leg->mode, "train") == 0;
}

/** The gone train of this name; NULL. */
const Journey *journeys_train(const Journeys *journeys, const char *name);

#endif
