/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes that are not where an earlier plan had them: moved to another day, rerouted, left behind
 * (and for whom), cancelled, or new. */
#include <glib.h>
#include <string.h>

#include "export/tables/changes.h"
#include "model/promises/commitment.h"
#include "model/promises/new_trains.h"

enum { WHOM_MOST = 5 /**< bookings named for which boxes were left behind */ };

/** Boxes of a booking that left an itinerary, or came to one. */
typedef struct {
    int index; /**< of the promise, or of the first allocation on the itinerary */
    int boxes;
    char *lines; /**< its lines, feeders and stations, without dates */
} Shift;

/** Those of one booking. */
typedef struct {
    const PlanView *view;
    GArray *left, *came; /**< Shift */
    GHashTable *legs;    /**< leg_number() */
    GHashTable *more;    /**< count_more() */
} Shifts;

static const Commitments *promised(const PlanView *view) {
    return &view->problem->kase->commitments;
}

static void shift_clear(gpointer shift) {
    g_free(((Shift *)shift)->lines);
}

/* ---- an itinerary without its dates ---- */

static void add_lines_part(GString *text, const char *carrier, const char *from, const char *to) {
    g_string_append_printf(text, "%s %s>%s;", carrier, from, to);
}

static const char *line_of_leg(const PlanView *view, const CommittedLeg *leg) {
    if (committed_by_feeder(leg)) {
        return leg->run;
    }
    return leg->under_way >= 0
               ? view->problem->kase->carried->trains[leg->under_way].legs[0].row->id
               : promised(view)->earlier_trains[leg->train].line;
}

static char *lines_before(const PlanView *view, const CommittedItinerary *earlier) {
    GString *text = g_string_new(NULL);
    for (int i = 0; i < earlier->n_legs; i++) {
        const CommittedLeg *leg = &earlier->legs[i];
        const char *from = leg->from;
        while (!committed_by_feeder(leg) && i + 1 < earlier->n_legs &&
               earlier->legs[i + 1].train == leg->train &&
               earlier->legs[i + 1].under_way == leg->under_way) {
            i++;
        }
        add_lines_part(text, line_of_leg(view, leg), from, earlier->legs[i].to);
    }
    return g_string_free(text, FALSE);
}

static void add_feeder_line(const PlanView *view, GString *text, FeederRunId run) {
    const Case *kase = view->problem->kase;
    if (run != NONE) {
        const Feeder *feeder = &kase->feeders[view->problem->feeder_runs[run].feeder];
        add_lines_part(text, feeder->code, kase->stations[feeder->from].code,
                       kase->stations[feeder->to].code);
    }
}

static char *lines_now(const PlanView *view, const Ride *rides, int n_rides) {
    const Problem *problem = view->problem;
    GString *text = g_string_new(NULL);
    for (int i = 0; i < n_rides; i++) {
        const Leg *first = &problem->legs[rides[i].first], *last = &problem->legs[rides[i].last];
        add_feeder_line(view, text, rides[i].before);
        add_lines_part(text, problem->kase->lines[problem->trains[first->train].line].code,
                       problem->kase->stations[first->from].code,
                       problem->kase->stations[last->to].code);
        add_feeder_line(view, text, rides[i].after);
    }
    return g_string_free(text, FALSE);
}

/* ---- what left, and what came ---- */

static bool same_itinerary(const PlanView *view, const Allocation *a, const Allocation *b) {
    const Problem *problem = view->problem;
    return problem->bookings[a->booking].demand == problem->bookings[b->booking].demand &&
           a->n_rides == b->n_rides &&
           memcmp(&view->plan->rides[a->first_ride], &view->plan->rides[b->first_ride],
                  (size_t)a->n_rides * sizeof(Ride)) == 0;
}

/** Boxes of all tiers on an allocation's itinerary; 0 where an allocation before it has it, too. */
static int boxes_on_itinerary(const PlanView *view, int index) {
    const Allocation *all = view->plan->allocations, *own = &all[index];
    int boxes = 0;
    for (int i = 0; i < view->n_itineraries; i++) {
        if (same_itinerary(view, own, &all[i])) {
            if (i < index) {
                return 0;
            }
            boxes += all[i].boxes;
        }
    }
    return boxes;
}

static void find_left(const Shifts *shifts, DemandId demand) {
    const Problem *problem = shifts->view->problem;
    for (int i = problem->promise_start[demand]; i < problem->promise_start[demand + 1]; i++) {
        const int promise = problem->promises[i];
        const CommittedItinerary *earlier = &promised(shifts->view)->earlier_itineraries[promise];
        Shift shift = {promise, earlier->boxes - shifts->view->kpi->stayed[promise], NULL};
        if (shift.boxes > 0) {
            shift.lines = lines_before(shifts->view, earlier);
            g_array_append_val(shifts->left, shift);
        }
    }
}

