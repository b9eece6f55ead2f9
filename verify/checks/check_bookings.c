/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks the boxes of bookings that are carried and left, tier by tier, docs/model.md (9):
 * bookings.csv. */
#include <math.h>

#include "verify/checks/checks.h"
#include "verify/read/expect.h"

int demand_tier_shared(const Demand *demand, int tier) {
    double price = demand->tiers[tier].revenue_per_box;
    for (int other = 0; other < tier; other++) {
        if (fabs(demand->tiers[other].revenue_per_box - price) <= 1e-6 * fmax(1, fabs(price))) {
            return other;
        }
    }
    return tier;
}

/** Checks each tier, and notes what the best paid of the boxes left would have paid. */
static void check_tiers(const PlanRead *plan, DemandId id, const long *carried) {
    const Demand *demand = &plan->kase->demand[id];
    for (int tier = 0; tier < demand->n_tiers; tier++) {
        long boxes = 0, limit = 0;
        for (int other = 0; other < demand->n_tiers; other++) {
            if (demand_tier_shared(demand, other) != tier) {
                continue;
            }
            boxes += carried[other];
            limit += demand->tiers[other].boxes;
        }
        if (limit > boxes) {
            plan->best_refused[id] =
                fmax(plan->best_refused[id], demand->tiers[tier].revenue_per_box);
        }
        report_check(plan->report, VERIFY_BOXES, boxes <= limit, "allocations.csv", 0,
                     "%s has %ld boxes carried at %.2f, it has %ld", demand->code, boxes,
                     demand->tiers[tier].revenue_per_box, limit);
    }
}

static bool reason_known(const char *reason) {
    return g_strcmp0(reason, "no_itinerary") == 0 || g_strcmp0(reason, "below_floor_price") == 0 ||
           g_strcmp0(reason, "no_room") == 0 || g_strcmp0(reason, "past_due") == 0;
}

/** What the case says of the booking. */
static void check_booking_terms(const PlanRead *plan, const Demand *demand, int row) {
    const CheckedTable *table = &plan->tables[TABLE_BOOKINGS];
    const Station *from = &plan->kase->stations[demand->from],
                  *to = &plan->kase->stations[demand->to];
    expect_text(table, row, BOOKING_FROM, from->code);
    expect_text(table, row, BOOKING_TO, to->code);
    expect_text(table, row, BOOKING_CONTAINER, plan->kase->containers[demand->container].code);
    expect_text(table, row, BOOKING_CARGO, plan->kase->cargo[demand->cargo].code);
    expect_instant(table, row, BOOKING_READY, from->zone, demand->ready);
    expect_instant(table, row, BOOKING_DUE, to->zone, demand->due);
    expect_free_text(table, row, BOOKING_CUSTOMER, demand->customer);
    expect_free_text(table, row, BOOKING_REMARK, demand->remark);
    char **prices = g_strsplit(checked_cell(table, row, BOOKING_REVENUE), ";", -1);
    bool agree = (int)g_strv_length(prices) == demand->n_tiers;
    for (int tier = 0; agree && tier < demand->n_tiers; tier++) {
        double written = 0;
        int decimals = 0;
        agree = cell_number(prices[tier], &written, &decimals) &&
                number_agrees(written, decimals, NUMBER_MONEY, demand->tiers[tier].revenue_per_box);
    }
    ROW_CHECK(table, VERIFY_FIGURES, agree, row, "revenue is \"%s\", which is not what %s pays",
              checked_cell(table, row, BOOKING_REVENUE), demand->code);
    g_strfreev(prices);
}

static void check_booking_row(const PlanRead *plan, DemandId id, int row, long boxes) {
    const CheckedTable *table = &plan->tables[TABLE_BOOKINGS];
    const Demand *demand = &plan->kase->demand[id];
    long unserved = boxes - plan->carried[id];
    expect_count(table, row, BOOKING_BOXES, boxes);
    expect_count(table, row, BOOKING_CARRIED, plan->carried[id]);
    expect_count(table, row, BOOKING_UNSERVED, unserved);
    expect_count(table, row, BOOKING_CARRIED_BEFORE, demand->carried_before);
    const char *reason = checked_cell(table, row, BOOKING_REASON);
    ROW_CHECK(table, VERIFY_FIGURES,
              demand_gone(demand) ? g_strcmp0(reason, "carried_before") == 0
              : unserved > 0      ? reason_known(reason)
                                  : g_strcmp0(reason, "") == 0,
              row, "reason is \"%s\" where %ld boxes of %s are left", reason, unserved,
              demand->code);
    bool no_itinerary = g_strcmp0(reason, "no_itinerary") == 0;
    ROW_CHECK(table, VERIFY_FIGURES, !no_itinerary || plan->carried[id] == 0, row,
              "reason is no_itinerary, yet boxes of %s are carried", demand->code);
    check_booking_terms(plan, demand, row);
    expect_count(table, row, BOOKING_PARTS, plan->parts[id]);
}

