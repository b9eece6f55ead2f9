/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions on an itinerary are lifted one after another, until there is one. */
#include "model/ways/stranded.h"

#include <float.h>
#include <glib.h>
#include <math.h>

#include "base/date.h"
#include "config/finding_codes.h"
#include "model/problem/feeder_run.h"
#include "model/ways/itinerary.h"

/** The legs that leave the booking's origin, by departure. */
typedef struct {
    const LegId *legs;
    int count;
} Departures;

static Departures origin_departures(const Problem *problem, StationId station) {
    const int first = problem->station_departure_start[station];
    return (Departures){&problem->station_departures[first],
                        problem->station_departure_start[station + 1] - first};
}

/** The best of the ways of a box that is ready when it is. */
typedef struct {
    double earliest; /**< delivery; INFINITY where there is none, likewise below */
    double shortest; /**< minutes from departure to delivery, of those that are in time */
} Ways;

/** Counts the ways that begin with a departure. */
static void note_way(Ways *ways, const Booking *booking, Minute departs, double delivered) {
    ways->earliest = fmin(ways->earliest, delivered);
    if (delivered <= (double)booking->latest) {
        ways->shortest = fmin(ways->shortest, delivered - (double)departs);
    }
}

static Ways ways_of(const Stranded *stranded) {
    const Problem *problem = stranded->problem;
    const Booking *booking = stranded->booking;
    Ways ways = {INFINITY, INFINITY};
    const int end = problem->station_departure_start[booking->from + 1];
    for (int i = itinerary_first_boarding(problem, booking); i < end; i++) {
        const LegId leg = problem->station_departures[i];
        note_way(&ways, booking, problem->legs[leg].departs, stranded->delivery[leg]);
    }
    for (int i = problem->feeders_from_start[booking->from];
         i < problem->feeders_from_start[booking->from + 1]; i++) {
        FeederChoice choice = feeder_choice(problem, problem->feeders_from[i], booking->ready);
        for (FeederRunId run; (run = feeder_choice_next(&choice)) != NONE;) {
            note_way(&ways, booking, problem->feeder_runs[run].departs, stranded->onward[run]);
        }
    }
    return ways;
}

/** The last departure whose box is delivered by `latest`; NULL where there is none. */
static const Leg *last_departure(const Stranded *stranded, const double *delivery, double latest) {
    const Departures from = origin_departures(stranded->problem, stranded->booking->from);
    for (int i = from.count - 1; i >= 0; i--) {
        if (delivery[from.legs[i]] <= latest) {
            return &stranded->problem->legs[from.legs[i]];
        }
    }
    return NULL;
}

/** Marks the stations that a box can get to when no time and no class counts. */
static void mark_stations(const Problem *problem, bool *reached) {
    const Case *kase = problem->kase;
    for (bool more = true; more;) {
        more = false;
        for (LegId id = 0; id < problem->n_legs; id++) {
            const Leg *leg = &problem->legs[id];
            const bool is_new = reached[leg->from] && !reached[leg->to];
            reached[leg->to] = reached[leg->to] || is_new;
            more = more || is_new;
        }
        for (int f = 0; f < kase->n_feeders; f++) {
            const Feeder *feeder = &kase->feeders[f];
            const bool is_new = reached[feeder->from] && !reached[feeder->to];
            reached[feeder->to] = reached[feeder->to] || is_new;
            more = more || is_new;
        }
    }
}

static bool leads_there(const Problem *problem, const Booking *booking) {
    bool *reached = g_new0(bool, (gsize)problem->kase->n_stations);
    reached[booking->from] = true;
    mark_stations(problem, reached);
    const bool there = reached[booking->to];
    g_free(reached);
    return there;
}

/** Where no train leads there for the booking, whenever it leaves. */
static Phrase reason_without_way(const Stranded *stranded, const char *from, const char *to) {
    const Booking *booking = stranded->booking;
    if (last_departure(stranded, stranded->freely, DBL_MAX) != NULL) {
        return PHRASE(REASON_CLASS_WAY, stranded->problem->kase->cargo[booking->cargo].code, from,
                      to);
    }
    return leads_there(stranded->problem, booking) ? PHRASE(REASON_TRANSFERS, from, to)
                                                   : PHRASE(REASON_NO_WAY, from, to);
}

Phrase stranded_reason(const Stranded *stranded) {
    const Case *kase = stranded->problem->kase;
    const Booking *booking = stranded->booking;
    const Station *origin = &kase->stations[booking->from];
    const char *from = origin->code, *to = kase->stations[booking->to].code;
    const Ways ways = ways_of(stranded);
    if (isfinite(ways.shortest)) {
        return PHRASE(REASON_TRANSIT, from, to, phrase_hours((Minute)ways.shortest),
                      phrase_hours(booking->max_transit_min));
    }
    const Leg *in_time = last_departure(stranded, stranded->delivery, (double)booking->latest);
    if (in_time != NULL && in_time->departs >= booking->ready) {
        return PHRASE(REASON_CUTOFF, from,
                      phrase_hours(booking->ready + origin->load_cutoff_min - in_time->departs));
    }
    if (isfinite(ways.earliest)) {
        return PHRASE(REASON_PAST_DUE, to, phrase_hours((Minute)ways.earliest - booking->latest));
    }
    const Leg *last = last_departure(stranded, stranded->delivery, DBL_MAX);
    if (last == NULL) {
        return reason_without_way(stranded, from, to);
    }
    char text[INSTANT_TEXT_SIZE];
    return PHRASE(REASON_LAST_DEPARTURE, from, to,
                  phrase_cut(instant_format(origin->zone, last->departs, text), 40));
}
