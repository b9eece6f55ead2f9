#include "tests/property/random_case.h"

#include <stdio.h>
#include <string.h>

#include "tests/property/random_cargo.h"
#include "tests/property/random_network.h"

static const double FEATURE_SHARE = 0.4;

const RandomContainer random_containers[N_RANDOM_CONTAINERS] = {
    {"20GP", 1}, {"40HC", 2}, {"45HC", 2.25}, {"40RF", 2}};

const char *feature_name(Feature feature) {
    static const char *const names[N_FEATURES] = {
        [FEATURE_BRANCHES] = "branches",
        [FEATURE_STOPS] = "stops",
        [FEATURE_HAND_TRAINS] = "hand-given trains",
        [FEATURE_TRANSFERS] = "transfers",
        [FEATURE_GAUGE_BREAKS] = "gauge breaks",
        [FEATURE_LIFTS_PER_DAY] = "lifts per day",
        [FEATURE_TRAINS_PER_DAY] = "trains per day",
        [FEATURE_TONNES] = "tonnes",
        [FEATURE_AVOID] = "avoid",
        [FEATURE_CONTAINERS] = "containers",
        [FEATURE_MAX_BOXES] = "max boxes per train",
        [FEATURE_APART] = "apart from",
        [FEATURE_LATENESS] = "lateness",
        [FEATURE_TIERS] = "tiers",
        [FEATURE_MUST] = "must",
        [FEATURE_UNSERVED] = "unserved",
        [FEATURE_OFFERED] = "offered share",
        [FEATURE_MIN_LOAD] = "least load factor",
        [FEATURE_BALANCE_TRAINS] = "balance of trains",
        [FEATURE_BALANCE_TEU] = "balance of teu",
        [FEATURE_BALANCE_HARD] = "hard balance",
        [FEATURE_BALANCE_WEEK] = "weekly balance",
        [FEATURE_LINE_BOUNDS] = "trains per week",
        [FEATURE_SHARED_SLOTS] = "shared slots",
        [FEATURE_CLOCK_CHANGE] = "clock change",
    };
    return names[feature];
}

static void draw_horizon(RandomCase *kase, Random *random) {
    static const char *const changes[] = {"2026-10-19", "2027-03-22"};
    kase->start =
        kase->has[FEATURE_CLOCK_CHANGE] ? changes[random_int(random, 0, 1)] : "2026-11-30";
    kase->weeks = random_int(random, 1, 2);
    kase->tail_days = random_int(random, 14, 40);
}

static void draw_line_bounds(RandomCase *kase, Random *random) {
    for (int i = 0; i < kase->n_lines; i++) {
        RandomLine *line = &kase->lines[i];
        if (random_chance(random, 0.5)) {
            line->max_trains = random_int(random, 1, 3);
        }
        if (!line->by_hand && random_chance(random, 0.3)) {
            line->min_trains = 1;
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
        if (kase->has[FEATURE_OFFERED]) {
            rule->offered_percent = random_int(random, 60, 98);
        }
        if (kase->has[FEATURE_MIN_LOAD]) {
            rule->min_percent = random_int(random, 20, 80);
        }
    }
}

static void draw_balance(RandomCase *kase, Random *random, bool of_trains) {
    RandomBalance *rule = &kase->balance[kase->n_balance++];
    *rule = (RandomBalance){.of_trains = of_trains,
                            .of_teu = !of_trains,
                            .weekly = kase->has[FEATURE_BALANCE_WEEK],
                            .ratio_percent = random_int(random, 30, 100)};
    bool hard = kase->has[FEATURE_BALANCE_HARD] && random_chance(random, 0.6);
    rule->penalty = hard ? ABSENT : random_int(random, 1, of_trains ? 6000 : 400);
}

static void draw_rules(RandomCase *kase, Random *random) {
    if (kase->has[FEATURE_LINE_BOUNDS]) {
        draw_line_bounds(kase, random);
    }
    if (kase->has[FEATURE_OFFERED] || kase->has[FEATURE_MIN_LOAD]) {
        draw_load_factors(kase, random);
    }
    if (kase->has[FEATURE_BALANCE_TRAINS]) {
        draw_balance(kase, random, true);
    }
    if (kase->has[FEATURE_BALANCE_TEU]) {
        draw_balance(kase, random, false);
    }
}

RandomCase random_case(uint64_t seed) {
    RandomCase kase;
    memset(&kase, 0, sizeof kase);
    Random random = random_seeded(seed);
    for (int i = 0; i < N_FEATURES; i++) {
        kase.has[i] = random_chance(&random, FEATURE_SHARE);
    }
    draw_horizon(&kase, &random);
    random_network(&kase, &random);
    random_cargo(&kase, &random);
    draw_rules(&kase, &random);
    return kase;
}
