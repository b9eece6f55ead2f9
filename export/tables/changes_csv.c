/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan changed against the one that it has commitments to, and why. */
#include <glib.h>
#include <string.h>

#include "export/tables/plan_csv.h"
#include "export/words/findings/finding_words.h"
#include "model/promises/commitment.h"

static const Commitments *commitments_of(const PlanView *view) {
    return &view->problem->kase->commitments;
}

static void put_change(CsvWriter *csv, const char *kind, const char *id, const char *was,
                       const char *now) {
    csv_put_text(csv, kind);
    csv_put_text(csv, id);
    csv_put_text(csv, was);
    csv_put_text(csv, now);
}

static void put_cost(CsvWriter *csv, double cost, const char *reason) {
    csv_put_money(csv, cost);
    csv_put_text(csv, reason);
    csv_put_text(csv, "");
    csv_end_row(csv);
}

/* ---- trains ---- */

/** A train's slot runs as trains.csv has them. */
static char *slots_of(const PlanView *view, TrainId id) {
    const Problem *problem = view->problem;
    const TrainCandidate *train = &problem->trains[id];
    GString *slots = g_string_new(NULL);
    for (int i = 0; i < train->n_runs; i++) {
        g_string_append(slots, i > 0 ? ";" : "");
        g_string_append(slots, problem->runs[problem->train_runs[train->first_run + i]].name);
    }
    return g_string_free(slots, FALSE);
}

/** Why something that might have stayed did not; to be freed. */
static char *why_free(double price, const char *what) {
    return price > 0
               ? g_strdup_printf("not frozen: moving costs %.10g a %s and gains more", price, what)
               : g_strdup_printf("not frozen: moving a %s costs nothing", what);
}

/** Why something cannot stay; to be freed. */
static char *why_lost(const Phrase *lost) {
    g_autofree char *why = phrase_words(LANG_EN, lost);
    return g_strdup_printf("no longer possible: %s", why);
}

static void put_lost_train(const PlanView *view, CsvWriter *csv, int i) {
    const CommittedTrain *earlier = &commitments_of(view)->earlier_trains[i];
    const TrainPromise *promise = &view->problem->train_promises[i];
    double price = earlier->price;
    g_autofree char *reason =
        promise->lost != NULL ? why_lost(promise->lost) : why_free(price, "train");
    put_change(csv, "train", earlier->name, earlier->slots, "");
    csv_put_empty(csv);
    put_cost(csv, price, reason);
}

static void put_trains(const PlanView *view, CsvWriter *csv) {
    const Problem *problem = view->problem;
    bool *promised = g_new0(bool, (gsize)problem->n_trains + 1);
    for (int i = 0; i < commitments_of(view)->n_earlier_trains; i++) {
        TrainId train = problem->train_promises[i].train;
        if (train == NONE || !plan_view_runs(view, train)) {
            put_lost_train(view, csv, i);
        }
        if (train != NONE) {
            promised[train] = true;
        }
    }
    for (TrainId id = 0; id < problem->n_trains; id++) {
        if (plan_view_runs(view, id) && !promised[id] && !problem->trains[id].under_way) {
            g_autofree char *slots = slots_of(view, id);
            put_change(csv, "train", train_name(view->names, id), "", slots);
            csv_put_empty(csv);
            put_cost(csv, 0, "new train");
        }
    }
    g_free(promised);
}

/* ---- itineraries, as `TRAIN FROM>TO; FEEDER@DEPARTURE FROM>TO` ---- */

static void append_part(GString *text, const char *carrier, const char *from, const char *to) {
    g_string_append_printf(text, "%s%s %s>%s", text->len > 0 ? "; " : "", carrier, from, to);
}

static void append_feeder(GString *text, const char *code, const char *leaves, const char *from,
                          const char *to) {
    g_autofree char *carrier = g_strconcat(code, "@", leaves, NULL);
    append_part(text, carrier, from, to);
}

