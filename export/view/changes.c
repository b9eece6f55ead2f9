/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trains and boxes held against those of an earlier plan: what stopped, moved to another day, took
 * another way, was left behind or cancelled, or is new. */
#include "export/view/changes.h"

#include <string.h>

#include "model/promises/commitment.h"

/** Boxes of a booking that left an itinerary, or came to one. */
typedef struct {
    int index; /**< of the promise, or of the first allocation on the itinerary */
    int boxes;
    char *lines; /**< its lines, feeders and stations, without dates */
} Shift;

/** Those of one booking. */
typedef struct {
    const PlanView *view;
    int first, end;      /**< its allocations */
    GArray *left, *came; /**< Shift */
    GArray *changes;     /**< what is found */
} Shifts;

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
               : plan_view_commitments(view)->earlier_trains[leg->train].line;
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

static DemandId allocated_demand(const PlanView *view, int allocation) {
    return view->problem->bookings[view->plan->allocations[allocation].booking].demand;
}

/** Of two allocations of one booking. */
static bool same_itinerary(const PlanView *view, const Allocation *a, const Allocation *b) {
    return a->n_rides == b->n_rides &&
           memcmp(&view->plan->rides[a->first_ride], &view->plan->rides[b->first_ride],
                  (size_t)a->n_rides * sizeof(Ride)) == 0;
}

