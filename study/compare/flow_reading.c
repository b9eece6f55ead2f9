/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds up what a plan moves between stations, and reads its prices. */
#include "study/compare/flow_reading.h"

#include "config/plan_folder/compare_columns.h"
#include "study/compare/cell_reading.h"
#include "study/compare/compared_order.h"

/** Puts those of one mode and pair of stations together. */
static void merge_flows(GArray *flows) {
    guint kept = 0;
    g_array_sort(flows, compared_flows_order);
    for (guint i = 0; i < flows->len; i++) {
        const ComparedFlow *own = &g_array_index(flows, ComparedFlow, i);
        ComparedFlow *last = &g_array_index(flows, ComparedFlow, kept - 1);
        if (kept > 0 && compared_flows_order(last, own) == 0) {
            last->teu += own->teu;
        } else {
            g_array_index(flows, ComparedFlow, kept++) = *own;
        }
    }
    g_array_set_size(flows, kept);
}

bool flows_read_compared(ComparedPlan *plan) {
    for (int row = 1; row < cells_rows(plan, TABLE_LEGS); row++) {
        ComparedFlow flow = {.mode = cells_text(plan, TABLE_LEGS, row, LEG_MODE),
                             .from = cells_text(plan, TABLE_LEGS, row, LEG_FROM),
                             .to = cells_text(plan, TABLE_LEGS, row, LEG_TO)};
        if (!cells_number(plan, TABLE_LEGS, row, LEG_TEU, &flow.teu)) {
            return false;
        }
        g_array_append_val(plan->flows, flow);
    }
    for (int row = 1; row < cells_rows(plan, TABLE_CAPACITY); row++) {
        ComparedFlow flow = {.mode = COMPARE_EMPTY_MODE,
                             .from = cells_text(plan, TABLE_CAPACITY, row, CAPACITY_FROM),
                             .to = cells_text(plan, TABLE_CAPACITY, row, CAPACITY_TO)};
        if (!cells_number(plan, TABLE_CAPACITY, row, CAPACITY_EMPTY_TEU, &flow.teu)) {
            return false;
        }
        if (flow.teu > 0) {
            g_array_append_val(plan->flows, flow);
        }
    }
    merge_flows(plan->flows);
    return true;
}

/* ---- prices ---- */

/** The cells before the price, those that are not empty, with a blank between them: the name of a
 * row, whether it stands in one column or in several. */
static const char *priced_row(ComparedPlan *plan, int row) {
    const PlanTable *table = &plan->tables[TABLE_PRICES];
    GString *name = g_string_new(NULL);
    for (int i = 0; i < table->csv.n_columns; i++) {
        const char *cell = csv_cell(&table->csv, row, i);
        if (i != table->at[PRICE_PRICE] && cell[0] != '\0') {
            g_string_append_printf(name, "%s%s", name->len > 0 ? " " : "",
                                   cell[0] == '\'' ? cell + 1 : cell);
        }
    }
    const char *kept = g_string_chunk_insert(plan->texts, name->str);
    g_string_free(name, TRUE);
    return kept;
}

bool prices_read_compared(ComparedPlan *plan) {
    static const int wanted[] = {PRICE_PRICE, -1};
    g_autofree char *path = g_build_filename(plan->dir, plan_file(TABLE_PRICES)->name, NULL);
    if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
        return true;
    }
    if (!cells_open(plan, TABLE_PRICES, wanted)) {
        return false;
    }
    for (int row = 1; row < cells_rows(plan, TABLE_PRICES); row++) {
        ComparedPrice price = {.row = priced_row(plan, row)};
        if (!cells_number(plan, TABLE_PRICES, row, PRICE_PRICE, &price.price)) {
            return false;
        }
        g_array_append_val(plan->prices, price);
    }
    g_array_sort(plan->prices, compared_prices_order);
    plan->priced = plan_table_header(&plan->tables[TABLE_PRICES]);
    return true;
}
