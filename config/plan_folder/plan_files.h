/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The CSV files of a plan's folder. Whoever writes, reads or describes them takes names and
 * columns from here. */
#ifndef BANLIE_CONFIG_PLAN_FOLDER_PLAN_FILES_H
#define BANLIE_CONFIG_PLAN_FOLDER_PLAN_FILES_H

#include <stdbool.h>

#include "config/plan_folder/plan_columns.h"
#include "config/plan_folder/table_form.h"

typedef enum {
    TABLE_TRAINS,
    TABLE_TIMETABLE,
    TABLE_ALLOCATIONS,
    TABLE_LEGS,
    TABLE_BOOKINGS,
    TABLE_BALANCE,
    TABLE_CAPACITY,
    TABLE_STATIONS,
    TABLE_EMPTIES,
    TABLE_EQUIPMENT,
    TABLE_RAKES,
    TABLE_SLOTS,
    TABLE_FEEDERS,
    TABLE_PRICES,
    TABLE_CHANGES,
    TABLE_LINES,
    TABLE_MONEY,
    TABLE_CARRIED_OVER,
    PLAN_TABLES
} PlanTableId;

typedef struct {
    const char *name; /**< of the file within the folder */
    const char *row;  /**< what it has a row for, as in "a row for every …" */
    const PlanColumn *columns;
    int n_columns;
    bool of_relaxation;  /**< also written with `--relax`, where there are prices alone */
    bool of_commitments; /**< only written where the case has commitments */
    bool of_rolling;     /**< only written where an earlier plan has sent things off */
} PlanFile;

const PlanFile *plan_file(PlanTableId id) __attribute__((returns_nonnull));

/** What the column of an instant's offsets is called: `departs_offset`; to be freed with g_free().
 */
char *plan_column_offset_name(const PlanColumn *column, bool chinese)
    __attribute__((warn_unused_result, returns_nonnull));

/** The header line of these columns in this form; to be freed with g_free(). */
char *plan_columns_heading(const PlanColumn *columns, int count, const TableForm *form)
    __attribute__((warn_unused_result, returns_nonnull));

/** The header line of a file in this form; to be freed with g_free(). */
char *plan_file_heading(PlanTableId id, const TableForm *form)
    __attribute__((warn_unused_result, returns_nonnull));

/** The header line of a file in the plain form; to be freed with g_free(). */
char *plan_file_header(PlanTableId id) __attribute__((warn_unused_result, returns_nonnull));

#endif
