/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/property/feature.h"
#include <string.h>

/* Stations, slots, lines and trains. */

/** True for the stations where no train goes. */
static bool reached_by_feeders(const RandomCase *kase, int station) {
    for (int i = 0; i < kase->n_slots; i++) {
        const RandomSlot *slot = &kase->slots[i];
        if (slot->from == station || slot->to == station || slot->stop == station) {
            return false;
        }
    }
    return true;
}

static bool has_regular_train(const RandomCase *kase, bool optional) {
    for (int i = 0; i < kase->n_trains; i++) {
        if (kase->lines[kase->trains[i].line].regular && kase->trains[i].optional == optional) {
            return true;
        }
    }
    return false;
}

static bool has_branches(const RandomCase *kase) {
    return kase->draws[DRAW_BRANCHES];
}

static bool has_zones(const RandomCase *kase) {
    for (int i = 1; i < kase->n_stations; i++) {
        if (strcmp(kase->stations[i].zone, kase->stations[0].zone) != 0) {
            return true;
        }
    }
    return false;
}

static bool has_clock_change(const RandomCase *kase) {
    return kase->draws[DRAW_CLOCK_CHANGE];
}

static void no_clock_change(RandomCase *kase) {
    kase->start = "2026-11-30";
}

static bool has_cyclic(const RandomCase *kase) {
    return kase->cyclic;
}

static void no_cyclic(RandomCase *kase) {
    kase->cyclic = false;
}

static bool has_stops(const RandomCase *kase) {
    for (int i = 0; i < kase->n_slots; i++) {
        const RandomSlot *slot = &kase->slots[i];
        if (slot->stop != ABSENT) {
            return true;
        }
    }
    return false;
}

static void no_stops(RandomCase *kase) {
    for (int i = 0; i < kase->n_slots; i++) {
        RandomSlot *slot = &kase->slots[i];
        slot->stop = ABSENT;
    }
}

static bool has_validity(const RandomCase *kase) {
    for (int i = 0; i < kase->n_slots; i++) {
        const RandomSlot *slot = &kase->slots[i];
        if (slot->valid_from != ABSENT || slot->valid_to != ABSENT) {
            return true;
        }
    }
    return false;
}

static void no_validity(RandomCase *kase) {
    for (int i = 0; i < kase->n_slots; i++) {
        RandomSlot *slot = &kase->slots[i];
        slot->valid_from = slot->valid_to = ABSENT;
    }
}

static bool has_closed(const RandomCase *kase) {
    bool closed = false;
    for (int i = 0; i < kase->n_slots; i++) {
        closed |= kase->slots[i].closed.days > 0;
    }
    for (int i = 0; i < kase->n_stations; i++) {
        closed |= kase->stations[i].closed.days > 0;
    }
    return closed;
}

static void no_closed(RandomCase *kase) {
    for (int i = 0; i < kase->n_slots; i++) {
        kase->slots[i].closed.days = 0;
    }
    for (int i = 0; i < kase->n_stations; i++) {
        kase->stations[i].closed.days = 0;
    }
}

static bool has_clock(const RandomCase *kase) {
    bool by_clock = false;
    for (int i = 0; i < kase->n_slots; i++) {
        by_clock |= kase->slots[i].by_clock;
    }
    return by_clock;
}

static void no_clock(RandomCase *kase) {
    for (int i = 0; i < kase->n_slots; i++) {
        kase->slots[i].by_clock = false;
    }
}

static bool has_every(const RandomCase *kase) {
    bool every = false;
    for (int i = 0; i < kase->n_slots; i++) {
        every |= kase->slots[i].every_weeks > 0;
    }
    return every;
}

static void no_every(RandomCase *kase) {
    for (int i = 0; i < kase->n_slots; i++) {
        kase->slots[i].every_weeks = 0;
    }
}

static bool has_shared(const RandomCase *kase) {
    for (int i = 0; i < kase->n_slots; i++) {
        const RandomSlot *slot = &kase->slots[i];
        if (slot->trains > 1) {
            return true;
        }
    }
    return false;
}

static void no_shared(RandomCase *kase) {
    for (int i = 0; i < kase->n_slots; i++) {
        RandomSlot *slot = &kase->slots[i];
        slot->trains = 1;
    }
}

