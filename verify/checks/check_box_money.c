/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks what every itinerary earns and costs, and shares that out over its trains: allocations.csv
 * and legs.csv. */
#include <math.h>

#include "verify/checks/checks.h"
#include "verify/read/expect.h"
#include "verify/read/plan_moves.h"

/** What the train move of an itinerary costs, all its boxes together. */
typedef struct {
    double leg, load, unload, transfer;
} MoveCost;

static MoveCost move_cost(const PlanRead *plan, const PlanItinerary *itinerary, int i) {
    const Demand *demand = &plan->kase->demand[itinerary->demand];
    const PlanMove *move = &itinerary->moves[i];
    const Station *from = &plan->kase->stations[move->from], *to = &plan->kase->stations[move->to];
    double boxes = (double)itinerary->boxes, teu = plan->kase->containers[demand->container].teu;
    MoveCost cost = {.leg = boxes * teu * plan_leg(plan, move)->cost_per_teu};
    if (moves_load(itinerary->moves, i)) {
        cost.load = boxes * from->load_cost_per_box;
    }
    if (moves_change_train(itinerary->moves, i)) {
        cost.transfer = boxes * from->transfer_cost_per_box;
    }
    if (moves_unload(itinerary->moves, itinerary->n_moves, i)) {
        cost.unload = boxes * to->unload_cost_per_box;
    }
    return cost;
}

static void add_costs(const PlanRead *plan, PlanItinerary *itinerary) {
    const Demand *demand = &plan->kase->demand[itinerary->demand];
    double boxes = (double)itinerary->boxes;
    for (int i = 0; i < itinerary->n_moves; i++) {
        const PlanMove *move = &itinerary->moves[i];
        if (move->feeder >= 0) {
            itinerary->feeder_cost += boxes * plan->kase->feeders[move->feeder].cost_per_box;
            continue;
        }
        MoveCost cost = move_cost(plan, itinerary, i);
        itinerary->dist_km += plan_leg(plan, move)->dist_km;
        itinerary->leg_cost += cost.leg;
        itinerary->load_cost += cost.load;
        itinerary->unload_cost += cost.unload;
        itinerary->transfer_cost += cost.transfer;
    }
    itinerary->late_cost =
        boxes * demand->late_cost_per_day * (double)itinerary->late_min / MINUTES_PER_DAY;
    itinerary->cost = itinerary->load_cost + itinerary->unload_cost + itinerary->transfer_cost +
                      itinerary->feeder_cost + itinerary->leg_cost + itinerary->late_cost;
}

/** The tier whose price the row's revenue shows. */
static void find_tier(const PlanRead *plan, PlanItinerary *itinerary) {
    const CheckedTable *table = &plan->tables[TABLE_ALLOCATIONS];
    const Demand *demand = &plan->kase->demand[itinerary->demand];
    const char *cell = checked_cell(table, itinerary->row, ALLOCATION_REVENUE);
    double written = 0, boxes = (double)itinerary->boxes, nearest = (double)INFINITY;
    int decimals = 0;
    itinerary->tier = NOWHERE;
    if (!ROW_CHECK(table, VERIFY_FILES, cell_number(cell, &written, &decimals), itinerary->row,
                   "revenue is \"%s\", it should be a number", cell)) {
        return;
    }
    for (int tier = 0; tier < demand->n_tiers; tier++) {
        double expected = boxes * demand->tiers[tier].revenue_per_box;
        double off = fabs(written - expected);
        if (number_agrees(written, decimals, NUMBER_MONEY, expected) && off < nearest) {
            nearest = off;
            itinerary->tier = tier;
        }
    }
    if (ROW_CHECK(table, VERIFY_BOXES, itinerary->tier >= 0, itinerary->row,
                  "revenue %s for %ld boxes is not what %s pays", cell, itinerary->boxes,
                  demand->code)) {
        itinerary->revenue = boxes * demand->tiers[itinerary->tier].revenue_per_box;
    }
}

/** The trains of its legs in legs.csv, each once for every time it is boarded. */
static char *chain_of(const PlanRead *plan, const PlanItinerary *itinerary) {
    GString *chain = g_string_new(NULL);
    for (int i = 0; i < itinerary->n_moves; i++) {
        const PlanMove *move = &itinerary->moves[i];
        if (move->train >= 0 && (i == 0 || !moves_same_train(move, move - 1))) {
            g_string_append_printf(chain, "%s%s", chain->len > 0 ? ";" : "",
                                   checked_cell(&plan->tables[TABLE_LEGS], move->row, LEG_TRAIN));
        }
    }
    return g_string_free(chain, FALSE);
}

/** Days on which the boxes leave the stock and join it; not clamped. */
static void check_stock_days(const PlanRead *plan, const PlanItinerary *itinerary) {
    const CheckedTable *table = &plan->tables[TABLE_ALLOCATIONS];
    const Demand *demand = &plan->kase->demand[itinerary->demand];
    const Zone *zone = plan->kase->horizon.zone;
    int equipment =
        demand->owner == OWNER_CARRIER ? equipment_find(plan->kase, demand->container) : NOWHERE;
    char taken[DATE_TEXT_SIZE] = "", returned[DATE_TEXT_SIZE] = "";
    if (equipment >= 0) {
        const Equipment *type = &plan->kase->equipment[equipment];
        date_format(zone_date(zone, itinerary->departs - type->turn_load_min), taken);
        date_format(zone_date(zone, itinerary->arrives + type->turn_unload_min), returned);
    }
    expect_text(table, itinerary->row, ALLOCATION_TAKEN, taken);
    expect_text(table, itinerary->row, ALLOCATION_RETURNED, returned);
}

