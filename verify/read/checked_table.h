/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The CSV files of a plan as tables whose faults go to the report. */
#ifndef BANLIE_VERIFY_READ_CHECKED_TABLE_H
#define BANLIE_VERIFY_READ_CHECKED_TABLE_H

#include <glib.h>

#include "config/plan_folder/plan_table.h"
#include "verify/report.h"

typedef struct {
    const char *file; /**< name within the plan folder */
    int n_rows;       /**< header included */
    PlanTable read;
    VerifyReport *report;
} CheckedTable;

/** Opens one file of the plan and checks its header.
 *  @param table  to be freed with checked_table_free() in any case
 *  @return false where it is no use: unreadable or of other columns (the report says so) */
bool checked_table_read(CheckedTable *table, PlanTableId id, const char *dir, VerifyReport *report)
    __attribute__((warn_unused_result));

void checked_table_free(CheckedTable *table);

/** What the row says in this column; rows from 1, row 0 is the header. */
const char *checked_cell(const CheckedTable *table, int row, int column)
    __attribute__((returns_nonnull));

/** Row by the cells of two columns (or of one: `second` < 0); a key twice is a violation.
 *  @return table from `first␟second` to row + 0 as pointer, to be freed with g_hash_table_unref()
 */
GHashTable *checked_index(const CheckedTable *table, int first, int second);

/** The row with this key, 0 where there is none. */
int checked_find(GHashTable *index, const char *first, const char *second);

/** Checks of a rule that concern one row. */
#define ROW_CHECK(table, group, holds, row, ...)                                                   \
    report_check((table)->report, (group), (holds), (table)->file, (row) + 1, __VA_ARGS__)

#endif
