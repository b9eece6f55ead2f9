/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds trains and itineraries of an earlier plan again in this problem, or says why they are
 * lost. */
#include "model/promises/commitment.h"

#include <string.h>

#include "config/closures.h"
#include "config/finding_codes.h"
#include "model/problem/closed_runs.h"
#include "model/problem/feeder_run.h"
#include "model/problem/problem_memory.h"
#include "model/promises/new_trains.h"
#include "model/promises/promise_fault.h"

/** Names of this problem, by which those of the earlier plan are found. */
typedef struct {
    Problem *problem;
    Findings *findings;
    GHashTable *lines;    /**< code → LineId + 1 */
    GHashTable *demand;   /**< code → DemandId + 1 */
    GHashTable *runs;     /**< name → SlotRunId + 1 */
    GHashTable *stations; /**< code → StationId + 1 */
    GHashTable *feeders;  /**< code → index + 1 */
    GHashTable *trains;   /**< `line` and its slot runs, as trains.csv has them → TrainId + 1 */
    GArray *rides;        /**< Ride */
} Match;

static void name(GHashTable *table, const char *code, int index) {
    g_hash_table_insert(table, (gpointer)(guintptr)code, GINT_TO_POINTER(index + 1));
}

/** The index that a name stands for, NONE. */
static int index_of_code(GHashTable *table, const char *code) {
    return GPOINTER_TO_INT(g_hash_table_lookup(table, code)) - 1;
}

static void match_init(Match *match) {
    const Problem *problem = match->problem;
    const Case *kase = problem->kase;
    GHashTable **tables[] = {&match->lines, &match->demand, &match->runs, &match->stations,
                             &match->feeders};
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        *tables[i] = g_hash_table_new(g_str_hash, g_str_equal);
    }
    match->trains = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    match->rides = g_array_new(FALSE, FALSE, sizeof(Ride));
    for (LineId id = 0; id < kase->n_lines; id++) {
        name(match->lines, kase->lines[id].code, id);
    }
    for (DemandId id = 0; id < kase->n_demand; id++) {
        name(match->demand, kase->demand[id].code, id);
    }
    for (StationId id = 0; id < kase->n_stations; id++) {
        name(match->stations, kase->stations[id].code, id);
    }
    for (int id = 0; id < kase->n_feeders; id++) {
        name(match->feeders, kase->feeders[id].code, id);
    }
    for (SlotRunId id = 0; id < problem->n_runs; id++) {
        name(match->runs, problem->runs[id].name, id);
    }
    for (TrainId id = problem->n_trains - 1; id >= 0; id--) { /* of twins the first one is found */
        g_hash_table_insert(match->trains, train_key(problem, &problem->trains[id]),
                            GINT_TO_POINTER(id + 1));
    }
}

static void match_clear(Match *match) {
    GHashTable *tables[] = {match->lines,    match->demand,  match->runs,
                            match->stations, match->feeders, match->trains};
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        g_hash_table_destroy(tables[i]);
    }
}

/* ---- trains ---- */

static Phrase why_train_is_lost(const Match *match, const CommittedTrain *earlier) {
    if (index_of_code(match->lines, earlier->line) == NONE) {
        return PHRASE(REASON_LINE_GONE, earlier->line);
    }
    for (int i = 0; i < earlier->n_runs; i++) {
        if (closed_run_find(match->problem, earlier->runs[i]) != NULL) {
            return PHRASE(REASON_RUN_CLOSED, earlier->runs[i]);
        }
        if (index_of_code(match->runs, earlier->runs[i]) == NONE) {
            return PHRASE(REASON_RUN_GONE, earlier->runs[i]);
        }
    }
    return PHRASE(REASON_NO_SUCH_TRAIN, earlier->line);
}

/** The candidate that is the same train. */
static TrainId same_train(const Match *match, const CommittedTrain *earlier) {
    g_autofree char *key = committed_train_key(earlier);
    return index_of_code(match->trains, key);
}

static void match_train(Match *match, int i) {
    Problem *problem = match->problem;
    const CommittedTrain *earlier = &problem->kase->commitments.earlier_trains[i];
    TrainPromise *promise = &problem->train_promises[i];
    bool held = earlier->carries != NULL && !problem->kase->under_way_eased;
    promise->train = same_train(match, earlier);
    if (promise->train == NONE) {
        const Phrase lost = why_train_is_lost(match, earlier);
        promise->lost = problem_keep(problem, phrase_copy(&lost));
        if (held && !earlier->frozen) {
            finding_error(match->findings, earlier->place, FINDING_CARRIER_LOST, earlier->name,
                          earlier->carries, promise->lost);
        } else if (earlier->frozen) {
            finding_error(match->findings, earlier->place, FINDING_TRAIN_LOST, earlier->name,
                          promise->lost);
        }
    } else if (earlier->frozen || held) {
        problem->trains[promise->train].fixed = true;
    }
}

/* ---- itineraries ---- */

