/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/property/random_network.h"

#include <stdio.h>

enum { WEEK_MIN = 7 * 1440, HOUR_MIN = 60 };

/** From east to west, in the order of travel. */
static const RandomStation corridor[] = {
    {.code = "YIW", .country = "CN", .zone = "Asia/Shanghai", .zone_hours = 8},
    {.code = "ALA", .country = "KZ", .zone = "Asia/Almaty", .zone_hours = 5},
    {.code = "MAL", .country = "PL", .zone = "Europe/Warsaw", .zone_hours = 1},
    {.code = "DUI", .country = "DE", .zone = "Europe/Berlin", .zone_hours = 1},
};

/** Beyond the ends of the corridor, where no train goes. */
static const RandomStation beyond_east = {
    .code = "NGB", .country = "CN", .zone = "Asia/Shanghai", .zone_hours = 8};
static const RandomStation beyond_west = {
    .code = "HAM", .country = "DE", .zone = "Europe/Berlin", .zone_hours = 1};

static void draw_station(RandomCase *kase, Random *random, const RandomStation *base) {
    RandomStation *station = &kase->stations[kase->n_stations++];
    *station = *base;
    station->load_cost = random_int(random, 0, 30);
    station->unload_cost = random_int(random, 0, 30);
    station->cutoff_h = random_int(random, 0, 12);
    station->release_h = random_int(random, 0, 12);
    station->through_min_h = random_int(random, 0, 8);
    /* Where trains are few, they still find one another. */
    int wait_h = kase->draws[DRAW_SHARED_SLOTS] || kase->draws[DRAW_APART] ? 84 : 0;
    station->through_max_h = station->through_min_h + wait_h + random_int(random, 30, 84);
    station->gauge_break = kase->draws[DRAW_GAUGE_BREAKS] && random_chance(random, 0.7);
    station->transfer = kase->draws[DRAW_TRANSFERS] && random_chance(random, 0.9);
    station->transfer_cost = random_int(random, 0, 40);
    station->transfer_min_h = random_int(random, 0, 12);
    station->transfer_max_h = station->transfer_min_h + random_int(random, 24, 120);
    /* A gauge break takes lifts: it is felt where these are few. */
    bool few = station->gauge_break ? random_chance(random, 0.9)
                                    : kase->draws[DRAW_LIFTS_PER_DAY] && random_chance(random, 0.5);
    station->lifts_per_day = few ? random_int(random, 1, station->gauge_break ? 3 : 10) : ABSENT;
    station->trains_per_day = kase->draws[DRAW_TRAINS_PER_DAY] && random_chance(random, 0.6)
                                  ? (random_chance(random, 0.8) ? 1 : 2)
                                  : ABSENT;
}

static void draw_stations(RandomCase *kase, Random *random) {
    int last = (int)(sizeof corridor / sizeof *corridor);
    bool all = kase->draws[DRAW_BRANCHES] || kase->draws[DRAW_FEEDER_GAP];
    int least = kase->draws[DRAW_SHARED_SLOTS] ? 3 : 2;
    int count = all ? CORRIDOR : random_int(random, least, CORRIDOR);
    /* A clock change is felt in Europe alone: the western end is then always there. */
    int first = kase->draws[DRAW_CLOCK_CHANGE] ? last - count : 0;
    for (int i = 0; i < count; i++) {
        draw_station(kase, random, &corridor[first + i]);
    }
}

/** A feeder each way between two stations. */
static void draw_feeders(RandomCase *kase, Random *random, int from, int to) {
    static const char *const modes[] = {"road", "rail", "sea", "barge", "air"};
    for (int way = 0; way < 2; way++) {
        RandomFeeder *feeder = &kase->feeders[kase->n_feeders++];
        *feeder = (RandomFeeder){.mode = modes[random_int(random, 0, 4)],
                                 .from = way == 0 ? from : to,
                                 .to = way == 0 ? to : from,
                                 .takes_h = random_int(random, 3, 40),
                                 .cost = random_int(random, 0, 60)};
        feeder->boxes_per_day = random_chance(random, 0.7) ? random_int(random, 1, 3) : ABSENT;
        if (random_chance(random, 0.5)) {
            feeder->n_departs = random_int(random, 1, MAX_DEPARTS);
            for (int i = 0; i < feeder->n_departs; i++) {
                /* Apart from one another, in the night as well as by day. */
                feeder->departs[i] =
                    (i * WEEK_MIN / MAX_DEPARTS + random_int(random, 0, 2 * 24 * 4) * 15) %
                    WEEK_MIN;
            }
        }
    }
}

