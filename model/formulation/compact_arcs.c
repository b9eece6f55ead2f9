/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through the moves that a box of a flow may make, from leg to leg. */
#include "model/formulation/compact_arcs.h"

#include <stdlib.h>

#include "base/grow.h"
#include "model/problem/booking.h"
#include "model/problem/feeder_run.h"
#include "model/problem/leg_graph.h"

/** Positions in station_departures, the end excluded. */
typedef struct {
    int first, end;
} Departures;

static bool bars_station(const Flow *flow, StationId station) {
    return flow->problem
        ->cargo_bars_station[flow->booking->cargo * flow->problem->kase->n_stations + station];
}

static bool bars_leg(const Flow *flow, LegId leg) {
    return flow->problem->cargo_bars_leg[flow->booking->cargo * flow->problem->n_legs + leg];
}

/** Departures at a station from an instant on. */
static Departures departures_from(const Flow *flow, StationId station, Minute from) {
    return (Departures){.first = leg_graph_first_departure(flow->problem, station, from),
                        .end = flow->problem->station_departure_start[station + 1]};
}

/** True where the boxes at hand may set out at this instant. */
static bool sets_out(const Flow *flow, Minute departs) {
    return departs >= flow->span.first && departs <= flow->span.last;
}

/** Departures within the transfer window of a leg's arrival; the same train's are among them. */
static Departures transfers(const Flow *flow, LegId id) {
    const Problem *problem = flow->problem;
    const Leg *leg = &problem->legs[id];
    const Station *station = &problem->kase->stations[leg->to];
    if (!station->has_transfer || bars_station(flow, leg->to)) {
        return (Departures){0, 0};
    }
    int end = problem->station_departure_start[leg->to + 1];
    if (station->transfer.max_min != INT64_MAX) {
        end = leg_graph_first_departure(problem, leg->to,
                                        leg->arrives + station->transfer.max_min + 1);
    }
    return (Departures){.first = leg_graph_first_departure(
                            problem, leg->to, leg->arrives + station->transfer.min_min),
                        .end = end};
}

/** Visits the arcs that board one of the departures. */
static bool visit_boardings(Flow *flow, LegId from, FeederRunId run, Departures departures,
                            ArcVisit visit) {
    const Problem *problem = flow->problem;
    for (int i = departures.first; i < departures.end; i++) {
        LegId to = problem->station_departures[i];
        bool direct = from == NONE && run == NONE;
        bool may = from != NONE ? !problem_same_train(problem, from, to)
                                : !direct || sets_out(flow, problem->legs[to].departs);
        if (may && !bars_leg(flow, to) &&
            !visit(flow, (CompactArc){.flow = flow->id, .from = from, .run = run, .to = to})) {
            return false;
        }
    }
    return true;
}

/** Visits the arcs that take a feeder from a station: to a train, or home. */
static bool visit_feeders(Flow *flow, LegId from, StationId station, Minute ready, ArcVisit visit) {
    const Problem *problem = flow->problem;
    for (int i = problem->feeders_from_start[station]; i < problem->feeders_from_start[station + 1];
         i++) {
        StationId to = problem->kase->feeders[problem->feeders_from[i]].to;
        FeederChoice choice = feeder_choice(problem, problem->feeders_from[i], ready);
        for (FeederRunId run; (run = feeder_choice_next(&choice)) != NONE;) {
            bool home = from != NONE && to == flow->booking->to &&
                        problem->feeder_runs[run].arrives <= flow->span.latest;
            if (from == NONE && !sets_out(flow, problem->feeder_runs[run].departs)) {
                continue;
            }
            if (home && !visit(flow, (CompactArc){
                                         .flow = flow->id, .from = from, .run = run, .to = NONE})) {
                return false;
            }
            Departures onward = departures_from(flow, to, feeder_boarding(problem, run));
            if (!bars_station(flow, to) && !visit_boardings(flow, from, run, onward, visit)) {
                return false;
            }
        }
    }
    return true;
}

