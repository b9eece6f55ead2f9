/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the prices of rules that have no column for them: prices.csv. */
#include "verify/prices/price_rules.h"

#include <math.h>
#include <string.h>

#include "config/tolerances.h"
#include "verify/prices/prices.h"
#include "verify/read/expect.h"
#include "verify/read/plan_moves.h"
#include "verify/read/under_way.h"

#define PRICE_CHECK(holds, row, ...)                                                               \
    ROW_CHECK(&plan->tables[TABLE_PRICES], VERIFY_PRICES, (holds), (row), __VA_ARGS__)

/** TEU·km are priced in thousands. */
static const double KM_SCALE = 1e-3;

typedef struct {
    PlanRead *plan;
    int row;
    const char *of, *part;
    CargoId cargo, other; /**< NOWHERE where the cell is empty, or no class of the case */
    double price;
    double *aboard; /**< [train * n_cargo + cargo]: what having the class on the train costs */
} PriceRule;

static CargoId cargo_of(const Case *kase, const char *code) {
    for (CargoId cargo = 0; cargo < kase->n_cargo; cargo++) {
        if (strcmp(kase->cargo[cargo].code, code) == 0) {
            return cargo;
        }
    }
    return NOWHERE;
}

static bool part_is_week(const PriceRule *rule, int week) {
    char text[16] = "horizon";
    if (week >= 0) {
        g_snprintf(text, sizeof text, "%d", week);
    }
    return strcmp(rule->part, text) == 0;
}

/** Which week a part names; -1 for the horizon. */
static bool rule_week(const PriceRule *rule, Period per, int *week) {
    for (*week = 0; per == PER_WEEK && *week < rule->plan->kase->horizon.weeks; (*week)++) {
        if (part_is_week(rule, *week)) {
            return true;
        }
    }
    *week = -1;
    return per == PER_HORIZON && part_is_week(rule, -1);
}

static ClassPrice *class_price(const PriceRule *rule, PlanLeg *leg) {
    if (!leg->class_prices) {
        leg->class_prices = g_new0(ClassPrice, (gsize)rule->plan->kase->n_cargo);
    }
    return &leg->class_prices[rule->cargo];
}

/** `first_level`: of TEU that may not stand on the second. Its price is in price_per_teu, too. */
static bool rule_first_level(const PriceRule *rule) {
    PlanLeg *leg = plan_leg_named(rule->plan, rule->of, rule->part);
    if (!leg) {
        return false;
    }
    leg->flat_price = rule->price;
    leg->teu_price -= rule->price;
    price_prove(&rule->plan->prices, rule->price * (leg_room_flat(leg) - leg_room_teu(leg)));
    return leg->teu_price >= -1e-9;
}

static bool rule_max_boxes(const PriceRule *rule) {
    PlanLeg *leg = plan_leg_named(rule->plan, rule->of, rule->part);
    if (!leg || rule->cargo < 0 ||
        rule->plan->kase->cargo[rule->cargo].max_boxes_per_train == NO_LIMIT) {
        return false;
    }
    class_price(rule, leg)->box = rule->price;
    price_prove(&rule->plan->prices,
                rule->price *
                    (double)MAX(0, rule->plan->kase->cargo[rule->cargo].max_boxes_per_train -
                                       leg->gone_class_boxes[rule->cargo]));
    return true;
}

/** The place of a train and class in PriceRule.aboard. */
static double *aboard(const PriceRule *rule, const PlanTrain *train, CargoId cargo) {
    return &rule->aboard[(train - rule->plan->trains) * rule->plan->kase->n_cargo + cargo];
}

/** `class_aboard`: a class takes room that the train has only where the class may be on it. */
static bool rule_class_aboard(const PriceRule *rule) {
    PlanTrain *train = plan_train_named(rule->plan, rule->of);
    PlanLeg *leg = plan_leg_named(rule->plan, rule->of, rule->part);
    if (!leg || rule->cargo < 0) {
        return false;
    }
    class_price(rule, leg)->teu = rule->price;
    *aboard(rule, train, rule->cargo) += rule->price * leg->offered_teu;
    return true;
}

static bool apart(const Case *kase, CargoId one, CargoId other) {
    for (int i = 0; i < kase->cargo[one].n_apart_from; i++) {
        if (kase->cargo[one].apart_from[i] == other) {
            return true;
        }
    }
    return false;
}

