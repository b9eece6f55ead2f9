/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings empties back from empties.csv: who rides on which leg of which train. */
#include "verify/read/plan_empties.h"

#include <string.h>

#include "verify/read/expect.h"
#include "verify/read/plan_moves.h"

static PlanEmpty *start_move(PlanRead *plan, int row) {
    const CheckedTable *table = &plan->tables[TABLE_EMPTIES];
    const char *code = checked_cell(table, row, EMPTY_CONTAINER);
    PlanEmpty *empty = &plan->empties[plan->n_empties++];
    *empty = (PlanEmpty){.row = row,
                         .equipment = NOWHERE,
                         .container = container_find(plan->kase, code),
                         .boxes = positive_count(table, row, EMPTY_BOXES),
                         .rows = g_array_new(FALSE, FALSE, sizeof(int))};
    if (empty->container >= 0) {
        empty->equipment = equipment_find(plan->kase, empty->container);
    }
    ROW_CHECK(table, VERIFY_EQUIPMENT, empty->equipment >= 0, row,
              "the case has no equipment of container \"%s\"", code);
    return empty;
}

/** Hands every row to its move: moves are numbered through the file, rows through the move. */
static void read_empty_rows(PlanRead *plan) {
    const CheckedTable *table = &plan->tables[TABLE_EMPTIES];
    PlanEmpty *empty = NULL;
    plan->empties = g_new0(PlanEmpty, (gsize)table->n_rows + 1);
    for (int row = 1; row < table->n_rows; row++) {
        if (!empty || strcmp(checked_cell(table, row, EMPTY_SEQ), "1") == 0) {
            empty = start_move(plan, row);
        }
        g_array_append_val(empty->rows, row);
        expect_count(table, row, EMPTY_MOVE, plan->n_empties);
        expect_count(table, row, EMPTY_SEQ, (long)empty->rows->len);
    }
}

static void read_empty_moves(PlanRead *plan, PlanEmpty *empty) {
    const LegColumns columns = {
        &plan->tables[TABLE_EMPTIES], EMPTY_TRAIN, NOWHERE, EMPTY_FROM, EMPTY_TO, EMPTY_DEPARTS};
    int n = (int)empty->rows->len;
    bool whole = empty->container >= 0;
    PlanMove *moves = g_new0(PlanMove, (gsize)n + 1);
    for (int i = 0; i < n; i++) {
        int row = g_array_index(empty->rows, int, (guint)i);
        expect_text(columns.table, row, EMPTY_MODE, "train");
        whole &= plan_find_leg(plan, &columns, row, &moves[i]);
    }
    if (whole) {
        empty->moves = moves;
        empty->n_moves = n;
    } else {
        g_free(moves);
    }
}

/** Puts the empties on the legs they ride. */
static void load_empty_legs(PlanRead *plan, const PlanEmpty *empty) {
    const Container *container = &plan->kase->containers[empty->container];
    double boxes = (double)empty->boxes;
    for (int i = 0; i < empty->n_moves; i++) {
        PlanTrain *train = &plan->trains[empty->moves[i].train];
        PlanLeg *leg = &train->legs[empty->moves[i].leg];
        if (!leg->empties) {
            leg->empties = g_new0(long, (gsize)plan->kase->n_equipment + 1);
        }
        if (empty->equipment >= 0) {
            leg->empties[empty->equipment] += empty->boxes;
        }
        leg->empty_teu += boxes * container->teu;
        leg->used_flat_teu += container->stackable ? 0 : boxes * container->teu;
        leg->gross_t += boxes * container->tare_t;
        train->empty_teu_km += boxes * container->teu * leg->dist_km;
        if (!moves_rode_before(empty->moves, i)) {
            train->empty_boxes += empty->boxes;
        }
    }
}

void plan_read_empties(PlanRead *plan) {
    read_empty_rows(plan);
    for (int i = 0; i < plan->n_empties; i++) {
        read_empty_moves(plan, &plan->empties[i]);
        load_empty_legs(plan, &plan->empties[i]);
    }
}
