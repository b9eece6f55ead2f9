/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes money.csv: the margin by part and line, in rows that add up to the cent. */
#include <glib.h>
#include <stdlib.h>

#include "export/tables/plan_csv.h"

typedef struct {
    const char *part;
    const char *line; /**< NULL where it is of none */
    double amount;    /**< below 0 where it is spent */
} MoneyRow;

/** Keeps what is not nothing. */
static void keep_row(GArray *rows, const char *part, const char *line, double amount) {
    if (amount < 0 || amount > 0) {
        const MoneyRow row = {part, line, amount};
        g_array_append_val(rows, row);
    }
}

static void list_part(const PlanView *view, GArray *rows, CostPart part) {
    const Case *kase = view->problem->kase;
    if (!cost_part_has_line(part)) {
        keep_row(rows, cost_part_key(part), NULL, -view->kpi->parts[part]);
        return;
    }
    for (LineId line = 0; line < kase->n_lines; line++) {
        keep_row(rows, cost_part_key(part), kase->lines[line].code,
                 -view->line_money[line].parts[part]);
    }
}

/** The amount as it would be written alone. */
static double to_the_cent(double amount) {
    char text[G_ASCII_DTOSTR_BUF_SIZE + 320];
    return g_ascii_strtod(g_ascii_formatd(text, sizeof text, "%.2f", amount), NULL);
}

/** Each row is what it adds to the rounded sum, so that rows and margin, which is written rounded,
 * are the same to the cent. */
static void put_rows(CsvWriter *csv, const GArray *rows, double margin) {
    double sum = 0, written = 0;
    for (guint i = 0; i < rows->len; i++) {
        const MoneyRow *row = &g_array_index(rows, MoneyRow, i);
        sum += row->amount;
        const double so_far = to_the_cent(i + 1 < rows->len ? sum : margin);
        csv_put_text(csv, row->part);
        csv_put_text(csv, row->line);
        csv_put_money(csv, so_far - written);
        csv_end_row(csv);
        written = so_far;
    }
}

void money_csv_write(const PlanView *view, CsvWriter *csv) {
    const Case *kase = view->problem->kase;
    GArray *rows = g_array_new(FALSE, FALSE, sizeof(MoneyRow));
    for (LineId line = 0; line < kase->n_lines; line++) {
        keep_row(rows, "revenue", kase->lines[line].code, view->line_money[line].revenue);
    }
    for (int part = 0; part < N_COST_PARTS; part++) {
        list_part(view, rows, (CostPart)part);
    }
    put_rows(csv, rows, view->kpi->margin);
    g_array_free(rows, TRUE);
}
