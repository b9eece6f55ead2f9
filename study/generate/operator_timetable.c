/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When trains leave: from their first station spread over the week, and from each border where they
 * can go on after their dwell, on a path of their own or on one that another train would have, too.
 */
#include "study/generate/operator_timetable.h"

enum {
    STEP_MIN = 30,    /**< departures are on the half hour */
    JITTER_H = 10,    /**< of a departure from the even spread, either way */
    WAIT_MOST_H = 16, /**< of a train for a path of its own, beyond the least dwell */
    CUTOFF_CHINA_H = 24,
    CUTOFF_EUROPE_H = 12,
    RELEASE_CHINA_H = 12,
    RELEASE_EUROPE_H = 8
};

Dwell operator_dwell(int place) {
    if (place == ERENHOT || place == MANZHOULI) {
        return (Dwell){12, 60};
    }
    return place < FIRST_GATEWAY ? (Dwell){12, 48} : (Dwell){16, 60};
}

Dwell operator_transfer(void) {
    return (Dwell){30, 96};
}

/** The shortest wait for a departure that is there already; -1 where none is in reach. */
static int wait_for_path(const DrawnSlot *slot, int arrives, int least_min, int most_min) {
    int best = -1;
    for (int i = 0; i < slot->n_departs; i++) {
        const int wait = week_wait(arrives, week_utc(slot->from, slot->departs[i]));
        if (wait >= least_min && wait <= most_min && (best < 0 || wait < best)) {
            best = wait;
        }
    }
    return best;
}

/** How long a train waits for its next slot, which gets a departure for it where need be; -1 where
 * memory ran out. */
static int go_on(const DrawnCase *drawn, DrawnSlot *slot, int arrives, Draws *draws) {
    const Dwell dwell = operator_dwell(slot->from);
    const int least = dwell.least_h * MINUTES_PER_HOUR + DWELL_SPARE_MIN;
    const int most = dwell.most_h * MINUTES_PER_HOUR - DWELL_SPARE_MIN;
    const bool own = draw_int(draws, 1, 1000) <= parameters_get(drawn->parameters, PARAMETER_PATHS);
    int wait = own ? -1 : wait_for_path(slot, arrives, least, most);
    if (wait < 0) {
        wait = least + STEP_MIN * draw_int(draws, 0, WAIT_MOST_H * MINUTES_PER_HOUR / STEP_MIN);
        if (!drawn_slot_depart(slot, week_local(slot->from, arrives + wait))) {
            return -1;
        }
    }
    return wait;
}

/** One train a week, from its first departure to its end. */
static Outcome add_journey(DrawnCase *drawn, int line_index, int departs, Draws *draws) {
    DrawnLine *line = &drawn->lines[line_index];
    const int index = drawn_journey_add(drawn);
    DrawnSlot *first = &drawn->slots[line->slots[0]];
    if (index < 0 || !drawn_slot_depart(first, week_local(first->from, departs))) {
        return OUTCOME_NO_MEMORY;
    }
    DrawnJourney *journey = &drawn->journeys[index];
    *journey = (DrawnJourney){.line = line_index, .departs = departs, .takes_min = first->run_min};
    for (int i = 0; i < ROUTE_SLOTS; i++) {
        journey->slots[i] = line->slots[i];
    }
    for (int i = 1; i < ROUTE_SLOTS; i++) {
        DrawnSlot *slot = &drawn->slots[line->slots[i]];
        const int wait = go_on(drawn, slot, journey->departs + journey->takes_min, draws);
        if (wait < 0) {
            return OUTCOME_NO_MEMORY;
        }
        journey->leg_waits[i] = journey->takes_min + wait;
        journey->takes_min += wait + slot->run_min;
    }
    if (journey->takes_min > line->longest_min) {
        line->longest_min = journey->takes_min;
    }
    return OUTCOME_DONE;
}

/** How many trains leave in a week. */
static int draw_departures(const DrawnLine *line, Draws *draws) {
    if (!line->outbound) {
        return draw_percent(draws, 75) ? 2 : 1;
    }
    return line->rank > 0 || draw_percent(draws, 30) ? 2 : 3;
}

static Outcome draw_line(DrawnCase *drawn, int line_index) {
    Draws draws = draws_of((uint64_t)drawn->parameters->values[PARAMETER_SEED], DRAWS_TIMETABLE,
                           (uint32_t)line_index);
    DrawnLine *line = &drawn->lines[line_index];
    line->per_week_max = draw_departures(line, &draws);
    const int every = WEEK_MIN / line->per_week_max;
    const int begin = draw_int(&draws, 0, WEEK_MIN / STEP_MIN - 1) * STEP_MIN;
    Outcome outcome = OUTCOME_DONE;
    for (int i = 0; i < line->per_week_max && outcome == OUTCOME_DONE; i++) {
        const int jitter = STEP_MIN * draw_int(&draws, -2 * JITTER_H, 2 * JITTER_H);
        const int departs = (begin + i * every + jitter) / STEP_MIN * STEP_MIN;
        const int at = week_utc(line->route[0], departs);
        outcome =
            add_journey(drawn, line_index, trip_within_weeks(drawn, line->route[0], at), &draws);
    }
    return outcome;
}

Outcome operator_timetable_draw(DrawnCase *drawn) {
    Outcome outcome = OUTCOME_DONE;
    for (int i = 0; i < drawn->n_lines && outcome == OUTCOME_DONE; i++) {
        outcome = draw_line(drawn, i);
    }
    return outcome;
}

int operator_cutoff_h(int place) {
    return place_is_hub(place) ? CUTOFF_CHINA_H : CUTOFF_EUROPE_H;
}

int operator_release_h(int place) {
    return place_is_hub(place) ? RELEASE_CHINA_H : RELEASE_EUROPE_H;
}
