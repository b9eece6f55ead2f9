/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks carried_over.csv row by row against what the earlier plan has sent off, and what
 * summary.json says of it. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "verify/checks/checks.h"
#include "verify/read/expect.h"
#include "verify/read/plan_summary.h"

static bool of_legs(const CarriedRow *row) {
    return row->kind == CARRIED_BOX || row->kind == CARRIED_EMPTY;
}

static void expect_number_where(const CheckedTable *table, int at, int column, NumberKind kind,
                                bool there, double value) {
    if (there) {
        expect_number(table, at, column, kind, value);
    } else {
        expect_text(table, at, column, "");
    }
}

static void check_carried_row(const CheckedTable *table, int at, const CarriedRow *row) {
    const struct {
        int column;
        const char *text;
    } texts[] = {{CARRY_KIND, carried_kind_name(row->kind)},
                 {CARRY_ID, row->id},
                 {CARRY_ITINERARY, row->itinerary},
                 {CARRY_MODE, row->mode},
                 {CARRY_TRAIN, row->train},
                 {CARRY_SLOT, row->slot},
                 {CARRY_CONTAINER, row->container},
                 {CARRY_CARGO, row->cargo},
                 {CARRY_FROM, row->from},
                 {CARRY_TO, row->to},
                 {CARRY_DEPARTS, row->departs},
                 {CARRY_ARRIVES, row->arrives}};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        expect_text(table, at, texts[i].column, texts[i].text);
    }
    expect_number_where(table, at, CARRY_SEQ, NUMBER_QUANTITY,
                        of_legs(row) || row->kind == CARRIED_TRAIN, row->seq);
    expect_number_where(table, at, CARRY_BOXES, NUMBER_QUANTITY, row->kind != CARRIED_TRAIN,
                        row->boxes);
    expect_number_where(table, at, CARRY_TEU, NUMBER_QUANTITY, of_legs(row), row->teu);
    expect_number_where(table, at, CARRY_TONNES, NUMBER_QUANTITY, of_legs(row), row->tonnes);
    expect_number_where(table, at, CARRY_REVENUE, NUMBER_MONEY, row->kind == CARRIED_SOLD,
                        row->revenue);
}

static void check_count_of(const PlanRead *plan, const json_t *object, const char *key,
                           int expected) {
    const json_t *found = json_object_get(object, key);
    SUMMARY_CHECK(VERIFY_SUMMARY, json_is_integer(found) && json_integer_value(found) == expected,
                  "carried_over.%s is %ld, it should be %d", key, (long)json_integer_value(found),
                  expected);
}

static void check_summary_of_carried(const PlanRead *plan, const CarriedOver *carried) {
    const json_t *object = json_object_get(plan->summary, "carried_over");
    SUMMARY_CHECK(VERIFY_FILES, json_object_size(object) == 4,
                  "carried_over should have trains, boxes, empties and sets, and those alone");
    check_count_of(plan, object, "trains", carried->trains_under_way);
    check_count_of(plan, object, "boxes", carried->boxes_under_way);
    check_count_of(plan, object, "empties", carried->empties_under_way);
    check_count_of(plan, object, "sets", carried->sets_under_way);
}

/** A plan that was not rolled on has nothing carried over. */
static void check_none_carried(const PlanRead *plan, const char *dir) {
    char *path = g_build_filename(dir, plan_file(TABLE_CARRIED_OVER)->name, NULL);
    report_check(plan->report, VERIFY_COMMITMENTS, !g_file_test(path, G_FILE_TEST_EXISTS),
                 "carried_over.csv", 0,
                 "the plan was rolled on from an earlier one; name that by --commit to verify it");
    g_free(path);
}

void verify_carried_over(PlanRead *plan, const char *dir) {
    const CarriedOver *carried = plan->kase->carried;
    CheckedTable *table = &plan->tables[TABLE_CARRIED_OVER];
    if (!carried) {
        check_none_carried(plan, dir);
        return;
    }
    check_summary_of_carried(plan, carried);
    if (!checked_table_read(table, TABLE_CARRIED_OVER, dir, plan->report)) {
        return;
    }
    CarriedRow *rows = g_memdup2(carried->rows, (gsize)carried->n_rows * sizeof *rows);
    if (carried->n_rows > 0) {
        qsort(rows, (size_t)carried->n_rows, sizeof *rows, carried_compare);
    }
    report_check(plan->report, VERIFY_COMMITMENTS, table->n_rows - 1 == carried->n_rows,
                 table->file, 0, "it has %d rows, what is carried over makes %d", table->n_rows - 1,
                 carried->n_rows);
    for (int i = 0; i < carried->n_rows && i + 1 < table->n_rows; i++) {
        check_carried_row(table, i + 1, &rows[i]);
    }
    g_free(rows);
}
