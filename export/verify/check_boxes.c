/** @file
 *  Every itinerary by itself: in order, in time, as its cargo class allows; its money. */
#include <math.h>

#include "export/verify/plan_read.h"

#define LEG_CHECK(holds, row, ...)                                                                 \
    ROW_CHECK(&plan->tables[TABLE_LEGS], VERIFY_BOXES, (holds), (row), __VA_ARGS__)
#define BOX_CHECK(holds, ...)                                                                      \
    ROW_CHECK(&plan->tables[TABLE_ALLOCATIONS], VERIFY_BOXES, (holds), itinerary->row, __VA_ARGS__)

static bool station_avoided(const Cargo *cargo, const Station *station) {
    return pattern_matches(cargo->avoid_stations, station->code) ||
           pattern_matches(cargo->avoid_countries, station->country);
}

static bool changes_train(const PlanItinerary *itinerary, int move) {
    return move > 0 && itinerary->moves[move].train != itinerary->moves[move - 1].train;
}

static void check_transfer(const PlanRead *plan, const PlanItinerary *itinerary, int move) {
    const PlanLeg *before = plan_leg(plan, itinerary->moves[move - 1]);
    const PlanLeg *after = plan_leg(plan, itinerary->moves[move]);
    const Station *station = &plan->kase->stations[before->to];
    int row = itinerary->moves[move].row;
    int64_t wait = after->departs - before->arrives;
    char waits[DURATION_TEXT_SIZE], limit[DURATION_TEXT_SIZE];
    duration_format(wait, waits);
    if (!LEG_CHECK(station->has_transfer, row, "boxes cannot change trains at %s", station->code))
        return;
    LEG_CHECK(wait >= station->transfer.min_min, row, "transfer at %s takes %s, its least is %s",
              station->code, waits, duration_format(station->transfer.min_min, limit));
    LEG_CHECK(wait <= station->transfer.max_min, row, "transfer at %s takes %s, its greatest is %s",
              station->code, waits, duration_format(station->transfer.max_min, limit));
}

static void check_chain(const PlanRead *plan, const PlanItinerary *itinerary) {
    for (int i = 1; i < itinerary->n_moves; i++) {
        const PlanMove *last = &itinerary->moves[i - 1], *move = &itinerary->moves[i];
        const PlanLeg *before = plan_leg(plan, *last), *after = plan_leg(plan, *move);
        if (!LEG_CHECK(before->to == after->from, move->row,
                       "this leg starts at %s, the one before it ends at %s",
                       plan->kase->stations[after->from].code,
                       plan->kase->stations[before->to].code))
            continue;
        if (changes_train(itinerary, i))
            check_transfer(plan, itinerary, i);
        else
            LEG_CHECK(move->leg == last->leg + 1, move->row,
                      "this leg does not follow the one before it on %s",
                      plan->trains[move->train].name);
    }
}

static void check_times(const PlanRead *plan, const PlanItinerary *itinerary) {
    const Demand *demand = &plan->kase->demand[itinerary->demand];
    const Station *from = &plan->kase->stations[demand->from],
                  *to = &plan->kase->stations[demand->to];
    const PlanLeg *first = plan_leg(plan, itinerary->moves[0]);
    const PlanLeg *last = plan_leg(plan, itinerary->moves[itinerary->n_moves - 1]);
    char text[INSTANT_TEXT_SIZE];
    BOX_CHECK(first->from == demand->from, "%s starts at %s, its legs at %s", demand->code,
              from->code, plan->kase->stations[first->from].code);
    BOX_CHECK(last->to == demand->to, "%s goes to %s, its legs to %s", demand->code, to->code,
              plan->kase->stations[last->to].code);
    BOX_CHECK(itinerary->departs >= demand->ready + from->load_cutoff_min,
              "%s departs too early: with the cutoff of %s, no sooner than %s", demand->code,
              from->code, instant_format(from->zone, demand->ready + from->load_cutoff_min, text));
    BOX_CHECK(itinerary->delivered <= demand->due + demand->late_max_min,
              "%s is delivered too late: it has to be by %s", demand->code,
              instant_format(to->zone, demand->due + demand->late_max_min, text));
}

