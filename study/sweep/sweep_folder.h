/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The folder of a sweep: files in it appear whole, and take the place of older ones. */
#ifndef BANLIE_STUDY_SWEEP_SWEEP_FOLDER_H
#define BANLIE_STUDY_SWEEP_SWEEP_FOLDER_H

#include <stdbool.h>

#include "config/plan_folder/table_form.h"
#include "study/sweep/row_store.h"
#include "study/sweep/sweep.h"

/** Makes the folder where it is not there. @return false where it cannot be; errno says why */
bool sweep_folder_make(const char *dir) __attribute__((warn_unused_result));

/** Writes `scenarios.csv`. @return false on failure; errno says why */
bool sweep_folder_put_scenarios(const Sweep *sweep, const char *dir, const TableForm *form)
    __attribute__((warn_unused_result));

/** Writes `results.csv`, `effects.csv`, `percentiles.csv` and `runs.csv` of the rows that stand.
 *  @param stored  by number of the point, from 0 to the sweep's `n_points`
 *  @return false on failure; errno says why */
bool sweep_folder_put_results(const Sweep *sweep, const StoredRow *stored, const char *dir,
                              const TableForm *form) __attribute__((warn_unused_result));

#endif