static const char *train_of_leg(const PlanView *view, const CommittedLeg *leg) {
    return leg->under_way >= 0 ? view->problem->kase->carried->trains[leg->under_way].name
                               : commitments_of(view)->earlier_trains[leg->train].name;
}

static char *earlier_itinerary(const PlanView *view, const CommittedItinerary *earlier) {
    GString *text = g_string_new(NULL);
    for (int i = 0; i < earlier->n_legs; i++) {
        const CommittedLeg *leg = &earlier->legs[i];
        const char *from = leg->from;
        if (committed_by_feeder(leg)) {
            append_feeder(text, leg->run, leg->leaves, leg->from, leg->to);
            continue;
        }
        while (i + 1 < earlier->n_legs && earlier->legs[i + 1].train == leg->train &&
               earlier->legs[i + 1].under_way == leg->under_way) {
            i++;
        }
        append_part(text, train_of_leg(view, leg), from, earlier->legs[i].to);
    }
    return g_string_free(text, FALSE);
}

static void append_feeder_run(const PlanView *view, GString *text, FeederRunId id) {
    if (id == NONE) {
        return;
    }
    const Case *kase = view->problem->kase;
    const FeederRun *run = &view->problem->feeder_runs[id];
    const Feeder *feeder = &kase->feeders[run->feeder];
    char leaves[INSTANT_TEXT_SIZE];
    append_feeder(text, feeder->code,
                  instant_format(problem_zone(view->problem, feeder->from), run->departs, leaves),
                  kase->stations[feeder->from].code, kase->stations[feeder->to].code);
}

static char *itinerary_now(const PlanView *view, const Ride *rides, int n_rides) {
    const Problem *problem = view->problem;
    GString *text = g_string_new(NULL);
    for (int i = 0; i < n_rides; i++) {
        const Leg *first = &problem->legs[rides[i].first], *last = &problem->legs[rides[i].last];
        append_feeder_run(view, text, rides[i].before);
        append_part(text, train_name(view->names, first->train),
                    problem->kase->stations[first->from].code,
                    problem->kase->stations[last->to].code);
        append_feeder_run(view, text, rides[i].after);
    }
    return g_string_free(text, FALSE);
}

/* ---- boxes that left ---- */

static int boxes_booked(const Problem *problem, DemandId demand) {
    int boxes = 0;
    for (int tier = 0; tier < problem->kase->demand[demand].n_tiers; tier++) {
        boxes += problem->kase->demand[demand].tiers[tier].boxes;
    }
    return boxes;
}

static int boxes_before(const Problem *problem, DemandId demand) {
    int boxes = 0;
    for (int i = problem->promise_start[demand]; i < problem->promise_start[demand + 1]; i++) {
        boxes += problem->kase->commitments.earlier_itineraries[problem->promises[i]].boxes;
    }
    return boxes;
}

/** The name of a train of the earlier plan that the promise needs and that does not run; NULL. */
static const char *stopped_train(const PlanView *view, int promise) {
    const CommittedItinerary *earlier = &commitments_of(view)->earlier_itineraries[promise];
    for (int i = 0; i < earlier->n_legs; i++) {
        int train = earlier->legs[i].train;
        if (train >= 0 && !plan_view_runs(view, view->problem->train_promises[train].train)) {
            return commitments_of(view)->earlier_trains[train].name;
        }
    }
    return NULL;
}

static char *why_left(const PlanView *view, int i) {
    const Problem *problem = view->problem;
    const ItineraryPromise *promise = &problem->itinerary_promises[i];
    if (promise->lost != NULL) {
        return why_lost(promise->lost);
    }
    int before = boxes_before(problem, promise->demand);
    int booked = boxes_booked(problem, promise->demand);
    if (booked < before) {
        return g_strdup_printf("booking is smaller now: %d booked, %d travelled before", booked,
                               before);
    }
    const char *train = stopped_train(view, i);
    return train != NULL ? g_strdup_printf("its train %s does not run any more", train)
                         : why_free(commitments_of(view)->earlier_itineraries[i].price, "box");
}

