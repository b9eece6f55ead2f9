/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Cells that several files of a sweep have. */
#ifndef BANLIE_STUDY_SWEEP_TABLE_CELLS_H
#define BANLIE_STUDY_SWEEP_TABLE_CELLS_H

#include "export/tables/csv_writer.h"
#include "export/view/kpi_columns.h"
#include "study/sweep/points.h"

/** The names of `id,name,scenarios,PARAMETER…`. */
void cells_put_point_names(CsvWriter *csv, const Sweep *sweep);

/** These cells of a point. */
void cells_put_point(CsvWriter *csv, const Sweep *sweep, const SweepPoint *point);

/** What a parameter is set to; empty where its text is NULL. */
void cells_put_value(CsvWriter *csv, const SweepValue *value);

/** A figure with its decimals, halves away from 0; an empty cell for NAN. */
void cells_put_figure(CsvWriter *csv, KpiForm form, double value);

/** Several names. */
void cells_put_names(CsvWriter *csv, const char *const *names, int count);

#endif
