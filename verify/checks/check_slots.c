/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks slot runs and how many trains share them, docs/model.md (5): slots.csv. */
#include "verify/checks/checks.h"
#include "verify/read/candidates.h"
#include "verify/read/expect.h"
#include "verify/read/under_way.h"

/** How many trains run on each slot run, by slot_run_key(). */
static GHashTable *count_run_uses(const PlanRead *plan) {
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

typedef enum { RUN_PRICES_UNKNOWN, RUN_PRICES_NONE, RUN_PRICES_THERE } RunPrices;

/** What is known of the slot runs, by slot_run_key(). */
typedef struct {
    GHashTable *uses;    /**< trains that run */
    GHashTable *wanting; /**< trains that may run */
    GHashTable *seen;    /**< rows so far */
    RunPrices prices;
} RunBook;

/** The price of one more train in the relaxation, whose other prices are in no file: it cannot be
 * found again where more trains want the run than may have it; empty where trains that always run
 * hold it. Where there is room for all it is 0. */
static void check_price(const PlanRead *plan, int row, const RunBook *book, bool contested) {
    const CheckedTable *table = &plan->tables[TABLE_SLOTS];
    const char *cell = checked_cell(table, row, SLOT_PRICE);
    double price = 0;
    bool number = cell_number(cell, &price, NULL), bare = cell[0] == '\0';
    bool none = book->prices == RUN_PRICES_NONE;
    ROW_CHECK(table, VERIFY_PRICES,
              none        ? bare
              : contested ? bare || (number && price >= 0)
                          : number && price == 0,
              row, "price is \"%s\", it should be %s", cell,
              none ? report_format(plan->report, "empty, as those of other slot runs")
              : contested
                  ? report_format(plan->report, "a number not below 0")
                  : report_format(plan->report, "0: there is room for all trains that may run"));
}

static void check_slot_row(const PlanRead *plan, int row, const RunBook *book) {
    const CheckedTable *table = &plan->tables[TABLE_SLOTS];
    const char *name = checked_cell(table, row, SLOT_RUN);
    PlanRun run;
    const char *why = slot_run_find(plan->kase, name, &run);
    if (!ROW_CHECK(table, VERIFY_FILES, why == NULL, row, "slot run \"%s\" does not exist: %s",
                   name, why ? report_format(plan->report, why) : "")) {
        return;
    }
    gint64 *key = g_new(gint64, 1);
    *key = slot_run_key(plan->kase, &run);
    int gone = carried_on_run(plan->kase->carried, name);
    int trains = gone + GPOINTER_TO_INT(g_hash_table_lookup(book->uses, key));
    int wanted = GPOINTER_TO_INT(g_hash_table_lookup(book->wanting, key));
    const Slot *slot = &plan->kase->slots[run.slot];
    ROW_CHECK(table, VERIFY_FILES, g_hash_table_add(book->seen, key), row,
              "slot run %s stands here a second time", name);
    expect_instant(table, row, SLOT_DEPARTS, plan->kase->stations[slot->from].zone, run.departs);
    expect_count(table, row, SLOT_TRAINS, trains);
    expect_count(table, row, SLOT_TRAINS_LIMIT, slot->max_trains);
    check_price(plan, row, book, wanted > run_room(plan->kase, name, run.slot));
    ROW_CHECK(table, VERIFY_FILES, wanted > 0 || gone > 0, row,
              "no train that may run uses slot run %s", name);
}

static void check_slot_run_there(const PlanRead *plan, const RunBook *book, const PlanRun *run) {
    gint64 *key = g_new(gint64, 1);
    char day[DATE_TEXT_SIZE];
    *key = slot_run_key(plan->kase, run);
    report_check(plan->report, VERIFY_FILES, !g_hash_table_add(book->seen, key),
                 plan->tables[TABLE_SLOTS].file, 0, "a row of slot run %s@%s is missing",
                 plan->kase->slots[run->slot].code, date_format(run->day, day));
}

/** Every slot run that some train may use has its row, and those yet to begin of trains under way.
 */
static void check_slot_runs_there(const PlanRead *plan, const RunBook *book) {
    for (int i = 0; i < plan->n_trains; i++) {
        const PlanTrain *train = &plan->trains[i];
        for (int leg = 0; train->carried >= 0 && leg < train->n_legs; leg++) {
            PlanRun run;
            if (slot_run_find(plan->kase, train->run_names[leg], &run) == NULL &&
                run.departs >= plan->kase->horizon.start_at) {
                check_slot_run_there(plan, book, &run);
            }
        }
    }
    for (int i = 0; i < plan->n_candidates; i++) {
        for (int j = 0; j < plan->candidates[i].n_runs; j++) {
            check_slot_run_there(plan, book, &plan->candidates[i].slot_runs[j]);
        }
    }
}

/** Whether slot runs have prices: then every one with room for all trains has 0; else none has.
 * Where trains compete for all of them that cannot be told. */
static RunPrices runs_priced(const PlanRead *plan, const RunBook *book) {
    const CheckedTable *table = &plan->tables[TABLE_SLOTS];
    int priced = 0, bare = 0;
    for (int row = 1; row < table->n_rows; row++) {
        PlanRun run;
        if (slot_run_find(plan->kase, checked_cell(table, row, SLOT_RUN), &run)) {
            continue;
        }
        gint64 key = slot_run_key(plan->kase, &run);
        int wanted = GPOINTER_TO_INT(g_hash_table_lookup(book->wanting, &key));
        if (wanted > run_room(plan->kase, checked_cell(table, row, SLOT_RUN), run.slot)) {
            continue;
        }
        priced += checked_cell(table, row, SLOT_PRICE)[0] != '\0';
        bare += checked_cell(table, row, SLOT_PRICE)[0] == '\0';
    }
    if (priced == 0 && bare == 0) {
        return RUN_PRICES_UNKNOWN;
    }
    return priced > bare ? RUN_PRICES_THERE : RUN_PRICES_NONE;
}

void verify_slots(PlanRead *plan) {
    const CheckedTable *table = &plan->tables[TABLE_SLOTS];
    RunBook book = {.uses = count_run_uses(plan),
                    .wanting = candidates_wanting(plan),
                    .seen = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL)};
    book.prices = runs_priced(plan, &book);
    for (int row = 1; row < table->n_rows; row++) {
        check_slot_row(plan, row, &book);
    }
    check_slot_runs_there(plan, &book);
    g_hash_table_unref(book.seen);
    g_hash_table_unref(book.wanting);
    g_hash_table_unref(book.uses);
}
