/** @file
 *  Boxes brought back from allocations.csv and legs.csv: who rides on which leg of which train. */
#include <string.h>

#include "export/verify/plan_read.h"

/** The whole number in a cell that has to be at least 1; 0 where it is not. */
static long positive_count(const PlanTable *table, int row, int column) {
    const char *cell = plan_table_cell(table, row, column);
    long value = 0;
    if (ROW_CHECK(table, VERIFY_FILES,
                  cell_count(cell, &value) && value >= 1 && value <= 1000000000, row,
                  "%s is \"%s\", it should be a whole number of at least 1",
                  plan_table_cell(table, 0, column), cell))
        return value;
    return 0;
}

static DemandId demand_of(const PlanRead *plan, GHashTable *codes, const PlanTable *table,
                          int row) {
    const char *code = plan_table_cell(table, row, ALLOCATION_BOOKING);
    gpointer found = g_hash_table_lookup(codes, code);
    ROW_CHECK(table, VERIFY_BOXES, found != NULL, row, "the case has no booking \"%s\"", code);
    return found ? (DemandId)((const Demand *)found - plan->kase->demand) : NOWHERE;
}

static void read_allocations(PlanRead *plan, GHashTable *codes) {
    const PlanTable *table = &plan->tables[TABLE_ALLOCATIONS];
    int *counts = g_new0(int, (gsize)plan->kase->n_demand + 1);
    plan->itineraries = g_new0(PlanItinerary, (gsize)table->csv.n_rows);
    for (int row = 1; row < table->csv.n_rows; row++) {
        PlanItinerary *itinerary = &plan->itineraries[plan->n_itineraries++];
        itinerary->row = row;
        itinerary->rows = g_array_new(FALSE, FALSE, sizeof(int));
        itinerary->demand = demand_of(plan, codes, table, row);
        itinerary->boxes = positive_count(table, row, ALLOCATION_BOXES);
        if (itinerary->demand >= 0)
            expect_count(table, row, ALLOCATION_ITINERARY, ++counts[itinerary->demand]);
    }
    g_free(counts);
}

/** Hands every row of legs.csv to its itinerary. */
static void read_leg_rows(PlanRead *plan) {
    const PlanTable *table = &plan->tables[TABLE_LEGS];
    GHashTable *index = plan_table_index(&plan->tables[TABLE_ALLOCATIONS], ALLOCATION_BOOKING,
                                         ALLOCATION_ITINERARY);
    for (int row = 1; row < table->csv.n_rows; row++) {
        const char *booking = plan_table_cell(table, row, LEG_BOOKING);
        const char *number = plan_table_cell(table, row, LEG_ITINERARY);
        int allocation = plan_table_find(index, booking, number);
        if (!ROW_CHECK(table, VERIFY_BOXES, allocation > 0, row,
                       "allocations.csv has no itinerary %s of booking %s", number, booking))
            continue;
        g_array_append_val(plan->itineraries[allocation - 1].rows, row);
    }
    g_hash_table_unref(index);
}

/** The train's leg that a row of legs.csv speaks of, NOWHERE where it has none. */
static int leg_of(const PlanRead *plan, const PlanTrain *train, int row) {
    const PlanTable *table = &plan->tables[TABLE_LEGS];
    const char *slot = plan_table_cell(table, row, LEG_SLOT);
    const char *from = plan_table_cell(table, row, LEG_FROM);
    const char *to = plan_table_cell(table, row, LEG_TO);
    const char *departs = plan_table_cell(table, row, LEG_DEPARTS);
    int found = NOWHERE;
    for (int i = 0; i < train->n_legs; i++) {
        const PlanLeg *leg = &train->legs[i];
        const Station *start = &plan->kase->stations[leg->from];
        if (strcmp(train->run_names[leg->run], slot) != 0 || strcmp(start->code, from) != 0 ||
            strcmp(plan->kase->stations[leg->to].code, to) != 0)
            continue;
        // A slot may call twice at its stations; the time of departure then tells which leg it is.
        char text[INSTANT_TEXT_SIZE];
        bool same_time = strcmp(instant_format(start->zone, leg->departs, text), departs) == 0;
        if (found < 0 || same_time)
            found = i;
    }
    return found;
}

