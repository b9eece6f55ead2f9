/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the prices of rules that no other file has a column for. */
#include "verify/prices/price_rules.h"

#include <math.h>
#include <string.h>

#include "config/tolerances.h"
#include "verify/prices/prices.h"
#include "verify/read/expect.h"
#include "verify/read/under_way.h"

/** TEU·km are priced in thousands. */
static const double KM_SCALE = 1e-3;

/* ---- cargo classes, and empties on trains that nothing may be added to ---- */

static ClassPrice *class_price(const Case *kase, PlanLeg *leg, CargoId cargo) {
    if (!leg->class_prices) {
        leg->class_prices = g_new0(ClassPrice, (gsize)kase->n_cargo);
    }
    return &leg->class_prices[cargo];
}

/** Boxes of a class on a leg.
 *  @param about  of the leg
 *  @return what having the class on the train costs for it */
static double take_class(const PriceBook *book, PlanLeg *leg, CargoId cargo, const char *about) {
    PlanRead *plan = book->plan;
    const int most = plan->kase->cargo[cargo].max_boxes_per_train;
    const char *code = book->codes.cargo[cargo];
    double box =
        most == NO_LIMIT ? 0 : price_book_take(book, SIGN_LIMIT, "class_boxes(%s,%s)", code, about);
    double teu = price_book_take(book, SIGN_LIMIT, "class_teu(%s,%s)", code, about);
    if (box != 0 || teu != 0) {
        *class_price(plan->kase, leg, cargo) = (ClassPrice){.box = box, .teu = teu};
        price_prove(&plan->prices, box * (double)MAX(0, most - leg->gone_class_boxes[cargo]));
    }
    return teu * leg->offered_teu;
}

static void take_empties(const PriceBook *book, const PlanTrain *train, PlanLeg *leg,
                         const char *about) {
    PlanRead *plan = book->plan;
    const Case *kase = plan->kase;
    for (int i = 0; i < kase->n_equipment; i++) {
        double price = price_book_take(book, SIGN_LIMIT, "empties_kept(%s,%s)",
                                       book->codes.equipment[i], about);
        if (price == 0) {
            continue;
        }
        if (!leg->empties_prices) {
            leg->empties_prices = g_new0(double, (gsize)kase->n_equipment);
        }
        leg->empties_prices[i] = price;
        const char *code = kase->containers[kase->equipment[i].container].code;
        price_prove(&plan->prices, price * (double)plan_leg_empties_before(kase, train, leg, code));
    }
}

static bool apart(const Case *kase, CargoId one, CargoId other) {
    for (int i = 0; i < kase->cargo[one].n_apart_from; i++) {
        if (kase->cargo[one].apart_from[i] == other) {
            return true;
        }
    }
    return false;
}

/** Pairs of classes that keep apart: what the right of one to be on the train is worth.
 *  @param aboard  per CargoId: what having it there costs, less what the rights are worth */
static void take_pairs(const PriceBook *book, const PlanTrain *train, double *aboard) {
    const Case *kase = book->plan->kase;
    for (CargoId one = 0; one < kase->n_cargo; one++) {
        for (CargoId other = one + 1; other < kase->n_cargo; other++) {
            if (!apart(kase, one, other)) {
                continue;
            }
            double price =
                price_book_take(book, SIGN_LIMIT, "apart(%s,%s,%s)", price_book_train(book, train),
                                book->codes.cargo[one], book->codes.cargo[other]);
            aboard[one] -= price;
            aboard[other] -= price;
            price_prove(&book->plan->prices, price);
        }
    }
}

static void take_train(const PriceBook *book, PlanTrain *train) {
    PlanRead *plan = book->plan;
    double *aboard = g_new0(double, (gsize)plan->kase->n_cargo + 1);
    for (int i = 0; i < train->n_legs; i++) {
        if (train->legs[i].closed) {
            continue;
        }
        g_autofree char *about = price_book_leg(book, train, i);
        for (CargoId cargo = 0; cargo < plan->kase->n_cargo; cargo++) {
            aboard[cargo] += take_class(book, &train->legs[i], cargo, about);
        }
        if (plan_train_closed(plan->kase, train)) {
            take_empties(book, train, &train->legs[i], about);
        }
    }
    take_pairs(book, train, aboard);
    for (CargoId cargo = 0; cargo < plan->kase->n_cargo; cargo++) {
        price_prove(&plan->prices, fmax(0, aboard[cargo]));
    }
    g_free(aboard);
}

/* ---- load factors ---- */

/** What a TEU of a load-factor rule's train earns by the rule, and what the train owes it. */
static void reward_train(PlanRead *plan, PlanTrain *train, double reward, double least) {
    for (int i = 0; i < train->n_legs; i++) {
        train->legs[i].teu_reward += reward * KM_SCALE * train->legs[i].dist_km;
    }
    price_prove(&plan->prices,
                reward * KM_SCALE * (train->gone_teu_km - least * train->offered_teu_km));
}

