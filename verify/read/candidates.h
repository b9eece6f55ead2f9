/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  All trains that a plan of the case may run, listed from the case alone. */
#ifndef BANLIE_VERIFY_READ_CANDIDATES_H
#define BANLIE_VERIFY_READ_CANDIDATES_H

#include "verify/read/plan_read.h"

/** Fills PlanRead.candidates: those given by hand, each of their days, and every chain of slot runs
 * along the routes of designed lines; of regular lines those that are there in every week. Their
 * legs are not laid out yet. */
void candidates_list(PlanRead *plan);

/** Lays out the legs of all candidates. */
void candidates_lay(PlanRead *plan);

/** How many legs the candidates have. */
long candidates_legs(const PlanRead *plan);

/** How many candidates want each slot run, by slot_run_key(); to be freed with
 * g_hash_table_unref(). */
GHashTable *candidates_wanting(const PlanRead *plan);

#endif
