/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For whom boxes were left behind: bookings that have more boxes on the way that they had. */
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "export/tables/changes_rows.h"

enum { WHOM_MOST = 5 /**< bookings named for which boxes were left behind */ };

/** A booking on a leg, as a key of changes_more(). */
static gint64 more_key(const PlanView *view, DemandId demand, LegId leg) {
    return (gint64)leg * view->problem->kase->n_demand + demand;
}

static void add_more(GHashTable *more, gint64 key, int boxes) {
    gint64 *kept = g_new(gint64, 1);
    *kept = key;
    int sum = boxes + GPOINTER_TO_INT(g_hash_table_lookup(more, &key));
    g_hash_table_insert(more, kept, GINT_TO_POINTER(sum));
}

GHashTable *changes_more(const PlanView *view) {
    GHashTable *more = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    const Problem *problem = view->problem;
    const Commitments *commitments = &problem->kase->commitments;
    for (int a = 0; a < view->n_itineraries; a++) {
        const Allocation *own = &view->plan->allocations[a];
        const DemandId demand = problem->bookings[own->booking].demand;
        for (int r = 0; r < own->n_rides; r++) {
            const Ride *ride = &view->plan->rides[own->first_ride + r];
            for (LegId leg = ride->first; leg <= ride->last; leg++) {
                add_more(more, more_key(view, demand, leg), own->boxes);
            }
        }
    }
    for (int i = 0; i < commitments->n_earlier_itineraries; i++) {
        const ItineraryPromise *promise = &problem->itinerary_promises[i];
        const CommittedItinerary *earlier = &commitments->earlier_itineraries[i];
        const bool known = promise->demand != NONE; /* else the case lists the booking no more */
        for (int r = 0; known && r < promise->n_rides; r++) {
            const Ride *ride = &problem->promise_rides[promise->first_ride + r];
            for (LegId leg = ride->first; leg <= ride->last; leg++) {
                add_more(more, more_key(view, promise->demand, leg),
                         -(earlier->boxes + earlier->cancelled));
            }
        }
    }
    return more;
}

/** The most that a booking has more on any leg of the old way. */
static int more_on_way(const PlanView *view, GHashTable *more, DemandId demand,
                       const ItineraryPromise *way) {
    int most = 0;
    for (int r = 0; r < way->n_rides; r++) {
        const Ride *ride = &view->problem->promise_rides[way->first_ride + r];
        for (LegId leg = ride->first; leg <= ride->last; leg++) {
            const gint64 key = more_key(view, demand, leg);
            most = MAX(most, GPOINTER_TO_INT(g_hash_table_lookup(more, &key)));
        }
    }
    return most;
}

typedef struct {
    const char *code;
    int more;
} Whom;

static int compare_whom(const void *a, const void *b) {
    const Whom *x = a, *y = b;
    return x->more != y->more ? (x->more > y->more ? -1 : 1) : strcmp(x->code, y->code);
}

char *changes_whom(const PlanView *view, GHashTable *more, int promise) {
    const Case *kase = view->problem->kase;
    const ItineraryPromise *way = &view->problem->itinerary_promises[promise];
    Whom *whom = g_new0(Whom, (gsize)kase->n_demand + 1);
    GString *text = g_string_new(NULL);
    int count = 0;
    for (DemandId id = 0; id < kase->n_demand; id++) {
        const int boxes = id == way->demand ? 0 : more_on_way(view, more, id, way);
        if (boxes > 0) {
            whom[count++] = (Whom){kase->demand[id].code, boxes};
        }
    }
    if (count > 0) {
        qsort(whom, (size_t)count, sizeof *whom, compare_whom);
    }
    for (int i = 0; i < MIN(count, WHOM_MOST); i++) {
        g_string_append_printf(text, "%s%s", i > 0 ? ";" : "", whom[i].code);
    }
    g_free(whom);
    return g_string_free(text, FALSE);
}
