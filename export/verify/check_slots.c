/** @file
 *  Slot runs and how many trains share them; slots.csv. */
#include "export/verify/plan_read.h"

/** How many trains run on each slot run, by slot_run_key(). */
static GHashTable *count_uses(const PlanRead *plan) {
    GHashTable *uses = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (int i = 0; i < plan->n_trains; i++) {
        const PlanTrain *train = &plan->trains[i];
        for (int run = 0; train->sound && train->runs && run < train->n_runs; run++) {
            gint64 *key = g_new(gint64, 1);
            *key = slot_run_key(plan->kase, &train->slot_runs[run]);
            int count = GPOINTER_TO_INT(g_hash_table_lookup(uses, key)) + 1;
            g_hash_table_insert(uses, key, GINT_TO_POINTER(count));
        }
    }
    return uses;
}

/** @param seen  keys of the rows so far */
static void check_row(const PlanRead *plan, int row, GHashTable *uses, GHashTable *seen) {
    const PlanTable *table = &plan->tables[TABLE_SLOTS];
    const char *name = plan_table_cell(table, row, SLOT_RUN);
    SlotRun run;
    const char *why = slot_run_find(plan->kase, name, &run);
    if (!ROW_CHECK(table, VERIFY_FILES, why == NULL, row, "slot run \"%s\" does not exist: %s",
                   name, why ? why : ""))
        return;
    gint64 *key = g_new(gint64, 1);
    *key = slot_run_key(plan->kase, &run);
    int trains = GPOINTER_TO_INT(g_hash_table_lookup(uses, key));
    const Slot *slot = &plan->kase->slots[run.slot];
    ROW_CHECK(table, VERIFY_FILES, g_hash_table_add(seen, key), row,
              "slot run %s stands here a second time", name);
    expect_instant(table, row, SLOT_DEPARTS, plan->kase->stations[slot->from].zone, run.departs);
    expect_count(table, row, SLOT_TRAINS, trains);
    expect_count(table, row, SLOT_TRAINS_LIMIT, slot->max_trains);
    expect_price(table, row, SLOT_PRICE, -1e-6, true);
}

static void check_all_there(const PlanRead *plan, GHashTable *seen) {
    const PlanTable *table = &plan->tables[TABLE_SLOTS];
    for (int i = 0; i < plan->n_trains; i++) {
        const PlanTrain *train = &plan->trains[i];
        for (int run = 0; train->sound && train->runs && run < train->n_runs; run++) {
            gint64 key = slot_run_key(plan->kase, &train->slot_runs[run]);
            report_check(plan->report, VERIFY_FILES, g_hash_table_contains(seen, &key), table->file,
                         0, "a row of slot run %s is missing", train->run_names[run]);
        }
    }
}

void check_slots(PlanRead *plan) {
    const PlanTable *table = &plan->tables[TABLE_SLOTS];
    GHashTable *uses = count_uses(plan);
    GHashTable *seen = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (int row = 1; row < table->csv.n_rows; row++)
        check_row(plan, row, uses, seen);
    check_all_there(plan, seen);
    g_hash_table_unref(seen);
    g_hash_table_unref(uses);
}