/** Boxes of all tiers on an allocation's itinerary; 0 where an allocation before it has it, too. */
static int boxes_on_itinerary(const Shifts *shifts, int index) {
    const Allocation *all = shifts->view->plan->allocations, *own = &all[index];
    int boxes = 0;
    for (int i = shifts->first; i < shifts->end; i++) {
        if (same_itinerary(shifts->view, own, &all[i])) {
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
        const CommittedItinerary *earlier =
            &plan_view_commitments(shifts->view)->earlier_itineraries[promise];
        Shift shift = {promise, earlier->boxes - shifts->view->kpi->stayed[promise], NULL};
        if (shift.boxes > 0) {
            shift.lines = lines_before(shifts->view, earlier);
            g_array_append_val(shifts->left, shift);
        }
    }
}

static void find_came(const Shifts *shifts) {
    const PlanView *view = shifts->view;
    for (int a = shifts->first; a < shifts->end; a++) {
        const Allocation *own = &view->plan->allocations[a];
        const Ride *rides = &view->plan->rides[own->first_ride];
        const int promise = commitment_find(view->problem, own->booking, rides, own->n_rides);
        const int before =
            promise == NONE ? 0 : plan_view_commitments(view)->earlier_itineraries[promise].boxes;
        Shift shift = {a, boxes_on_itinerary(shifts, a) - before, NULL};
        if (shift.boxes > 0) {
            shift.lines = lines_now(view, rides, own->n_rides);
            g_array_append_val(shifts->came, shift);
        }
    }
}

/* ---- changes ---- */

/** @param left  NULL: the boxes are new; @param came  NULL: they are left behind */
static void add_shift(const Shifts *shifts, ChangeReason reason, DemandId demand, const Shift *left,
                      const Shift *came, int boxes) {
    const Change change = {.reason = reason,
                           .before = left == NULL ? NONE : left->index,
                           .now = came == NULL ? NONE : came->index,
                           .demand = demand,
                           .boxes = boxes};
    g_array_append_val(shifts->changes, change);
}

/** Pairs boxes that left with boxes that came, those of the same lines and stations first. */
static void add_pairs(const Shifts *shifts, DemandId demand, bool alike) {
    for (guint i = 0; i < shifts->left->len; i++) {
        Shift *left = &g_array_index(shifts->left, Shift, i);
        for (guint j = 0; j < shifts->came->len; j++) {
            Shift *came = &g_array_index(shifts->came, Shift, j);
            const int boxes = MIN(left->boxes, came->boxes);
            if (boxes > 0 && (!alike || strcmp(left->lines, came->lines) == 0)) {
                add_shift(shifts, alike ? CHANGE_ANOTHER_DAY : CHANGE_REROUTED, demand, left, came,
                          boxes);
                left->boxes -= boxes;
                came->boxes -= boxes;
            }
        }
    }
}

static void add_booking(const Shifts *shifts, DemandId demand) {
    find_left(shifts, demand);
    find_came(shifts);
    add_pairs(shifts, demand, true);
    add_pairs(shifts, demand, false);
    for (guint i = 0; i < shifts->left->len; i++) {
        const Shift *left = &g_array_index(shifts->left, Shift, i);
        if (left->boxes > 0) {
            add_shift(shifts, CHANGE_LEFT_BEHIND, demand, left, NULL, left->boxes);
        }
    }
    for (guint i = 0; i < shifts->came->len; i++) {
        const Shift *came = &g_array_index(shifts->came, Shift, i);
        if (came->boxes > 0) {
            add_shift(shifts, CHANGE_NEW, demand, NULL, came, came->boxes);
        }
    }
    g_array_set_size(shifts->left, 0);
    g_array_set_size(shifts->came, 0);
}

/** Goes through the bookings with their allocations, which stand in the same order. */
static void add_boxes(const PlanView *view, GArray *changes) {
    Shifts shifts = {.view = view,
                     .left = g_array_new(FALSE, FALSE, sizeof(Shift)),
                     .came = g_array_new(FALSE, FALSE, sizeof(Shift)),
                     .changes = changes};
    g_array_set_clear_func(shifts.left, shift_clear);
    g_array_set_clear_func(shifts.came, shift_clear);
    for (DemandId id = 0; id < view->problem->kase->n_demand; id++) {
        shifts.first = shifts.end;
        while (shifts.end < view->n_itineraries && allocated_demand(view, shifts.end) == id) {
            shifts.end++;
        }
        add_booking(&shifts, id);
    }
    g_array_free(shifts.left, TRUE);
    g_array_free(shifts.came, TRUE);
}

static void add_cancelled(const PlanView *view, GArray *changes) {
    for (int i = 0; i < plan_view_commitments(view)->n_earlier_itineraries; i++) {
        const Change change = {.reason = CHANGE_CANCELLED,
                               .before = i,
                               .now = NONE,
                               .demand = NONE,
                               .boxes =
                                   plan_view_commitments(view)->earlier_itineraries[i].cancelled};
        if (change.boxes > 0) {
            g_array_append_val(changes, change);
        }
    }
}

/* ---- trains ---- */

/** A new train that has the name of one that runs no more; NONE. */
static TrainId namesake(const PlanView *view, const char *name, const bool *told) {
    for (TrainId id = 0; id < view->problem->n_trains; id++) {
        if (plan_view_runs(view, id) && !told[id] && !view->problem->trains[id].under_way &&
            strcmp(train_name(view->names, id), name) == 0) {
            return id;
        }
    }
    return NONE;
}

static void add_lost_train(const PlanView *view, int i, bool *told, GArray *changes) {
    const CommittedTrain *earlier = &plan_view_commitments(view)->earlier_trains[i];
    const TrainId now = namesake(view, earlier->name, told);
    const Change change = {.reason = now != NONE        ? CHANGE_RETIMED
                                     : earlier->closed  ? CHANGE_CLOSED
                                     : earlier->removed ? CHANGE_REMOVED
                                                        : CHANGE_STOPPED,
                           .of_train = true,
                           .before = i,
                           .now = now,
                           .demand = NONE};
    g_array_append_val(changes, change);
    if (now != NONE) {
        told[now] = true;
    }
}

static void add_trains(const PlanView *view, GArray *changes) {
    const Problem *problem = view->problem;
    const int n_earlier = plan_view_commitments(view)->n_earlier_trains;
    bool *told = g_new0(bool, (gsize)problem->n_trains + 1);
    for (int i = 0; i < n_earlier; i++) {
        const TrainId train = problem->train_promises[i].train;
        if (train != NONE) {
            told[train] = true;
        }
    }
    for (int i = 0; i < n_earlier; i++) {
        const TrainId train = problem->train_promises[i].train;
        if (train == NONE || !plan_view_runs(view, train)) {
            add_lost_train(view, i, told, changes);
        }
    }
    for (TrainId id = 0; id < problem->n_trains; id++) {
        if (plan_view_runs(view, id) && !told[id] && !problem->trains[id].under_way) {
            const Change change = {
                .reason = CHANGE_NEW, .of_train = true, .before = NONE, .now = id, .demand = NONE};
            g_array_append_val(changes, change);
        }
    }
    g_free(told);
}

GArray *changes_of(const PlanView *view) {
    GArray *changes = g_array_new(FALSE, FALSE, sizeof(Change));
    if (!plan_view_relaxed(view)) {
        add_trains(view, changes);
        add_boxes(view, changes);
        add_cancelled(view, changes);
    }
    return changes;
}
