/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays the tables of a comparison out as cells. */
#include "study/compare/comparison_cells.h"

#include <math.h>

#include "base/decimals.h"
#include "base/shortest_number.h"

enum { PERCENT_DECIMALS = 6, TEU_DECIMALS = 6, PRICE_DECIMALS = 6, DIFFERENCE_DECIMALS = 6 };

/** `a` … `z`, each a text. */
static const char LETTERS[COMPARED_PLANS_MAX][2] = {"a", "b", "c", "d", "e", "f", "g", "h", "i",
                                                    "j", "k", "l", "m", "n", "o", "p", "q", "r",
                                                    "s", "t", "u", "v", "w", "x", "y", "z"};

const char *comparison_letter(int plan) {
    return LETTERS[plan];
}

static ComparisonCell cell_of_text(const char *text) {
    return (ComparisonCell){.text = text, .number = (double)NAN};
}

static ComparisonCell cell_of(double number) {
    return (ComparisonCell){.number = number};
}

/** Rounded here, since halves go away from zero. */
static ComparisonCell cell_rounded(double number, int decimals) {
    return cell_of(isfinite(number) ? decimals_round(number, decimals, round) : (double)NAN);
}

/* ---- columns ---- */

int comparison_columns(const Comparison *comparison, CompareTableId id) {
    return compare_file(id)->n_columns + (id == COMPARE_KPI ? comparison->n_plans - 2 : 0);
}

void comparison_column(const Comparison *comparison, CompareTableId id, int index,
                       PlanColumn *column) {
    const PlanColumn *columns = compare_file(id)->columns;
    const int further = comparison->n_plans - 2;
    if (id != COMPARE_KPI || index <= COMPARED_KPI_B) {
        *column = columns[index];
    } else if (index <= COMPARED_KPI_B + further) {
        *column = columns[COMPARED_KPI_B];
        column->name = column->zh = comparison_letter(index - COMPARED_KPI_A);
    } else {
        *column = columns[index - further];
    }
}

/* ---- rows ---- */

static const GArray *rows_of(const Comparison *comparison, CompareTableId id) {
    switch (id) {
    case COMPARE_KPI:
        return comparison->figures;
    case COMPARE_TRAINS:
        return comparison->trains;
    case COMPARE_BOOKINGS:
        return comparison->bookings;
    case COMPARE_FLOWS:
        return comparison->flows;
    case COMPARE_PRICES:
        return comparison->prices;
    case COMPARE_WHY:
    case COMPARE_TABLES:
        break;
    }
    return comparison->why;
}

int comparison_rows(const Comparison *comparison, CompareTableId id) {
    return comparison_has(comparison, id) ? (int)rows_of(comparison, id)->len : 0;
}

bool comparison_has(const Comparison *comparison, CompareTableId id) {
    return (id != COMPARE_PRICES || comparison->priced) &&
           (id != COMPARE_WHY || comparison->why != NULL);
}

double comparison_difference(double a, double b) {
    if (isnan(a) || isnan(b)) {
        return (double)NAN;
    }
    const int decimals = MAX(shortest_number_decimals(a), shortest_number_decimals(b));
    return decimals_round(b - a, MIN(decimals, DIFFERENCE_DECIMALS), round);
}

static void cells_of_figure(const Comparison *comparison, const FigureRow *row,
                            ComparisonCell *cells) {
    const double a = row->values[0], difference = comparison_difference(a, row->values[1]);
    cells[COMPARED_KPI] = cell_of_text(row->name);
    for (int plan = 0; plan < comparison->n_plans; plan++) {
        cells[COMPARED_KPI_A + plan] = cell_of(row->values[plan]);
    }
    cells += comparison->n_plans - 2;
    cells[COMPARED_KPI_DIFFERENCE] = cell_of(difference);
    cells[COMPARED_KPI_PERCENT] =
        cell_rounded(a == 0 ? (double)NAN : 100 * difference / fabs(a), PERCENT_DECIMALS);
}

