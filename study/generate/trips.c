/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Instants of journeys, which are kept as minutes of a week, in a week of the horizon. */
#include "study/generate/trips.h"

#include "base/date.h"

enum { MARCH = 3, OCTOBER = 10 };

int week_wait(int from, int to) {
    return ((to - from) % WEEK_MIN + WEEK_MIN) % WEEK_MIN;
}

static int clock_of(int place) {
    return place_at(place)->utc_hours * MINUTES_PER_HOUR;
}

int week_local(int place, int minute) {
    return week_wait(0, minute + clock_of(place));
}

int week_utc(int place, int local) {
    return week_wait(0, local - clock_of(place));
}

bool dwell_allows(Dwell dwell, Minute wait_min) {
    return wait_min >= dwell.least_h * MINUTES_PER_HOUR + DWELL_SPARE_MIN &&
           wait_min <= dwell.most_h * MINUTES_PER_HOUR - DWELL_SPARE_MIN;
}

static const DrawnSlot *trip_slot(const DrawnCase *drawn, const DrawnJourney *journey,
                                  int stretch) {
    return &drawn->slots[journey->slots[stretch]];
}

/** The beginning of the weeks, in UTC. */
static Minute weeks_begin(const DrawnCase *drawn) {
    return drawn->parameters->values[PARAMETER_START] * MINUTES_PER_DAY - clock_of(ALASHANKOU);
}

/** From the beginning of the weeks to the first departure at this minute of a week. */
static int wait_of_weeks(const DrawnCase *drawn, int departs) {
    const Minute monday = 4 * MINUTES_PER_DAY; /* day 4 of 1970 was one */
    return week_wait((int)((weeks_begin(drawn) - monday) % WEEK_MIN), departs);
}

/** In Europe's summer, from late March to late October, clocks may stand an hour ahead of winter's.
 */
static bool begins_in_summer(const DrawnCase *drawn) {
    int year = 0;
    int month = 0;
    int day = 0;
    date_to_ymd((Date)drawn->parameters->values[PARAMETER_START], &year, &month, &day);
    return month >= MARCH && month <= OCTOBER;
}

int trip_within_weeks(const DrawnCase *drawn, int from, int departs) {
    const bool moved = !place_is_hub(from) && begins_in_summer(drawn) &&
                       wait_of_weeks(drawn, departs) < DWELL_SPARE_MIN;
    return moved ? week_wait(0, departs + DWELL_SPARE_MIN) : departs;
}

/** When a trip leaves on a slot of its own, in UTC. */
static Minute leaves_at(const DrawnCase *drawn, Trip trip, int slot) {
    return weeks_begin(drawn) + wait_of_weeks(drawn, trip.journey->departs) +
           (Minute)trip.week * WEEK_MIN + trip.journey->leg_waits[slot];
}

Minute trip_departs(const DrawnCase *drawn, Trip trip) {
    return leaves_at(drawn, trip, 0) + clock_of(trip_slot(drawn, trip.journey, 0)->from);
}

Minute trip_arrives(const DrawnCase *drawn, Trip trip) {
    return leaves_at(drawn, trip, 0) + trip.journey->takes_min +
           clock_of(trip_slot(drawn, trip.journey, ROUTE_SLOTS - 1)->to);
}

bool trips_clash(const DrawnCase *drawn, Trip one, Trip other) {
    for (int i = 0; i < ROUTE_SLOTS; i++) {
        if (one.journey->slots[i] == other.journey->slots[i] &&
            leaves_at(drawn, one, i) == leaves_at(drawn, other, i)) {
            return true;
        }
    }
    return false;
}

/** The slot that a journey leaves the gateway with: its last to Europe, its second from there. */
static int slot_beyond(const DrawnCase *drawn, const DrawnJourney *journey) {
    return drawn->lines[journey->line].outbound ? ROUTE_SLOTS - 1 : 1;
}

static bool can_change(const DrawnCase *drawn, Trip from, Trip to, Dwell wait) {
    const int beyond = slot_beyond(drawn, from.journey);
    const DrawnSlot *before = trip_slot(drawn, from.journey, beyond - 1);
    if (slot_beyond(drawn, to.journey) != beyond ||
        trip_slot(drawn, to.journey, beyond)->from != before->to ||
        trip_slot(drawn, to.journey, ROUTE_SLOTS - 1)->to ==
            trip_slot(drawn, from.journey, ROUTE_SLOTS - 1)->to) {
        return false;
    }
    const Minute arrives = leaves_at(drawn, from, beyond - 1) + before->run_min;
    return dwell_allows(wait, leaves_at(drawn, to, beyond) - arrives);
}

Trip trip_draw_change(const DrawnCase *drawn, Trip from, Dwell wait, Draws *draws) {
    const int weeks = parameters_get(drawn->parameters, PARAMETER_WEEKS);
    Trip found = from;
    int count = 0;
    for (int i = 0; i < drawn->n_journeys; i++) {
        for (int week = from.week - 1; week <= from.week + 1; week++) {
            const Trip to = {&drawn->journeys[i], week};
            if (week >= 0 && week < weeks && can_change(drawn, from, to, wait) &&
                draw_int(draws, 0, count++) == 0) {
                found = to;
            }
        }
    }
    return found;
}
