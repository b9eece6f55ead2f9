/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Files of a plan that is compared, and their cells. The first fault is kept in the plan, with its
 * file and place; all of these then return false. */
#ifndef BANLIE_STUDY_COMPARE_CELL_READING_H
#define BANLIE_STUDY_COMPARE_CELL_READING_H

#include "study/compare/compared_plan.h"

/** Reads a file that has to have some columns.
 *  @param wanted  columns, the last followed by -1 */
bool cells_open(ComparedPlan *plan, PlanTableId id, const int *wanted)
    __attribute__((warn_unused_result));

/** Rows of a file that was opened, the header among them. */
int cells_rows(const ComparedPlan *plan, PlanTableId id);

/** A text; it lasts as long as the plan. */
const char *cells_text(const ComparedPlan *plan, PlanTableId id, int row, int column)
    __attribute__((returns_nonnull));

bool cells_count(ComparedPlan *plan, PlanTableId id, int row, int column, int *count)
    __attribute__((warn_unused_result));
bool cells_number(ComparedPlan *plan, PlanTableId id, int row, int column, double *number)
    __attribute__((warn_unused_result));
bool cells_instant(ComparedPlan *plan, PlanTableId id, int row, int column, Minute *at)
    __attribute__((warn_unused_result));

/** Keeps that a cell's row is wrong.
 *  @return false */
bool cells_wrong(ComparedPlan *plan, PlanTableId id, int row, int column, Phrase phrase);

/** Numbers of the rows (int), sorted by two texts and a whole number, whatever order somebody left
 * them in; to be freed with g_array_unref().
 *  @param second  a column, or -1 for none */
GArray *cells_in_order(const ComparedPlan *plan, PlanTableId id, int first, int second, int number);

#endif
