/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A country's bookings: 20-foot boxes of general cargo, three in four along a train's whole way,
 * the others with a change of trains. What they pay is now below what their way costs, now four
 * times that. */
#include "study/generate/national_bookings.h"

#include "base/grow.h"
#include "study/generate/national_timetable.h"

/* As many bookings of each size: half of the boxes are in one of nine bookings. */
static const int SIZES[] = {1, 2, 2, 4, 6, 8, 8, 12, 20};

enum {
    N_SIZES = sizeof SIZES / sizeof SIZES[0],
    CHANGE_PERCENT = 25,
    READY_LEAST_H = 6, /**< before the departure that the booking is made for */
    READY_MOST_H = 72,
    SLACK_LEAST_D = 1, /**< from its arrival to the day it is due */
    SLACK_MOST_D = 9,
    WAY_COST = 300, /**< of a TEU, USD: as slots cost */
    WAY_COST_PER_10_000_KM = 1525,
    PAYS_LEAST_PERCENT = 70, /**< of that cost */
    MONEY_STEP = 10
};

/** What a TEU's way between two ends costs, by the border and gateway that most trains take. */
static int way_cost(int from, int to) {
    const int hub = place_is_hub(from) ? from : to;
    const int terminal = hub == from ? to : from;
    const int km = place_km(hub, ALASHANKOU) + place_km(ALASHANKOU, MALASZEWICZE) +
                   place_km(MALASZEWICZE, terminal);
    return WAY_COST + km * WAY_COST_PER_10_000_KM / 10000;
}

/** In proportion to the demand that is asked for, and one box at least. */
static int draw_boxes(const DrawnCase *drawn, Draws *draws) {
    const int usual = SIZES[draw_int(draws, 0, N_SIZES - 1)];
    const int boxes = (usual * parameters_get(drawn->parameters, PARAMETER_DEMAND) + 500) / 1000;
    return boxes > 1 ? boxes : 1;
}

static void draw_national_booking(const DrawnCase *drawn, int index, DrawnBooking *booking) {
    Draws draws = draws_of((uint64_t)drawn->parameters->values[PARAMETER_SEED], DRAWS_BOOKINGS,
                           (uint32_t)index);
    const Trip first = {
        &drawn->journeys[draw_int(&draws, 0, drawn->n_journeys - 1)],
        draw_int(&draws, 0, parameters_get(drawn->parameters, PARAMETER_WEEKS) - 1)};
    const Trip last = draw_percent(&draws, CHANGE_PERCENT)
                          ? trip_draw_change(drawn, first, national_transfer(), &draws)
                          : first;
    const int from = drawn->lines[first.journey->line].route[0];
    const int to = drawn->lines[last.journey->line].route[ROUTE_PLACES - 1];
    *booking = (DrawnBooking){
        .from = from, .to = to, .box = BOX_20GP, .line = first.journey->line, .week = first.week};
    booking->ready = trip_departs(drawn, first) -
                     draw_int(&draws, READY_LEAST_H, READY_MOST_H) * MINUTES_PER_HOUR;
    booking->due = (Date)(trip_arrives(drawn, last) / MINUTES_PER_DAY) +
                   draw_int(&draws, SLACK_LEAST_D, SLACK_MOST_D);
    booking->boxes = draw_boxes(drawn, &draws);
    booking->tonnes_10 = draw_int(&draws, 40, 140);
    const int percent = PAYS_LEAST_PERCENT + draw_int(&draws, 0, 110) + draw_int(&draws, 0, 100);
    booking->revenue = way_cost(from, to) * percent / 100 / MONEY_STEP * MONEY_STEP;
}

Outcome national_bookings_draw(DrawnCase *drawn) {
    const int count = parameters_get(drawn->parameters, PARAMETER_BOOKINGS);
    if (!RESIZE(drawn->bookings, count)) {
        return OUTCOME_NO_MEMORY;
    }
    drawn->n_bookings = count;
    for (int i = 0; i < count; i++) {
        draw_national_booking(drawn, i, &drawn->bookings[i]);
    }
    return OUTCOME_DONE;
}
