/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/property/feature.h"
#include <string.h>

/* Load factors and balance. */

static bool is_least_load(const RandomLoadFactor *rule, const char *per) {
    return rule->min_percent > 0 && strcmp(rule->per, per) == 0;
}

static bool has_offered(const RandomCase *kase) {
    for (int i = 0; i < kase->n_load_factors; i++) {
        const RandomLoadFactor *rule = &kase->load_factors[i];
        if (rule->offered_percent < 100) {
            return true;
        }
    }
    return false;
}

static void no_offered(RandomCase *kase) {
    for (int i = 0; i < kase->n_load_factors; i++) {
        RandomLoadFactor *rule = &kase->load_factors[i];
        rule->offered_percent = 100;
    }
}

static bool has_load_train(const RandomCase *kase) {
    for (int i = 0; i < kase->n_load_factors; i++) {
        const RandomLoadFactor *rule = &kase->load_factors[i];
        if (is_least_load(rule, "train")) {
            return true;
        }
    }
    return false;
}

static void no_load_train(RandomCase *kase) {
    for (int i = 0; i < kase->n_load_factors; i++) {
        RandomLoadFactor *rule = &kase->load_factors[i];
        if (is_least_load(rule, "train")) {
            rule->min_percent = 0;
        }
    }
}

static bool has_load_week(const RandomCase *kase) {
    for (int i = 0; i < kase->n_load_factors; i++) {
        const RandomLoadFactor *rule = &kase->load_factors[i];
        if (is_least_load(rule, "week")) {
            return true;
        }
    }
    return false;
}

static void no_load_week(RandomCase *kase) {
    for (int i = 0; i < kase->n_load_factors; i++) {
        RandomLoadFactor *rule = &kase->load_factors[i];
        if (is_least_load(rule, "week")) {
            rule->min_percent = 0;
        }
    }
}

static bool has_load_horizon(const RandomCase *kase) {
    for (int i = 0; i < kase->n_load_factors; i++) {
        const RandomLoadFactor *rule = &kase->load_factors[i];
        if (is_least_load(rule, "horizon")) {
            return true;
        }
    }
    return false;
}

static void no_load_horizon(RandomCase *kase) {
    for (int i = 0; i < kase->n_load_factors; i++) {
        RandomLoadFactor *rule = &kase->load_factors[i];
        if (is_least_load(rule, "horizon")) {
            rule->min_percent = 0;
        }
    }
}

static bool has_balance_trains(const RandomCase *kase) {
    for (int i = 0; i < kase->n_balance; i++) {
        const RandomBalance *rule = &kase->balance[i];
        if (rule->of_trains) {
            return true;
        }
    }
    return false;
}

static void no_balance_trains(RandomCase *kase) {
    for (int i = 0; i < kase->n_balance; i++) {
        RandomBalance *rule = &kase->balance[i];
        if (rule->of_trains) {
            rule->ratio_percent = 0;
        }
    }
}

static bool has_balance_teu(const RandomCase *kase) {
    for (int i = 0; i < kase->n_balance; i++) {
        const RandomBalance *rule = &kase->balance[i];
        if (rule->of_teu) {
            return true;
        }
    }
    return false;
}

static void no_balance_teu(RandomCase *kase) {
    for (int i = 0; i < kase->n_balance; i++) {
        RandomBalance *rule = &kase->balance[i];
        if (rule->of_teu) {
            rule->ratio_percent = 0;
        }
    }
}

static bool has_balance_soft(const RandomCase *kase) {
    for (int i = 0; i < kase->n_balance; i++) {
        const RandomBalance *rule = &kase->balance[i];
        if (rule->penalty != ABSENT) {
            return true;
        }
    }
    return false;
}

static void no_balance_soft(RandomCase *kase) {
    for (int i = 0; i < kase->n_balance; i++) {
        RandomBalance *rule = &kase->balance[i];
        if (rule->penalty != ABSENT) {
            rule->penalty = 0;
        }
    }
}

static bool has_balance_hard(const RandomCase *kase) {
    for (int i = 0; i < kase->n_balance; i++) {
        const RandomBalance *rule = &kase->balance[i];
        if (rule->penalty == ABSENT) {
            return true;
        }
    }
    return false;
}

static void no_balance_hard(RandomCase *kase) {
    for (int i = 0; i < kase->n_balance; i++) {
        RandomBalance *rule = &kase->balance[i];
        if (rule->penalty == ABSENT) {
            rule->penalty = 0;
        }
    }
}

static bool has_balance_week(const RandomCase *kase) {
    for (int i = 0; i < kase->n_balance; i++) {
        const RandomBalance *rule = &kase->balance[i];
        if (rule->weekly && kase->weeks > 1) {
            return true;
        }
    }
    return false;
}

static void no_balance_week(RandomCase *kase) {
    for (int i = 0; i < kase->n_balance; i++) {
        RandomBalance *rule = &kase->balance[i];
        rule->weekly = false;
    }
}

const Feature rule_features[] = {
    {"offered share", has_offered, no_offered, false},
    {"least load, per train", has_load_train, no_load_train, false},
    {"least load, per week", has_load_week, no_load_week, false},
    {"least load, per horizon", has_load_horizon, no_load_horizon, false},
    {"balance of trains", has_balance_trains, no_balance_trains, false},
    {"balance of teu", has_balance_teu, no_balance_teu, false},
    {"soft balance", has_balance_soft, no_balance_soft, false},
    {"hard balance", has_balance_hard, no_balance_hard, false},
    {"weekly balance", has_balance_week, no_balance_week, false},
    {NULL, NULL, NULL, false},
};