/** Stations that only feeders serve, and a gap in the middle where trains do not run. */
static void draw_feeder_stations(RandomCase *kase, Random *random) {
    int last = kase->n_stations - 1;
    if (kase->draws[DRAW_FEEDERS]) {
        draw_station(kase, random, &beyond_east);
        draw_feeders(kase, random, kase->n_stations - 1, 0);
        draw_station(kase, random, &beyond_west);
        draw_feeders(kase, random, last, kase->n_stations - 1);
    }
    if (kase->draws[DRAW_FEEDER_GAP]) {
        draw_feeders(kase, random, 1, 2);
    }
}

static RandomLine *add_line(RandomCase *kase, Random *random, const char *code,
                            const char *direction) {
    RandomLine *line = &kase->lines[kase->n_lines++];
    *line = (RandomLine){.code = code,
                         .direction = direction,
                         .min_trains = ABSENT,
                         .max_trains = ABSENT,
                         .max_transit_h = ABSENT,
                         .cost = random_int(random, 0, 300)};
    if (random_chance(random, 0.3)) {
        line->max_transit_h = random_int(random, 50, 180);
    }
    return line;
}

static void add_route(RandomCase *kase, Random *random, const char *code, const char *direction,
                      const int *route, int n_route) {
    RandomLine *line = add_line(kase, random, code, direction);
    line->n_route = n_route;
    for (int i = 0; i < n_route; i++) {
        line->route[i] = route[i];
    }
}

/** Stations 0 and 1 feed 2, from where the way goes on to 3; and back. */
static void draw_branches(RandomCase *kase, Random *random) {
    add_route(kase, random, "OUT", "outbound", (const int[]){0, 2, 3}, 3);
    add_route(kase, random, "BACK", "return", (const int[]){3, 2, 0},
              random_chance(random, 0.5) ? 3 : 2);
    add_route(kase, random, "OUT2", "outbound", (const int[]){1, 2, 3},
              random_chance(random, 0.5) ? 3 : 2);
    if (random_chance(random, 0.7)) {
        add_route(kase, random, "BACK2", NULL, (const int[]){2, 1}, 2);
    }
}

/** Lines on either side of a gap. */
static void draw_gap(RandomCase *kase, Random *random) {
    add_route(kase, random, "OUT", "outbound", (const int[]){0, 1}, 2);
    add_route(kase, random, "OUT2", "outbound", (const int[]){2, 3}, 2);
    add_route(kase, random, "BACK", "return", (const int[]){3, 2}, 2);
    add_route(kase, random, "BACK2", "return", (const int[]){1, 0}, 2);
}

/** All stations in a row both ways, perhaps with lines on a part of it. */
static void draw_row(RandomCase *kase, Random *random) {
    int there[MAX_ROUTE], back[MAX_ROUTE];
    int n = kase->n_stations;
    for (int i = 0; i < n; i++) {
        there[i] = i;
        back[i] = n - 1 - i;
    }
    if (n > 2 && kase->draws[DRAW_TRANSFERS] && random_chance(random, 0.6)) {
        /* No train goes all the way. */
        add_route(kase, random, "OUT", "outbound", there, n - 1);
        add_route(kase, random, "OUT2", "outbound", there + n - 2, 2);
        add_route(kase, random, "BACK", "return", back, 2);
        add_route(kase, random, "BACK2", "return", back + 1, n - 1);
        return;
    }
    add_route(kase, random, "OUT", "outbound", there, n);
    if (random_chance(random, 0.8)) {
        add_route(kase, random, "BACK", "return", back, n);
    }
    if (n > 2 && (kase->draws[DRAW_SHARED_SLOTS] || random_chance(random, 0.5))) {
        int first = random_int(random, 0, 1);
        add_route(kase, random, "OUT2", "outbound", there + first, n - 1);
    }
    if (n > 2 && random_chance(random, 0.3)) {
        add_route(kase, random, "BACK2", "return", back, 2);
    }
}

/** Joins the first two sections of a route: its slots then serve the middle station as a stop. */
static void join_sections(RandomLine *line, int *stop) {
    *stop = line->route[1];
    for (int i = 1; i + 1 < line->n_route; i++) {
        line->route[i] = line->route[i + 1];
    }
    line->n_route--;
}

static bool has_slot(const RandomCase *kase, int from, int to) {
    for (int i = 0; i < kase->n_slots; i++) {
        if (kase->slots[i].from == from && kase->slots[i].to == to) {
            return true;
        }
    }
    return false;
}

