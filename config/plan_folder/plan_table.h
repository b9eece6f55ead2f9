/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  One CSV file of a plan as a table, its columns found by their names. */
#ifndef BANLIE_CONFIG_PLAN_FOLDER_PLAN_TABLE_H
#define BANLIE_CONFIG_PLAN_FOLDER_PLAN_TABLE_H

#include <glib.h>

#include "base/csv.h"
#include "config/plan_folder/plan_files.h"

enum { PLAN_COLUMNS_MAX = TRAIN_COLUMNS /**< trains.csv has the most */ };

typedef struct {
    PlanTableId id;
    CsvTable csv;             /**< rows from 1, row 0 is the header; of the plain form */
    GStringChunk *texts;      /**< cells that are not in the file as they are read */
    int at[PLAN_COLUMNS_MAX]; /**< per column of plan_file(): where it stands, -1 where it lacks */
} PlanTable;

/** Reads a file of the plan in this folder, whatever its form: cells are those of the plain one,
 * headings English. What its header has is to be asked for, with
 *  plan_table_has() or plan_table_whole(), before any cell is.
 *  @param table  to be freed with plan_table_free(), whatever comes of it
 *  @param error  filled on anything but CSV_OK */
CsvStatus plan_table_read(PlanTable *table, PlanTableId id, const char *dir, CsvError *error)
    __attribute__((warn_unused_result));

void plan_table_free(PlanTable *table);

/** True where the file has this column. */
bool plan_table_has(const PlanTable *table, int column);

/** True where it has just the columns of such a file, in their order. */
bool plan_table_whole(const PlanTable *table);

/** The header as it stands there, joined by commas; to be freed with g_free(). */
char *plan_table_header(const PlanTable *table)
    __attribute__((warn_unused_result, returns_nonnull));

/** What the row says in this column. */
const char *plan_table_cell(const PlanTable *table, int row, int column)
    __attribute__((returns_nonnull));

/** The text that was put there: an apostrophe before what a spreadsheet would run is taken off. */
const char *plan_table_text(const PlanTable *table, int row, int column)
    __attribute__((returns_nonnull));

/** Where the cell begins in the file. */
CsvPlace plan_table_place(const PlanTable *table, int row, int column);

#endif
