/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds the arc flow: the arcs of each booking's boxes, from leg to leg, as columns. */
#include "model/formulation/compact.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "model/formulation/move.h"
#include "model/problem/booking.h"
#include "model/problem/feeder_run.h"
#include "model/problem/leg_graph.h"

/** The flow of one booking, or of the empties of a type, while its arcs are added. */
typedef struct {
    const Formulation *formulation;
    const Problem *problem;
    LpModel *lp;
    LegId *by_departure; /**< all legs; what follows a leg stands behind it */
    bool *reached;       /**< per LegId: a box can get on this leg */
    bool *useful;        /**< per LegId: and can still arrive in time from it */
    RowId *flow_row;     /**< per LegId: conservation at a useful leg */
    BookingId id;
    const Booking *booking;
    CargoColumn column; /**< scratch */
    CompactArc *arcs;   /**< those added so far, of all flows */
    int n_arcs, room_arcs;
} Flow;

/** Positions in station_departures, the end excluded. */
typedef struct {
    int first, end;
} Departures;

static int compare_legs_by_departure(const void *a, const void *b) {
    const Leg *x = *(const Leg *const *)a, *y = *(const Leg *const *)b;
    if (x->departs != y->departs) {
        return x->departs < y->departs ? -1 : 1;
    }
    return x < y ? -1 : x > y;
}

static bool sort_by_departure(Flow *flow) {
    const Problem *problem = flow->problem;
    size_t count = (size_t)problem->n_legs;
    const Leg **order = calloc(count + 1, sizeof *order);
    if (order == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        order[i] = &problem->legs[i];
    }
    qsort(order, count, sizeof *order, compare_legs_by_departure);
    for (size_t i = 0; i < count; i++) {
        flow->by_departure[i] = (LegId)(order[i] - problem->legs);
    }
    free(order);
    return true;
}

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

/** Something done with each arc; false ends the visit. */
typedef bool (*Visit)(Flow *flow, CompactArc arc);

/** Visits the arcs that board one of the departures. */
static bool visit_boardings(Flow *flow, LegId from, FeederRunId run, Departures departures,
                            Visit visit) {
    const Problem *problem = flow->problem;
    for (int i = departures.first; i < departures.end; i++) {
        LegId to = problem->station_departures[i];
        bool same_train = from != NONE && problem_same_train(problem, from, to);
        if (!same_train && !bars_leg(flow, to) &&
            !visit(flow, (CompactArc){.flow = flow->id, .from = from, .run = run, .to = to})) {
            return false;
        }
    }
    return true;
}

