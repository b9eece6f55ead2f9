/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What trains are called in a model of the case, in which none is chosen yet. */
#ifndef BANLIE_VERIFY_PRICES_ROW_TRAINS_H
#define BANLIE_VERIFY_PRICES_ROW_TRAINS_H

#include "verify/read/plan_read.h"

/** Names of all trains that may run, by line and departure, then of those under way that boxes can
 * still be on: as a plan would name them that runs them all.
 *  @param place  filled per PlanRead.trains: where its name stands, NOWHERE
 *  @return char *, to be freed with g_ptr_array_unref() */
GPtrArray *row_trains_names(const PlanRead *plan, int *place);

#endif