/** The leg of a train on this part of a slot run, NONE. */
static LegId find_leg(const Match *match, TrainId id, const CommittedLeg *earlier) {
    const Problem *problem = match->problem;
    const TrainCandidate *train = &problem->trains[id];
    StationId from = index_of_code(match->stations, earlier->from);
    StationId to = index_of_code(match->stations, earlier->to);
    for (LegId leg = train->first_leg; leg < train->first_leg + train->n_legs; leg++) {
        const Leg *own = &problem->legs[leg];
        if (strcmp(problem->runs[own->run].name, earlier->run) == 0 && own->from == from &&
            own->to == to) {
            return leg;
        }
    }
    return NONE;
}

static FeederRunId find_feeder_run(const Match *match, const CommittedLeg *earlier) {
    const Problem *problem = match->problem;
    int feeder = index_of_code(match->feeders, earlier->run);
    if (feeder == NONE) {
        return NONE;
    }
    FeederRunId run = feeder_first_run(problem, feeder, earlier->departs);
    bool there = run < problem->feeder_run_start[feeder + 1] &&
                 problem->feeder_runs[run].departs == earlier->departs;
    return there ? run : NONE;
}

/** The rides of an itinerary while its legs are found. */
typedef struct {
    Ride *last;       /**< NULL before the first */
    FeederRunId feed; /**< taken, and no train boarded since; NONE */
} FoundItinerary;

/** The candidate of a train under way; NONE where it has no leg left to ride. */
static TrainId train_under_way(const Problem *problem, int carried) {
    for (TrainId id = problem->n_trains - 1; id >= 0 && problem->trains[id].under_way; id--) {
        if (problem->trains[id].carried == carried) {
            return id;
        }
    }
    return NONE;
}

static Phrase add_train_leg(Match *match, const CommittedLeg *earlier, FoundItinerary *found) {
    Problem *problem = match->problem;
    bool own = earlier->under_way < 0;
    const TrainPromise *promise = own ? &problem->train_promises[earlier->train] : NULL;
    const char *train = own ? problem->kase->commitments.earlier_trains[earlier->train].name
                            : problem->kase->carried->trains[earlier->under_way].name;
    if (own && promise->train == NONE) {
        return PHRASE(REASON_TRAIN_LOST, train, promise->lost);
    }
    TrainId id = own ? promise->train : train_under_way(problem, earlier->under_way);
    LegId leg = id == NONE ? NONE : find_leg(match, id, earlier);
    if (leg == NONE) {
        return PHRASE(REASON_TRAIN_STOPS, train, earlier->from, earlier->to);
    }
    if (found->last != NULL && found->feed == NONE && found->last->last + 1 == leg &&
        problem_same_train(problem, found->last->last, leg)) {
        found->last->last = leg;
        return PHRASE(FAULT_NONE);
    }
    Ride ride = {leg, leg, found->feed, NONE};
    g_array_append_val(match->rides, ride);
    found->last = &g_array_index(match->rides, Ride, match->rides->len - 1);
    found->feed = NONE;
    return PHRASE(FAULT_NONE);
}

static Phrase add_feeder_leg(Match *match, const CommittedLeg *earlier, FoundItinerary *found) {
    FeederRunId run = find_feeder_run(match, earlier);
    int feeder = index_of_code(match->feeders, earlier->run);
    if (feeder != NONE &&
        closed_has(&match->problem->kase->horizon, &match->problem->kase->feeders[feeder].closed,
                   earlier->departs)) {
        return PHRASE(REASON_FEEDER_CLOSED, earlier->run);
    }
    if (run == NONE) {
        return PHRASE(REASON_FEEDER_GONE, earlier->run);
    }
    if (found->feed != NONE) {
        return PHRASE(REASON_TWO_FEEDERS);
    }
    found->feed = run;
    return PHRASE(FAULT_NONE);
}

/** Finds the rides of an itinerary; FAULT_NONE, or why there are none. */
static Phrase find_rides(Match *match, const CommittedItinerary *earlier) {
    FoundItinerary found = {NULL, NONE};
    Phrase lost = PHRASE(FAULT_NONE);
    for (int i = 0; i < earlier->n_legs && lost.code == FAULT_NONE; i++) {
        const CommittedLeg *leg = &earlier->legs[i];
        lost = committed_by_feeder(leg) ? add_feeder_leg(match, leg, &found)
                                        : add_train_leg(match, leg, &found);
    }
    if (lost.code == FAULT_NONE && found.last == NULL) {
        return PHRASE(REASON_NO_TRAIN);
    }
    if (lost.code == FAULT_NONE) {
        found.last->after = found.feed;
    }
    return lost;
}

