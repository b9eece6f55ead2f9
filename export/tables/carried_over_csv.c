/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes carried_over.csv: what earlier plans have sent off, as this plan begins. */
#include <glib.h>
#include <string.h>

#include "export/tables/plan_csv.h"

/** Which kinds have a number in a column. */
enum {
    OF_LEGS = 1 << CARRIED_BOX | 1 << CARRIED_EMPTY,
    OF_SEQ = OF_LEGS | 1 << CARRIED_TRAIN,
    OF_BOXES = ~(1 << CARRIED_TRAIN)
};

static bool has_number(const CarriedRow *row, int kinds) {
    return (kinds & 1 << row->kind) != 0;
}

static void put_count_of(CsvWriter *csv, const CarriedRow *row, int kinds, int count) {
    if (has_number(row, kinds)) {
        csv_put_int(csv, count);
    } else {
        csv_put_empty(csv);
    }
}

static void put_carried_row(CsvWriter *csv, const CarriedRow *row) {
    csv_put_text(csv, carried_kind_name(row->kind));
    csv_put_text(csv, row->id);
    csv_put_text(csv, row->itinerary);
    put_count_of(csv, row, OF_SEQ, row->seq);
    csv_put_text(csv, row->mode);
    csv_put_text(csv, row->train);
    csv_put_text(csv, row->slot);
    csv_put_text(csv, row->container);
    csv_put_text(csv, row->cargo);
    csv_put_text(csv, row->from);
    csv_put_text(csv, row->to);
    csv_put_instant_text(csv, row->departs);
    csv_put_instant_text(csv, row->arrives);
    put_count_of(csv, row, OF_BOXES, row->boxes);
    if (has_number(row, OF_LEGS)) {
        csv_put_quantity(csv, row->teu);
        csv_put_quantity(csv, row->tonnes);
    } else {
        csv_put_empty(csv);
        csv_put_empty(csv);
    }
    if (row->kind == CARRIED_SOLD) {
        csv_put_money(csv, row->revenue);
    } else {
        csv_put_empty(csv);
    }
    csv_end_row(csv);
}

void carried_over_csv_write(const PlanView *view, CsvWriter *csv) {
    const CarriedOver *carried = view->problem->kase->carried;
    CarriedRow *rows = g_memdup2(carried->rows, (gsize)carried->n_rows * sizeof *rows);
    if (carried->n_rows > 0) {
        qsort(rows, (size_t)carried->n_rows, sizeof *rows, carried_compare);
    }
    for (int i = 0; i < carried->n_rows; i++) {
        put_carried_row(csv, &rows[i]);
    }
    g_free(rows);
}
