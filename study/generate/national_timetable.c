/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A country's trains: each of the week's has slots of its own, and others could run on slots of two
 * or three of them. So as many trains can run as were drawn, and which ones is to be chosen. */
#include "study/generate/national_timetable.h"

#include <stdio.h>
#include <string.h>

enum {
    STEP_MIN = 30,   /**< departures and times are on the half hour */
    SPEED_KM_H = 36, /**< waits on the way included */
    TRAIN_TEU = 110,
    TRAIN_TONNES = 1320,
    DWELL_LEAST_H = 4, /**< of a train on slots of its own */
    DWELL_MOST_H = 12,
    TEU_COST = 100, /**< of a slot, USD */
    TEU_COST_PER_10_000_KM = 1525,
    TRAIN_COST_PER_KM = 5,
    ATTEMPTS = 40 /**< to find one more train */
};

static const int BORDER_WEIGHTS[N_BORDERS] = {35, 33, 17, 15};
static const int GATEWAY_WEIGHTS[N_GATEWAYS] = {67, 17, 16};

Dwell national_dwell(void) {
    return (Dwell){0, 24};
}

Dwell national_transfer(void) {
    return (Dwell){6, 120};
}

static int draw_place(Draws *draws, int first, const int *weights, int count) {
    int own[N_HUBS];
    for (int i = 0; weights == NULL && i < count; i++) {
        own[i] = place_at(first + i)->weight;
    }
    return first + draw_weighted(draws, weights != NULL ? weights : own, count);
}

/** The line between two ends, made where there is none; -1 where memory ran out. */
static int line_between(DrawnCase *drawn, int from, int to) {
    for (int i = 0; i < drawn->n_lines; i++) {
        if (drawn->lines[i].route[0] == from && drawn->lines[i].route[ROUTE_PLACES - 1] == to) {
            return i;
        }
    }
    const int index = drawn_line_add(drawn);
    if (index >= 0) {
        drawn->lines[index].route[0] = from;
        drawn->lines[index].route[ROUTE_PLACES - 1] = to;
        drawn->lines[index].outbound = place_is_hub(from);
    }
    return index;
}

/** A slot for one departure a week (UTC); -1 where memory ran out. */
static int add_own_slot(DrawnCase *drawn, int train, int number, int from, int to, int departs) {
    const int index = drawn_slot_add(drawn);
    if (index < 0) {
        return -1;
    }
    const bool chosen = parameters_get(drawn->parameters, PARAMETER_CANDIDATES) > 0;
    DrawnSlot *slot = &drawn->slots[index];
    (void)snprintf(slot->id, sizeof slot->id, "P%04d-%d", train + 1, number + 1);
    slot->from = from;
    slot->to = to;
    slot->stretch = place_is_hub(from) || place_is_hub(to)             ? 0
                    : place_is_terminal(from) || place_is_terminal(to) ? 2
                                                                       : 1;
    slot->km = place_km(from, to);
    slot->run_min = slot->km * MINUTES_PER_HOUR / SPEED_KM_H / STEP_MIN * STEP_MIN + STEP_MIN;
    slot->teu = TRAIN_TEU;
    slot->tonnes = TRAIN_TONNES;
    slot->teu_cost = TEU_COST + slot->km * TEU_COST_PER_10_000_KM / 10000;
    slot->train_cost = chosen ? slot->km * TRAIN_COST_PER_KM / 100 * 100 : 0;
    return drawn_slot_depart(slot, week_local(from, departs)) ? index : -1;
}

/** A train on slots of its own. */
static Outcome add_train(DrawnCase *drawn, int train, const int route[ROUTE_PLACES], Draws *draws) {
    const int line = line_between(drawn, route[0], route[ROUTE_PLACES - 1]);
    const int index = drawn_journey_add(drawn);
    if (line < 0 || index < 0) {
        return OUTCOME_NO_MEMORY;
    }
    DrawnJourney *journey = &drawn->journeys[index];
    journey->line = line;
    journey->departs =
        trip_within_weeks(drawn, route[0], STEP_MIN * draw_int(draws, 0, WEEK_MIN / STEP_MIN - 1));
    for (int i = 0; i < ROUTE_SLOTS; i++) {
        if (i > 0) {
            journey->takes_min +=
                STEP_MIN * draw_int(draws, DWELL_LEAST_H * MINUTES_PER_HOUR / STEP_MIN,
                                    DWELL_MOST_H * MINUTES_PER_HOUR / STEP_MIN);
        }
        const int slot = add_own_slot(drawn, train, i, route[i], route[i + 1],
                                      week_wait(0, journey->departs + journey->takes_min));
        if (slot < 0) {
            return OUTCOME_NO_MEMORY;
        }
        journey->slots[i] = slot;
        journey->leg_waits[i] = journey->takes_min;
        journey->takes_min += drawn->slots[slot].run_min;
    }
    return OUTCOME_DONE;
}