/** `apart_from`: of the right of one of two classes to be on the train. */
static bool rule_apart_from(const PriceRule *rule) {
    PlanTrain *train = plan_train_named(rule->plan, rule->of);
    if (!train || rule->part[0] != '\0' || rule->cargo < 0 || rule->other <= rule->cargo ||
        !apart(rule->plan->kase, rule->cargo, rule->other)) {
        return false;
    }
    *aboard(rule, train, rule->cargo) -= rule->price;
    *aboard(rule, train, rule->other) -= rule->price;
    price_prove(&rule->plan->prices, rule->price);
    return true;
}

/** What a TEU of a load-factor rule's train earns by the rule, and what the train owes it. */
static void reward_train(const PriceRule *rule, PlanTrain *train, double least) {
    for (int i = 0; i < train->n_legs; i++) {
        train->legs[i].teu_reward += rule->price * KM_SCALE * train->legs[i].dist_km;
    }
    price_prove(&rule->plan->prices,
                rule->price * KM_SCALE * (train->gone_teu_km - least * train->offered_teu_km));
}

static bool rule_load_factor(const PriceRule *rule) {
    PlanRead *plan = rule->plan;
    const PlanTrain *alone = plan_train_named(plan, rule->part);
    bool any = false;
    for (int i = 0; i < plan->n_trains; i++) {
        PlanTrain *train = &plan->trains[i];
        int week;
        if (!plan_train_own(train) || strcmp(plan->kase->lines[train->line].code, rule->of) != 0) {
            continue;
        }
        const LoadFactor *said = line_load_factor(plan->kase, train->line);
        if (!said || said->min <= 0) {
            return false;
        }
        if (said->per == PER_TRAIN
                ? alone != train
                : !rule_week(rule, said->per, &week) || (week >= 0 && train->week != week)) {
            continue;
        }
        reward_train(rule, train, ratio_granted(said->min));
        any = true;
    }
    return any;
}

/** `balance`: what a TEU on the return side earns, and one on the outbound side costs. */
static bool rule_balance(const PriceRule *rule) {
    PlanRead *plan = rule->plan;
    long number = 0;
    int week;
    if (!cell_count(rule->of, &number) || number < 1 || number > plan->kase->n_balance) {
        return false;
    }
    const Balance *said = &plan->kase->balance[number - 1];
    if (!said->teu.given ||
        !rule_week(rule, said->per == PER_WEEK ? PER_WEEK : PER_HORIZON, &week)) {
        return false;
    }
    double ratio = isfinite(said->teu.penalty) ? said->teu.ratio : ratio_granted(said->teu.ratio);
    for (int i = 0; i < plan->n_trains; i++) {
        PlanTrain *train = &plan->trains[i];
        if (!plan_train_own(train) || (week >= 0 && train->week != week)) {
            continue;
        }
        const char *line = plan->kase->lines[train->line].code;
        double weight = (pattern_matches(said->ret, line) ? 1 : 0) -
                        (pattern_matches(said->outbound, line) ? ratio : 0);
        for (int leg = 0; leg < train->n_legs; leg++) {
            train->legs[leg].teu_reward +=
                rule->price * weight * (train->legs[leg].dist_km / train->dist_km);
        }
        price_prove(&plan->prices, rule->price * weight * (train->gone_teu_km / train->dist_km));
    }
    // A TEU short is paid for: it cannot be worth more.
    return rule->price <= said->teu.penalty + price_slack(plan);
}

static bool rule_fleet(const PriceRule *rule) {
    const Case *kase = rule->plan->kase;
    for (int i = 0; i < kase->n_equipment && rule->part[0] == '\0' && kase->horizon.cyclic; i++) {
        if (strcmp(kase->containers[kase->equipment[i].container].code, rule->of) == 0) {
            rule->plan->prices.fleet[i] = rule->price;
            return true;
        }
    }
    return false;
}

/** `commitment`: what a box earns that stays on an itinerary of the earlier plan. */
static bool rule_commitment(const PriceRule *rule) {
    const Commitments *committed = &rule->plan->kase->commitments;
    long number = 0;
    if (!committed->given || !cell_count(rule->part, &number) || number < 1 ||
        number > committed->n_earlier_itineraries ||
        strcmp(committed->earlier_itineraries[number - 1].booking, rule->of) != 0) {
        return false;
    }
    rule->plan->prices.promise[number - 1] = rule->price;
    return true;
}

