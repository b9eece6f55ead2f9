/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks every itinerary by itself: in order, in time, as its cargo class allows. */
#include "base/time_text.h"
#include "verify/checks/check_moves.h"
#include "verify/checks/checks.h"
#include "verify/read/plan_moves.h"
#include "verify/read/under_way.h"

#define LEG_CHECK(holds, row, ...)                                                                 \
    ROW_CHECK(&plan->tables[TABLE_LEGS], VERIFY_BOXES, (holds), (row), __VA_ARGS__)
#define BOX_CHECK(holds, ...)                                                                      \
    ROW_CHECK(&plan->tables[TABLE_ALLOCATIONS], VERIFY_BOXES, (holds), itinerary->row, __VA_ARGS__)

static bool station_avoided(const Cargo *cargo, const Station *station) {
    return pattern_matches(cargo->avoid_stations, station->code) ||
           pattern_matches(cargo->avoid_countries, station->country);
}

static void check_box_connections(const PlanRead *plan, const PlanItinerary *itinerary) {
    const CheckedTable *table = &plan->tables[TABLE_LEGS];
    const PlanMove *moves = itinerary->moves;
    for (int i = 1; i < itinerary->n_moves; i++) {
        if (check_leg_connects(plan, table, moves, i) && moves[i - 1].train >= 0 &&
            moves[i].train >= 0) {
            check_train_follows(plan, table, moves, i);
        }
    }
}

static void check_box_times(const PlanRead *plan, const PlanItinerary *itinerary) {
    const Demand *demand = &plan->kase->demand[itinerary->demand];
    const Station *from = &plan->kase->stations[demand->from],
                  *to = &plan->kase->stations[demand->to];
    const PlanMove *first = &itinerary->moves[0];
    const PlanMove *last = &itinerary->moves[itinerary->n_moves - 1];
    char text[INSTANT_TEXT_SIZE];
    BOX_CHECK(first->from == demand->from, "%s starts at %s, its legs at %s", demand->code,
              from->code, plan->kase->stations[first->from].code);
    BOX_CHECK(last->to == demand->to, "%s goes to %s, its legs to %s", demand->code, to->code,
              plan->kase->stations[last->to].code);
    // Where a feeder is first, it has its own times; see check_feeders.c.
    BOX_CHECK(first->feeder >= 0 || first->departs >= demand->ready + from->load_cutoff_min,
              "%s departs too early: with the cutoff of %s, no sooner than %s", demand->code,
              from->code, instant_format(from->zone, demand->ready + from->load_cutoff_min, text));
    BOX_CHECK(itinerary->delivered <= demand->due + demand->late_max_min,
              "%s is delivered too late: it has to be by %s", demand->code,
              instant_format(to->zone, demand->due + demand->late_max_min, text));
    char took[DURATION_TEXT_SIZE], most[DURATION_TEXT_SIZE];
    BOX_CHECK(itinerary->delivered - itinerary->departs <= demand->max_transit_min,
              "%s takes %s from its first departure to delivery, its max_transit is %s",
              demand->code, duration_format(itinerary->delivered - itinerary->departs, took),
              duration_format(demand->max_transit_min, most));
}

static void check_class(const PlanRead *plan, const PlanItinerary *itinerary) {
    const Demand *demand = &plan->kase->demand[itinerary->demand];
    const Cargo *cargo = &plan->kase->cargo[demand->cargo];
    const Station *ends[] = {&plan->kase->stations[demand->from],
                             &plan->kase->stations[demand->to]};
    BOX_CHECK(!cargo->containers || cargo->containers[demand->container],
              "%s cargo may not travel in container %s", cargo->code,
              plan->kase->containers[demand->container].code);
    for (int i = 0; i < 2; i++) {
        BOX_CHECK(!station_avoided(cargo, ends[i]), "%s cargo avoids station %s", cargo->code,
                  ends[i]->code);
    }
    for (int i = 0; i < itinerary->n_moves; i++) {
        const PlanMove *move = &itinerary->moves[i];
        if (move->train < 0) {
            continue;
        }
        const PlanTrain *train = &plan->trains[move->train];
        const Slot *slot = &plan->kase->slots[train->slot_runs[plan_leg(plan, move)->run].slot];
        const Station *from = &plan->kase->stations[move->from];
        const Station *to = &plan->kase->stations[move->to];
        LEG_CHECK(!under_way_bars(plan->kase, train, demand->cargo), move->row,
                  "%s cargo keeps apart from what is aboard %s", cargo->code, train->name);
        LEG_CHECK(!pattern_matches(cargo->avoid_slots, slot->code), move->row,
                  "%s cargo avoids slot %s", cargo->code, slot->code);
        LEG_CHECK(!station_avoided(cargo, from), move->row, "%s cargo avoids station %s",
                  cargo->code, from->code);
        LEG_CHECK(!station_avoided(cargo, to), move->row, "%s cargo avoids station %s", cargo->code,
                  to->code);
    }
}

static void set_times(const PlanRead *plan, PlanItinerary *itinerary) {
    const PlanMove *last = &itinerary->moves[itinerary->n_moves - 1];
    const Demand *demand = &plan->kase->demand[itinerary->demand];
    itinerary->departs = itinerary->moves[0].departs;
    itinerary->arrives = itinerary->delivered = last->arrives;
    if (last->train >= 0) {
        itinerary->delivered += plan->kase->stations[last->to].unload_release_min;
    }
    itinerary->late_min = MAX(0, itinerary->delivered - demand->due);
}

void verify_boxes(PlanRead *plan) {
    for (int i = 0; i < plan->n_itineraries; i++) {
        PlanItinerary *itinerary = &plan->itineraries[i];
        if (!itinerary->moves) {
            continue;
        }
        set_times(plan, itinerary);
        check_box_connections(plan, itinerary);
        check_box_times(plan, itinerary);
        check_class(plan, itinerary);
    }
}