static void draw_departures(const RandomCase *kase, Random *random, RandomSlot *slot) {
    slot->n_departs = random_int(random, 1, MAX_DEPARTS);
    if (kase->draws[DRAW_LINE_BOUNDS]) {
        slot->n_departs = MAX_DEPARTS; /* more trains than a line may run */
    } else if (kase->draws[DRAW_SHARED_SLOTS] || kase->draws[DRAW_APART]) {
        slot->n_departs = 1; /* several lines want the one run, or several classes the train */
    }
    for (int i = 0; i < slot->n_departs; i++) {
        slot->departs[i] = random_int(random, 0, 7 * 24 * 4 - 1) * 15;
        if (kase->draws[DRAW_TRAINS_PER_DAY] && i > 0 && random_chance(random, 0.7)) {
            /* Another train of the same day. */
            slot->departs[i] = slot->departs[0] / 1440 * 1440 + random_int(random, 0, 95) * 15;
        }
        if (kase->draws[DRAW_CLOCK_CHANGE] && i == 0 && random_chance(random, 0.3)) {
            slot->departs[i] = 6 * 1440 + 2 * HOUR_MIN + 30; /* the Sunday's hour that changes */
        }
        for (int j = 0; j < i; j++) {
            if (slot->departs[j] == slot->departs[i]) {
                slot->n_departs = i;
                return;
            }
        }
    }
}

static void add_slot(RandomCase *kase, Random *random, int from, int to, int stop) {
    if (kase->n_slots == MAX_DRAWN_SLOTS) {
        return;
    }
    RandomSlot *slot = &kase->slots[kase->n_slots];
    /* Small trains, so that more of them are wanted than may run. */
    bool small = kase->draws[DRAW_SHARED_SLOTS] || kase->draws[DRAW_LINE_BOUNDS];
    *slot = (RandomSlot){.from = from,
                         .to = to,
                         .km = random_int(random, 400, 2500),
                         .teu = random_int(random, 4, small ? 7 : 12),
                         .tonnes = ABSENT,
                         .trains = 1,
                         .rake = ABSENT,
                         .valid_from = ABSENT,
                         .valid_to = ABSENT,
                         .stop = stop};
    snprintf(slot->code, sizeof slot->code, "S%d-%s", kase->n_slots++, kase->stations[to].code);
    slot->runs_min = slot->km * 2 + random_int(random, 0, 20) * 15;
    slot->cost_train = slot->teu * random_int(random, 10, 90);
    slot->cost_teu = random_int(random, 0, 60);
    slot->cost_empty_teu = random_int(random, 0, 15);
    if (kase->draws[DRAW_SHARED_SLOTS] && random_chance(random, 0.8)) {
        slot->trains = 2;
    }
    draw_departures(kase, random, slot);
    if (kase->draws[DRAW_TONNES] && random_chance(random, 0.7)) {
        slot->tonnes = slot->teu * random_int(random, 6, 12);
    }
    if (kase->draws[DRAW_UPPER] && random_chance(random, 0.7)) {
        slot->upper_teu = random_int(random, 1, 6);
    }
    if (stop != ABSENT) {
        slot->stop_km = slot->km * random_int(random, 3, 7) / 10;
        slot->stop_arrives_min = slot->runs_min * random_int(random, 30, 50) / 100;
        slot->stop_departs_min = slot->stop_arrives_min + random_int(random, 0, 4) * HOUR_MIN;
    }
}

/** Slots for every section that the lines use; a stop comes on the joined sections. */
static void draw_slots(RandomCase *kase, Random *random) {
    for (int i = 0; i < kase->n_lines; i++) {
        RandomLine *line = &kase->lines[i];
        int stop = ABSENT;
        if (kase->draws[DRAW_STOPS] && line->n_route > 2 && random_chance(random, 0.7)) {
            join_sections(line, &stop);
        }
        for (int s = 0; s + 1 < line->n_route; s++) {
            int from = line->route[s], to = line->route[s + 1];
            bool joined = s == 0 && stop != ABSENT;
            if (joined || !has_slot(kase, from, to) || random_chance(random, 0.15)) {
                add_slot(kase, random, from, to, joined ? stop : ABSENT);
            }
        }
    }
}

/** Minutes from a time of the week to the next one like it, 0 … a week less one. */
static int until(int from, int to) {
    return ((to - from) % WEEK_MIN + WEEK_MIN) % WEEK_MIN;
}