/** `empties_kept`: of an empty that the earlier plan has on the leg, where others may not be. */
static bool rule_empties_kept(const PriceRule *rule) {
    const Case *kase = rule->plan->kase;
    const char *code = checked_cell(&rule->plan->tables[TABLE_PRICES], rule->row, PRICE_CARGO);
    const PlanTrain *train = plan_train_named(rule->plan, rule->of);
    PlanLeg *leg = plan_leg_named(rule->plan, rule->of, rule->part);
    int equipment = equipment_find(kase, container_find(kase, code));
    if (!leg || equipment < 0 || !plan_train_closed(kase, train)) {
        return false;
    }
    if (!leg->empties_prices) {
        leg->empties_prices = g_new0(double, (gsize)kase->n_equipment);
    }
    leg->empties_prices[equipment] = rule->price;
    price_prove(&rule->plan->prices,
                rule->price * (double)plan_leg_empties_before(kase, train, leg, code));
    return true;
}

static const struct {
    const char *name;
    bool (*read)(const PriceRule *rule);
} KINDS[] = {{"first_level", rule_first_level},
             {"max_boxes_per_train", rule_max_boxes},
             {"class_aboard", rule_class_aboard},
             {"apart_from", rule_apart_from},
             {"load_factor", rule_load_factor},
             {"balance", rule_balance},
             {"fleet", rule_fleet},
             {"commitment", rule_commitment},
             {"empties_kept", rule_empties_kept}};

static bool read_price_rule(const PriceRule *rule, const char *kind) {
    for (gsize i = 0; i < G_N_ELEMENTS(KINDS); i++) {
        if (strcmp(KINDS[i].name, kind) == 0) {
            return KINDS[i].read(rule);
        }
    }
    return false;
}

/** True where the classes are named just where the kind of rule has them. */
static bool classes_fit(const char *kind, const char *cargo, const char *other) {
    bool pair = strcmp(kind, "apart_from") == 0;
    bool one = pair || strcmp(kind, "max_boxes_per_train") == 0 ||
               strcmp(kind, "class_aboard") == 0 || strcmp(kind, "empties_kept") == 0;
    return one == (cargo[0] != '\0') && pair == (other[0] != '\0');
}

static void read_price_row(PlanRead *plan, int row, double *aboard, GHashTable *seen) {
    const CheckedTable *table = &plan->tables[TABLE_PRICES];
    const char *kind = checked_cell(table, row, PRICE_RULE);
    const char *cargo = checked_cell(table, row, PRICE_CARGO);
    const char *other = checked_cell(table, row, PRICE_OTHER_CARGO);
    // Where nothing may be added, a promise is as many boxes at most.
    bool may_cost = strcmp(kind, "commitment") == 0 && !plan->kase->commitments.fill;
    PriceRule rule = {
        .plan = plan,
        .row = row,
        .of = checked_cell(table, row, PRICE_OF),
        .part = checked_cell(table, row, PRICE_PART),
        .cargo = cargo_of(plan->kase, cargo),
        .other = cargo_of(plan->kase, other),
        .price = price_cell(plan, table, row, PRICE_PRICE, may_cost ? -(double)INFINITY : 0),
        .aboard = aboard};
    char *key = g_strjoin("\x1f", kind, rule.of, rule.part, cargo, other, NULL);
    if (PRICE_CHECK(g_hash_table_add(seen, key), row, "this rule stands here a second time")) {
        PRICE_CHECK(classes_fit(kind, cargo, other) && (rule.price > 0 || may_cost) &&
                        read_price_rule(&rule, kind),
                    row, "no rule \"%s\" of %s %s can have a price of %.6f", kind, rule.of,
                    rule.part, rule.price);
    }
}

void price_rules_read(PlanRead *plan) {
    gsize places = (gsize)plan->n_trains * (gsize)plan->kase->n_cargo;
    double *aboard = g_new0(double, places + 1);
    GHashTable *seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    plan->prices.promise = g_new0(double, (gsize)plan->kase->commitments.n_earlier_itineraries + 1);
    for (int row = 1; row < plan->tables[TABLE_PRICES].n_rows; row++) {
        read_price_row(plan, row, aboard, seen);
    }
    for (gsize i = 0; i < places; i++) {
        price_prove(&plan->prices, fmax(0, aboard[i]));
    }
    g_hash_table_unref(seen);
    g_free(aboard);
}
