/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Load factors near what can be reached, weekly minima and bookings that must travel, drawn so that
 * they can be kept: each line's own cargo is counted for them. */
#include "study/generate/operator_rules.h"

#include "base/draws.h"
#include "study/generate/operator_timetable.h"

enum {
    MINIMUM_PERCENT = 80, /**< of the lines that could, so many are asked for a train a week */
    MUST_PERCENT = 10,
    MUST_BOXES_MOST = 14,
    FILLED_PERCENT = 150, /**< of a train's least load, that a week's bookings must come to */
    ROOM_OF_A_BOX_TEU = 2
};

static const int TEU_100[N_BOX_TYPES] = {100, 200, 200, 225, 200};

/** What a line's slots offer. */
typedef struct {
    int km;
    int teu_km;    /**< the sum over the slots */
    int least_teu; /**< of the shortest slot */
} Offer;

static Offer offer_of(const DrawnCase *drawn, const DrawnLine *line) {
    Offer offer = {0};
    for (int i = 0; i < ROUTE_SLOTS; i++) {
        const DrawnSlot *slot = &drawn->slots[line->slots[i]];
        offer.km += slot->km;
        offer.teu_km += slot->km * slot->teu;
        if (i == 0 || slot->teu < offer.least_teu) {
            offer.least_teu = slot->teu;
        }
    }
    return offer;
}

/* Boxes that ride all the way fill the slot with the least room, and leave the others as empty as
 * these are longer. */
int operator_load_factor_100(const DrawnCase *drawn, bool outbound) {
    const int share = parameters_get(drawn->parameters, outbound ? PARAMETER_LOAD_FACTOR
                                                                 : PARAMETER_RETURN_LOAD_FACTOR);
    int sum = 0;
    int count = 0;
    for (int i = 0; i < drawn->n_lines; i++) {
        if (drawn->lines[i].outbound == outbound) {
            const Offer offer = offer_of(drawn, &drawn->lines[i]);
            sum += (int)(1000LL * offer.least_teu * offer.km / offer.teu_km);
            count++;
        }
    }
    return sum / count * share / 10000;
}

/** The TEU that a train of the line has to carry all the way; more than it has room for where boxes
 * that ride all the way cannot do. */
static int least_load(const DrawnCase *drawn, const DrawnLine *line) {
    const Offer offer = offer_of(drawn, line);
    const int load_factor_100 = operator_load_factor_100(drawn, line->outbound);
    return (int)(1LL * offer.teu_km * load_factor_100 * OFFERED_1000 / 100000 / offer.km) + 1;
}

/** Trains of different lines and weeks that can all run, and be filled, at once. */
typedef struct {
    Trip trips[N_HUBS * WEEKS_MOST];
    int count;
} Witness;

static bool is_between_ends(const DrawnBooking *booking, const DrawnLine *line) {
    return booking->from == line->route[0] && booking->to == line->route[ROUTE_PLACES - 1];
}

/** What those bookings that were made for a week can fill of the line's journey in it, in TEU. */
static int can_ride(const DrawnCase *drawn, Trip trip) {
    const DrawnLine *line = &drawn->lines[trip.journey->line];
    const int release_h = operator_release_h(line->route[ROUTE_PLACES - 1]);
    const Minute closes =
        trip_departs(drawn, trip) - operator_cutoff_h(line->route[0]) * MINUTES_PER_HOUR;
    const Date delivered =
        (Date)((trip_arrives(drawn, trip) + release_h * MINUTES_PER_HOUR) / MINUTES_PER_DAY);
    int teu_100 = 0;
    for (int i = 0; i < drawn->n_bookings; i++) {
        const DrawnBooking *booking = &drawn->bookings[i];
        if (booking->week == trip.week && is_between_ends(booking, line) &&
            booking->ready <= closes && booking->due >= delivered) {
            teu_100 += booking->boxes * TEU_100[booking->box];
        }
    }
    return teu_100 / 100;
}