static void check_class(const PlanRead *plan, const PlanItinerary *itinerary) {
    const Demand *demand = &plan->kase->demand[itinerary->demand];
    const Cargo *cargo = &plan->kase->cargo[demand->cargo];
    const Station *from = &plan->kase->stations[demand->from];
    BOX_CHECK(!cargo->containers || cargo->containers[demand->container],
              "%s cargo may not travel in container %s", cargo->code,
              plan->kase->containers[demand->container].code);
    BOX_CHECK(!station_avoided(cargo, from), "%s cargo avoids station %s", cargo->code, from->code);
    for (int i = 0; i < itinerary->n_moves; i++) {
        const PlanMove *move = &itinerary->moves[i];
        const PlanLeg *leg = plan_leg(plan, *move);
        const PlanTrain *train = &plan->trains[move->train];
        const Slot *slot = &plan->kase->slots[train->slot_runs[leg->run].slot];
        const Station *station = &plan->kase->stations[leg->to];
        LEG_CHECK(!pattern_matches(cargo->avoid_slots, slot->code), move->row,
                  "%s cargo avoids slot %s", cargo->code, slot->code);
        LEG_CHECK(!station_avoided(cargo, station), move->row, "%s cargo avoids station %s",
                  cargo->code, station->code);
    }
}

/** What the boxes of an itinerary cost, part by part. */
static void add_costs(const PlanRead *plan, PlanItinerary *itinerary) {
    const Case *kase = plan->kase;
    const Demand *demand = &kase->demand[itinerary->demand];
    double boxes = (double)itinerary->boxes, teu = kase->containers[demand->container].teu;
    const PlanLeg *last = plan_leg(plan, itinerary->moves[itinerary->n_moves - 1]);
    itinerary->departs = plan_leg(plan, itinerary->moves[0])->departs;
    itinerary->arrives = last->arrives;
    itinerary->delivered = last->arrives + kase->stations[last->to].unload_release_min;
    itinerary->late_min = MAX(0, itinerary->delivered - demand->due);
    for (int i = 0; i < itinerary->n_moves; i++) {
        const PlanLeg *leg = plan_leg(plan, itinerary->moves[i]);
        itinerary->dist_km += leg->dist_km;
        itinerary->leg_cost += boxes * teu * leg->cost_per_teu;
        if (changes_train(itinerary, i))
            itinerary->transfer_cost += boxes * kase->stations[leg->from].transfer_cost_per_box;
    }
    itinerary->load_cost = boxes * kase->stations[demand->from].load_cost_per_box;
    itinerary->unload_cost = boxes * kase->stations[demand->to].unload_cost_per_box;
    itinerary->late_cost =
        boxes * demand->late_cost_per_day * (double)itinerary->late_min / MINUTES_PER_DAY;
    itinerary->cost = itinerary->load_cost + itinerary->unload_cost + itinerary->transfer_cost +
                      itinerary->leg_cost + itinerary->late_cost;
}

/** The tier whose price the row's revenue shows. */
static void find_tier(const PlanRead *plan, PlanItinerary *itinerary) {
    const PlanTable *table = &plan->tables[TABLE_ALLOCATIONS];
    const Demand *demand = &plan->kase->demand[itinerary->demand];
    const char *cell = plan_table_cell(table, itinerary->row, ALLOCATION_REVENUE);
    double written = 0, boxes = (double)itinerary->boxes, nearest = (double)INFINITY;
    int decimals = 0;
    itinerary->tier = NOWHERE;
    if (!ROW_CHECK(table, VERIFY_FILES, cell_number(cell, &written, &decimals), itinerary->row,
                   "revenue is \"%s\", it should be a number", cell))
        return;
    for (int tier = 0; tier < demand->n_tiers; tier++) {
        double expected = boxes * demand->tiers[tier].revenue_per_box;
        double off = fabs(written - expected);
        if (number_agrees(written, decimals, NUMBER_MONEY, expected) && off < nearest) {
            nearest = off;
            itinerary->tier = tier;
        }
    }
    if (BOX_CHECK(itinerary->tier >= 0, "revenue %s for %ld boxes is not what %s pays", cell,
                  itinerary->boxes, demand->code))
        itinerary->revenue = boxes * demand->tiers[itinerary->tier].revenue_per_box;
}

