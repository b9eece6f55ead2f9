/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds the arc flow: the arcs of each booking's boxes, from leg to leg, as columns. */
#include "model/formulation/compact.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "model/formulation/compact_arcs.h"
#include "model/problem/booking.h"

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

static RowId conservation(Flow *flow, RowGroup group, LegId leg) {
    return lp_model_row(
        flow->lp,
        (LpRow){.group = group, .subject = leg, .detail = flow->id, .further = flow->copy});
}

/** Marks the legs that lie on some itinerary of the copy and gives each its conservation row. */
static void flow_mark_legs(Flow *flow) {
    int n_legs = flow->problem->n_legs;
    memset(flow->reached, 0, (size_t)n_legs * sizeof *flow->reached);
    memset(flow->useful, 0, (size_t)n_legs * sizeof *flow->useful);
    arcs_of_start(flow, mark_reached);
    for (int i = 0; i < n_legs; i++) {
        if (flow->reached[flow->by_departure[i]]) {
            arcs_onward(flow, flow->by_departure[i], mark_reached);
        }
    }
    for (int i = n_legs - 1; i >= 0; i--) {
        LegId leg = flow->by_departure[i];
        flow->useful[leg] = flow->reached[leg] && !arcs_onward(flow, leg, leads_nowhere);
    }
    for (LegId leg = 0; leg < n_legs; leg++) {
        bool part = flow->useful[leg] && flow->part_row != NONE;
        flow->flow_row[leg] = flow->useful[leg] ? conservation(flow, ROW_FLOW, leg) : NONE;
        flow->use_row[leg] = part ? conservation(flow, ROW_PART_FLOW, leg) : NONE;
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

/** Says where an arc leaves and where it leads to. */
static void join_legs(Flow *flow, const CompactArc *arc, const RowId *row, ColumnId id) {
    if (arc->from != NONE) {
        lp_model_entry(flow->lp, row[arc->from], id, -1);
    }
    if (arc->to != NONE) {
        lp_model_entry(flow->lp, row[arc->to], id, 1);
    }
}

/** Whether the itinerary of a part goes over the arc, docs/model.md (22): only then are boxes
 * there, and those that set out are enough. */
static void add_use(Flow *flow, const CompactArc *arc, int number, ColumnId boxes) {
    LpModel *lp = flow->lp;
    ColumnId use = lp_model_column(
        lp, (LpColumn){.upper = 1, .integer = true, .group = COLUMN_PART_ARC, .subject = number});
    RowId row = lp_model_row(
        lp, (LpRow){.group = ROW_PART_ARC, .subject = use, .lower = -HUGE_VAL, .upper = 0});
    lp_model_entry(lp, row, boxes, 1);
    lp_model_entry(lp, row, use, -flow->booking->boxes);
    join_legs(flow, arc, flow->use_row, use);
    if (arc->from == NONE) {
        lp_model_entry(lp, flow->part_row, use, 1);
        lp_model_entry(lp, flow->least_row, use, -flow->booking->least_part);
        lp_model_entry(lp, flow->least_row, boxes, 1);
    }
}

static bool add_arc(Flow *flow, CompactArc arc) {
    if (arc.to != NONE && !flow->useful[arc.to]) {
        return true;
    }
    CargoColumn *column = &flow->column;
    arc.copy = flow->copy;
    move_clear(column);
    flow_leave(flow, &arc);
    flow_arrive(flow, &arc);
    move_finish(flow->formulation, column);
    int number = note_arc(flow, &arc);
    ColumnId id = add_column(flow, (LpColumn){.group = COLUMN_ARC, .subject = number});
    join_legs(flow, &arc, flow->flow_row, id);
    if (flow->part_row != NONE) {
        add_use(flow, &arc, number, id);
    }
    return !column->failed && !flow->lp->failed;
}

/** Adds the arcs of boxes that set out within a span. */
static bool add_copy(Flow *flow) {
    flow_mark_legs(flow);
    bool ok = arcs_of_start(flow, add_arc);
    for (LegId leg = 0; leg < flow->problem->n_legs && ok; leg++) {
        ok = !flow->useful[leg] || arcs_onward(flow, leg, add_arc);
    }
    return ok;
}

/** Adds a copy for each span.
 *  @param several  there are other copies of the flow, too */
static bool add_spans(Flow *flow, bool several) {
    bool ok = true;
    for (int i = 0; i < flow->n_spans && ok; i++) {
        flow->span = flow->spans[i];
        flow->copy += several || flow->n_spans > 1;
        ok = add_copy(flow);
    }
    return ok;
}

/** Adds the parts of a booking, each for every span of its own. */
static bool add_parts(Flow *flow) {
    bool ok = true;
    for (int part = 0; part < flow->booking->most_parts && ok; part++) {
        LpRow row = {.subject = part, .detail = flow->id, .lower = -HUGE_VAL, .upper = 1};
        row.group = ROW_PART_ONE;
        flow->part_row = lp_model_row(flow->lp, row);
        row = (LpRow){.group = ROW_PART_LEAST,
                      .subject = part,
                      .detail = flow->id,
                      .lower = 0,
                      .upper = HUGE_VAL};
        flow->least_row = lp_model_row(flow->lp, row);
        ok = add_spans(flow, true);
    }
    return ok;
}

static bool add_flow(Flow *flow, BookingId id) {
    flow->id = id;
    flow->booking = &flow->problem->bookings[id];
    flow->copy = 0;
    flow->part_row = flow->least_row = NONE;
    return arcs_spans(flow) &&
           (booking_has_parts(flow->booking) ? add_parts(flow) : add_spans(flow, false));
}

/* ---- promises ---- */

/** Whether the boxes that stay on a promised itinerary are a part of their booking.
 *  @param parts_row  of the booking */
static void add_stay(Flow *flow, int promise, ColumnId boxes, RowId parts_row) {
    LpModel *lp = flow->lp;
    const double ends[2] = {flow->booking->boxes, flow->booking->least_part};
    ColumnId stay = lp_model_column(lp, (LpColumn){.upper = 1,
                                                   .integer = true,
                                                   .group = COLUMN_STAY,
                                                   .subject = promise,
                                                   .detail = flow->id});
    for (int least = 0; least < 2; least++) {
        RowId row = lp_model_row(lp, (LpRow){.group = least ? ROW_STAY_LEAST : ROW_STAY_MOST,
                                             .subject = promise,
                                             .detail = flow->id,
                                             .lower = least ? 0 : -HUGE_VAL,
                                             .upper = least ? HUGE_VAL : 0});
        lp_model_entry(lp, row, boxes, 1);
        lp_model_entry(lp, row, stay, -ends[least]);
    }
    lp_model_entry(lp, parts_row, stay, 1);
}

/** The row of all parts of a booking, those of its arcs in it. */
static RowId add_parts_row(Flow *flow) {
    LpModel *lp = flow->lp;
    RowId row = lp_model_row(lp, (LpRow){.group = ROW_PARTS,
                                         .detail = flow->id,
                                         .lower = -HUGE_VAL,
                                         .upper = flow->booking->most_parts});
    for (ColumnId id = 0; id < lp->n_columns; id++) {
        const LpColumn *column = &lp->columns[id];
        if (column->group == COLUMN_PART_ARC && flow->arcs[column->subject].flow == flow->id &&
            flow->arcs[column->subject].from == NONE) {
            lp_model_entry(lp, row, id, 1);
        }
    }
    return row;
}

/** The itineraries that an earlier plan promised: a column of each, beside the arcs, for the row
 * that says how many boxes stay on it. */
static bool add_promises(Flow *flow, BookingId id) {
    const Problem *problem = flow->problem;
    DemandId demand = problem->bookings[id].demand;
    RowId parts_row = NONE;
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
        ColumnId boxes = add_column(flow, shape);
        if (booking_has_parts(flow->booking)) {
            parts_row = parts_row == NONE ? add_parts_row(flow) : parts_row;
            add_stay(flow, problem->promises[i], boxes, parts_row);
        }
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
                 .flow_row = calloc(legs, sizeof *flow.flow_row),
                 .use_row = calloc(legs, sizeof *flow.use_row)};
    bool ok = flow.by_departure != NULL && flow.reached != NULL && flow.useful != NULL &&
              flow.flow_row != NULL && flow.use_row != NULL && sort_by_departure(&flow);
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
    free(flow.use_row);
    free(flow.spans);
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
