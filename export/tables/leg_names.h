/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The names of the train and the slot run of a leg that boxes ride. In a cyclic plan that may be a
 * repetition of a leg: then both bear their own dates, not those of the period that is planned. */
#ifndef BANLIE_EXPORT_TABLES_LEG_NAMES_H
#define BANLIE_EXPORT_TABLES_LEG_NAMES_H

#include "export/tables/csv_writer.h"
#include "export/view/plan_view.h"

/** The train's name, with the date of this repetition's first departure; to be freed with g_free().
 */
char *leg_names_train(const PlanView *view, const Leg *leg);

/** Puts the train's name: with the date of this repetition's first departure. */
void leg_names_put_train(const PlanView *view, CsvWriter *csv, const Leg *leg);

/** Puts the slot run's name: with the date on which this repetition's run departs. */
void leg_names_put_run(const PlanView *view, CsvWriter *csv, const Leg *leg);

#endif
