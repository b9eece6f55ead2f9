/* SPDX-License-Identifier: GPL-3.0-or-later */
/* trains.csv of a plan, whatever its form, as a set of lines with their slot runs. */
#include "study/sweep/base_trains.h"

#include <stdbool.h>
#include <string.h>

#include "config/case.h"
#include "config/plan_folder/plan_table.h"
#include "model/promises/new_trains.h"

GHashTable *base_trains_none(void) {
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

/** Adds the trains of a table that has the columns. */
static void add_trains_of(const PlanTable *table, GHashTable *keys) {
    for (int row = 1; row < table->csv.n_rows; row++) {
        const CommittedTrain train = {.line = plan_table_text(table, row, TRAIN_LINE),
                                      .slots = plan_table_text(table, row, TRAIN_SLOTS)};
        if (strcmp(plan_table_cell(table, row, TRAIN_RUNS), "true") == 0) {
            g_hash_table_add(keys, committed_train_key(&train));
        }
    }
}

GHashTable *base_trains_read(const char *folder) {
    PlanTable table;
    CsvError error;
    GHashTable *keys = NULL;
    if (plan_table_read(&table, TABLE_TRAINS, folder, &error) == CSV_OK &&
        plan_table_has(&table, TRAIN_LINE) && plan_table_has(&table, TRAIN_SLOTS) &&
        plan_table_has(&table, TRAIN_RUNS)) {
        keys = base_trains_none();
        add_trains_of(&table, keys);
    }
    plan_table_free(&table);
    return keys;
}