/** Visits the arcs that take a feeder from a station: to a train, or home. */
static bool visit_feeders(Flow *flow, LegId from, StationId station, Minute ready, Visit visit) {
    const Problem *problem = flow->problem;
    for (int i = problem->feeders_from_start[station]; i < problem->feeders_from_start[station + 1];
         i++) {
        StationId to = problem->kase->feeders[problem->feeders_from[i]].to;
        FeederChoice choice = feeder_choice(problem, problem->feeders_from[i], ready);
        for (FeederRunId run; (run = feeder_choice_next(&choice)) != NONE;) {
            bool home = from != NONE && to == flow->booking->to &&
                        problem->feeder_runs[run].arrives <= flow->booking->latest;
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

/** Visits the arcs on which a box sets out. */
static bool visit_starts(Flow *flow, Visit visit) {
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
                                    booking_delivery(flow->problem, id) <= flow->booking->latest);
}

/** Visits the arcs that lead away from a leg. */
static bool visit_onward(Flow *flow, LegId id, Visit visit) {
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

/* ---- which legs are of use ---- */

static bool mark_reached(Flow *flow, CompactArc arc) {
    if (arc.to != NONE) {
        flow->reached[arc.to] = true;
    }
    return true;
}

/** Ends the visit at an arc that leads to the destination. */
static bool leads_nowhere(Flow *flow, CompactArc arc) {
    return arc.to != NONE && !flow->useful[arc.to];
}

/** Marks the legs that lie on some itinerary of the flow and gives each its conservation row. */
static void flow_mark_legs(Flow *flow) {
    int n_legs = flow->problem->n_legs;
    memset(flow->reached, 0, (size_t)n_legs * sizeof *flow->reached);
    memset(flow->useful, 0, (size_t)n_legs * sizeof *flow->useful);
    visit_starts(flow, mark_reached);
    for (int i = 0; i < n_legs; i++) {
        if (flow->reached[flow->by_departure[i]]) {
            visit_onward(flow, flow->by_departure[i], mark_reached);
        }
    }
    for (int i = n_legs - 1; i >= 0; i--) {
        LegId leg = flow->by_departure[i];
        flow->useful[leg] = flow->reached[leg] && !visit_onward(flow, leg, leads_nowhere);
    }
    for (LegId leg = 0; leg < n_legs; leg++) {
        flow->flow_row[leg] = flow->useful[leg] ? lp_model_row(flow->lp, (LpRow){.group = ROW_FLOW,
                                                                                 .subject = leg,
                                                                                 .detail = flow->id,
                                                                                 .lower = 0,
                                                                                 .upper = 0})
                                                : NONE;
    }
}

/* ---- the arcs' columns ---- */

/** The box leaves the leg it was on, or sets out. */
static void flow_leave(Flow *flow, const CompactArc *arc) {
    const Formulation *formulation = flow->formulation;
    const Problem *problem = flow->problem;
    if (arc->from == NONE) {
        bool fed = arc->run != NONE;
        move_book(formulation, flow->id, &flow->column);
        move_take(formulation, flow->id, fed ? flow->booking->from : problem->legs[arc->to].from,
                  fed ? problem->feeder_runs[arc->run].departs : problem->legs[arc->to].departs,
                  &flow->column);
    } else if (arc->pass) {
        move_pass(formulation, arc->from, &flow->column);
    } else if (arc->run != NONE || arc->to == NONE) {
        move_unload(formulation, flow->id, arc->from, &flow->column);
    } else {
        move_leave(formulation, arc->from, &flow->column);
    }
}

/** It gets on the next leg, or has arrived. */
static void flow_arrive(Flow *flow, const CompactArc *arc) {
    const Formulation *formulation = flow->formulation;
    const Problem *problem = flow->problem;
    if (arc->run != NONE) {
        move_feed(formulation, arc->run, &flow->column);
    }
    if (arc->to != NONE) {
        if (arc->from == NONE || arc->run != NONE) {
            move_load(formulation, flow->id, arc->to, &flow->column);
        } else if (!arc->pass) {
            move_board(formulation, arc->to, &flow->column);
        }
        move_ride(formulation, flow->id, arc->to, &flow->column);
        return;
    }
    Ride last = {.first = arc->from, .last = arc->from, .before = NONE, .after = arc->run};
    bool fed = arc->run != NONE;
    move_give(formulation, flow->id, fed ? flow->booking->to : problem->legs[arc->from].to,
              fed ? problem->feeder_runs[arc->run].arrives : problem->legs[arc->from].arrives,
              &flow->column);
    move_deliver(formulation, flow->id, booking_delivered(problem, &last), &flow->column);
}

/** Makes a column of what the scratch holds. */
static ColumnId add_column(Flow *flow, LpColumn shape) {
    const CargoColumn *column = &flow->column;
    shape.objective = column->objective;
    shape.upper = flow->booking->boxes;
    shape.integer = true;
    ColumnId id = lp_model_column(flow->lp, shape);
    for (int i = 0; i < column->count; i++) {
        lp_model_entry(flow->lp, column->rows[i], id, column->values[i]);
    }
    return id;
}

/** Keeps the arc for whoever wants to know what its column is.
 *  @return its number */
static int note_arc(Flow *flow, const CompactArc *arc) {
    if (!GROW(flow->arcs, flow->n_arcs + 1, flow->room_arcs)) {
        flow->lp->failed = true;
        return NONE;
    }
    flow->arcs[flow->n_arcs] = *arc;
    return flow->n_arcs++;
}

static bool add_arc(Flow *flow, CompactArc arc) {
    if (arc.to != NONE && !flow->useful[arc.to]) {
        return true;
    }
    CargoColumn *column = &flow->column;
    move_clear(column);
    flow_leave(flow, &arc);
    flow_arrive(flow, &arc);
    move_finish(flow->formulation, column);
    int number = note_arc(flow, &arc);
    ColumnId id = add_column(flow, (LpColumn){.group = COLUMN_ARC, .subject = number});
    if (arc.from != NONE) {
        lp_model_entry(flow->lp, flow->flow_row[arc.from], id, -1);
    }
    if (arc.to != NONE) {
        lp_model_entry(flow->lp, flow->flow_row[arc.to], id, 1);
    }
    return !column->failed && !flow->lp->failed;
}

static bool add_flow(Flow *flow, BookingId id) {
    flow->id = id;
    flow->booking = &flow->problem->bookings[id];
    flow_mark_legs(flow);
    bool ok = visit_starts(flow, add_arc);
    for (LegId leg = 0; leg < flow->problem->n_legs && ok; leg++) {
        ok = !flow->useful[leg] || visit_onward(flow, leg, add_arc);
    }
    return ok;
}

/** The itineraries that an earlier plan promised: a column of each, beside the arcs, for the row
 * that says how many boxes stay on it. */
static bool add_promises(Flow *flow, BookingId id) {
    const Problem *problem = flow->problem;
    DemandId demand = problem->bookings[id].demand;
    if (problem->promise_start == NULL || demand == NONE) {
        return true;
    }
    for (int i = problem->promise_start[demand]; i < problem->promise_start[demand + 1]; i++) {
        const ItineraryPromise *promise = &problem->itinerary_promises[problem->promises[i]];
        if (promise->n_rides == 0) {
            continue;
        }
        if (!cargo_column_make(flow->formulation, id, &problem->promise_rides[promise->first_ride],
                               promise->n_rides, &flow->column)) {
            return false;
        }
        LpColumn shape = {.group = COLUMN_PROMISE, .subject = problem->promises[i], .detail = id};
        add_column(flow, shape);
    }
    return !flow->lp->failed;
}

bool compact_build(const Formulation *formulation, LpModel *lp, CompactArc **arcs) {
    const Problem *problem = formulation->problem;
    size_t legs = (size_t)problem->n_legs + 1;
    Flow flow = {.formulation = formulation,
                 .problem = problem,
                 .lp = lp,
                 .by_departure = calloc(legs, sizeof *flow.by_departure),
                 .reached = calloc(legs, sizeof *flow.reached),
                 .useful = calloc(legs, sizeof *flow.useful),
                 .flow_row = calloc(legs, sizeof *flow.flow_row)};
    bool ok = flow.by_departure != NULL && flow.reached != NULL && flow.useful != NULL &&
              flow.flow_row != NULL && sort_by_departure(&flow);
    if (ok) {
        lp_model_copy(&formulation->lp, lp);
    }
    for (BookingId id = 0; id < problem->n_flows && ok; id++) {
        ok = add_flow(&flow, id) && add_promises(&flow, id);
    }
    ok = ok && !lp->failed;
    free(flow.by_departure);
    free(flow.reached);
    free(flow.useful);
    free(flow.flow_row);
    cargo_column_free(&flow.column);
    if (!ok) {
        lp_model_clear(lp);
    }
    if (!ok || arcs == NULL) {
        free(flow.arcs);
        flow.arcs = NULL;
    }
    if (arcs != NULL) {
        *arcs = flow.arcs;
    }
    return ok;
}