static Outcome draw_train(DrawnCase *drawn, int train) {
    Draws draws =
        draws_of((uint64_t)drawn->parameters->values[PARAMETER_SEED], DRAWS_LINES, (uint32_t)train);
    static const int hw[] = {20, 43, 38, 43, 34, 18, 18, 21, 14, 16, 10, 23};
    static const int tw[] = {44, 29, 26, 23, 8, 9, 16, 7, 12, 4, 15, 9};
    const int hub = draw_place(&draws, 0, hw, N_HUBS);
    const int border = draw_place(&draws, FIRST_BORDER, BORDER_WEIGHTS, N_BORDERS);
    const int gateway = draw_place(&draws, FIRST_GATEWAY, GATEWAY_WEIGHTS, N_GATEWAYS);
    const int terminal = draw_place(&draws, FIRST_TERMINAL, tw, N_TERMINALS);
    const int out[ROUTE_PLACES] = {hub, border, gateway, terminal};
    const int back[ROUTE_PLACES] = {terminal, gateway, border, hub};
    return add_train(drawn, train, train % 2 == 0 ? out : back, &draws);
}

Outcome national_timetable_draw(DrawnCase *drawn) {
    const int trains = parameters_get(drawn->parameters, PARAMETER_TRAINS);
    Outcome outcome = OUTCOME_DONE;
    for (int i = 0; i < trains && outcome == OUTCOME_DONE; i++) {
        outcome = draw_train(drawn, i);
    }
    return outcome;
}

/* ---- trains to choose from ---- */

/** A train that takes the slots of others: the wait for the next of them, -1 where it cannot go on.
 */
static int wait_for(const DrawnCase *drawn, const DrawnJourney *journey, int next, int leg) {
    const DrawnSlot *before = &drawn->slots[journey->slots[leg - 1]];
    const DrawnSlot *slot = &drawn->slots[drawn->journeys[next].slots[leg]];
    const int arrives = week_wait(0, journey->departs + journey->takes_min);
    const int wait = week_wait(arrives, week_utc(slot->from, slot->departs[0]));
    return before->to == slot->from && dwell_allows(national_dwell(), wait) ? wait : -1;
}

/** Goes on with the slot of one of the week's trains, each that can be had equally likely; false
 * where there is none.
 *  @param direction  as the parity of trains has it */
static bool go_on_with_any(const DrawnCase *drawn, DrawnJourney *journey, int leg, int direction,
                           Draws *draws) {
    const int trains = parameters_get(drawn->parameters, PARAMETER_TRAINS);
    int count = 0;
    int wait = 0;
    for (int i = direction; i < trains; i += 2) {
        const int found = wait_for(drawn, journey, i, leg);
        if (found >= 0 && draw_int(draws, 0, count++) == 0) {
            wait = found;
            journey->slots[leg] = drawn->journeys[i].slots[leg];
        }
    }
    if (count > 0) {
        journey->leg_waits[leg] = journey->takes_min + wait;
        journey->takes_min += wait + drawn->slots[journey->slots[leg]].run_min;
    }
    return count > 0;
}

static bool is_known(const DrawnCase *drawn, const DrawnJourney *journey) {
    for (int i = 0; i < drawn->n_journeys; i++) {
        if (memcmp(drawn->journeys[i].slots, journey->slots, sizeof journey->slots) == 0) {
            return true;
        }
    }
    return false;
}

/** Draws a train that begins as one of the week's does; false where it leads nowhere or is known.
 */
static bool draw_candidate(const DrawnCase *drawn, DrawnJourney *journey, Draws *draws) {
    const int first = draw_int(draws, 0, parameters_get(drawn->parameters, PARAMETER_TRAINS) - 1);
    const DrawnJourney *begin = &drawn->journeys[first];
    *journey = (DrawnJourney){.departs = begin->departs,
                              .slots = {begin->slots[0]},
                              .takes_min = drawn->slots[begin->slots[0]].run_min};
    for (int leg = 1; leg < ROUTE_SLOTS; leg++) {
        if (!go_on_with_any(drawn, journey, leg, first % 2, draws)) {
            return false;
        }
    }
    return !is_known(drawn, journey);
}

/** One more train; none where a fair number of attempts finds none. */
static Outcome add_candidate(DrawnCase *drawn, int number) {
    Draws draws = draws_of((uint64_t)drawn->parameters->values[PARAMETER_SEED], DRAWS_CANDIDATES,
                           (uint32_t)number);
    DrawnJourney journey = {0};
    for (int i = 0; i < ATTEMPTS; i++) {
        if (draw_candidate(drawn, &journey, &draws)) {
            journey.line = line_between(drawn, drawn->slots[journey.slots[0]].from,
                                        drawn->slots[journey.slots[ROUTE_SLOTS - 1]].to);
            const int index = drawn_journey_add(drawn);
            if (journey.line < 0 || index < 0) {
                return OUTCOME_NO_MEMORY;
            }
            drawn->journeys[index] = journey;
            break;
        }
    }
    return OUTCOME_DONE;
}

Outcome national_candidates_draw(DrawnCase *drawn) {
    const int candidates = parameters_get(drawn->parameters, PARAMETER_CANDIDATES);
    Outcome outcome = OUTCOME_DONE;
    for (int i = drawn->n_journeys; i < candidates && outcome == OUTCOME_DONE; i++) {
        outcome = add_candidate(drawn, i);
    }
    return outcome;
}
