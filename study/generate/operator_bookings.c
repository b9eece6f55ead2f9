/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an operator's customers want carried. Each booking is made for a journey: ready before it
 * leaves, due after it has arrived. */
#include "study/generate/operator_bookings.h"

#include "base/draws.h"
#include "base/grow.h"
#include "study/generate/operator_timetable.h"

/** What a booking wants of the network. */
typedef enum {
    WAY_OUT,       /**< along a line to Europe */
    WAY_BACK,      /**< along a line to China */
    WAY_ACROSS,    /**< to another line's terminal, with a change of trains */
    WAY_FROM_NEAR, /**< out, from a place that only a feeder serves */
    WAY_TO_NEAR,   /**< out, to such a place */
    N_WAYS
} Way;

static const int WAY_WEIGHTS[N_WAYS] = {61, 31, 4, 2, 2};

/* Boxes of a booking: mostly eight, now and then half a train. */
static const int SIZES[] = {4, 6, 8, 10, 12, 14, 16, 18, 20};
static const int SIZE_WEIGHTS[] = {4, 15, 34, 12, 10, 9, 4, 3, 7};

/* Of box types, for each class; outbound general cargo has a row of its own. */
static const int BOX_WEIGHTS[N_CARGO_CLASSES][N_BOX_TYPES] = {
    [CARGO_GENERAL] = {15, 0, 85, 0, 0},
    [CARGO_LITHIUM] = {15, 0, 80, 5, 0},
    [CARGO_REEFER] = {0, 0, 0, 0, 100},
};
static const int OUTBOUND_BOX_WEIGHTS[N_BOX_TYPES] = {9, 8, 78, 5, 0};

static const int CARGO_WEIGHTS[2][N_CARGO_CLASSES] = {{96, 0, 4}, {81, 14, 5}};

/* Percent of what a 40-foot box of general cargo pays. */
static const int BOX_PAYS[N_BOX_TYPES] = {55, 100, 100, 108, 100};
static const int CARGO_PAYS[N_CARGO_CLASSES] = {100, 120, 122};

/** CNY for a 40-foot box, in hundredths a kilometre, back and out. */
static const int RATE_PER_KM[2] = {225, 410};

enum {
    EARLIEST_D = 6, /**< boxes are ready up to this long before they have to be */
    FEEDER_D = 6,   /**< for a feeder and the wait for it */
    SLACK_LEAST_D = 4,
    SLACK_MOST_D = 10, /**< from arrival to the day they are due */
    MONEY_STEP = 50,
    CHEAP_PERCENT = 68, /**< what cargo found abroad pays, beside the rest of its booking */
    FEEDER_REVENUE = 1500
};

/** The time of day at which boxes are ready: 0 where the date alone is told. */
static int ready_hour(Draws *draws) {
    static const int hours[] = {0, 8, 10, 12, 16, 18};
    return hours[draw_int(draws, 0, 5)];
}

/** @param first, last  the trips that the booking is made for: it changes trains where they differ
 */
static void set_booking_times(const DrawnCase *drawn, DrawnBooking *booking, Trip first, Trip last,
                              Way way, Draws *draws) {
    const Minute departs = trip_departs(drawn, first);
    const DrawnLine *line = &drawn->lines[last.journey->line];
    const Minute delivered = trip_arrives(drawn, last) +
                             operator_release_h(line->route[ROUTE_PLACES - 1]) * MINUTES_PER_HOUR;
    /* Two days before that of the departure, so that any hour is before the cut-off. */
    const Minute ready_day = departs / MINUTES_PER_DAY - 2 - draw_int(draws, 0, EARLIEST_D) -
                             (way == WAY_FROM_NEAR ? FEEDER_D : 0);
    booking->ready = ready_day * MINUTES_PER_DAY + ready_hour(draws) * MINUTES_PER_HOUR;
    booking->due = (Date)(delivered / MINUTES_PER_DAY) +
                   draw_int(draws, SLACK_LEAST_D, SLACK_MOST_D) +
                   (way == WAY_TO_NEAR ? FEEDER_D : 0);
}

static void set_cargo(const DrawnCase *drawn, DrawnBooking *booking, bool outbound, Draws *draws) {
    if (parameters_has(drawn->parameters, FEATURE_CLASSES)) {
        booking->cargo = (CargoClass)draw_weighted(draws, CARGO_WEIGHTS[outbound], N_CARGO_CLASSES);
    }
    const bool usual = outbound && booking->cargo == CARGO_GENERAL;
    booking->box = (BoxType)draw_weighted(
        draws, usual ? OUTBOUND_BOX_WEIGHTS : BOX_WEIGHTS[booking->cargo], N_BOX_TYPES);
    const int usual_boxes =
        SIZES[draw_weighted(draws, SIZE_WEIGHTS, sizeof SIZES / sizeof SIZES[0])];
    const int boxes =
        (usual_boxes * parameters_get(drawn->parameters, PARAMETER_DEMAND) + 500) / 1000;
    booking->boxes = boxes > 1 ? boxes : 1;
    booking->tonnes_10 = booking->box == BOX_20GP || !outbound ? draw_int(draws, 140, 210)
                                                               : draw_int(draws, 90, 200);
}

