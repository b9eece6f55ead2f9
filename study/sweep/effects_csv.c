/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes effects.csv: the margin by the values of each parameter, and how it goes with them. */
#include <errno.h>
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/statistics.h"
#include "study/sweep/entry_rows.h"
#include "study/sweep/sweep_tables.h"
#include "study/sweep/table_cells.h"

static const char *const COLUMNS[] = {"scenarios",   "parameter",    "value",           "rows",
                                      "margin_mean", "margin_delta", "rank_correlation"};

/** A row in which a parameter is set. */
typedef struct {
    const char *text; /**< of its value; NULL in a sample */
    double number;    /**< likewise, as a number */
    double margin;
    int row;
} Effect;

/** A parameter, to be taken in order of the names. */
typedef struct {
    const char *name;
    int index;
} NamedParameter;

/** What is written at the moment. */
typedef struct {
    const Sweep *sweep;
    const SweepRow *rows;
    CsvWriter *csv;
    SweepPoint *point;
    const EntryRows *entry;
    const SweepParameter *parameter;
    Effect *effects; /**< of the parameter, over the rows of the entry */
    int count;
    double *margins, *numbers; /**< room for one of each */
} EffectsTable;

static int compare_effects(const void *a, const void *b) {
    const Effect *first = a, *second = b;
    const int order = strcmp(first->text, second->text);
    return order != 0 ? order : (first->row > second->row) - (first->row < second->row);
}

/** The rows of the entry in which a parameter is set, in their order. */
static void gather_effects(EffectsTable *table, int parameter) {
    const bool drawn = table->sweep->design == DESIGN_SAMPLE;
    table->parameter = &table->sweep->parameters[parameter];
    table->count = 0;
    for (int i = 0; i < table->entry->count; i++) {
        const int row = table->entry->numbers[i];
        point_set(table->sweep, row, table->point);
        const SweepValue *value = &table->point->values[parameter].is;
        if (value->text != NULL) {
            table->effects[table->count++] = (Effect){.text = drawn ? NULL : value->text,
                                                      .number = value->number,
                                                      .margin = sweep_row_margin(&table->rows[row]),
                                                      .row = row};
        }
    }
}

/** A line for effects that are together.
 *  @param value             its text is NULL: of all values
 *  @param rank_correlation  NAN: none */
static void put_effect(const EffectsTable *table, const SweepValue *value, const Effect *effects,
                       int count, double rank_correlation) {
    for (int i = 0; i < count; i++) {
        table->margins[i] = effects[i].margin;
    }
    const double mean = numbers_mean(table->margins, count);
    csv_put_text(table->csv, table->entry->name);
    csv_put_text(table->csv, table->parameter->name);
    cells_put_value(table->csv, value);
    csv_put_int(table->csv, count);
    cells_put_figure(table->csv, KPI_MONEY, mean);
    cells_put_figure(table->csv, KPI_MONEY, mean - sweep_row_margin(&table->rows[0]));
    cells_put_figure(table->csv, KPI_RATIO, rank_correlation);
    csv_end_row(table->csv);
}

/** One line, of a sample. @return false where memory ran out */
static bool put_sampled(const EffectsTable *table) {
    static const SweepValue all = {.text = NULL};
    double rank_correlation = (double)NAN;
    bool comparable = true;
    for (int i = 0; i < table->count; i++) {
        table->numbers[i] = table->effects[i].number;
        table->margins[i] = table->effects[i].margin;
        comparable = comparable && isfinite(table->numbers[i]) && isfinite(table->margins[i]);
    }
    const bool ok = !comparable || numbers_rank_correlation(table->numbers, table->margins,
                                                            table->count, &rank_correlation);
    put_effect(table, &all, table->effects, table->count, rank_correlation);
    return ok;
}

/** A line a value, also where no row with a plan has it. Values are sorted by their texts; equal
 * ones count once. */
static void put_by_value(const EffectsTable *table) {
    const SweepParameter *parameter = table->parameter;
    const size_t size = sizeof *parameter->values;
    g_autofree SweepValue *values = g_memdup2(parameter->values, (gsize)parameter->n_values * size);
    qsort(values, (size_t)parameter->n_values, size, compare_leading_texts);
    qsort(table->effects, (size_t)table->count, sizeof *table->effects, compare_effects);
    int from = 0;
    for (int i = 0; i < parameter->n_values; i++) {
        if (i > 0 && strcmp(values[i].text, values[i - 1].text) == 0) {
            continue;
        }
        int to = from;
        while (to < table->count && strcmp(table->effects[to].text, values[i].text) == 0) {
            to++;
        }
        put_effect(table, &values[i], table->effects + from, to - from, (double)NAN);
        from = to;
    }
}

/** All lines of an entry. @return false where memory ran out */
static bool put_entry(EffectsTable *table, const NamedParameter *parameters) {
    bool ok = true;
    for (int i = 0; i < table->sweep->n_parameters; i++) {
        gather_effects(table, parameters[i].index);
        if (table->sweep->design == DESIGN_SAMPLE) {
            ok = put_sampled(table) && ok;
        } else {
            put_by_value(table);
        }
    }
    return ok;
}

/** The parameters in order of their names (bytes), to be freed with g_free(). */
static NamedParameter *sorted_parameters(const Sweep *sweep) {
    NamedParameter *parameters = g_new0(NamedParameter, (gsize)sweep->n_parameters + 1);
    for (int i = 0; i < sweep->n_parameters; i++) {
        parameters[i] = (NamedParameter){sweep->parameters[i].name, i};
    }
    qsort(parameters, (size_t)sweep->n_parameters, sizeof *parameters, compare_leading_texts);
    return parameters;
}

int effects_csv_write(const Sweep *sweep, const SweepRow *rows, const char *dir,
                      const TableForm *form) {
    CsvWriter csv = csv_writer_open(dir, "effects.csv", form);
    const gsize room = (gsize)sweep->n_points + 1;
    NamedParameter *parameters = sorted_parameters(sweep);
    RowsByEntry by_entry = rows_by_entry(sweep, rows);
    EffectsTable table = {.sweep = sweep,
                          .rows = rows,
                          .csv = &csv,
                          .point = point_new(sweep),
                          .effects = g_new(Effect, room),
                          .margins = g_new(double, room),
                          .numbers = g_new(double, room)};
    bool ok = true;
    cells_put_names(&csv, COLUMNS, G_N_ELEMENTS(COLUMNS));
    csv_end_row(&csv);
    for (int i = 0; i < by_entry.n_entries; i++) {
        table.entry = &by_entry.entries[i];
        ok = put_entry(&table, parameters) && ok;
    }
    point_free(table.point);
    g_free(table.effects);
    g_free(table.margins);
    g_free(table.numbers);
    g_free(parameters);
    rows_by_entry_clear(&by_entry);
    const int error = csv_writer_close(&csv);
    return error == 0 && !ok ? ENOMEM : error;
}
