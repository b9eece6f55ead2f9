/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks into what parts bookings are split, docs/model.md (22): rows of allocations.csv that take
 * the same trains between the same stations, and the same departures of feeders, are one part. */
#include <string.h>

#include "verify/checks/checks.h"

/** What the parts of a tier have to be, or of those tiers that cannot be told apart. */
typedef struct {
    long least; /**< boxes of each */
    long most;  /**< parts; LONG_MAX: any number */
} PartRule;

static PartRule rule_of_tier(const Demand *demand, int tier) {
    PartRule rule = {LONG_MAX, 0};
    for (int other = 0; other < demand->n_tiers; other++) {
        if (demand_tier_shared(demand, other) == tier) {
            rule.least = MIN(rule.least, MIN(demand->parts_min, demand->tiers[other].boxes));
            rule.most = demand->parts_max == NO_LIMIT ? LONG_MAX : rule.most + demand->parts_max;
        }
    }
    return rule;
}

static bool same_way(const PlanItinerary *one, const PlanItinerary *other) {
    bool same = one->n_moves == other->n_moves;
    for (int i = 0; i < one->n_moves && same; i++) {
        const PlanMove *a = &one->moves[i], *b = &other->moves[i];
        same = a->train == b->train && a->feeder == b->feeder && a->from == b->from &&
               a->to == b->to && a->departs == b->departs;
    }
    return same;
}

/** The itineraries of each booking, by number of its demand. */
typedef struct {
    const PlanItinerary **items;
    int *start; /**< n_demand + 1 entries */
} ByBooking;

static ByBooking by_booking(const PlanRead *plan) {
    int n_demand = plan->kase->n_demand;
    ByBooking by = {g_new0(const PlanItinerary *, (gsize)plan->n_itineraries + 1),
                    g_new0(int, (gsize)n_demand + 2)};
    for (int i = 0; i < plan->n_itineraries; i++) {
        const PlanItinerary *itinerary = &plan->itineraries[i];
        if (itinerary->moves && itinerary->tier >= 0) {
            by.start[itinerary->demand + 2]++;
        }
    }
    for (DemandId id = 0; id < n_demand; id++) {
        by.start[id + 2] += by.start[id + 1];
    }
    for (int i = 0; i < plan->n_itineraries; i++) {
        const PlanItinerary *itinerary = &plan->itineraries[i];
        if (itinerary->moves && itinerary->tier >= 0) {
            by.items[by.start[itinerary->demand + 1]++] = itinerary;
        }
    }
    return by;
}

/** Boxes of the part that begins with a row; 0 where an earlier row takes the same way. */
static long part_boxes(const Demand *demand, const PlanItinerary *const *rows, int count, int row) {
    long boxes = 0;
    int tier = demand_tier_shared(demand, rows[row]->tier);
    for (int i = 0; i < count; i++) {
        if (demand_tier_shared(demand, rows[i]->tier) == tier && same_way(rows[i], rows[row])) {
            if (i < row) {
                return 0;
            }
            boxes += rows[i]->boxes;
        }
    }
    return boxes;
}

static void check_parts_of_tier(const PlanRead *plan, const Demand *demand, int tier,
                                const PlanItinerary *const *rows, int count) {
    const CheckedTable *table = &plan->tables[TABLE_ALLOCATIONS];
    const PartRule rule = rule_of_tier(demand, tier);
    long parts = 0;
    for (int i = 0; i < count; i++) {
        bool own = demand_tier_shared(demand, rows[i]->tier) == tier;
        long boxes = own ? part_boxes(demand, rows, count, i) : 0;
        if (boxes > 0) {
            parts++;
            ROW_CHECK(table, VERIFY_BOXES, boxes >= rule.least, rows[i]->row,
                      "%s has %ld boxes on this itinerary, its parts have %ld at least",
                      demand->code, boxes, rule.least);
        }
    }
    report_check(plan->report, VERIFY_BOXES, parts <= rule.most, "allocations.csv", 0,
                 "%s goes by %ld itineraries, its parts are %ld at most", demand->code, parts,
                 rule.most);
}

void verify_parts(PlanRead *plan) {
    const Case *kase = plan->kase;
    const ByBooking by = by_booking(plan);
    for (DemandId id = 0; id < kase->n_demand; id++) {
        const Demand *demand = &kase->demand[id];
        bool any = demand->parts_min <= 1 && demand->parts_max == NO_LIMIT;
        for (int tier = 0; tier < demand->n_tiers && !any; tier++) {
            if (demand_tier_shared(demand, tier) == tier) {
                check_parts_of_tier(plan, demand, tier, &by.items[by.start[id]],
                                    by.start[id + 1] - by.start[id]);
            }
        }
    }
    g_free((void *)by.items);
    g_free(by.start);
}