static bool find_move(const PlanRead *plan, GHashTable *trains, int row, PlanMove *move) {
    const PlanTable *table = &plan->tables[TABLE_LEGS];
    const char *name = plan_table_cell(table, row, LEG_TRAIN);
    const PlanTrain *train = g_hash_table_lookup(trains, name);
    if (!ROW_CHECK(table, VERIFY_BOXES, train != NULL, row, "trains.csv has no train %s that runs",
                   name))
        return false;
    int leg = leg_of(plan, train, row);
    if (!ROW_CHECK(table, VERIFY_BOXES, leg >= 0, row, "%s has no leg %s-%s on slot run %s", name,
                   plan_table_cell(table, row, LEG_FROM), plan_table_cell(table, row, LEG_TO),
                   plan_table_cell(table, row, LEG_SLOT)))
        return false;
    *move = (PlanMove){row, (int)(train - plan->trains), leg};
    return true;
}

static void read_moves(PlanRead *plan, GHashTable *trains, PlanItinerary *itinerary) {
    int n = (int)itinerary->rows->len;
    bool whole = ROW_CHECK(&plan->tables[TABLE_ALLOCATIONS], VERIFY_BOXES, n > 0, itinerary->row,
                           "legs.csv has no legs of this itinerary");
    PlanMove *moves = g_new0(PlanMove, (gsize)n + 1);
    for (int i = 0; i < n; i++) {
        int row = g_array_index(itinerary->rows, int, (guint)i);
        whole &= expect_count(&plan->tables[TABLE_LEGS], row, LEG_SEQ, i + 1);
        expect_text(&plan->tables[TABLE_LEGS], row, LEG_MODE, "train");
        whole &= find_move(plan, trains, row, &moves[i]);
    }
    if (whole && itinerary->demand >= 0) {
        itinerary->moves = moves;
        itinerary->n_moves = n;
    } else {
        g_free(moves);
    }
}

/** True where an earlier leg was on the same train: its boxes count once. */
static bool rode_before(const PlanItinerary *itinerary, int move) {
    for (int earlier = 0; earlier < move; earlier++)
        if (itinerary->moves[earlier].train == itinerary->moves[move].train)
            return true;
    return false;
}

/** Puts the boxes on the legs they ride. */
static void load_legs(PlanRead *plan, const PlanItinerary *itinerary) {
    const Demand *demand = &plan->kase->demand[itinerary->demand];
    const Container *container = &plan->kase->containers[demand->container];
    double boxes = (double)itinerary->boxes;
    for (int i = 0; i < itinerary->n_moves; i++) {
        PlanTrain *train = &plan->trains[itinerary->moves[i].train];
        PlanLeg *leg = &train->legs[itinerary->moves[i].leg];
        leg->loaded_teu += boxes * container->teu;
        leg->loaded_flat_teu += container->stackable ? 0 : boxes * container->teu;
        leg->loaded_t += boxes * (demand->tonnes_per_box + container->tare_t);
        leg->class_boxes[demand->cargo] += (int)itinerary->boxes;
        train->loaded_teu_km += boxes * container->teu * leg->dist_km;
        if (!rode_before(itinerary, i))
            train->boxes += itinerary->boxes;
    }
}

void plan_read_boxes(PlanRead *plan) {
    GHashTable *codes = g_hash_table_new(g_str_hash, g_str_equal);
    GHashTable *trains = g_hash_table_new(g_str_hash, g_str_equal);
    for (DemandId demand = 0; demand < plan->kase->n_demand; demand++)
        g_hash_table_insert(codes, (gpointer)plan->kase->demand[demand].code,
                            &plan->kase->demand[demand]);
    for (int i = 0; i < plan->n_trains; i++)
        if (plan->trains[i].sound && plan->trains[i].runs)
            g_hash_table_insert(trains, (gpointer)plan->trains[i].name, &plan->trains[i]);
    read_allocations(plan, codes);
    read_leg_rows(plan);
    for (int i = 0; i < plan->n_itineraries; i++)
        read_moves(plan, trains, &plan->itineraries[i]);
    for (int i = 0; i < plan->n_itineraries; i++)
        if (plan->itineraries[i].moves)
            load_legs(plan, &plan->itineraries[i]);
    g_hash_table_unref(trains);
    g_hash_table_unref(codes);
}