BookingId commitment_first_tier(const Problem *problem, DemandId demand) {
    BookingId low = 0, high = problem->n_bookings;
    while (low < high) {
        BookingId middle = low + (high - low) / 2;
        if (problem->bookings[middle].demand < demand) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static Phrase match_rides(Match *match, const CommittedItinerary *earlier,
                          ItineraryPromise *promise) {
    Problem *problem = match->problem;
    if (promise->demand == NONE) {
        return PHRASE(REASON_BOOKING_GONE, earlier->booking);
    }
    Phrase lost = find_rides(match, earlier);
    int n_rides = (int)match->rides->len - promise->first_ride;
    if (lost.code == FAULT_NONE) {
        const Ride *rides = &g_array_index(match->rides, Ride, promise->first_ride);
        lost = PHRASE(promise_fault(problem, commitment_first_tier(problem, promise->demand), rides,
                                    n_rides));
    }
    if (lost.code == FAULT_NONE) {
        promise->n_rides = n_rides;
    } else {
        g_array_set_size(match->rides, (guint)promise->first_ride);
    }
    return lost;
}

/** Frozen boxes keep their trains running. */
static void fix_trains(Match *match, const ItineraryPromise *promise) {
    for (int i = 0; i < promise->n_rides; i++) {
        LegId leg = g_array_index(match->rides, Ride, promise->first_ride + i).first;
        match->problem->trains[match->problem->legs[leg].train].fixed = true;
    }
}

static void match_itinerary(Match *match, int i) {
    const CommittedItinerary *earlier = &match->problem->kase->commitments.earlier_itineraries[i];
    ItineraryPromise *promise = &match->problem->itinerary_promises[i];
    promise->demand = index_of_code(match->demand, earlier->booking);
    promise->first_ride = (int)match->rides->len;
    const Phrase lost = match_rides(match, earlier, promise);
    if (lost.code != FAULT_NONE) {
        promise->lost = problem_keep(match->problem, phrase_copy(&lost));
    }
    if (earlier->boxes == 0) {
        return; /* nobody wants them */
    }
    if (earlier->frozen && promise->lost != NULL) {
        finding_error(match->findings, earlier->place, FINDING_BOXES_LOST, earlier->booking,
                      promise->lost);
    } else if (earlier->frozen) {
        fix_trains(match, promise);
    }
}

/* ---- by demand ---- */

static void index_promises(Problem *problem) {
    const Case *kase = problem->kase;
    int count = kase->commitments.n_earlier_itineraries;
    problem->promises = problem_new(problem, int, count);
    problem->promise_start = problem_new(problem, int, kase->n_demand + 1);
    int *next = g_new0(int, (gsize)kase->n_demand + 1);
    for (int i = 0; i < count; i++) {
        DemandId demand = problem->itinerary_promises[i].demand;
        if (demand != NONE) {
            problem->promise_start[demand + 1]++;
        }
    }
    for (DemandId id = 0; id < kase->n_demand; id++) {
        problem->promise_start[id + 1] += problem->promise_start[id];
        next[id] = problem->promise_start[id];
    }
    for (int i = 0; i < count; i++) {
        DemandId demand = problem->itinerary_promises[i].demand;
        if (demand != NONE) {
            problem->promises[next[demand]++] = i;
        }
    }
    g_free(next);
}

/** A booking has to be as large as what of it is frozen. */
static void check_sizes(const Match *match) {
    const Problem *problem = match->problem;
    const Case *kase = problem->kase;
    for (DemandId id = 0; id < kase->n_demand; id++) {
        const CommittedItinerary *last = NULL;
        int boxes = 0, frozen = 0;
        for (int tier = 0; tier < kase->demand[id].n_tiers; tier++) {
            boxes += kase->demand[id].tiers[tier].boxes;
        }
        for (int i = problem->promise_start[id]; i < problem->promise_start[id + 1]; i++) {
            const CommittedItinerary *earlier =
                &kase->commitments.earlier_itineraries[problem->promises[i]];
            frozen += earlier->frozen ? earlier->boxes : 0;
            last = earlier->frozen ? earlier : last;
        }
        if (last != NULL && frozen > boxes) {
            finding_error(match->findings, last->place, FINDING_FROZEN_BOXES, frozen, last->booking,
                          boxes);
        }
    }
}

void commitments_build(Problem *problem, Findings *findings) {
    const Commitments *commitments = &problem->kase->commitments;
    if (!commitments->given || problem->kase->horizon.cyclic) {
        return;
    }
    Match match = {.problem = problem, .findings = findings};
    match_init(&match);
    problem->train_promises = problem_new(problem, TrainPromise, commitments->n_earlier_trains);
    problem->itinerary_promises =
        problem_new(problem, ItineraryPromise, commitments->n_earlier_itineraries);
    for (int i = 0; i < commitments->n_earlier_trains; i++) {
        match_train(&match, i);
    }
    for (int i = 0; i < commitments->n_earlier_itineraries; i++) {
        match_itinerary(&match, i);
    }
    problem->promise_rides = problem_keep(problem, g_array_free(match.rides, FALSE));
    index_promises(problem);
    check_sizes(&match);
    match_clear(&match);
}

int commitment_find(const Problem *problem, BookingId flow, const Ride *rides, int n_rides) {
    DemandId demand = problem->bookings[flow].demand;
    if (problem->promise_start == NULL || demand == NONE) {
        return NONE;
    }
    for (int i = problem->promise_start[demand]; i < problem->promise_start[demand + 1]; i++) {
        const ItineraryPromise *promise = &problem->itinerary_promises[problem->promises[i]];
        if (promise->n_rides == n_rides && memcmp(&problem->promise_rides[promise->first_ride],
                                                  rides, (size_t)n_rides * sizeof *rides) == 0) {
            return problem->promises[i];
        }
    }
    return NONE;
}