static bool is_free(const DrawnCase *drawn, const Witness *witness, Trip trip) {
    for (int i = 0; i < witness->count; i++) {
        if (trips_clash(drawn, trip, witness->trips[i])) {
            return false;
        }
    }
    return true;
}

/** Finds a train of the line for the week; false where there is none. */
static bool find_witness_train(const DrawnCase *drawn, int line, int week, int load,
                               Witness *witness) {
    for (int i = 0; i < drawn->n_journeys; i++) {
        const Trip trip = {&drawn->journeys[i], week};
        if (trip.journey->line == line && can_ride(drawn, trip) >= load &&
            is_free(drawn, witness, trip)) {
            witness->trips[witness->count++] = trip;
            return true;
        }
    }
    return false;
}

/** Finds a train of the line for every week, or leaves the witness as it is. */
static bool find_trains(const DrawnCase *drawn, int index, Witness *witness) {
    const DrawnLine *line = &drawn->lines[index];
    const int load = least_load(drawn, line) * FILLED_PERCENT / 100;
    const int room = offer_of(drawn, line).least_teu * OFFERED_1000 / 1000 - ROOM_OF_A_BOX_TEU;
    if (!line->outbound || line->rank > 0 || least_load(drawn, line) > room) {
        return false;
    }
    const int before = witness->count;
    const int weeks = parameters_get(drawn->parameters, PARAMETER_WEEKS);
    for (int week = 0; week < weeks; week++) {
        if (!find_witness_train(drawn, index, week, load, witness)) {
            witness->count = before;
            return false;
        }
    }
    return true;
}

static void draw_must(DrawnCase *drawn) {
    for (int i = 0; i < drawn->n_bookings; i++) {
        DrawnBooking *booking = &drawn->bookings[i];
        const DrawnLine *line = &drawn->lines[booking->line];
        Draws draws = draws_of((uint64_t)drawn->parameters->values[PARAMETER_SEED], DRAWS_RULES,
                               (uint32_t)(N_PLACES + i));
        const bool drawn_for_it = draw_percent(&draws, MUST_PERCENT);
        if (drawn_for_it && line->per_week_min > 0 && is_between_ends(booking, line) &&
            booking->cargo == CARGO_GENERAL && booking->boxes <= MUST_BOXES_MOST) {
            booking->must = true;
            booking->shipper = true; /* no want of our own containers keeps it back */
        }
    }
}

void operator_rules_draw(DrawnCase *drawn) {
    if (!parameters_has(drawn->parameters, FEATURE_MUST)) {
        return;
    }
    Witness witness = {0};
    for (int i = 0; i < drawn->n_lines; i++) {
        DrawnLine *line = &drawn->lines[i];
        Draws draws =
            draws_of((uint64_t)drawn->parameters->values[PARAMETER_SEED], DRAWS_RULES, (uint32_t)i);
        const bool drawn_for_it = draw_percent(&draws, MINIMUM_PERCENT);
        line->per_week_min = drawn_for_it && find_trains(drawn, i, &witness) ? 1 : 0;
    }
    draw_must(drawn);
}

int operator_trains_per_week(const DrawnCase *drawn, int place) {
    int count = 0;
    for (int i = 0; i < drawn->n_journeys; i++) {
        const int *route = drawn->lines[drawn->journeys[i].line].route;
        for (int j = 0; j < ROUTE_PLACES; j++) {
            count += route[j] == place;
        }
    }
    return count;
}

int operator_boxes_wanted(const DrawnCase *drawn, int place) {
    int boxes = 0;
    for (int i = 0; i < drawn->n_bookings; i++) {
        const DrawnBooking *booking = &drawn->bookings[i];
        if (booking->from == place && booking->box == BOX_40HC && !booking->shipper) {
            boxes += booking->boxes + booking->cheap_boxes;
        }
    }
    return boxes;
}