static void check_money(const PlanRead *plan, const PlanItinerary *itinerary) {
    const PlanTable *table = &plan->tables[TABLE_ALLOCATIONS];
    const Demand *demand = &plan->kase->demand[itinerary->demand];
    const Station *from = &plan->kase->stations[demand->from],
                  *to = &plan->kase->stations[demand->to];
    int row = itinerary->row;
    expect_text(table, row, ALLOCATION_FROM, from->code);
    expect_text(table, row, ALLOCATION_TO, to->code);
    expect_instant(table, row, ALLOCATION_DEPARTS, from->zone, itinerary->departs);
    expect_instant(table, row, ALLOCATION_ARRIVES, to->zone, itinerary->arrives);
    expect_number(table, row, ALLOCATION_TRANSIT_HOURS, NUMBER_QUANTITY,
                  (double)(itinerary->arrives - itinerary->departs) / MINUTES_PER_HOUR);
    expect_number(table, row, ALLOCATION_LATE_HOURS, NUMBER_QUANTITY,
                  (double)itinerary->late_min / MINUTES_PER_HOUR);
    expect_number(table, row, ALLOCATION_COST, NUMBER_MONEY, itinerary->cost);
    expect_number(table, row, ALLOCATION_MARGIN, NUMBER_MONEY,
                  itinerary->revenue - itinerary->cost);
}

/** The rows of legs.csv: an itinerary's rows add up to its cost. */
static void check_leg_rows(const PlanRead *plan, const PlanItinerary *itinerary) {
    const PlanTable *table = &plan->tables[TABLE_LEGS];
    const Case *kase = plan->kase;
    const Demand *demand = &kase->demand[itinerary->demand];
    const Container *container = &kase->containers[demand->container];
    double boxes = (double)itinerary->boxes;
    for (int i = 0; i < itinerary->n_moves; i++) {
        const PlanLeg *leg = plan_leg(plan, itinerary->moves[i]);
        int row = itinerary->moves[i].row;
        double cost = boxes * container->teu * leg->cost_per_teu;
        if (i == 0)
            cost += itinerary->load_cost;
        if (changes_train(itinerary, i))
            cost += boxes * kase->stations[leg->from].transfer_cost_per_box;
        if (i == itinerary->n_moves - 1)
            cost += itinerary->unload_cost + itinerary->late_cost;
        expect_instant(table, row, LEG_DEPARTS, kase->stations[leg->from].zone, leg->departs);
        expect_instant(table, row, LEG_ARRIVES, kase->stations[leg->to].zone, leg->arrives);
        expect_count(table, row, LEG_BOXES, itinerary->boxes);
        expect_number(table, row, LEG_TEU, NUMBER_QUANTITY, boxes * container->teu);
        expect_number(table, row, LEG_TONNES, NUMBER_QUANTITY,
                      boxes * (demand->tonnes_per_box + container->tare_t));
        expect_number(table, row, LEG_COST, NUMBER_MONEY, cost);
    }
}

/** Shares an itinerary's money out over its trains, by km ridden. */
static void share_money(PlanRead *plan, const PlanItinerary *itinerary) {
    double other = itinerary->cost - itinerary->leg_cost;
    const Demand *demand = &plan->kase->demand[itinerary->demand];
    double teu = (double)itinerary->boxes * plan->kase->containers[demand->container].teu;
    for (int i = 0; i < itinerary->n_moves; i++) {
        PlanTrain *train = &plan->trains[itinerary->moves[i].train];
        const PlanLeg *leg = plan_leg(plan, itinerary->moves[i]);
        double share =
            itinerary->dist_km > 0 ? leg->dist_km / itinerary->dist_km : 1.0 / itinerary->n_moves;
        train->cost += teu * leg->cost_per_teu + share * other;
        train->revenue += share * itinerary->revenue;
    }
}

void check_boxes(PlanRead *plan) {
    for (int i = 0; i < plan->n_itineraries; i++) {
        PlanItinerary *itinerary = &plan->itineraries[i];
        if (!itinerary->moves)
            continue;
        add_costs(plan, itinerary);
        find_tier(plan, itinerary);
        check_chain(plan, itinerary);
        check_times(plan, itinerary);
        check_class(plan, itinerary);
        check_money(plan, itinerary);
        check_leg_rows(plan, itinerary);
        share_money(plan, itinerary);
    }
}