static bool has_tonnes(const RandomCase *kase) {
    for (int i = 0; i < kase->n_slots; i++) {
        const RandomSlot *slot = &kase->slots[i];
        if (slot->tonnes != ABSENT) {
            return true;
        }
    }
    return false;
}

static void no_tonnes(RandomCase *kase) {
    for (int i = 0; i < kase->n_slots; i++) {
        RandomSlot *slot = &kase->slots[i];
        slot->tonnes = ABSENT;
    }
}

static bool has_upper(const RandomCase *kase) {
    for (int i = 0; i < kase->n_slots; i++) {
        const RandomSlot *slot = &kase->slots[i];
        if (slot->upper_teu > 0) {
            return true;
        }
    }
    return false;
}

static void no_upper(RandomCase *kase) {
    for (int i = 0; i < kase->n_slots; i++) {
        RandomSlot *slot = &kase->slots[i];
        slot->upper_teu = 0;
    }
}

static bool has_through(const RandomCase *kase) {
    for (int i = 0; i < kase->n_stations; i++) {
        const RandomStation *station = &kase->stations[i];
        if (station->through_min_h > 0 && !reached_by_feeders(kase, i)) {
            return true;
        }
    }
    return false;
}

static void no_through(RandomCase *kase) {
    for (int i = 0; i < kase->n_stations; i++) {
        RandomStation *station = &kase->stations[i];
        station->through_min_h = 0;
        station->through_max_h += 24;
    }
}

static bool has_transfers(const RandomCase *kase) {
    for (int i = 0; i < kase->n_stations; i++) {
        const RandomStation *station = &kase->stations[i];
        if (station->transfer && !reached_by_feeders(kase, i)) {
            return true;
        }
    }
    return false;
}

static void no_transfers(RandomCase *kase) {
    for (int i = 0; i < kase->n_stations; i++) {
        RandomStation *station = &kase->stations[i];
        station->transfer = false;
    }
}

static bool has_gauge(const RandomCase *kase) {
    for (int i = 0; i < kase->n_stations; i++) {
        const RandomStation *station = &kase->stations[i];
        if (station->gauge_break && !reached_by_feeders(kase, i)) {
            return true;
        }
    }
    return false;
}

static void no_gauge(RandomCase *kase) {
    for (int i = 0; i < kase->n_stations; i++) {
        RandomStation *station = &kase->stations[i];
        station->gauge_break = false;
    }
}

static bool has_lifts(const RandomCase *kase) {
    for (int i = 0; i < kase->n_stations; i++) {
        const RandomStation *station = &kase->stations[i];
        if (station->lifts_per_day != ABSENT && !reached_by_feeders(kase, i)) {
            return true;
        }
    }
    return false;
}

static void no_lifts(RandomCase *kase) {
    for (int i = 0; i < kase->n_stations; i++) {
        RandomStation *station = &kase->stations[i];
        station->lifts_per_day = ABSENT;
    }
}

static bool has_station_trains(const RandomCase *kase) {
    for (int i = 0; i < kase->n_stations; i++) {
        const RandomStation *station = &kase->stations[i];
        if (station->trains_per_day != ABSENT && !reached_by_feeders(kase, i)) {
            return true;
        }
    }
    return false;
}

static void no_station_trains(RandomCase *kase) {
    for (int i = 0; i < kase->n_stations; i++) {
        RandomStation *station = &kase->stations[i];
        station->trains_per_day = ABSENT;
    }
}

static bool has_always(const RandomCase *kase) {
    for (int i = 0; i < kase->n_trains; i++) {
        const RandomTrain *train = &kase->trains[i];
        if (!train->optional) {
            return true;
        }
    }
    return false;
}

static void no_always(RandomCase *kase) {
    for (int i = 0; i < kase->n_trains; i++) {
        RandomTrain *train = &kase->trains[i];
        train->optional = true;
    }
}

static bool has_optional(const RandomCase *kase) {
    for (int i = 0; i < kase->n_trains; i++) {
        const RandomTrain *train = &kase->trains[i];
        if (train->optional) {
            return true;
        }
    }
    return false;
}

