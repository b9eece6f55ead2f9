/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes prices.csv: every row of the priced LP that has a price, named as in model files. */
#include <stdlib.h>
#include <string.h>

#include "export/model/model_names.h"
#include "export/tables/plan_csv.h"

typedef struct {
    char name[MODEL_NAME_SIZE];
    double price;
} NamedPrice;

static int compare_named_prices(const void *a, const void *b) {
    return strcmp(((const NamedPrice *)a)->name, ((const NamedPrice *)b)->name);
}

void prices_csv_write(const PlanView *view, CsvWriter *csv) {
    const Prices *prices = &view->plan->prices;
    ModelNames *names = model_names_new(view->problem, NULL, NULL);
    NamedPrice *rows = calloc((size_t)prices->n_rows + 1, sizeof *rows);
    if (names == NULL || rows == NULL) {
        csv_fail(csv);
        model_names_free(names);
        free(rows);
        return;
    }
    for (int i = 0; i < prices->n_rows; i++) {
        (void)model_names_of_row(names, &prices->rows[i].row, rows[i].name);
        rows[i].price = prices->rows[i].price;
    }
    qsort(rows, (size_t)prices->n_rows, sizeof *rows, compare_named_prices);
    for (int i = 0; i < prices->n_rows; i++) {
        csv_put_text(csv, rows[i].name);
        csv_put_exact(csv, rows[i].price);
        csv_end_row(csv);
    }
    model_names_free(names);
    free(rows);
}
