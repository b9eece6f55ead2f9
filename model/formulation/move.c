/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each move of a box earns, costs and adds to the rows, and whole columns made of moves. */
#include "model/formulation/move.h"

#include <stdlib.h>

#include "base/grow.h"
#include "model/problem/booking.h"
#include "model/problem/calendar.h"
#include "model/problem/equipment.h"
#include "model/promises/commitment.h"

void move_clear(CargoColumn *column) {
    column->money = 0;
    column->objective = 0;
    column->count = 0;
}

void cargo_column_free(CargoColumn *column) {
    free(column->rows);
    free(column->values);
    *column = (CargoColumn){0};
}

static bool column_grow(CargoColumn *column) {
    int room = grow_room(column->count + 1, column->room);
    if (!RESIZE(column->rows, room) || !RESIZE(column->values, room)) {
        return false;
    }
    column->room = room;
    return true;
}

/** Adds an entry; rows that are not there and zeros are left out. */
static void column_add(CargoColumn *column, RowId row, double value) {
    if (row == NONE || value == 0) {
        return;
    }
    if (column->count == column->room && !column_grow(column)) {
        column->failed = true;
        return;
    }
    column->rows[column->count] = row;
    column->values[column->count++] = value;
}

static const Booking *flow_of(const Formulation *formulation, BookingId flow) {
    return &formulation->problem->bookings[flow];
}

static void lift(const Formulation *formulation, StationDayId day, CargoColumn *column) {
    column_add(column, formulation->lift_row[day], 1);
}

void move_book(const Formulation *formulation, BookingId flow, CargoColumn *column) {
    const Booking *booking = flow_of(formulation, flow);
    if (booking->empty) {
        return;
    }
    column->money += formulation_box_worth(booking);
    column_add(column, formulation->demand_row[flow], 1);
    for (int i = 0; i < formulation->n_measures; i++) {
        if (formulation->measures[i].measure.kind == GOAL_TEU) {
            column_add(column, formulation->measures[i].row, booking->teu);
        }
    }
}

/** A container leaves (`count` 1) or joins (−1) the stock of a station at an instant. */
static void change_stock(const Formulation *formulation, int equipment, StationId station,
                         Minute at, int count, CargoColumn *column) {
    const Problem *problem = formulation->problem;
    StockDay day = calendar_stock_day(problem, at);
    column_add(column, formulation->stock_row[stock_index(problem, equipment, station, day)],
               count);
    RowId fleet = formulation->fleet_row[equipment];
    if (fleet != NONE) {
        column_add(column, fleet, -count * calendar_stock_period(problem, at));
    }
}

void move_take(const Formulation *formulation, BookingId flow, StationId station, Minute departs,
               CargoColumn *column) {
    const Booking *booking = flow_of(formulation, flow);
    if (booking->equipment != NONE) {
        const Equipment *type = &formulation->problem->kase->equipment[booking->equipment];
        Minute at = booking->empty ? departs : departs - type->turn_load_min;
        change_stock(formulation, booking->equipment, station, at, 1, column);
    }
}

void move_give(const Formulation *formulation, BookingId flow, StationId station, Minute arrives,
               CargoColumn *column) {
    const Booking *booking = flow_of(formulation, flow);
    if (booking->equipment != NONE) {
        const Equipment *type = &formulation->problem->kase->equipment[booking->equipment];
        Minute at = booking->empty ? arrives : arrives + type->turn_unload_min;
        change_stock(formulation, booking->equipment, station, at, -1, column);
    }
}

/** It is put on a train, or taken off, at a station: what that costs the box, or an empty.
 *  @param cost  of a loaded box */
static void handle(const Formulation *formulation, BookingId flow, StationId station, double cost,
                   StationDayId day, CargoColumn *column) {
    const Booking *booking = flow_of(formulation, flow);
    const Case *kase = formulation->problem->kase;
    column->money -=
        booking->empty ? equipment_at(kase, booking->equipment, station).empty_handling_cost : cost;
    lift(formulation, day, column);
}

void move_load(const Formulation *formulation, BookingId flow, LegId id, CargoColumn *column) {
    const Leg *leg = &formulation->problem->legs[id];
    const Station *station = &formulation->problem->kase->stations[leg->from];
    handle(formulation, flow, leg->from, station->load_cost_per_box, leg->depart_day, column);
}

void move_unload(const Formulation *formulation, BookingId flow, LegId id, CargoColumn *column) {
    const Leg *leg = &formulation->problem->legs[id];
    const Station *station = &formulation->problem->kase->stations[leg->to];
    handle(formulation, flow, leg->to, station->unload_cost_per_box, leg->arrive_day, column);
}

void move_ride(const Formulation *formulation, BookingId flow, LegId id, CargoColumn *column) {
    const Booking *booking = flow_of(formulation, flow);
    const Leg *leg = &formulation->problem->legs[id];
    column->money -= leg_cost_per_box(leg, booking);
    for (int i = formulation->leg_term_start[leg->base];
         i < formulation->leg_term_start[leg->base + 1]; i++) {
        const LegTerm *term = &formulation->leg_terms[i];
        column_add(column, term->row, leg_term_value(term, booking));
    }
}

