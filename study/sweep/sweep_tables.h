/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The CSV files of a sweep. Each is written into a folder where it must not exist yet; what is
 *  returned is 0, or the errno of the first failure (ENOMEM where memory ran out).
 *
 *  `rows` has a row for each number from 0, the base, to the sweep's `n_points`. Those that are
 * missing are left out. */
#ifndef BANLIE_STUDY_SWEEP_SWEEP_TABLES_H
#define BANLIE_STUDY_SWEEP_SWEEP_TABLES_H

#include <stdbool.h>

#include "config/plan_folder/table_form.h"
#include "study/sweep/points.h"
#include "study/sweep/sweep.h"
#include "study/sweep/sweep_row.h"

/** True for the name of a column of results.csv that is not a parameter's. */
bool result_column_is_ours(const char *name);

/** `scenarios.csv`: `id,name,scenarios,PARAMETER…`, a row for each point. */
int scenarios_csv_write(const Sweep *sweep, const char *dir, const TableForm *form)
    __attribute__((warn_unused_result));

/** `results.csv`: the same columns, then what came of the point. */
int results_csv_write(const Sweep *sweep, const SweepRow *rows, const char *dir,
                      const TableForm *form) __attribute__((warn_unused_result));

/** `effects.csv`: what each value of a parameter did to the margin, by entry; of a sample how the
 * margin goes with the parameter. Sorted by its first columns. */
int effects_csv_write(const Sweep *sweep, const SweepRow *rows, const char *dir,
                      const TableForm *form) __attribute__((warn_unused_result));

/** `percentiles.csv`: of each figure over the rows of an entry that have a plan; the base, which is
 * in no entry, is left out. Of a relaxation there is one figure, the objective. */
int percentiles_csv_write(const Sweep *sweep, const SweepRow *rows, const char *dir,
                          const TableForm *form) __attribute__((warn_unused_result));

#endif