static void cells_of_train(const TrainRow *row, ComparisonCell *cells) {
    const ComparedTrain *const *of = row->of;
    const ComparedTrain *any = of[0] != NULL ? of[0] : of[1];
    cells[COMPARED_TRAIN_PLAN] = cell_of_text(comparison_letter(row->plan));
    cells[COMPARED_TRAIN_LINE] = cell_of_text(any->line);
    cells[COMPARED_TRAIN_WEEK] = cell_of(any->week);
    cells[COMPARED_TRAIN_CHANGE] = cell_of_text(compare_train_changes[row->change].word);
    for (int i = 0; i < 2; i++) {
        const ComparedTrain *own = of[i];
        cells[COMPARED_TRAIN_A + i] = cell_of_text(own != NULL ? own->name : NULL);
        cells[COMPARED_DEPARTS_A + i] = cell_of_text(own != NULL ? own->departs : NULL);
        cells[COMPARED_LOADED_TEU_A + i] =
            cell_rounded(own != NULL ? own->loaded_teu : (double)NAN, TEU_DECIMALS);
        cells[COMPARED_MARGIN_A + i] = cell_of(own != NULL ? own->margin : (double)NAN);
    }
    cells[COMPARED_SHIFT_HOURS] =
        cell_of(of[0] != NULL && of[1] != NULL
                    ? (double)(of[1]->departs_at - of[0]->departs_at) / MINUTES_PER_HOUR
                    : (double)NAN);
}

static void cells_of_booking(const BookingRow *row, ComparisonCell *cells) {
    const ComparedBooking *const *of = row->of;
    cells[COMPARED_BOOKING_PLAN] = cell_of_text(comparison_letter(row->plan));
    cells[COMPARED_BOOKING] = cell_of_text(of[of[0] != NULL ? 0 : 1]->code);
    for (int i = 0; i < 2; i++) {
        cells[COMPARED_BOXES_A + i] = cell_of(of[i] != NULL ? of[i]->boxes : (double)NAN);
        cells[COMPARED_CARRIED_A + i] = cell_of(of[i] != NULL ? of[i]->carried : (double)NAN);
    }
    cells[COMPARED_REROUTED] = cell_of(row->rerouted);
    cells[COMPARED_BOOKING_CHANGE] = cell_of_text(compare_booking_changes[row->change].word);
}

static void cells_of_flow(const FlowRow *row, ComparisonCell *cells) {
    cells[COMPARED_FLOW_PLAN] = cell_of_text(comparison_letter(row->plan));
    cells[COMPARED_FLOW_MODE] = cell_of_text(row->mode);
    cells[COMPARED_FLOW_FROM] = cell_of_text(row->from);
    cells[COMPARED_FLOW_TO] = cell_of_text(row->to);
    cells[COMPARED_TEU_A] = cell_rounded(row->teu[0], TEU_DECIMALS);
    cells[COMPARED_TEU_B] = cell_rounded(row->teu[1], TEU_DECIMALS);
}

static void cells_of_price(const PriceRow *row, ComparisonCell *cells) {
    cells[COMPARED_PRICE_PLAN] = cell_of_text(comparison_letter(row->plan));
    cells[COMPARED_PRICE_ROW] = cell_of_text(row->row);
    cells[COMPARED_PRICE_A] = cell_rounded(row->price[0], PRICE_DECIMALS);
    cells[COMPARED_PRICE_B] = cell_rounded(row->price[1], PRICE_DECIMALS);
}

static void cells_of_why(const WhyRow *row, ComparisonCell *cells) {
    cells[COMPARED_WHY] = cell_of_text(row->difference);
    cells[COMPARED_WHY_ALONE] = cell_of(row->alone);
    cells[COMPARED_WHY_LAST] = cell_of(row->last);
    cells[COMPARED_WHY_LOW] = cell_of(row->low);
    cells[COMPARED_WHY_HIGH] = cell_of(row->high);
}

void comparison_row(const Comparison *comparison, CompareTableId id, int row,
                    ComparisonCell cells[COMPARISON_COLUMNS_MAX]) {
    const GArray *rows = rows_of(comparison, id);
    switch (id) {
    case COMPARE_KPI:
        cells_of_figure(comparison, &g_array_index(rows, FigureRow, row), cells);
        break;
    case COMPARE_TRAINS:
        cells_of_train(&g_array_index(rows, TrainRow, row), cells);
        break;
    case COMPARE_BOOKINGS:
        cells_of_booking(&g_array_index(rows, BookingRow, row), cells);
        break;
    case COMPARE_FLOWS:
        cells_of_flow(&g_array_index(rows, FlowRow, row), cells);
        break;
    case COMPARE_PRICES:
        cells_of_price(&g_array_index(rows, PriceRow, row), cells);
        break;
    case COMPARE_WHY:
    case COMPARE_TABLES:
        cells_of_why(&g_array_index(rows, WhyRow, row), cells);
        break;
    }
}