static void take_load_factor(const PriceBook *book, PlanTrain *train) {
    PlanRead *plan = book->plan;
    const LoadFactor *rule = line_load_factor(plan->kase, train->line);
    const char *line = book->codes.lines[train->line];
    double price = 0;
    if (!rule || rule->min <= 0) {
        return;
    }
    switch (rule->per) {
    case PER_TRAIN:
        price =
            price_book_take(book, SIGN_DEMAND, "load_factor(%s)", price_book_train(book, train));
        break;
    case PER_WEEK:
        price = price_book_take(book, SIGN_DEMAND, "load_factor(%s,%d)", line, train->week + 1);
        break;
    case PER_HORIZON:
        price = price_book_take(book, SIGN_DEMAND, "load_factor(%s)", line);
        break;
    }
    reward_train(plan, train, -price, ratio_granted(rule->min));
}

/* ---- balance ---- */

/** What a TEU on the return side earns, and one on the outbound side costs.
 *  @param week  -1: the whole horizon */
static void reward_side(PlanRead *plan, const Balance *rule, int week, double reward) {
    double ratio = isfinite(rule->teu.penalty) ? rule->teu.ratio : ratio_granted(rule->teu.ratio);
    for (int i = 0; i < plan->n_trains; i++) {
        PlanTrain *train = &plan->trains[i];
        if (!plan_train_own(train) || (week >= 0 && train->week != week)) {
            continue;
        }
        const char *line = plan->kase->lines[train->line].code;
        double weight = (pattern_matches(rule->ret, line) ? 1 : 0) -
                        (pattern_matches(rule->outbound, line) ? ratio : 0);
        for (int leg = 0; leg < train->n_legs; leg++) {
            train->legs[leg].teu_reward +=
                reward * weight * (train->legs[leg].dist_km / train->dist_km);
        }
        price_prove(&plan->prices, reward * weight * (train->gone_teu_km / train->dist_km));
    }
}

static void take_balance(const PriceBook *book, int number, int week, int row) {
    PlanRead *plan = book->plan;
    const Balance *rule = &plan->kase->balance[number];
    g_autofree char *about = week < 0
                                 ? g_strdup(book->codes.balance[number])
                                 : g_strdup_printf("%s,%d", book->codes.balance[number], week + 1);
    if (rule->teu.given) {
        double price = price_book_take(book, SIGN_DEMAND, "balance_teu(%s)", about);
        // A TEU short is paid for: it cannot be worth more.
        report_check(plan->report, VERIFY_PRICES, -price <= rule->teu.penalty + price_slack(plan),
                     "prices.csv", 0, "a TEU short by rule %s has a price of %.6f", about, price);
        reward_side(plan, rule, week, -price);
    }
    double missing = 0;
    if (rule->trains.given && row < plan->tables[TABLE_BALANCE].n_rows && !plan->prices.missing &&
        cell_number(checked_cell(&plan->tables[TABLE_BALANCE], row, BALANCE_SHORT_TRAINS), &missing,
                    NULL)) {
        price_book_expect(book,
                          missing > 0 && isfinite(rule->trains.penalty) ? -rule->trains.penalty : 0,
                          "balance_trains(%s)", about);
    }
}

static void take_balances(const PriceBook *book) {
    const Case *kase = book->plan->kase;
    int row = 0;
    for (int i = 0; i < kase->n_balance; i++) {
        if (kase->balance[i].per == PER_HORIZON) {
            take_balance(book, i, -1, ++row);
        }
        for (int week = 0; kase->balance[i].per != PER_HORIZON && week < kase->horizon.weeks;
             week++) {
            take_balance(book, i, week, ++row);
        }
    }
}

/* ---- promises ---- */

/** The first tier of a booking, among those of all; NOWHERE where the case has it not. */
static int first_tier(const Case *kase, const char *booking) {
    int tier = 0;
    for (DemandId id = 0; id < kase->n_demand; id++) {
        if (strcmp(kase->demand[id].code, booking) == 0) {
            return tier;
        }
        tier += kase->demand[id].n_tiers;
    }
    return NOWHERE;
}

/** What a box that stays on an itinerary of the earlier plan earns. Where nothing may be added, it
 * may be a cost. */
static void take_promises(const PriceBook *book) {
    PlanRead *plan = book->plan;
    const Commitments *committed = &plan->kase->commitments;
    plan->prices.promise = g_new0(double, (gsize)committed->n_earlier_itineraries + 1);
    for (int i = 0; i < committed->n_earlier_itineraries; i++) {
        int tier = first_tier(plan->kase, committed->earlier_itineraries[i].booking);
        if (tier >= 0) {
            plan->prices.promise[i] =
                -price_book_take(book, committed->fill ? SIGN_DEMAND : SIGN_ANY, "promise(%s,%d)",
                                 book->codes.tiers[tier], i + 1);
        }
    }
}

void price_rules_read(const PriceBook *book) {
    PlanRead *plan = book->plan;
    for (int i = 0; i < plan->n_trains; i++) {
        PlanTrain *train = &plan->trains[i];
        if (train->sound && train->runs) {
            take_train(book, train);
        }
        if (plan_train_own(train)) {
            take_load_factor(book, train);
        }
    }
    take_balances(book);
    take_promises(book);
}
