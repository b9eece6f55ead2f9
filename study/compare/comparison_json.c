/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a comparison as JSON: the same cells as its tables. */
#include "study/compare/comparison_json.h"

#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimals.h"
#include "base/whole_number.h"
#include "study/compare/comparison_cells.h"

enum {
    DIGITS_OF_DOUBLES = 15, /**< so that a decimal fraction comes out as short as it went in */
    HOURS_DECIMALS = 6
};

static json_t *json_of_number(ColumnKind kind, double number) {
    if (isnan(number)) {
        return json_null();
    }
    return kind == COLUMN_COUNT ? json_integer(whole_number(number)) : json_real(number);
}

static json_t *json_of_cell(ColumnKind kind, const ComparisonCell *cell) {
    switch (kind) {
    case COLUMN_TEXT:
    case COLUMN_INSTANT:
        return cell->text != NULL ? json_string(cell->text) : json_null();
    case COLUMN_QUANTITY:
        return json_of_number(kind, isnan(cell->number)
                                        ? cell->number
                                        : decimals_round(cell->number, HOURS_DECIMALS, round));
    default:
        return json_of_number(kind, cell->number);
    }
}

static json_t *json_of_table(const Comparison *comparison, CompareTableId id) {
    json_t *table = json_array();
    ComparisonCell cells[COMPARISON_COLUMNS_MAX];
    for (int row = 0; row < comparison_rows(comparison, id); row++) {
        json_t *object = json_object();
        comparison_row(comparison, id, row, cells);
        for (int i = 0; i < comparison_columns(comparison, id); i++) {
            PlanColumn column;
            comparison_column(comparison, id, i, &column);
            json_object_set_new(object, column.name, json_of_cell(column.kind, &cells[i]));
        }
        json_array_append_new(table, object);
    }
    return table;
}

static json_t *json_of_plans(const Comparison *comparison) {
    json_t *plans = json_object();
    for (int i = 0; i < comparison->n_plans; i++) {
        g_autofree char *shown = g_filename_display_name(comparison->plans[i].dir);
        json_object_set_new(plans, comparison_letter(i), json_string(shown));
    }
    return plans;
}

static json_t *json_of_inputs(const Comparison *comparison) {
    json_t *inputs = json_object();
    for (guint i = 0; i < comparison->inputs->len; i++) {
        const InputRow *row = &g_array_index(comparison->inputs, InputRow, i);
        json_t *values = json_object();
        for (int plan = 0; plan < comparison->n_plans; plan++) {
            json_object_set_new(values, comparison_letter(plan), json_string(row->values[plan]));
        }
        if (row->differs) {
            json_object_set(inputs, row->name, values);
        }
        json_decref(values);
    }
    return inputs;
}

char *comparison_json_text(const Comparison *comparison) {
    json_t *root = json_object();
    json_object_set_new(root, "plans", json_of_plans(comparison));
    json_object_set_new(root, "inputs", json_of_inputs(comparison));
    for (CompareTableId id = 0; id < COMPARE_TABLES; id++) {
        const char *name = compare_file(id)->name;
        g_autofree char *stem = g_strndup(name, strcspn(name, "."));
        json_object_set_new(root, stem,
                            comparison_has(comparison, id) ? json_of_table(comparison, id)
                                                           : json_null());
    }
    char *text = json_dumps(root, JSON_INDENT(2) | JSON_REAL_PRECISION(DIGITS_OF_DOUBLES));
    json_decref(root);
    if (text == NULL) {
        return NULL;
    }
    char *line = g_strconcat(text, "\n", NULL);
    free(text);
    return line;
}