static void no_optional(RandomCase *kase) {
    for (int i = 0; i < kase->n_trains; i++) {
        RandomTrain *train = &kase->trains[i];
        train->optional = false;
    }
}

static bool has_transit(const RandomCase *kase) {
    for (int i = 0; i < kase->n_lines; i++) {
        const RandomLine *line = &kase->lines[i];
        if (line->max_transit_h != ABSENT) {
            return true;
        }
    }
    return false;
}

static void no_transit(RandomCase *kase) {
    for (int i = 0; i < kase->n_lines; i++) {
        RandomLine *line = &kase->lines[i];
        line->max_transit_h = ABSENT;
    }
}

static bool has_least_trains(const RandomCase *kase) {
    for (int i = 0; i < kase->n_lines; i++) {
        const RandomLine *line = &kase->lines[i];
        if (line->min_trains != ABSENT) {
            return true;
        }
    }
    return false;
}

static void no_least_trains(RandomCase *kase) {
    for (int i = 0; i < kase->n_lines; i++) {
        RandomLine *line = &kase->lines[i];
        line->min_trains = ABSENT;
    }
}

static bool has_most_trains(const RandomCase *kase) {
    for (int i = 0; i < kase->n_lines; i++) {
        const RandomLine *line = &kase->lines[i];
        if (line->max_trains != ABSENT) {
            return true;
        }
    }
    return false;
}

static void no_most_trains(RandomCase *kase) {
    for (int i = 0; i < kase->n_lines; i++) {
        RandomLine *line = &kase->lines[i];
        line->max_trains = ABSENT;
    }
}

static bool has_regular(const RandomCase *kase) {
    for (int i = 0; i < kase->n_lines; i++) {
        const RandomLine *line = &kase->lines[i];
        if (line->regular && !line->by_hand && kase->weeks > 1) {
            return true;
        }
    }
    return false;
}

static void no_regular(RandomCase *kase) {
    for (int i = 0; i < kase->n_lines; i++) {
        RandomLine *line = &kase->lines[i];
        line->regular = false;
    }
}

static bool has_regular_hand(const RandomCase *kase) {
    return has_regular_train(kase, true) || has_regular_train(kase, false);
}

static bool has_regular_always(const RandomCase *kase) {
    return has_regular_train(kase, false);
}

static bool has_regular_optional(const RandomCase *kase) {
    return has_regular_train(kase, true);
}

static void no_regular_optional(RandomCase *kase) {
    for (int i = 0; i < kase->n_lines; i++) {
        kase->lines[i].regular &= !kase->lines[i].by_hand;
    }
}

const Feature network_features[] = {
    {"branches", has_branches, NULL, false},
    {"several zones", has_zones, NULL, false},
    {"clock change", has_clock_change, no_clock_change, false},
    {"cyclic horizon", has_cyclic, no_cyclic, false},
    {"stops", has_stops, no_stops, false},
    {"validity", has_validity, no_validity, false},
    {"closed days", has_closed, no_closed, false},
    {"times of the clock", has_clock, no_clock, false},
    {"weeks between runs", has_every, no_every, false},
    {"shared slots", has_shared, no_shared, false},
    {"tonnes", has_tonnes, no_tonnes, false},
    {"upper teu", has_upper, no_upper, false},
    {"through windows", has_through, no_through, false},
    {"transfers", has_transfers, no_transfers, false},
    {"gauge breaks", has_gauge, no_gauge, false},
    {"lifts per day", has_lifts, no_lifts, false},
    {"trains per day", has_station_trains, no_station_trains, false},
    {"trains that always run", has_always, no_always, false},
    {"optional trains", has_optional, no_optional, false},
    {"greatest transit", has_transit, no_transit, false},
    {"least trains a week", has_least_trains, no_least_trains, false},
    {"most trains a week", has_most_trains, no_most_trains, false},
    {"regular lines", has_regular, no_regular, false},
    {"regular, by hand", has_regular_hand, NULL, false},
    {"regular, always", has_regular_always, NULL, false},
    {"regular, optional", has_regular_optional, no_regular_optional, false},
    {NULL, NULL, NULL, false},
};