static int route_km(const int route[ROUTE_PLACES]) {
    int km = 0;
    for (int i = 0; i < ROUTE_SLOTS; i++) {
        km += place_km(route[i], route[i + 1]);
    }
    return km;
}

static int round_money(int money) {
    return (money + MONEY_STEP / 2) / MONEY_STEP * MONEY_STEP;
}

static void set_money(const DrawnCase *drawn, DrawnBooking *booking, const int *route, Way way,
                      Draws *draws) {
    const bool outbound = way != WAY_BACK;
    const int usual =
        route_km(route) * RATE_PER_KM[outbound] / 100 * draw_int(draws, 90, 110) / 100;
    const bool near = way == WAY_FROM_NEAR || way == WAY_TO_NEAR;
    const int feeder =
        near
            ? FEEDER_REVENUE + near_feeder(way == WAY_FROM_NEAR ? booking->from : booking->to)->cost
            : 0;
    booking->revenue = round_money(
        usual * BOX_PAYS[booking->box] / 100 * CARGO_PAYS[booking->cargo] / 100 + feeder);
    if (draw_percent(draws, outbound ? 45 : 15)) {
        booking->late_per_day = draw_percent(draws, 50) ? 400 : 600;
        booking->late_days = 3;
    }
    booking->unserved = outbound && draw_percent(draws, 28) ? 2000 : 0;
    booking->shipper = draw_percent(draws, outbound ? 22 : 8);
    if (!outbound && parameters_has(drawn->parameters, FEATURE_TIERS) && draw_percent(draws, 20)) {
        booking->cheap_boxes = booking->boxes / 2;
        booking->boxes -= booking->cheap_boxes;
        booking->cheap_revenue = round_money(booking->revenue * CHEAP_PERCENT / 100);
    }
}

static int draw_journey(const DrawnCase *drawn, bool outbound, Draws *draws) {
    int left = 0;
    for (int i = 0; i < drawn->n_journeys; i++) {
        left += drawn->lines[drawn->journeys[i].line].outbound == outbound;
    }
    left = draw_int(draws, 1, left);
    int index = -1;
    while (left > 0) {
        index++;
        left -= drawn->lines[drawn->journeys[index].line].outbound == outbound;
    }
    return index;
}

static Way draw_way(const Parameters *parameters, Draws *draws) {
    const Way way = (Way)draw_weighted(draws, WAY_WEIGHTS, N_WAYS);
    const bool near = way == WAY_FROM_NEAR || way == WAY_TO_NEAR;
    return near && !parameters_has(parameters, FEATURE_FEEDERS) ? WAY_OUT : way;
}

static void draw_booking(const DrawnCase *drawn, int index, DrawnBooking *booking) {
    Draws draws = draws_of((uint64_t)drawn->parameters->values[PARAMETER_SEED], DRAWS_BOOKINGS,
                           (uint32_t)index);
    const Way way = draw_way(drawn->parameters, &draws);
    const bool outbound = way != WAY_BACK;
    const Trip first = {
        &drawn->journeys[draw_journey(drawn, outbound, &draws)],
        draw_int(&draws, 0, parameters_get(drawn->parameters, PARAMETER_WEEKS) - 1)};
    const Trip last =
        way == WAY_ACROSS ? trip_draw_change(drawn, first, operator_transfer(), &draws) : first;
    const int *route = drawn->lines[first.journey->line].route;
    const int end = drawn->lines[last.journey->line].route[ROUTE_PLACES - 1];
    *booking = (DrawnBooking){.from = way == WAY_FROM_NEAR ? place_near(route[0]) : route[0],
                              .to = way == WAY_TO_NEAR ? place_near(end) : end,
                              .line = first.journey->line,
                              .week = first.week};
    set_booking_times(drawn, booking, first, last, way, &draws);
    set_cargo(drawn, booking, outbound, &draws);
    set_money(drawn, booking, route, way, &draws);
}

Outcome operator_bookings_draw(DrawnCase *drawn) {
    const int count = parameters_get(drawn->parameters, PARAMETER_BOOKINGS);
    if (!RESIZE(drawn->bookings, count)) {
        return OUTCOME_NO_MEMORY;
    }
    drawn->n_bookings = count;
    for (int i = 0; i < count; i++) {
        draw_booking(drawn, i, &drawn->bookings[i]);
    }
    return OUTCOME_DONE;
}
