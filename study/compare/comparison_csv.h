/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The tables of a comparison as CSV: one on a stream, or all in a folder. */
#ifndef BANLIE_STUDY_COMPARE_COMPARISON_CSV_H
#define BANLIE_STUDY_COMPARE_COMPARISON_CSV_H

#include "base/outcome.h"
#include "export/tables/csv_writer.h"
#include "study/compare/comparison.h"

/** Writes a table, its header first. */
void comparison_csv_write(const Comparison *comparison, CompareTableId id, CsvWriter *csv);

/** Says whether they could be written to a folder: before work that takes long.
 *  @param replace, error, @return  as below */
Outcome comparison_folder_check(const char *dir, bool replace, char **error)
    __attribute__((warn_unused_result));

/** Writes all tables to a folder that appears whole; prices.csv only where there are prices to
 * compare, why.csv where somebody has asked.
 *  @param replace  an older comparison may be replaced
 *  @param error    set on anything but OUTCOME_DONE: one line, to be freed with g_free()
 *  @return OUTCOME_DONE or OUTCOME_UNWRITABLE */
Outcome comparison_folder_write(const Comparison *comparison, const char *dir, bool replace,
                                const TableForm *form, char **error)
    __attribute__((warn_unused_result));

#endif
