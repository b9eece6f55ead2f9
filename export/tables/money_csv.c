/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes money.csv: the margin by part and line, in rows that add up to the cent. */
#include <glib.h>
#include <math.h>

#include "base/decimals.h"
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

/** Cents in which a last row may make up for what a sum of doubles has lost. */
static const double ODD_CENTS = 0.015;

/** Writes the rows, each with what rounding has left over of those before it; the last one so that
 * they add up to the margin as the summary rounds it, where doubles have digits for that. */
static void put_rows(CsvWriter *csv, const GArray *rows, double margin) {
    double written = 0, left = 0;
    for (guint i = 0; i < rows->len; i++) {
        const MoneyRow *row = &g_array_index(rows, MoneyRow, i);
        const double missing = decimals_round(margin, 2, round) - written;
        double amount = decimals_round(row->amount + left, 2, round);
        if (i + 1 == rows->len && fabs(missing - amount) < ODD_CENTS) {
            amount = missing;
        }
        left += row->amount - amount;
        written += amount;
        csv_put_text(csv, row->part);
        csv_put_text(csv, row->line);
        csv_put_money(csv, amount);
        csv_end_row(csv);
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
