/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says how exactly prices can be known.
 *
 * An LP solver's duals are right to some ten digits of the largest money in the case, so that where
 * that has more than eight, the millionths are noise. */
#include "verify/prices/prices.h"

/** Digits of the largest money that duals have; money below which rounding alone counts. */
static const double DUAL_DIGITS = 1e-9, LARGE = 1e7;

static double largest_of(double largest, const double *money, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (isfinite(money[i])) {
            largest = fmax(largest, fabs(money[i]));
        }
    }
    return largest;
}

#define LARGEST(...)                                                                               \
    largest_of(largest, (const double[]){__VA_ARGS__},                                             \
               sizeof((const double[]){__VA_ARGS__}) / sizeof(double))

static double largest_of_demand(const Demand *demand, double largest) {
    for (int i = 0; i < demand->n_tiers; i++) {
        largest = LARGEST(demand->tiers[i].revenue_per_box);
    }
    return LARGEST(demand->late_cost_per_day, demand->unserved_cost_per_box);
}

static double largest_of_equipment(const Equipment *type, double largest) {
    for (int i = 0; i < type->n_at; i++) {
        const EquipmentAt *at = &type->at[i];
        largest = LARGEST(at->storage_cost, at->lease_cost, at->end_value);
    }
    return largest;
}

static double largest_of_case(const Case *kase) {
    double largest = 0;
    for (int i = 0; i < kase->n_stations; i++) {
        const Station *station = &kase->stations[i];
        largest = LARGEST(station->load_cost_per_box, station->unload_cost_per_box,
                          station->transfer_cost_per_box);
    }
    for (int i = 0; i < kase->n_slots; i++) {
        const Slot *slot = &kase->slots[i];
        largest = LARGEST(slot->cost_per_train, slot->cost_per_teu, slot->cost_per_empty_teu);
    }
    for (int i = 0; i < kase->n_lines; i++) {
        largest = LARGEST(kase->lines[i].cost_per_train);
    }
    for (int i = 0; i < kase->n_feeders; i++) {
        largest = LARGEST(kase->feeders[i].cost_per_box);
    }
    for (int i = 0; i < kase->n_demand; i++) {
        largest = largest_of_demand(&kase->demand[i], largest);
    }
    for (int i = 0; i < kase->n_equipment; i++) {
        largest = largest_of_equipment(&kase->equipment[i], largest);
    }
    for (int i = 0; i < kase->n_balance; i++) {
        largest = LARGEST(kase->balance[i].trains.penalty, kase->balance[i].teu.penalty);
    }
    for (int i = 0; i < kase->commitments.n_earlier_trains; i++) {
        largest = LARGEST(kase->commitments.earlier_trains[i].price, 0);
    }
    for (int i = 0; i < kase->commitments.n_earlier_itineraries; i++) {
        largest = LARGEST(kase->commitments.earlier_itineraries[i].price, 0);
    }
    return largest;
}

double price_slack_of(const Case *kase) {
    double largest = largest_of_case(kase);
    return largest > LARGE ? DUAL_DIGITS * largest : 0;
}
