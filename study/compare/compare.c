/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads plans and puts them side by side: figures and inputs of all, then table by table each
 * against the first. */
#include "study/compare/compare.h"

#include <math.h>
#include <string.h>

#include "study/compare/box_changes.h"
#include "study/compare/plan_reading.h"
#include "study/compare/train_changes.h"

/* ---- what all plans have in one row ---- */

static FigureRow *figure_row(Comparison *comparison, const char *name) {
    for (guint i = 0; i < comparison->figures->len; i++) {
        FigureRow *row = &g_array_index(comparison->figures, FigureRow, i);
        if (strcmp(row->name, name) == 0) {
            return row;
        }
    }
    FigureRow row = {.name = name, .values = g_new(double, (gsize)comparison->n_plans)};
    for (int i = 0; i < comparison->n_plans; i++) {
        row.values[i] = (double)NAN;
    }
    g_array_append_val(comparison->figures, row);
    return &g_array_index(comparison->figures, FigureRow, comparison->figures->len - 1);
}

static InputRow *input_row(Comparison *comparison, const char *name) {
    for (guint i = 0; i < comparison->inputs->len; i++) {
        InputRow *row = &g_array_index(comparison->inputs, InputRow, i);
        if (strcmp(row->name, name) == 0) {
            return row;
        }
    }
    InputRow row = {.name = name, .values = g_new(const char *, (gsize)comparison->n_plans)};
    for (int i = 0; i < comparison->n_plans; i++) {
        row.values[i] = "";
    }
    g_array_append_val(comparison->inputs, row);
    return &g_array_index(comparison->inputs, InputRow, comparison->inputs->len - 1);
}

static void put_side_by_side(Comparison *comparison, int plan) {
    const ComparedPlan *own = &comparison->plans[plan];
    for (guint i = 0; i < own->figures->len; i++) {
        const ComparedFigure *figure = &g_array_index(own->figures, ComparedFigure, i);
        figure_row(comparison, figure->name)->values[plan] = figure->value;
    }
    for (guint i = 0; i < own->inputs->len; i++) {
        const ComparedInput *input = &g_array_index(own->inputs, ComparedInput, i);
        input_row(comparison, input->name)->values[plan] = input->value;
    }
}

static void find_differing_inputs(Comparison *comparison) {
    for (guint i = 0; i < comparison->inputs->len; i++) {
        InputRow *row = &g_array_index(comparison->inputs, InputRow, i);
        for (int plan = 1; plan < comparison->n_plans; plan++) {
            row->differs = row->differs || strcmp(row->values[0], row->values[plan]) != 0;
        }
    }
}

/* ---- all of it ---- */

static Outcome read_plans(Comparison *comparison, const char *const *dirs, int n_dirs) {
    for (int i = 0; i < n_dirs; i++) {
        comparison->n_plans = i + 1;
        if (!compared_plan_read(&comparison->plans[i], dirs[i])) {
            return OUTCOME_UNREADABLE;
        }
    }
    return OUTCOME_DONE;
}

Outcome compare_plans(const char *const *dirs, int n_dirs, Comparison *comparison) {
    *comparison = (Comparison){
        .plans = g_new0(ComparedPlan, (gsize)n_dirs),
        .figures = g_array_new(FALSE, FALSE, sizeof(FigureRow)),
        .inputs = g_array_new(FALSE, FALSE, sizeof(InputRow)),
        .trains = g_array_new(FALSE, FALSE, sizeof(TrainRow)),
        .bookings = g_array_new(FALSE, FALSE, sizeof(BookingRow)),
        .flows = g_array_new(FALSE, FALSE, sizeof(FlowRow)),
        .prices = g_array_new(FALSE, FALSE, sizeof(PriceRow)),
    };
    const Outcome outcome = read_plans(comparison, dirs, n_dirs);
    for (int plan = 0; outcome == OUTCOME_DONE && plan < n_dirs; plan++) {
        put_side_by_side(comparison, plan);
    }
    for (int plan = 1; outcome == OUTCOME_DONE && plan < n_dirs; plan++) {
        train_changes_add(comparison, plan);
        booking_changes_add(comparison, plan);
        flow_changes_add(comparison, plan);
        price_changes_add(comparison, plan);
    }
    find_differing_inputs(comparison);
    return outcome;
}

void comparison_clear(Comparison *comparison) {
    GArray *const lists[] = {comparison->trains, comparison->bookings, comparison->flows,
                             comparison->prices};
    for (guint i = 0; i < comparison->figures->len; i++) {
        g_free(g_array_index(comparison->figures, FigureRow, i).values);
    }
    for (guint i = 0; i < comparison->inputs->len; i++) {
        g_free(g_array_index(comparison->inputs, InputRow, i).values);
    }
    for (guint i = 0; comparison->why != NULL && i < comparison->why->len; i++) {
        g_free(g_array_index(comparison->why, WhyRow, i).difference);
    }
    g_clear_pointer(&comparison->why, g_array_unref);
    g_array_unref(comparison->figures);
    g_array_unref(comparison->inputs);
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
        g_array_unref(lists[i]);
    }
    for (int i = 0; i < comparison->n_plans; i++) {
        compared_plan_clear(&comparison->plans[i]);
    }
    g_free(comparison->plans);
}
