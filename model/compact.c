#include "model/compact.h"

#include <stdlib.h>
#include <string.h>

#include "model/booking.h"
#include "model/leg_graph.h"

/** The flow of one booking while its arcs are added. */
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
} Flow;

/** Positions in station_departures, the end excluded. */
typedef struct {
    int first, end;
} Departures;

static int compare_departures(const void *a, const void *b) {
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
    qsort(order, count, sizeof *order, compare_departures);
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

/** Departures at which the booking may be loaded: its origin's, once it is ready and cut off. */
static Departures loadings(const Flow *flow) {
    const Problem *problem = flow->problem;
    StationId from = flow->booking->from;
    Minute ready = flow->booking->ready + problem->kase->stations[from].load_cutoff_min;
    return (Departures){.first = leg_graph_first_departure(problem, from, ready),
                        .end = problem->station_departure_start[from + 1]};
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

/** The leg at a position of station_departures, NONE where a box of the booking on leg `before`
 *  (NONE: at its origin) may not board it. */
static LegId boarded(const Flow *flow, LegId before, int position) {
    LegId leg = flow->problem->station_departures[position];
    bool same_train =
        before != NONE && flow->problem->legs[leg].train == flow->problem->legs[before].train;
    return same_train || bars_leg(flow, leg) ? NONE : leg;
}

/** The leg to which a box may stay on the train, NONE where there is none. */
static LegId passed(const Flow *flow, LegId id) {
    const Leg *leg = &flow->problem->legs[id];
    if (leg->next == NONE || bars_station(flow, leg->to) || bars_leg(flow, leg->next)) {
        return NONE;
    }
    return leg->next;
}

static bool delivers(const Flow *flow, LegId id) {
    const Leg *leg = &flow->problem->legs[id];
    return leg->to == flow->booking->to && !bars_station(flow, leg->to) &&
           booking_delivery(flow->problem, flow->booking, leg->arrives) <= flow->booking->latest;
}

static void mark_boarded(Flow *flow, LegId before, Departures departures) {
    for (int i = departures.first; i < departures.end; i++) {
        LegId leg = boarded(flow, before, i);
        if (leg != NONE) {
            flow->reached[leg] = true;
        }
    }
}

static void mark_reached(Flow *flow) {
    memset(flow->reached, 0, (size_t)flow->problem->n_legs * sizeof *flow->reached);
    if (flow->booking->barred || bars_station(flow, flow->booking->from)) {
        return;
    }
    mark_boarded(flow, NONE, loadings(flow));
    for (int i = 0; i < flow->problem->n_legs; i++) {
        LegId leg = flow->by_departure[i];
        if (flow->reached[leg]) {
            LegId next = passed(flow, leg);
            if (next != NONE) {
                flow->reached[next] = true;
            }
            mark_boarded(flow, leg, transfers(flow, leg));
        }
    }
}

static bool leads_on(const Flow *flow, LegId id) {
    LegId next = passed(flow, id);
    if (delivers(flow, id) || (next != NONE && flow->useful[next])) {
        return true;
    }
    Departures onward = transfers(flow, id);
    for (int i = onward.first; i < onward.end; i++) {
        LegId leg = boarded(flow, id, i);
        if (leg != NONE && flow->useful[leg]) {
            return true;
        }
    }
    return false;
}

/** Marks the legs that lie on some way of the booking and gives each its conservation row. */
static void mark_useful(Flow *flow) {
    memset(flow->useful, 0, (size_t)flow->problem->n_legs * sizeof *flow->useful);
    for (int i = flow->problem->n_legs - 1; i >= 0; i--) {
        LegId leg = flow->by_departure[i];
        flow->useful[leg] = flow->reached[leg] && leads_on(flow, leg);
    }
    for (LegId leg = 0; leg < flow->problem->n_legs; leg++) {
        flow->flow_row[leg] = flow->useful[leg] ? lp_model_row(flow->lp, (LpRow){.group = ROW_FLOW,
                                                                                 .subject = leg,
                                                                                 .detail = flow->id,
                                                                                 .lower = 0,
                                                                                 .upper = 0})
                                                : NONE;
    }
}

/** An arc's column under construction. */
typedef struct {
    Flow *flow;
    ColumnId column;
    int first_entry; /**< of the column, in LpModel.entries */
} Arc;

static Arc arc_new(Flow *flow) {
    Arc arc = {.flow = flow, .first_entry = flow->lp->n_entries};
    arc.column = lp_model_column(
        flow->lp, (LpColumn){.lower = 0, .upper = flow->booking->boxes, .integer = true});
    return arc;
}

static void arc_earn(const Arc *arc, double money) {
    if (!arc->flow->lp->failed) {
        arc->flow->lp->columns[arc->column].objective += money;
    }
}

/** Adds to an entry of the column; both lifts of a transfer may fall on one day. */
static void arc_add(const Arc *arc, RowId row, double value) {
    LpModel *lp = arc->flow->lp;
    for (int i = arc->first_entry; i < lp->n_entries; i++) {
        if (lp->entries[i].row == row) {
            lp->entries[i].value += value;
            return;
        }
    }
    lp_model_entry(lp, row, arc->column, value);
}

static void arc_lift(const Arc *arc, StationDayId day) {
    RowId row = arc->flow->formulation->lift_row[day];
    if (row != NONE) {
        arc_add(arc, row, 1);
    }
}

/** The box travels on `leg`: its running cost, what it takes of the leg, and its arrival there. */
static void arc_enter(const Arc *arc, LegId leg) {
    const Formulation *formulation = arc->flow->formulation;
    const Booking *booking = arc->flow->booking;
    arc_earn(arc, -booking->teu * arc->flow->problem->legs[leg].cost_per_teu);
    for (int i = formulation->leg_term_start[leg]; i < formulation->leg_term_start[leg + 1]; i++) {
        const LegTerm *term = &formulation->leg_terms[i];
        arc_add(arc, term->row, leg_term_value(term, booking));
    }
    arc_add(arc, arc->flow->flow_row[leg], 1);
}

static void arc_exit(const Arc *arc, LegId leg) {
    arc_add(arc, arc->flow->flow_row[leg], -1);
}

static void add_load(Flow *flow, LegId leg) {
    const Station *station = &flow->problem->kase->stations[flow->booking->from];
    Arc arc = arc_new(flow);
    arc_earn(&arc, formulation_box_worth(flow->booking) - station->load_cost_per_box);
    arc_add(&arc, flow->formulation->demand_row[flow->id], 1);
    arc_lift(&arc, flow->problem->legs[leg].depart_day);
    arc_enter(&arc, leg);
}

static void add_pass(Flow *flow, LegId leg, LegId next) {
    Arc arc = arc_new(flow);
    arc_exit(&arc, leg);
    if (leg_pass_lifts(flow->problem, leg)) {
        arc_lift(&arc, flow->problem->legs[next].depart_day);
    }
    arc_enter(&arc, next);
}

static void add_transfer(Flow *flow, LegId leg, LegId onward) {
    const Leg *legs = flow->problem->legs;
    Arc arc = arc_new(flow);
    arc_earn(&arc, -flow->problem->kase->stations[legs[leg].to].transfer_cost_per_box);
    arc_exit(&arc, leg);
    arc_lift(&arc, legs[leg].arrive_day);
    arc_lift(&arc, legs[onward].depart_day);
    arc_enter(&arc, onward);
}

static void add_unload(Flow *flow, LegId leg) {
    const Leg *last = &flow->problem->legs[leg];
    Arc arc = arc_new(flow);
    arc_earn(&arc, -flow->problem->kase->stations[last->to].unload_cost_per_box -
                       booking_late_cost(flow->problem, flow->booking, last->arrives));
    arc_exit(&arc, leg);
    arc_lift(&arc, last->arrive_day);
}

/** All arcs that lead away from a leg. */
static void add_onward(Flow *flow, LegId leg) {
    LegId next = passed(flow, leg);
    if (next != NONE && flow->useful[next]) {
        add_pass(flow, leg, next);
    }
    Departures onward = transfers(flow, leg);
    for (int i = onward.first; i < onward.end; i++) {
        LegId other = boarded(flow, leg, i);
        if (other != NONE && flow->useful[other]) {
            add_transfer(flow, leg, other);
        }
    }
    if (delivers(flow, leg)) {
        add_unload(flow, leg);
    }
}

static void add_booking(Flow *flow, BookingId id) {
    flow->id = id;
    flow->booking = &flow->problem->bookings[id];
    mark_reached(flow);
    mark_useful(flow);
    Departures first = loadings(flow);
    for (int i = first.first; i < first.end && !flow->lp->failed; i++) {
        LegId leg = boarded(flow, NONE, i);
        if (leg != NONE && flow->useful[leg]) {
            add_load(flow, leg);
        }
    }
    for (LegId leg = 0; leg < flow->problem->n_legs && !flow->lp->failed; leg++) {
        if (flow->useful[leg]) {
            add_onward(flow, leg);
        }
    }
}

bool compact_build(const Formulation *formulation, LpModel *lp) {
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
        for (BookingId id = 0; id < problem->n_bookings && !lp->failed; id++) {
            add_booking(&flow, id);
        }
        ok = !lp->failed;
    }
    free(flow.by_departure);
    free(flow.reached);
    free(flow.useful);
    free(flow.flow_row);
    if (!ok) {
        lp_model_clear(lp);
    }
    return ok;
}
