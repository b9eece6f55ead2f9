/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The rows of a sweep, entry by entry. Entries of one name count as one. */
#ifndef BANLIE_STUDY_SWEEP_ENTRY_ROWS_H
#define BANLIE_STUDY_SWEEP_ENTRY_ROWS_H

#include "study/sweep/sweep.h"
#include "study/sweep/sweep_row.h"

/** Those with points, in order of their names (bytes). */
typedef struct {
    const char *name;
    int *numbers; /**< of its points that have a plan, rising */
    int count;
} EntryRows;

typedef struct {
    EntryRows *entries;
    int n_entries;
    int *numbers; /**< which they share */
} RowsByEntry;

RowsByEntry rows_by_entry(const Sweep *sweep, const SweepRow *rows);
void rows_by_entry_clear(RowsByEntry *by_entry);

/** Texts in order of their bytes, for qsort() of what begins with one. */
int compare_leading_texts(const void *a, const void *b);

#endif
