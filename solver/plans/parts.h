/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Parts of bookings, docs/model.md (22), in programs over listed itineraries: each itinerary of a
 *  booking with parts is in use, with boxes enough, or is not; so many are in use at most.
 *
 *  They cut off plans alone: no relaxation loses anything by them, so that bounds and prices stand
 *  as they are. */
#ifndef BANLIE_SOLVER_PLANS_PARTS_H
#define BANLIE_SOLVER_PLANS_PARTS_H

#include "model/formulation/lp_model.h"
#include "solver/pricing/paths.h"

/** The itineraries of a program. */
typedef struct {
    const Problem *problem;
    const Paths *paths;
    const PathId *listed; /**< those that have a column, in order; NULL: all of `paths` */
    int count;
    ColumnId first; /**< the column of boxes on the first of them; the others' follow it */
} ListedPaths;

/** Adds a column of 0 or 1 for each itinerary of a booking with parts, and their rows.
 *  @return false where memory is out */
bool parts_add(const ListedPaths *listed, LpModel *model) __attribute__((warn_unused_result));

#endif
