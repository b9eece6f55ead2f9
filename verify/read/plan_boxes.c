/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings boxes back from allocations.csv and legs.csv: who rides on which leg of which train. */
#include "verify/read/plan_boxes.h"

#include "verify/read/expect.h"
#include "verify/read/plan_moves.h"
#include "verify/read/run_times.h"

static DemandId demand_of(const PlanRead *plan, GHashTable *codes, const CheckedTable *table,
                          int row) {
    const char *code = checked_cell(table, row, ALLOCATION_BOOKING);
    gpointer found = g_hash_table_lookup(codes, code);
    ROW_CHECK(table, VERIFY_BOXES, found != NULL, row, "the case has no booking \"%s\"", code);
    return found ? (DemandId)((const Demand *)found - plan->kase->demand) : NOWHERE;
}

static void read_allocations(PlanRead *plan, GHashTable *codes) {
    const CheckedTable *table = &plan->tables[TABLE_ALLOCATIONS];
    int *counts = g_new0(int, (gsize)plan->kase->n_demand + 1);
    plan->itineraries = g_new0(PlanItinerary, (gsize)table->n_rows);
    for (int row = 1; row < table->n_rows; row++) {
        PlanItinerary *itinerary = &plan->itineraries[plan->n_itineraries++];
        itinerary->row = row;
        itinerary->rows = g_array_new(FALSE, FALSE, sizeof(int));
        itinerary->demand = demand_of(plan, codes, table, row);
        itinerary->boxes = positive_count(table, row, ALLOCATION_BOXES);
        if (itinerary->demand >= 0) {
            expect_count(table, row, ALLOCATION_ITINERARY, ++counts[itinerary->demand]);
        }
    }
    g_free(counts);
}

/** Hands every row of legs.csv to its itinerary. */
static void read_leg_rows(PlanRead *plan) {
    const CheckedTable *table = &plan->tables[TABLE_LEGS];
    GHashTable *index =
        checked_index(&plan->tables[TABLE_ALLOCATIONS], ALLOCATION_BOOKING, ALLOCATION_ITINERARY);
    for (int row = 1; row < table->n_rows; row++) {
        const char *booking = checked_cell(table, row, LEG_BOOKING);
        const char *number = checked_cell(table, row, LEG_ITINERARY);
        int allocation = checked_find(index, booking, number);
        if (!ROW_CHECK(table, VERIFY_BOXES, allocation > 0, row,
                       "allocations.csv has no itinerary %s of booking %s", number, booking)) {
            continue;
        }
        g_array_append_val(plan->itineraries[allocation - 1].rows, row);
    }
    g_hash_table_unref(index);
}

/** A run of a feeder: when it leaves is what the row says, all else is the case's. */
static bool read_feeder_run(const PlanRead *plan, int id, int row, PlanMove *move) {
    const CheckedTable *table = &plan->tables[TABLE_LEGS];
    const Feeder *feeder = &plan->kase->feeders[id];
    const char *departs = checked_cell(table, row, LEG_DEPARTS);
    *move = (PlanMove){
        .row = row, .train = NOWHERE, .feeder = id, .from = feeder->from, .to = feeder->to};
    expect_text(table, row, LEG_MODE, feeder->mode);
    expect_text(table, row, LEG_SLOT, "");
    bool whole = expect_text(table, row, LEG_FROM, plan->kase->stations[feeder->from].code);
    whole &= expect_text(table, row, LEG_TO, plan->kase->stations[feeder->to].code);
    if (!ROW_CHECK(table, VERIFY_FILES, instant_parse(departs, &move->departs), row,
                   "departs is \"%s\", it should be an instant", departs)) {
        return false;
    }
    move->arrives = feeder_arrives(plan->kase, feeder, move->departs);
    return whole;
}

static bool read_move(const PlanRead *plan, int row, PlanMove *move) {
    const LegColumns legs = {
        &plan->tables[TABLE_LEGS], LEG_TRAIN, LEG_SLOT, LEG_FROM, LEG_TO, LEG_DEPARTS};
    int feeder = feeder_find(plan->kase, checked_cell(legs.table, row, LEG_TRAIN));
    if (feeder >= 0) {
        return read_feeder_run(plan, feeder, row, move);
    }
    expect_text(legs.table, row, LEG_MODE, "train");
    return plan_find_leg(plan, &legs, row, move);
}

static void read_box_moves(PlanRead *plan, PlanItinerary *itinerary) {
    const CheckedTable *table = &plan->tables[TABLE_ALLOCATIONS];
    int n = (int)itinerary->rows->len;
    bool whole = ROW_CHECK(table, VERIFY_BOXES, n > 0, itinerary->row,
                           "legs.csv has no legs of this itinerary");
    bool on_train = false;
    PlanMove *moves = g_new0(PlanMove, (gsize)n + 1);
    for (int i = 0; i < n; i++) {
        int row = g_array_index(itinerary->rows, int, (guint)i);
        whole &= expect_count(&plan->tables[TABLE_LEGS], row, LEG_SEQ, i + 1);
        whole &= read_move(plan, row, &moves[i]);
        on_train |= moves[i].train >= 0;
    }
    if (whole) {
        whole = ROW_CHECK(table, VERIFY_BOXES, on_train, itinerary->row,
                          "this itinerary has no train, only feeders");
    }
    if (whole && itinerary->demand >= 0) {
        itinerary->moves = moves;
        itinerary->n_moves = n;
    } else {
        g_free(moves);
    }
}

/** Puts the boxes on the legs they ride. */
static void load_box_legs(PlanRead *plan, const PlanItinerary *itinerary) {
    const Demand *demand = &plan->kase->demand[itinerary->demand];
    const Container *container = &plan->kase->containers[demand->container];
    double boxes = (double)itinerary->boxes;
    for (int i = 0; i < itinerary->n_moves; i++) {
        if (itinerary->moves[i].train < 0) {
            continue;
        }
        PlanTrain *train = &plan->trains[itinerary->moves[i].train];
        PlanLeg *leg = &train->legs[itinerary->moves[i].leg];
        leg->loaded_teu += boxes * container->teu;
        leg->used_flat_teu += container->stackable ? 0 : boxes * container->teu;
        leg->gross_t += boxes * (demand->tonnes_per_box + container->tare_t);
        leg->class_boxes[demand->cargo] += itinerary->boxes;
        train->loaded_teu_km += boxes * container->teu * leg->dist_km;
        if (!moves_rode_before(itinerary->moves, i)) {
            train->boxes += itinerary->boxes;
        }
    }
}

void plan_read_boxes(PlanRead *plan) {
    GHashTable *codes = g_hash_table_new(g_str_hash, g_str_equal);
    for (DemandId demand = 0; demand < plan->kase->n_demand; demand++) {
        g_hash_table_insert(codes, (gpointer)plan->kase->demand[demand].code,
                            &plan->kase->demand[demand]);
    }
    read_allocations(plan, codes);
    read_leg_rows(plan);
    for (int i = 0; i < plan->n_itineraries; i++) {
        read_box_moves(plan, &plan->itineraries[i]);
    }
    for (int i = 0; i < plan->n_itineraries; i++) {
        if (plan->itineraries[i].moves) {
            load_box_legs(plan, &plan->itineraries[i]);
        }
    }
    g_hash_table_unref(codes);
}