/** Widens the dwell at the start of `slot` so that a train which arrives at `arrives` (minute of
 * the week, UTC) can go on with its earliest run, a clock change on the way included.
 *  @return the departure, minute of the week, UTC */
static int widen_dwell(RandomCase *kase, const RandomSlot *slot, int arrives) {
    RandomStation *station = &kase->stations[slot->from];
    int zone_min = station->zone_hours * HOUR_MIN;
    int wait = WEEK_MIN + HOUR_MIN;
    for (int i = 0; i < slot->n_departs; i++) {
        int dwell = until(arrives, slot->departs[i] - zone_min);
        if (dwell < station->through_min_h * HOUR_MIN + 2 * HOUR_MIN) {
            dwell += WEEK_MIN;
        }
        wait = dwell < wait ? dwell : wait;
    }
    int needed_h = wait / HOUR_MIN + 3;
    if (station->through_max_h < needed_h) {
        station->through_max_h = needed_h;
    }
    return arrives + wait;
}

static int pick_slot(const RandomCase *kase, Random *random, int from, int to) {
    int fitting[MAX_SLOTS], count = 0;
    for (int i = 0; i < kase->n_slots; i++) {
        if (kase->slots[i].from == from && kase->slots[i].to == to) {
            fitting[count++] = i;
        }
    }
    return count == 0 ? ABSENT : fitting[random_int(random, 0, count - 1)];
}

/** Gives a line one train by hand, with dwells that suit it. */
static void draw_train(RandomCase *kase, Random *random, int line_index) {
    RandomLine *line = &kase->lines[line_index];
    RandomTrain train = {.line = line_index, .optional = random_chance(random, 0.55)};
    int at = 0;
    for (int s = 0; s + 1 < line->n_route; s++) {
        int chosen = pick_slot(kase, random, line->route[s], line->route[s + 1]);
        if (chosen == ABSENT) {
            return;
        }
        const RandomSlot *slot = &kase->slots[chosen];
        train.slots[train.n_slots++] = chosen;
        if (s == 0) {
            train.departs = random_int(random, 0, slot->n_departs - 1);
            at = slot->departs[train.departs] - kase->stations[slot->from].zone_hours * HOUR_MIN +
                 slot->runs_min;
        } else {
            at = widen_dwell(kase, slot, at) + slot->runs_min;
        }
    }
    line->by_hand = true;
    line->max_transit_h = ABSENT;
    kase->trains[kase->n_trains++] = train;
}

/** Slots that begin or end within the horizon; a train given by hand runs every week, and keeps
 * its slots. */
static void draw_validity(RandomCase *kase, Random *random) {
    for (int i = 0; i < kase->n_slots; i++) {
        RandomSlot *slot = &kase->slots[i];
        bool by_hand = false;
        for (int t = 0; t < kase->n_trains; t++) {
            for (int s = 0; s < kase->trains[t].n_slots; s++) {
                by_hand |= kase->trains[t].slots[s] == i;
            }
        }
        if (!by_hand && random_chance(random, 0.5)) {
            slot->valid_from = random_chance(random, 0.5) ? random_int(random, 1, 9) : ABSENT;
            slot->valid_to = random_chance(random, 0.5) ? random_int(random, 5, 20) : ABSENT;
            if (slot->valid_from != ABSENT && slot->valid_to != ABSENT) {
                slot->valid_to += slot->valid_from;
            }
        }
    }
}

void random_network(RandomCase *kase, Random *random) {
    draw_stations(kase, random);
    if (kase->draws[DRAW_BRANCHES]) {
        draw_branches(kase, random);
    } else if (kase->draws[DRAW_FEEDER_GAP]) {
        draw_gap(kase, random);
    } else {
        draw_row(kase, random);
    }
    draw_slots(kase, random);
    if (kase->draws[DRAW_HAND_TRAINS]) {
        int first = random_int(random, 0, kase->n_lines - 1);
        draw_train(kase, random, first);
        if (kase->n_lines > 1 && random_chance(random, 0.6)) {
            draw_train(kase, random, (first + 1) % kase->n_lines);
        }
    }
    if (kase->draws[DRAW_REGULAR]) {
        for (int i = 0; i < kase->n_lines; i++) {
            kase->lines[i].regular = random_chance(random, kase->lines[i].by_hand ? 0.9 : 0.6);
        }
    }
    if (kase->draws[DRAW_VALIDITY]) {
        draw_validity(kase, random);
    }
    draw_feeder_stations(kase, random);
}