static void find_came(const Shifts *shifts, DemandId demand) {
    const PlanView *view = shifts->view;
    for (int a = 0; a < view->n_itineraries; a++) {
        const Allocation *own = &view->plan->allocations[a];
        const Ride *rides = &view->plan->rides[own->first_ride];
        if (view->problem->bookings[own->booking].demand != demand) {
            continue;
        }
        const int promise = commitment_find(view->problem, own->booking, rides, own->n_rides);
        const int before = promise == NONE ? 0 : promised(view)->earlier_itineraries[promise].boxes;
        Shift shift = {a, boxes_on_itinerary(view, a) - before, NULL};
        if (shift.boxes > 0) {
            shift.lines = lines_now(view, rides, own->n_rides);
            g_array_append_val(shifts->came, shift);
        }
    }
}

/* ---- for whom ---- */

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

static int number_of_leg(const PlanView *view, GHashTable *legs, LegId id) {
    const Problem *problem = view->problem;
    const Leg *leg = &problem->legs[id];
    const TrainCandidate *train = &problem->trains[leg->train];
    g_autofree char *own = train->under_way ? g_strdup(train_name(view->names, leg->train))
                                            : train_key(problem, train);
    return leg_number(legs, whom_key(own, problem->kase->stations[leg->from].code, leg->departs));
}

/** 0: on a feeder. */
static int number_of_leg_before(const PlanView *view, GHashTable *legs, const CommittedLeg *leg) {
    if (committed_by_feeder(leg)) {
        return 0;
    }
    g_autofree char *own = leg->under_way >= 0
                               ? g_strdup(view->problem->kase->carried->trains[leg->under_way].name)
                               : committed_train_key(&promised(view)->earlier_trains[leg->train]);
    return leg_number(legs, whom_key(own, leg->from, leg->departs));
}

/** A booking on a leg, as a key of Shifts.more. */
static gint64 more_key(const PlanView *view, DemandId demand, int leg) {
    return (gint64)leg * view->problem->kase->n_demand + demand;
}

static void add_more(GHashTable *more, gint64 key, int boxes) {
    gint64 *kept = g_new(gint64, 1);
    *kept = key;
    int sum = boxes + GPOINTER_TO_INT(g_hash_table_lookup(more, &key));
    g_hash_table_insert(more, kept, GINT_TO_POINTER(sum));
}

/** How many more boxes each booking has on each leg than it had. */
static void count_more(const Shifts *shifts) {
    const PlanView *view = shifts->view;
    const Problem *problem = view->problem;
    for (int a = 0; a < view->n_itineraries; a++) {
        const Allocation *own = &view->plan->allocations[a];
        const DemandId demand = problem->bookings[own->booking].demand;
        for (int r = 0; r < own->n_rides; r++) {
            const Ride *ride = &view->plan->rides[own->first_ride + r];
            for (LegId leg = ride->first; leg <= ride->last; leg++) {
                const int number = number_of_leg(view, shifts->legs, leg);
                add_more(shifts->more, more_key(view, demand, number), own->boxes);
            }
        }
    }
    for (int i = 0; i < promised(view)->n_earlier_itineraries; i++) {
        const DemandId demand = problem->itinerary_promises[i].demand;
        const CommittedItinerary *earlier = &promised(view)->earlier_itineraries[i];
        for (int leg = 0; leg < earlier->n_legs && demand != NONE; leg++) {
            const int number = number_of_leg_before(view, shifts->legs, &earlier->legs[leg]);
            add_more(shifts->more, more_key(view, demand, number),
                     -(earlier->boxes + earlier->cancelled));
        }
    }
}