static void check_money(const PlanRead *plan, const PlanItinerary *itinerary) {
    const CheckedTable *table = &plan->tables[TABLE_ALLOCATIONS];
    const Demand *demand = &plan->kase->demand[itinerary->demand];
    const Station *from = &plan->kase->stations[demand->from],
                  *to = &plan->kase->stations[demand->to];
    int row = itinerary->row;
    expect_text(table, row, ALLOCATION_FROM, from->code);
    expect_text(table, row, ALLOCATION_TO, to->code);
    expect_instant(table, row, ALLOCATION_DEPARTS, from->zone, itinerary->departs);
    expect_instant(table, row, ALLOCATION_ARRIVES, to->zone, itinerary->arrives);
    expect_number(table, row, ALLOCATION_TRANSIT_HOURS, NUMBER_HOURS,
                  (double)(itinerary->arrives - itinerary->departs) / MINUTES_PER_HOUR);
    expect_number(table, row, ALLOCATION_LATE_HOURS, NUMBER_HOURS,
                  (double)itinerary->late_min / MINUTES_PER_HOUR);
    expect_number(table, row, ALLOCATION_COST, NUMBER_MONEY, itinerary->cost);
    expect_number(table, row, ALLOCATION_MARGIN, NUMBER_MONEY,
                  itinerary->revenue - itinerary->cost);
    g_autofree char *chain = chain_of(plan, itinerary);
    expect_text(table, row, ALLOCATION_TRAINS, chain);
    expect_text(table, row, ALLOCATION_CONTAINER, plan->kase->containers[demand->container].code);
    expect_text(table, row, ALLOCATION_CARGO, plan->kase->cargo[demand->cargo].code);
    expect_free_text(table, row, ALLOCATION_CUSTOMER, demand->customer);
    expect_free_text(table, row, ALLOCATION_REMARK, demand->remark);
    check_stock_days(plan, itinerary);
}

/** Index of the last leg that is on a train. */
static int last_ride(const PlanItinerary *itinerary) {
    int last = itinerary->n_moves - 1;
    return itinerary->moves[last].train >= 0 ? last : last - 1;
}

/** The rows of legs.csv: an itinerary's rows add up to its cost. A feeder's row bears the feeder
 * alone, so lateness is on the last train's. */
static void check_leg_rows(const PlanRead *plan, const PlanItinerary *itinerary) {
    const CheckedTable *table = &plan->tables[TABLE_LEGS];
    const Case *kase = plan->kase;
    const Demand *demand = &kase->demand[itinerary->demand];
    const Container *container = &kase->containers[demand->container];
    double boxes = (double)itinerary->boxes;
    for (int i = 0; i < itinerary->n_moves; i++) {
        const PlanMove *move = &itinerary->moves[i];
        double cost = 0;
        if (move->feeder >= 0) {
            cost = boxes * kase->feeders[move->feeder].cost_per_box;
        } else {
            MoveCost parts = move_cost(plan, itinerary, i);
            cost = parts.leg + parts.load + parts.transfer + parts.unload;
            if (i == last_ride(itinerary)) {
                cost += itinerary->late_cost;
            }
        }
        expect_instant(table, move->row, LEG_DEPARTS, kase->stations[move->from].zone,
                       move->departs);
        expect_instant(table, move->row, LEG_ARRIVES, kase->stations[move->to].zone, move->arrives);
        expect_count(table, move->row, LEG_BOXES, itinerary->boxes);
        expect_number(table, move->row, LEG_TEU, NUMBER_QUANTITY, boxes * container->teu);
        expect_number(table, move->row, LEG_TONNES, NUMBER_QUANTITY,
                      boxes * (demand->tonnes_per_box + container->tare_t));
        expect_number(table, move->row, LEG_COST, NUMBER_MONEY, cost);
        expect_free_text(table, move->row, LEG_CUSTOMER, demand->customer);
        expect_free_text(table, move->row, LEG_REMARK, demand->remark);
    }
}

/** Shares an itinerary's money out over its trains, by km ridden. */
static void share_itinerary_money(PlanRead *plan, const PlanItinerary *itinerary) {
    double other = itinerary->cost - itinerary->leg_cost;
    for (int i = 0; i < itinerary->n_moves; i++) {
        const PlanMove *move = &itinerary->moves[i];
        if (move->train < 0) {
            continue;
        }
        PlanTrain *train = &plan->trains[move->train];
        double share = plan_leg(plan, move)->dist_km / itinerary->dist_km;
        train->cost += move_cost(plan, itinerary, i).leg + share * other;
        train->revenue += share * itinerary->revenue;
    }
}

void verify_box_money(PlanRead *plan) {
    for (int i = 0; i < plan->n_itineraries; i++) {
        PlanItinerary *itinerary = &plan->itineraries[i];
        if (!itinerary->moves) {
            continue;
        }
        add_costs(plan, itinerary);
        find_tier(plan, itinerary);
        check_money(plan, itinerary);
        check_leg_rows(plan, itinerary);
        share_itinerary_money(plan, itinerary);
    }
}
