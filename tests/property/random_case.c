/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/property/random_case.h"

#include <string.h>

#include "tests/property/random_cargo.h"
#include "tests/property/random_keys.h"
#include "tests/property/random_network.h"
#include "tests/property/random_resources.h"

/** In how many of a hundred cases each is drawn. */
static const int shares[N_DRAWS] = {
    [DRAW_BRANCHES] = 35,       [DRAW_STOPS] = 45,          [DRAW_HAND_TRAINS] = 52,
    [DRAW_TRANSFERS] = 40,      [DRAW_GAUGE_BREAKS] = 40,   [DRAW_LIFTS_PER_DAY] = 35,
    [DRAW_TRAINS_PER_DAY] = 35, [DRAW_TONNES] = 35,         [DRAW_VALIDITY] = 30,
    [DRAW_AVOID] = 50,          [DRAW_CONTAINERS] = 40,     [DRAW_MAX_BOXES] = 35,
    [DRAW_APART] = 35,          [DRAW_LATENESS] = 40,       [DRAW_TIERS] = 40,
    [DRAW_MUST] = 60,           [DRAW_UNSERVED] = 40,       [DRAW_OFFERED] = 35,
    [DRAW_MIN_LOAD] = 40,       [DRAW_BALANCE_TRAINS] = 40, [DRAW_BALANCE_TEU] = 40,
    [DRAW_BALANCE_HARD] = 35,   [DRAW_BALANCE_WEEK] = 40,   [DRAW_LINE_BOUNDS] = 55,
    [DRAW_SHARED_SLOTS] = 40,   [DRAW_CLOCK_CHANGE] = 35,   [DRAW_UPPER] = 35,
    [DRAW_FEEDERS] = 35,        [DRAW_FEEDER_GAP] = 20,     [DRAW_EQUIPMENT] = 45,
    [DRAW_TURN] = 50,           [DRAW_STORAGE] = 50,        [DRAW_LEASE] = 50,
    [DRAW_END_MIN] = 45,        [DRAW_END_VALUE] = 50,      [DRAW_OWNERS] = 50,
    [DRAW_RAKES] = 45,          [DRAW_REPOSITION] = 60,     [DRAW_REGULAR] = 46,
    [DRAW_CYCLIC] = 18,
};

const RandomContainer random_containers[N_RANDOM_CONTAINERS] = {
    {"20GP", 1, 2.2}, {"40HC", 2, 3.9}, {"45HC", 2.25, 4.8}, {"40RF", 2, 4.8}};

static void draw_horizon(RandomCase *kase, Random *random) {
    static const char *const changes[] = {"2026-10-12", "2027-03-22", "2027-03-22"};
    kase->start = kase->draws[DRAW_CLOCK_CHANGE] ? changes[random_int(random, 0, 2)] : "2026-11-30";
    kase->cyclic = kase->draws[DRAW_CYCLIC];
    /* One week alone is as regular as any other. */
    kase->weeks = kase->draws[DRAW_REGULAR] ? 2 : random_int(random, 1, 2);
    /* A cyclic plan is laid out over the tail again and again. */
    kase->tail_days = random_int(random, 14, kase->cyclic ? 20 : 35);
}

static void draw_line_bounds(RandomCase *kase, Random *random) {
    for (int i = 0; i < kase->n_lines; i++) {
        RandomLine *line = &kase->lines[i];
        if (!line->by_hand && random_chance(random, 0.6)) {
            line->max_trains = random_chance(random, 0.7) ? 1 : random_int(random, 2, 3);
        }
        if (!line->by_hand && random_chance(random, 0.25)) {
            line->min_trains = 1;
            for (int p = 0; p < kase->n_rakes; p++) {
                kase->rakes[p].sets[line->route[0]] += kase->weeks;
            }
        }
    }
}

static void draw_load_factors(RandomCase *kase, Random *random) {
    static const char *const periods[] = {"train", "week", "horizon"};
    static const char *const lines[] = {"OUT.*", ".*"};
    for (int i = 0; i < MAX_LOAD_FACTORS; i++) {
        if (random_chance(random, 0.3)) {
            continue;
        }
        RandomLoadFactor *rule = &kase->load_factors[kase->n_load_factors++];
        *rule = (RandomLoadFactor){.lines = lines[i], .offered_percent = 100};
        rule->per = periods[random_int(random, 0, 2)];
        if (kase->draws[DRAW_OFFERED]) {
            rule->offered_percent = random_int(random, 60, 98);
        }
        if (kase->draws[DRAW_MIN_LOAD]) {
            rule->min_percent = random_int(random, 20, 80);
        }
    }
}

static void draw_balance(RandomCase *kase, Random *random, bool of_trains) {
    RandomBalance *rule = &kase->balance[kase->n_balance++];
    *rule = (RandomBalance){.of_trains = of_trains,
                            .of_teu = !of_trains,
                            .weekly = kase->draws[DRAW_BALANCE_WEEK],
                            .ratio_percent = random_int(random, 30, 100)};
    bool hard = kase->draws[DRAW_BALANCE_HARD] && random_chance(random, 0.6);
    rule->penalty = hard ? ABSENT : random_int(random, 1, of_trains ? 6000 : 400);
}

static void draw_rules(RandomCase *kase, Random *random) {
    if (kase->draws[DRAW_LINE_BOUNDS]) {
        draw_line_bounds(kase, random);
    }
    if (kase->draws[DRAW_OFFERED] || kase->draws[DRAW_MIN_LOAD]) {
        draw_load_factors(kase, random);
    }
    if (kase->draws[DRAW_BALANCE_TRAINS]) {
        draw_balance(kase, random, true);
    }
    if (kase->draws[DRAW_BALANCE_TEU]) {
        draw_balance(kase, random, false);
    }
}

RandomCase random_case(uint64_t seed) {
    RandomCase kase;
    memset(&kase, 0, sizeof kase);
    Random random = random_seeded(seed);
    for (int i = 0; i < N_DRAWS; i++) {
        kase.draws[i] = random_int(&random, 1, 100) <= shares[i];
    }
    /* Lines that a feeder joins, a clock that changes while one week follows upon itself, classes
     * that have to travel for it to matter that they are apart, and lines that want more trains
     * than a slot carries, are for cases of their own. */
    kase.draws[DRAW_BRANCHES] &= !kase.draws[DRAW_FEEDER_GAP];
    kase.draws[DRAW_LINE_BOUNDS] &= !kase.draws[DRAW_SHARED_SLOTS];
    kase.draws[DRAW_AVOID] &= !kase.draws[DRAW_APART];
    kase.draws[DRAW_CLOCK_CHANGE] &= !kase.draws[DRAW_CYCLIC];
    draw_horizon(&kase, &random);
    random_network(&kase, &random);
    random_resources(&kase, &random);
    random_cargo(&kase, &random);
    draw_rules(&kase, &random);
    random_keys(&kase, &random);
    return kase;
}