static void check_booking_boxes(PlanRead *plan, DemandId id, const long *carried,
                                GHashTable *index) {
    const Demand *demand = &plan->kase->demand[id];
    VerifyKpi *kpi = &plan->report->kpi;
    long boxes = 0;
    for (int tier = 0; tier < demand->n_tiers; tier++) {
        boxes += demand->tiers[tier].boxes;
    }
    check_tiers(plan, id, carried);
    report_check(plan->report, VERIFY_BOXES, plan->carried[id] <= boxes, "allocations.csv", 0,
                 "%s has %ld boxes carried, it has %ld", demand->code, plan->carried[id], boxes);
    report_check(plan->report, VERIFY_BOXES, !demand->must || plan->carried[id] == boxes,
                 "allocations.csv", 0, "%s must travel, yet %ld of its %ld boxes are left",
                 demand->code, boxes - plan->carried[id], boxes);
    plan->unserved_cost += demand->unserved_cost_per_box * (double)(boxes - plan->carried[id]);
    kpi->boxes_offered += boxes;
    kpi->boxes_carried += plan->carried[id];
    kpi->boxes_unserved += boxes - plan->carried[id];
    int row = checked_find(index, demand->code, "");
    if (report_check(plan->report, VERIFY_FILES, row > 0, "bookings.csv", 0,
                     "a row of booking %s is missing", demand->code)) {
        check_booking_row(plan, id, row, boxes);
    }
}

/** Boxes by demand and tier, tiers of all demand in one array from `start`. */
static long *sum_carried(PlanRead *plan, const int *start) {
    const Case *kase = plan->kase;
    long *carried = g_new0(long, (gsize)start[kase->n_demand] + 1);
    for (int i = 0; i < plan->n_itineraries; i++) {
        const PlanItinerary *itinerary = &plan->itineraries[i];
        if (itinerary->demand >= 0) {
            plan->parts[itinerary->demand]++;
        }
        if (!itinerary->moves) {
            continue;
        }
        plan->carried[itinerary->demand] += itinerary->boxes;
        if (itinerary->tier >= 0) {
            const Demand *demand = &kase->demand[itinerary->demand];
            carried[start[itinerary->demand] + demand_tier_shared(demand, itinerary->tier)] +=
                itinerary->boxes;
        }
    }
    return carried;
}

void verify_bookings(PlanRead *plan) {
    const Case *kase = plan->kase;
    GHashTable *index = checked_index(&plan->tables[TABLE_BOOKINGS], BOOKING_CODE, -1);
    int *start = g_new0(int, (gsize)kase->n_demand + 1);
    for (DemandId id = 0; id < kase->n_demand; id++) {
        start[id + 1] = start[id] + kase->demand[id].n_tiers;
    }
    plan->carried = g_new0(long, (gsize)kase->n_demand + 1);
    plan->parts = g_new0(long, (gsize)kase->n_demand + 1);
    long *carried = sum_carried(plan, start);
    plan->best_refused = g_new(double, (gsize)kase->n_demand + 1);
    for (DemandId id = 0; id < kase->n_demand; id++) {
        plan->best_refused[id] = (double)NAN; // fmax() takes any number in its place
    }
    for (DemandId id = 0; id < kase->n_demand; id++) {
        check_booking_boxes(plan, id, &carried[start[id]], index);
    }
    report_check(plan->report, VERIFY_FILES,
                 plan->tables[TABLE_BOOKINGS].n_rows - 1 == kase->n_demand, "bookings.csv", 0,
                 "it has %d bookings, the case has %d", plan->tables[TABLE_BOOKINGS].n_rows - 1,
                 kase->n_demand);
    g_free(carried);
    g_free(start);
    g_hash_table_unref(index);
}
