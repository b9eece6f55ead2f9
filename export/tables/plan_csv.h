/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The rows of the CSV files of a plan folder, in the columns of config/plan_folder: one function
 *  each, in the source named like the file. */
#ifndef BANLIE_EXPORT_TABLES_PLAN_CSV_H
#define BANLIE_EXPORT_TABLES_PLAN_CSV_H

#include "export/tables/csv_writer.h"
#include "export/view/plan_view.h"

/** One row per train that runs; with `show_all` also the candidates that do not. */
void trains_csv_write(const PlanView *view, CsvWriter *csv);

/** One row per train and served station. */
void timetable_csv_write(const PlanView *view, CsvWriter *csv);

/** One row per booking and itinerary. */
void allocations_csv_write(const PlanView *view, CsvWriter *csv);

/** One row per line and week with trains. */
void lines_csv_write(const PlanView *view, CsvWriter *csv);

/** One row per part of the margin and line. */
void money_csv_write(const PlanView *view, CsvWriter *csv);

/** One row per leg of an itinerary, feeders included. */
void legs_csv_write(const PlanView *view, CsvWriter *csv);

/** One row per leg of a move of empties. */
void empties_csv_write(const PlanView *view, CsvWriter *csv);

/** One row per demand entry, its tiers together. A relaxation has prices, but no whole boxes. */
void bookings_csv_write(const PlanView *view, CsvWriter *csv);

/** One row per balance rule and period. */
void balance_csv_write(const PlanView *view, CsvWriter *csv);

/** One row per container type of ours, station and day: of the stations that the type names, moves
 * at, or has a price at. */
void equipment_csv_write(const PlanView *view, CsvWriter *csv);

/** One row per change of a pool's wagon sets at a station: a train, or a reposition run, takes or
 * brings them. */
void rakes_csv_write(const PlanView *view, CsvWriter *csv);

/** One row per slot run that some train candidate uses. */
void slots_csv_write(const PlanView *view, CsvWriter *csv);

/** One row per feeder and day with boxes or with a price of one more. */
void feeders_csv_write(const PlanView *view, CsvWriter *csv);

/** One row per rule with a price that no other file has a column for. */
void prices_csv_write(const PlanView *view, CsvWriter *csv);

/** One row per leg of a train; of every candidate where the plan is a relaxation. */
void capacity_csv_write(const PlanView *view, CsvWriter *csv);

/** One row per station day with traffic or with a price of a lift. */
void stations_csv_write(const PlanView *view, CsvWriter *csv);

/** One row per train or itinerary that differs from the earlier plan; of a case with commitments.
 */
void changes_csv_write(const PlanView *view, CsvWriter *csv);

/** One row per thing that earlier plans have sent off; of a plan that was rolled on. */
void carried_over_csv_write(const PlanView *view, CsvWriter *csv);

#endif
