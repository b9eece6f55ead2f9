/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The tables of a comparison as rows of cells, for whoever writes them in whatever form. */
#ifndef BANLIE_STUDY_COMPARE_COMPARISON_CELLS_H
#define BANLIE_STUDY_COMPARE_COMPARISON_CELLS_H

#include "study/compare/comparison.h"

/** A cell: a text where its column is of texts or instants, else a number. */
typedef struct {
    const char *text; /**< NULL: empty */
    double number;    /**< NAN: empty; not rounded to decimals but where the column has its own */
} ComparisonCell;

enum { COMPARISON_COLUMNS_MAX = COMPARED_KPI_COLUMNS - 2 + COMPARED_PLANS_MAX };

/** The letter that a plan is called by: `a`, `b`, … */
const char *comparison_letter(int plan) __attribute__((returns_nonnull));

/** How many columns a table has: of kpi.csv one for each plan and three. */
int comparison_columns(const Comparison *comparison, CompareTableId id);

/** A column of a table; of kpi.csv those of plans have the names of theirs.
 *  @param column  written */
void comparison_column(const Comparison *comparison, CompareTableId id, int index,
                       PlanColumn *column);

/** How many rows it has. */
int comparison_rows(const Comparison *comparison, CompareTableId id);

/** The cells of a row; they last as long as the comparison. */
void comparison_row(const Comparison *comparison, CompareTableId id, int row,
                    ComparisonCell cells[COMPARISON_COLUMNS_MAX]);

/** False where there is nothing that such a table could be about: prices that no two plans have. */
bool comparison_has(const Comparison *comparison, CompareTableId id);

/** b less a, with no more decimals than these have: so without what their doubles are off by. NAN
 * where either is. */
double comparison_difference(double a, double b);

#endif