/** The most that a booking has more on any of these legs. */
static int more_on_way(const Shifts *shifts, DemandId demand, const int *legs, int n_legs) {
    int most = 0;
    for (int leg = 0; leg < n_legs; leg++) {
        const gint64 key = more_key(shifts->view, demand, legs[leg]);
        most = MAX(most, GPOINTER_TO_INT(g_hash_table_lookup(shifts->more, &key)));
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

/** Bookings that have more boxes on the old way, by most; to be freed. */
static char *for_whom(const Shifts *shifts, int promise) {
    const PlanView *view = shifts->view;
    const Case *kase = view->problem->kase;
    const CommittedItinerary *way = &promised(view)->earlier_itineraries[promise];
    const DemandId own = view->problem->itinerary_promises[promise].demand;
    Whom *whom = g_new0(Whom, (gsize)kase->n_demand + 1);
    g_autofree int *legs = g_new0(int, (gsize)way->n_legs + 1);
    GString *text = g_string_new(NULL);
    int count = 0;
    for (int leg = 0; leg < way->n_legs; leg++) {
        legs[leg] = number_of_leg_before(view, shifts->legs, &way->legs[leg]);
    }
    for (DemandId id = 0; id < kase->n_demand; id++) {
        const int more = id == own ? 0 : more_on_way(shifts, id, legs, way->n_legs);
        if (more > 0) {
            whom[count++] = (Whom){kase->demand[id].code, more};
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

/* ---- rows ---- */

/** The name of a train of the earlier plan that the itinerary needs and that does not run; NULL. */
static const char *stopped_train(const PlanView *view, const CommittedItinerary *earlier) {
    for (int i = 0; i < earlier->n_legs; i++) {
        const int train = earlier->legs[i].train;
        if (train >= 0 && !plan_view_runs(view, view->problem->train_promises[train].train)) {
            return promised(view)->earlier_trains[train].name;
        }
    }
    return NULL;
}

/** A reason's word, and why the boxes could not or had not to stay; to be freed. */
static char *reason_of(const PlanView *view, int promise, const char *word) {
    const CommittedItinerary *earlier = &promised(view)->earlier_itineraries[promise];
    const Phrase *lost = view->problem->itinerary_promises[promise].lost;
    const char *train = lost == NULL ? stopped_train(view, earlier) : NULL;
    g_autofree char *why = lost != NULL ? changes_why_lost(lost)
                           : train != NULL
                               ? g_strdup_printf("its train %s does not run any more", train)
                               : changes_why_free(earlier->price, "box");
    return g_strconcat(word, ": ", why, NULL);
}

/** @param came  NULL: they are left behind; @param left  NULL: they are new */
static void put_shift(const Shifts *shifts, CsvWriter *csv, const char *booking, const Shift *left,
                      const Shift *came, int boxes, const char *word) {
    const PlanView *view = shifts->view;
    const CommittedItinerary *earlier =
        left == NULL ? NULL : &promised(view)->earlier_itineraries[left->index];
    const Allocation *own = came == NULL ? NULL : &view->plan->allocations[came->index];
    g_autofree char *was = earlier == NULL ? g_strdup("") : changes_itinerary_before(view, earlier);
    g_autofree char *now =
        own == NULL
            ? g_strdup("")
            : changes_itinerary_now(view, &view->plan->rides[own->first_ride], own->n_rides);
    g_autofree char *reason = left == NULL ? g_strdup(word) : reason_of(view, left->index, word);
    g_autofree char *whom = came != NULL ? g_strdup("") : for_whom(shifts, left->index);
    changes_put(csv, "booking", booking, was, now);
    csv_put_int(csv, boxes);
    changes_put_cost(csv, earlier == NULL ? 0 : boxes * earlier->price, reason, whom);
}

/** Pairs boxes that left with boxes that came, those of the same lines and stations first. */
static void put_pairs(const Shifts *shifts, CsvWriter *csv, const char *booking, bool alike) {
    for (guint i = 0; i < shifts->left->len; i++) {
        Shift *left = &g_array_index(shifts->left, Shift, i);
        for (guint j = 0; j < shifts->came->len; j++) {
            Shift *came = &g_array_index(shifts->came, Shift, j);
            const int boxes = MIN(left->boxes, came->boxes);
            if (boxes > 0 && (!alike || strcmp(left->lines, came->lines) == 0)) {
                put_shift(shifts, csv, booking, left, came, boxes,
                          alike ? "another_day" : "rerouted");
                left->boxes -= boxes;
                came->boxes -= boxes;
            }
        }
    }
}

static void put_booking(const Shifts *shifts, CsvWriter *csv, DemandId demand) {
    const char *booking = shifts->view->problem->kase->demand[demand].code;
    find_left(shifts, demand);
    find_came(shifts, demand);
    put_pairs(shifts, csv, booking, true);
    put_pairs(shifts, csv, booking, false);
    for (guint i = 0; i < shifts->left->len; i++) {
        const Shift *left = &g_array_index(shifts->left, Shift, i);
        if (left->boxes > 0) {
            put_shift(shifts, csv, booking, left, NULL, left->boxes, "left_behind");
        }
    }
    for (guint i = 0; i < shifts->came->len; i++) {
        const Shift *came = &g_array_index(shifts->came, Shift, i);
        if (came->boxes > 0) {
            put_shift(shifts, csv, booking, NULL, came, came->boxes, "new");
        }
    }
    g_array_set_size(shifts->left, 0);
    g_array_set_size(shifts->came, 0);
}

static void put_cancelled(const PlanView *view, CsvWriter *csv) {
    for (int i = 0; i < promised(view)->n_earlier_itineraries; i++) {
        const CommittedItinerary *earlier = &promised(view)->earlier_itineraries[i];
        if (earlier->cancelled > 0) {
            g_autofree char *was = changes_itinerary_before(view, earlier);
            changes_put(csv, "booking", earlier->booking, was, "");
            csv_put_int(csv, earlier->cancelled);
            changes_put_cost(csv, 0, "cancelled", "");
        }
    }
}

void changed_boxes_write(const PlanView *view, CsvWriter *csv) {
    const Shifts shifts = {.view = view,
                           .left = g_array_new(FALSE, FALSE, sizeof(Shift)),
                           .came = g_array_new(FALSE, FALSE, sizeof(Shift)),
                           .legs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                           .more =
                               g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL)};
    count_more(&shifts);
    g_array_set_clear_func(shifts.left, shift_clear);
    g_array_set_clear_func(shifts.came, shift_clear);
    for (DemandId id = 0; id < view->problem->kase->n_demand; id++) {
        put_booking(&shifts, csv, id);
    }
    put_cancelled(view, csv);
    g_array_free(shifts.left, TRUE);
    g_array_free(shifts.came, TRUE);
    g_hash_table_destroy(shifts.legs);
    g_hash_table_destroy(shifts.more);
}
