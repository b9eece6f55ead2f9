/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For whom boxes were left behind: bookings that have more boxes on the way that they had. */
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "export/tables/changes_rows.h"
#include "model/promises/new_trains.h"

enum { WHOM_MOST = 5 /**< bookings named for which boxes were left behind */ };

struct ChangedLoads {
    const PlanView *view;
    bool counted;     /**< once anybody was left behind */
    GHashTable *legs; /**< leg_number() */
    int *numbers;     /**< per LegId: number_of_leg(), 0 until it is asked for */
    GHashTable *more; /**< boxes more than before, by more_key() */
};

/** Legs of trains that boxes rode or ride, numbered as they come in: those of the earlier plan need
 *  not run any more, and a way that is lost may have some that do. */
static int leg_number(GHashTable *legs, char *key) {
    int number = GPOINTER_TO_INT(g_hash_table_lookup(legs, key));
    if (number > 0) {
        g_free(key);
        return number;
    }
    number = (int)g_hash_table_size(legs) + 1;
    g_hash_table_insert(legs, key, GINT_TO_POINTER(number));
    return number;
}

static char *whom_key(const char *train, const char *from, Minute departs) {
    return g_strdup_printf("%s\n%s\n%" G_GINT64_FORMAT, train, from, departs);
}

static int number_of_leg(const ChangedLoads *loads, LegId id) {
    const Problem *problem = loads->view->problem;
    if (loads->numbers[id] > 0) {
        return loads->numbers[id];
    }
    const Leg *leg = &problem->legs[id];
    const TrainCandidate *train = &problem->trains[leg->train];
    g_autofree char *own = train->under_way ? g_strdup(train_name(loads->view->names, leg->train))
                                            : train_key(problem, train);
    loads->numbers[id] = leg_number(
        loads->legs, whom_key(own, problem->kase->stations[leg->from].code, leg->departs));
    return loads->numbers[id];
}

/** 0: on a feeder. */
static int number_of_leg_before(const ChangedLoads *loads, const CommittedLeg *leg) {
    const PlanView *view = loads->view;
    if (committed_by_feeder(leg)) {
        return 0;
    }
    g_autofree char *own =
        leg->under_way >= 0
            ? g_strdup(view->problem->kase->carried->trains[leg->under_way].name)
            : committed_train_key(&plan_view_commitments(view)->earlier_trains[leg->train]);
    return leg_number(loads->legs, whom_key(own, leg->from, leg->departs));
}

/** A booking on a leg, as a key of `more`. */
static gint64 more_key(const ChangedLoads *loads, DemandId demand, int leg) {
    return (gint64)leg * loads->view->problem->kase->n_demand + demand;
}

static void add_more(const ChangedLoads *loads, DemandId demand, int leg, int boxes) {
    gint64 *kept = g_new(gint64, 1);
    *kept = more_key(loads, demand, leg);
    int sum = boxes + GPOINTER_TO_INT(g_hash_table_lookup(loads->more, kept));
    g_hash_table_insert(loads->more, kept, GINT_TO_POINTER(sum));
}

static void count_now(const ChangedLoads *loads) {
    const PlanView *view = loads->view;
    for (int a = 0; a < view->n_itineraries; a++) {
        const Allocation *own = &view->plan->allocations[a];
        const DemandId demand = view->problem->bookings[own->booking].demand;
        for (int r = 0; r < own->n_rides; r++) {
            const Ride *ride = &view->plan->rides[own->first_ride + r];
            for (LegId leg = ride->first; leg <= ride->last; leg++) {
                add_more(loads, demand, number_of_leg(loads, leg), own->boxes);
            }
        }
    }
}

static void count_before(const ChangedLoads *loads) {
    const Commitments *commitments = plan_view_commitments(loads->view);
    for (int i = 0; i < commitments->n_earlier_itineraries; i++) {
        const DemandId demand = loads->view->problem->itinerary_promises[i].demand;
        const CommittedItinerary *earlier = &commitments->earlier_itineraries[i];
        /* NONE: the case lists the booking no more. */
        for (int leg = 0; leg < earlier->n_legs && demand != NONE; leg++) {
            add_more(loads, demand, number_of_leg_before(loads, &earlier->legs[leg]),
                     -(earlier->boxes + earlier->cancelled));
        }
    }
}

ChangedLoads *changed_loads_new(const PlanView *view) {
    ChangedLoads *loads = g_new(ChangedLoads, 1);
    *loads =
        (ChangedLoads){.view = view,
                       .legs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                       .numbers = g_new0(int, (gsize)view->problem->n_legs + 1),
                       .more = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL)};
    return loads;
}

void changed_loads_free(ChangedLoads *loads) {
    g_hash_table_destroy(loads->legs);
    g_free(loads->numbers);
    g_hash_table_destroy(loads->more);
    g_free(loads);
}

/** The most that a booking has more on any of these legs. */
static int more_on_way(const ChangedLoads *loads, DemandId demand, const int *legs, int n_legs) {
    int most = 0;
    for (int leg = 0; leg < n_legs; leg++) {
        const gint64 key = more_key(loads, demand, legs[leg]);
        most = MAX(most, GPOINTER_TO_INT(g_hash_table_lookup(loads->more, &key)));
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

static void count_once(ChangedLoads *loads) {
    if (!loads->counted) {
        count_now(loads);
        count_before(loads);
        loads->counted = true;
    }
}

char *changes_whom(ChangedLoads *loads, int promise) {
    count_once(loads);
    const Case *kase = loads->view->problem->kase;
    const CommittedItinerary *way =
        &plan_view_commitments(loads->view)->earlier_itineraries[promise];
    const DemandId own = loads->view->problem->itinerary_promises[promise].demand;
    Whom *whom = g_new0(Whom, (gsize)kase->n_demand + 1);
    int *legs = g_new0(int, (gsize)way->n_legs + 1);
    GString *text = g_string_new(NULL);
    int count = 0;
    for (int leg = 0; leg < way->n_legs; leg++) {
        legs[leg] = number_of_leg_before(loads, &way->legs[leg]);
    }
    for (DemandId id = 0; id < kase->n_demand; id++) {
        const int boxes = id == own ? 0 : more_on_way(loads, id, legs, way->n_legs);
        if (boxes > 0) {
            whom[count++] = (Whom){kase->demand[id].code, boxes};
        }
    }
    g_free(legs);
    if (count > 0) {
        qsort(whom, (size_t)count, sizeof *whom, compare_whom);
    }
    for (int i = 0; i < MIN(count, WHOM_MOST); i++) {
        g_string_append_printf(text, "%s%s", i > 0 ? ";" : "", whom[i].code);
    }
    g_free(whom);
    return g_string_free(text, FALSE);
}