static void put_left(const PlanView *view, CsvWriter *csv) {
    const Commitments *commitments = commitments_of(view);
    for (int i = 0; i < commitments->n_earlier_itineraries; i++) {
        const CommittedItinerary *earlier = &commitments->earlier_itineraries[i];
        int moved = earlier->boxes - view->kpi->stayed[i];
        if (moved > 0) {
            g_autofree char *was = earlier_itinerary(view, earlier);
            g_autofree char *reason = why_left(view, i);
            put_change(csv, "booking", earlier->booking, was, "");
            csv_put_int(csv, moved);
            put_cost(csv, moved * earlier->price, reason);
        }
    }
}

/* ---- boxes that came ---- */

static bool same_itinerary(const PlanView *view, const Allocation *a, const Allocation *b) {
    const Problem *problem = view->problem;
    return problem->bookings[a->booking].demand == problem->bookings[b->booking].demand &&
           a->n_rides == b->n_rides &&
           memcmp(&view->plan->rides[a->first_ride], &view->plan->rides[b->first_ride],
                  (size_t)a->n_rides * sizeof(Ride)) == 0;
}

/** Boxes of all tiers on an allocation's itinerary; 0 where an allocation before it has it, too. */
static int boxes_on_itinerary(const PlanView *view, int index) {
    const Problem *problem = view->problem;
    const Allocation *all = view->plan->allocations, *own = &all[index];
    DemandId demand = problem->bookings[own->booking].demand;
    int boxes = own->boxes;
    for (int i = index - 1; i >= 0 && problem->bookings[all[i].booking].demand == demand; i--) {
        if (same_itinerary(view, own, &all[i])) {
            return 0;
        }
    }
    for (int i = index + 1;
         i < view->plan->n_allocations && problem->bookings[all[i].booking].demand == demand; i++) {
        boxes += same_itinerary(view, own, &all[i]) ? all[i].boxes : 0;
    }
    return boxes;
}

static const char *why_came(const PlanView *view, DemandId demand) {
    const Problem *problem = view->problem;
    for (int i = problem->promise_start[demand]; i < problem->promise_start[demand + 1]; i++) {
        int promise = problem->promises[i];
        if (view->kpi->stayed[promise] < commitments_of(view)->earlier_itineraries[promise].boxes) {
            return "moved here";
        }
    }
    bool before = problem->promise_start[demand] < problem->promise_start[demand + 1];
    return before ? "more boxes are carried" : "carried for the first time";
}

static void put_came(const PlanView *view, CsvWriter *csv) {
    const Problem *problem = view->problem;
    for (int a = 0; a < view->plan->n_allocations; a++) {
        const Allocation *allocation = &view->plan->allocations[a];
        const Booking *booking = &problem->bookings[allocation->booking];
        const Ride *rides = &view->plan->rides[allocation->first_ride];
        if (booking->empty) {
            break; /* empties come last; nobody was promised one */
        }
        int promise = commitment_find(problem, allocation->booking, rides, allocation->n_rides);
        const CommittedItinerary *earlier =
            promise == NONE ? NULL : &commitments_of(view)->earlier_itineraries[promise];
        int more = boxes_on_itinerary(view, a) - (earlier == NULL ? 0 : earlier->boxes);
        if (more > 0) {
            g_autofree char *was =
                earlier == NULL ? g_strdup("") : earlier_itinerary(view, earlier);
            g_autofree char *now = itinerary_now(view, rides, allocation->n_rides);
            put_change(csv, "booking", booking->code, was, now);
            csv_put_int(csv, more);
            put_cost(csv, 0, why_came(view, booking->demand));
        }
    }
}

void changes_csv_write(const PlanView *view, CsvWriter *csv) {
    put_trains(view, csv);
    put_left(view, csv);
    put_came(view, csv);
}