void move_pass(const Formulation *formulation, LegId leg, CargoColumn *column) {
    const Problem *problem = formulation->problem;
    if (problem->kase->stations[problem->legs[leg].to].gauge_break) {
        lift(formulation, problem->legs[problem->legs[leg].next].depart_day, column);
    }
}

void move_leave(const Formulation *formulation, LegId leg, CargoColumn *column) {
    lift(formulation, formulation->problem->legs[leg].arrive_day, column);
}

void move_board(const Formulation *formulation, LegId id, CargoColumn *column) {
    const Leg *leg = &formulation->problem->legs[id];
    column->money -= formulation->problem->kase->stations[leg->from].transfer_cost_per_box;
    lift(formulation, leg->depart_day, column);
}

void move_feed(const Formulation *formulation, FeederRunId id, CargoColumn *column) {
    const FeederRun *run = &formulation->problem->feeder_runs[id];
    column->money -= formulation->problem->kase->feeders[run->feeder].cost_per_box;
    column_add(column, formulation->feeder_row[run->day], 1);
}

void move_deliver(const Formulation *formulation, BookingId flow, Minute delivered,
                  CargoColumn *column) {
    const Booking *booking = flow_of(formulation, flow);
    if (!booking->empty) {
        column->money -= booking_late_cost(booking, delivered);
    }
}

void move_promise(const Formulation *formulation, int promise, CargoColumn *column) {
    if (promise != NONE) {
        column_add(column, formulation->promise_row[promise], 1);
    }
}

/** Adds up the entries of the same row. Columns are short, so insertion sort does. */
static void column_merge(CargoColumn *column) {
    for (int i = 1; i < column->count; i++) {
        RowId row = column->rows[i];
        double value = column->values[i];
        int j = i;
        for (; j > 0 && column->rows[j - 1] > row; j--) {
            column->rows[j] = column->rows[j - 1];
            column->values[j] = column->values[j - 1];
        }
        column->rows[j] = row;
        column->values[j] = value;
    }
    int kept = 0;
    for (int i = 0; i < column->count; i++) {
        if (kept > 0 && column->rows[kept - 1] == column->rows[i]) {
            column->values[kept - 1] += column->values[i];
        } else {
            column->rows[kept] = column->rows[i];
            column->values[kept++] = column->values[i];
        }
    }
    column->count = kept;
}

void move_finish(const Formulation *formulation, CargoColumn *column) {
    column_add(column, formulation->money_row, column->money);
    column_merge(column);
    column->objective =
        formulation->aim_row == NONE ? formulation->money_weight * column->money : 0;
    for (int i = 0; i < column->count && formulation->aim_row != NONE; i++) {
        column->objective += column->rows[i] == formulation->aim_row ? column->values[i] : 0;
    }
}

static void add_ride(const Formulation *formulation, BookingId flow, const Ride *ride, bool first,
                     CargoColumn *column) {
    if (ride->before != NONE) {
        move_feed(formulation, ride->before, column);
    }
    if (first || ride->before != NONE) {
        move_load(formulation, flow, ride->first, column);
    } else {
        move_board(formulation, ride->first, column);
    }
    for (LegId leg = ride->first; leg <= ride->last; leg++) {
        move_ride(formulation, flow, leg, column);
        if (leg < ride->last) {
            move_pass(formulation, leg, column);
        }
    }
}

/** How the container comes out of the stock and goes back into one. */
static void add_ends(const Formulation *formulation, BookingId flow, const Ride *first,
                     const Ride *last, CargoColumn *column) {
    const Problem *problem = formulation->problem;
    const Leg *from = &problem->legs[first->first], *to = &problem->legs[last->last];
    if (first->before == NONE) {
        move_take(formulation, flow, from->from, from->departs, column);
    } else {
        const FeederRun *run = &problem->feeder_runs[first->before];
        move_take(formulation, flow, problem->kase->feeders[run->feeder].from, run->departs,
                  column);
    }
    if (last->after == NONE) {
        move_give(formulation, flow, to->to, to->arrives, column);
    } else {
        const FeederRun *run = &problem->feeder_runs[last->after];
        move_feed(formulation, last->after, column);
        move_give(formulation, flow, problem->kase->feeders[run->feeder].to, run->arrives, column);
    }
}

bool cargo_column_make(const Formulation *formulation, BookingId flow, const Ride *rides,
                       int n_rides, CargoColumn *column) {
    const Ride *last = &rides[n_rides - 1];
    move_clear(column);
    move_book(formulation, flow, column);
    for (int i = 0; i < n_rides; i++) {
        add_ride(formulation, flow, &rides[i], i == 0, column);
        bool by_feeder = i + 1 == n_rides || rides[i + 1].before != NONE;
        if (by_feeder) {
            move_unload(formulation, flow, rides[i].last, column);
        } else {
            move_leave(formulation, rides[i].last, column);
        }
    }
    add_ends(formulation, flow, &rides[0], last, column);
    move_deliver(formulation, flow, booking_delivered(formulation->problem, last), column);
    move_promise(formulation, commitment_find(formulation->problem, flow, rides, n_rides), column);
    move_finish(formulation, column);
    return !column->failed;
}

double cargo_column_reduced(const CargoColumn *column, const double *price) {
    double reduced = column->objective;
    for (int i = 0; i < column->count; i++) {
        reduced -= column->values[i] * price[column->rows[i]];
    }
    return reduced;
}
