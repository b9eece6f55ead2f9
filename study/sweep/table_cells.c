/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names, points and figures as the files of a sweep have them. */
#include "study/sweep/table_cells.h"

#include <glib.h>
#include <math.h>

#include "base/decimals.h"
#include "base/whole_number.h"

void cells_put_names(CsvWriter *csv, const char *const *names, int count) {
    for (int i = 0; i < count; i++) {
        csv_put_text(csv, names[i]);
    }
}

void cells_put_point_names(CsvWriter *csv, const Sweep *sweep) {
    static const char *const names[] = {"id", "name", "scenarios"};
    cells_put_names(csv, names, G_N_ELEMENTS(names));
    for (int j = 0; j < sweep->n_parameters; j++) {
        csv_put_text(csv, sweep->parameters[j].name);
    }
}

void cells_put_value(CsvWriter *csv, const SweepValue *value) {
    if (value->text == NULL) {
        csv_put_empty(csv);
        return;
    }
    switch (value->kind) {
    case VALUE_TEXT:
        csv_put_text(csv, value->text);
        break;
    case VALUE_NUMBER:
        csv_put_quantity(csv, value->number);
        break;
    case VALUE_DURATION:
        csv_put_figure(csv, value->text);
        break;
    }
}

void cells_put_point(CsvWriter *csv, const Sweep *sweep, const SweepPoint *point) {
    char id[POINT_ID_SIZE];
    g_autofree char *name = point_name(sweep, point);
    csv_put_text(csv, point_id(sweep, point->number, id));
    csv_put_text(csv, name);
    csv_put_text(csv, point_scenarios(sweep, point));
    for (int j = 0; j < sweep->n_parameters; j++) {
        cells_put_value(csv, &point->values[j].is);
    }
}

void cells_put_figure(CsvWriter *csv, KpiForm form, double value) {
    if (!isfinite(value)) {
        csv_put_empty(csv);
        return;
    }
    const double rounded = decimals_round(value, kpi_decimals(form), round);
    switch (form) {
    case KPI_MONEY:
        csv_put_money(csv, rounded);
        break;
    case KPI_RATIO:
        csv_put_ratio(csv, rounded);
        break;
    case KPI_TEU_KM:
        csv_put_teu_km(csv, rounded);
        break;
    case KPI_COUNT:
        csv_put_int(csv, whole_number(rounded));
        break;
    }
}
