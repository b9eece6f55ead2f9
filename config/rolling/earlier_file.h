/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Files of an earlier plan that a case is held to, and cells of them, whose faults are findings at
 *  their place. */
#ifndef BANLIE_CONFIG_ROLLING_EARLIER_FILE_H
#define BANLIE_CONFIG_ROLLING_EARLIER_FILE_H

#include "config/case.h"
#include "config/plan_folder/plan_table.h"

enum { EARLIER_SHOWN_BYTES = 60 /**< of a cell in a finding */ };

/** The folder of an earlier plan. */
typedef struct {
    Case *kase; /**< whose Commitments.plan it is; owns the texts that are kept */
    Findings *findings;
} EarlierFolder;

/** One file of it. */
typedef struct {
    const char *shown; /**< its path, for places */
    PlanTable table;
} EarlierFile;

/** Where a cell stands. */
typedef struct {
    const EarlierFile *file;
    int row, column;
} Cell;

/** Opens a file that has to have some columns; what is wrong is told.
 *  @param wanted  columns that are looked at; the last is followed by -1
 *  @param file    to be freed with plan_table_free(), whatever comes of it */
bool earlier_file_open(const EarlierFolder *folder, EarlierFile *file, PlanTableId id,
                       const int *wanted) __attribute__((warn_unused_result));

const char *earlier_text(Cell cell) __attribute__((returns_nonnull));
Place earlier_place(Cell cell);

/** The text as a finding shows it. */
PhraseArg earlier_shown(Cell cell);

/** The text, kept as long as the case is. */
const char *earlier_keep(const EarlierFolder *folder, Cell cell) __attribute__((returns_nonnull));

/* What is in a cell; false, with an error at its place, where that is something else. */

/** A whole number that is not below `least`. */
bool earlier_count(const EarlierFolder *folder, Cell cell, int least, int *number)
    __attribute__((warn_unused_result));
bool earlier_number(const EarlierFolder *folder, Cell cell, double *number)
    __attribute__((warn_unused_result));
bool earlier_instant(const EarlierFolder *folder, Cell cell, Minute *at)
    __attribute__((warn_unused_result));
bool earlier_date(const EarlierFolder *folder, Cell cell, Date *day)
    __attribute__((warn_unused_result));

#endif