bool arcs_of_start(Flow *flow, ArcVisit visit) {
    const Problem *problem = flow->problem;
    const Booking *booking = flow->booking;
    if (booking->empty) {
        const Horizon *horizon = &problem->kase->horizon;
        for (LegId leg = 0; leg < problem->n_legs; leg++) {
            bool here = problem->legs[leg].departs < horizon->end_at || !horizon->cyclic;
            if (here && !bars_leg(flow, leg) &&
                !visit(flow,
                       (CompactArc){.flow = flow->id, .from = NONE, .run = NONE, .to = leg})) {
                return false;
            }
        }
        return true;
    }
    if (booking->barred) {
        return true;
    }
    Minute ready = booking->ready + problem->kase->stations[booking->from].load_cutoff_min;
    return visit_boardings(flow, NONE, NONE, departures_from(flow, booking->from, ready), visit) &&
           visit_feeders(flow, NONE, booking->from, booking->ready, visit);
}

static bool finishes(const Flow *flow, LegId id) {
    const Leg *leg = &flow->problem->legs[id];
    return flow->booking->empty || (leg->to == flow->booking->to &&
                                    booking_delivery(flow->problem, id) <= flow->span.latest);
}

bool arcs_onward(Flow *flow, LegId id, ArcVisit visit) {
    const Problem *problem = flow->problem;
    const Leg *leg = &problem->legs[id];
    if (bars_station(flow, leg->to)) {
        return true;
    }
    bool passes = leg->next != NONE && !bars_leg(flow, leg->next);
    if (passes &&
        !visit(flow,
               (CompactArc){
                   .flow = flow->id, .from = id, .run = NONE, .to = leg->next, .pass = true})) {
        return false;
    }
    if (finishes(flow, id) &&
        !visit(flow, (CompactArc){.flow = flow->id, .from = id, .run = NONE, .to = NONE})) {
        return false;
    }
    return visit_boardings(flow, id, NONE, transfers(flow, id), visit) &&
           (flow->booking->empty ||
            visit_feeders(flow, id, leg->to, feeder_ready(problem, id), visit));
}

/* ---- when boxes set out ---- */

static bool note_start(Flow *flow, CompactArc arc) {
    const Problem *problem = flow->problem;
    Minute departs =
        arc.run != NONE ? problem->feeder_runs[arc.run].departs : problem->legs[arc.to].departs;
    if (!GROW(flow->spans, flow->n_spans + 1, flow->room_spans)) {
        return false;
    }
    flow->spans[flow->n_spans++] = (Span){departs, departs, booking_latest(flow->booking, departs)};
    return true;
}

static int compare_spans(const void *a, const void *b) {
    const Span *x = a, *y = b;
    return (x->first > y->first) - (x->first < y->first);
}

/** Leaves one span of each instant, and one of those that end at the same. */
static void join_spans(Flow *flow) {
    int kept = 0;
    for (int i = 0; i < flow->n_spans; i++) {
        Span *last = kept > 0 ? &flow->spans[kept - 1] : NULL;
        if (last != NULL && last->latest == flow->spans[i].latest) {
            last->last = flow->spans[i].last;
        } else {
            flow->spans[kept++] = flow->spans[i];
        }
    }
    flow->n_spans = kept;
}

bool arcs_spans(Flow *flow) {
    const Booking *booking = flow->booking;
    flow->span = (Span){INT64_MIN, INT64_MAX, booking->latest};
    flow->n_spans = 0;
    if (booking->max_transit_min != INT64_MAX) {
        if (!arcs_of_start(flow, note_start)) {
            return false;
        }
        if (flow->n_spans > 0) {
            qsort(flow->spans, (size_t)flow->n_spans, sizeof *flow->spans, compare_spans);
        }
        join_spans(flow);
        return true;
    }
    if (!GROW(flow->spans, 1, flow->room_spans)) {
        return false;
    }
    flow->spans[flow->n_spans++] = flow->span;
    return true;
}
