/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens files of a plan that is compared and reads their cells, up to the first fault. */
#include "study/compare/cell_reading.h"

#include <string.h>

#include "base/date.h"
#include "base/values.h"
#include "config/finding_codes.h"

enum { SHOWN_BYTES = 60 /**< of a cell in what is said of it */ };

static bool fails_at(ComparedPlan *plan, PlanTableId id, CsvError error) {
    plan->file = plan_file(id)->name;
    plan->error = error;
    return false;
}

bool cells_open(ComparedPlan *plan, PlanTableId id, const int *wanted) {
    CsvError error;
    const CsvStatus status = plan_table_read(&plan->tables[id], id, plan->dir, &error);
    plan->read[id] = true;
    if (status != CSV_OK) {
        return fails_at(plan, id, error);
    }
    for (int i = 0; wanted[i] >= 0; i++) {
        if (!plan_table_has(&plan->tables[id], wanted[i])) {
            const char *name = plan_file(id)->columns[wanted[i]].name;
            return fails_at(
                plan, id,
                (CsvError){.phrase = PHRASE(FINDING_PLAN_COLUMN, name), .line = 1, .column = 1});
        }
    }
    return true;
}

int cells_rows(const ComparedPlan *plan, PlanTableId id) {
    return plan->tables[id].csv.n_rows;
}

const char *cells_text(const ComparedPlan *plan, PlanTableId id, int row, int column) {
    return plan_table_text(&plan->tables[id], row, column);
}

bool cells_wrong(ComparedPlan *plan, PlanTableId id, int row, int column, Phrase phrase) {
    const CsvPlace place = plan_table_place(&plan->tables[id], row, column);
    return fails_at(plan, id,
                    (CsvError){.phrase = phrase, .line = place.line, .column = place.column});
}

static bool takes(ComparedPlan *plan, PlanTableId id, int row, int column, Fault fault) {
    const PhraseArg shown = phrase_cut(cells_text(plan, id, row, column), SHOWN_BYTES);
    return fault == FAULT_NONE ||
           cells_wrong(plan, id, row, column,
                       PHRASE(FINDING_PLAN_CELL, shown, phrase_word((int)fault)));
}

bool cells_count(ComparedPlan *plan, PlanTableId id, int row, int column, int *count) {
    return takes(plan, id, row, column, count_parse(cells_text(plan, id, row, column), count));
}

bool cells_number(ComparedPlan *plan, PlanTableId id, int row, int column, double *number) {
    return takes(plan, id, row, column, number_parse(cells_text(plan, id, row, column), number));
}

bool cells_instant(ComparedPlan *plan, PlanTableId id, int row, int column, Minute *at) {
    const char *text = cells_text(plan, id, row, column);
    return instant_parse(text, at) ||
           cells_wrong(plan, id, row, column,
                       PHRASE(FINDING_PLAN_INSTANT, phrase_cut(text, SHOWN_BYTES)));
}

/** What rows are sorted by. */
typedef struct {
    const ComparedPlan *plan;
    PlanTableId id;
    int texts[2], number;
} RowOrder;

static int compare_rows(gconstpointer a, gconstpointer b, gpointer user) {
    const RowOrder *order = user;
    const int rows[] = {*(const int *)a, *(const int *)b};
    for (size_t i = 0; i < G_N_ELEMENTS(order->texts) && order->texts[i] >= 0; i++) {
        const int found = strcmp(cells_text(order->plan, order->id, rows[0], order->texts[i]),
                                 cells_text(order->plan, order->id, rows[1], order->texts[i]));
        if (found != 0) {
            return found;
        }
    }
    gint64 numbers[2];
    for (int i = 0; i < 2; i++) {
        numbers[i] =
            g_ascii_strtoll(cells_text(order->plan, order->id, rows[i], order->number), NULL, 10);
    }
    return numbers[0] != numbers[1] ? (numbers[0] < numbers[1] ? -1 : 1) : rows[0] - rows[1];
}

GArray *cells_in_order(const ComparedPlan *plan, PlanTableId id, int first, int second,
                       int number) {
    RowOrder order = {.plan = plan, .id = id, .texts = {first, second}, .number = number};
    GArray *rows = g_array_new(FALSE, FALSE, sizeof(int));
    for (int row = 1; row < cells_rows(plan, id); row++) {
        g_array_append_val(rows, row);
    }
    g_array_sort_with_data(rows, compare_rows, &order);
    return rows;
}
