/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a problem together from its case, part by part, and warns of bookings that nothing can
 * carry. */
#include "model/problem_build.h"

#include "config/finding_codes.h"
#include "model/problem/booking.h"
#include "model/problem/calendar.h"
#include "model/problem/cargo_bars.h"
#include "model/problem/closed_runs.h"
#include "model/problem/feeder_run.h"
#include "model/problem/idle_closures.h"
#include "model/problem/leg_graph.h"
#include "model/problem/problem_memory.h"
#include "model/problem/train_candidate.h"
#include "model/problem/under_way.h"
#include "model/promises/commitment.h"
#include "model/promises/new_trains.h"
#include "model/promises/no_fill.h"
#include "model/ways/itinerary.h"
#include "model/ways/stranded.h"

/** Earliest deliveries by class and destination, worked out on first need. */
typedef struct {
    Labels *labels;
    double **delivery; /**< [cargo * n_stations + station]: per leg, then per feeder run; a last
                          cargo is a class without rules */
} Reach;

static const double *reach_delivery(const Problem *problem, const Reach *reach, CargoId cargo,
                                    StationId to) {
    double **known = &reach->delivery[cargo * problem->kase->n_stations + to];
    if (*known == NULL) {
        *known = g_new(double, (gsize)(problem->n_legs + problem->n_feeder_runs) + 1);
        labels_earliest_delivery(reach->labels, (SweepEnd){cargo, to}, *known,
                                 *known + problem->n_legs);
    }
    return *known;
}

/** True where some slot or feeder leaves the station, or arrives there. */
static bool is_served(const Case *kase, StationId station, bool leaves) {
    for (SlotId id = 0; id < kase->n_slots; id++) {
        const Slot *slot = &kase->slots[id];
        if ((leaves ? slot->from : slot->to) == station) {
            return true;
        }
        for (int i = 0; i < slot->n_stops; i++) {
            if (slot->stops[i].at == station) {
                return true;
            }
        }
    }
    for (int id = 0; id < kase->n_feeders; id++) {
        if ((leaves ? kase->feeders[id].from : kase->feeders[id].to) == station) {
            return true;
        }
    }
    return false;
}

/** Why a booking has no itinerary. */
static Phrase why_stranded(const Problem *problem, const Reach *reach, const Booking *booking) {
    const Case *kase = problem->kase;
    const char *from = kase->stations[booking->from].code, *to = kase->stations[booking->to].code;
    if (!is_served(kase, booking->from, true)) {
        return PHRASE(REASON_NOTHING_LEAVES, from);
    }
    if (!is_served(kase, booking->to, false)) {
        return PHRASE(REASON_NOTHING_ARRIVES, to);
    }
    const double *delivery = reach_delivery(problem, reach, booking->cargo, booking->to);
    const double *freely = reach_delivery(problem, reach, kase->n_cargo, booking->to);
    const Stranded stranded = {problem, booking, delivery, delivery + problem->n_legs, freely};
    return stranded_reason(&stranded);
}

static void report_stranded(const Problem *problem, const Reach *reach, const Booking *booking,
                            Findings *findings) {
    const Demand *demand = &problem->kase->demand[booking->demand];
    const Phrase why = why_stranded(problem, reach, booking);
    finding_warning(findings, demand->place,
                    booking->must ? FINDING_MUST_NOT_CARRIED : FINDING_NOT_CARRIED, demand->code,
                    &why);
}

/** True where the booking is over: it is no use to warn of it. */
static bool is_past(const Problem *problem, const Booking *booking) {
    const Case *kase = problem->kase;
    const Demand *demand = &kase->demand[booking->demand];
    return demand_gone(demand) || demand_past_due(kase->carried, demand, kase->horizon.start_at);
}

/** Warns of bookings that nothing can carry. */
static bool warn_of_stranded(const Problem *problem, Findings *findings) {
    int count = (problem->kase->n_cargo + 1) * problem->kase->n_stations;
    Reach reach = {.labels = labels_new(problem), .delivery = g_new0(double *, (gsize)count)};
    for (BookingId id = 0; id < problem->n_bookings && reach.labels != NULL; id++) {
        const Booking *booking = &problem->bookings[id];
        if (booking->tier > 0 || booking->barred || is_past(problem, booking)) {
            continue; /* the tiers share their itineraries; what a class bars is found when the case
                         is read */
        }
        const double *delivery = reach_delivery(problem, &reach, booking->cargo, booking->to);
        if (!itinerary_exists(problem, id, delivery, delivery + problem->n_legs)) {
            report_stranded(problem, &reach, booking, findings);
        }
    }
    for (int i = 0; i < count; i++) {
        g_free(reach.delivery[i]);
    }
    g_free(reach.delivery);
    bool ok = reach.labels != NULL;
    labels_free(reach.labels);
    return ok;
}

static void index_repositions(Problem *problem) {
    const Case *kase = problem->kase;
    problem->reposition_start = problem_new(problem, int, kase->n_rakes + 1);
    for (int pool = 0; pool < kase->n_rakes; pool++) {
        problem->reposition_start[pool + 1] =
            problem->reposition_start[pool] + kase->rakes[pool].n_reposition;
    }
}

Problem *problem_build(const Case *kase, Findings *findings) {
    Problem *problem = problem_empty(kase);
    if (!calendar_build(problem, findings) || !train_candidates_build(problem, findings)) {
        return problem; /* too large, which is an error */
    }
    idle_closures_warn(problem, findings);
    closed_runs_take_out(problem, findings);
    new_trains_bar(problem);
    under_way_add_trains(problem);
    if (!leg_graph_build(problem, findings) || !cargo_bars_build(problem, findings)) {
        return problem; /* too large, which is an error */
    }
    bookings_build(problem);
    if (!feeder_runs_build(problem, findings)) {
        return problem;
    }
    index_repositions(problem);
    commitments_build(problem, findings);
    under_way_load(problem);
    no_fill_bar(problem);
    if (!warn_of_stranded(problem, findings)) {
        problem_free(problem);
        return NULL;
    }
    return problem;
}
