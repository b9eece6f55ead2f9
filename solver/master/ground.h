/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What every part of a search stands on, whether it needs the master's LP or not. */
#ifndef BANLIE_SOLVER_MASTER_GROUND_H
#define BANLIE_SOLVER_MASTER_GROUND_H

#include "base/clock.h"
#include "model/formulation/formulation.h"
#include "model/formulation/move.h"
#include "solver/lp/backend.h"
#include "solver/pricing/paths.h"

/** The master LP: what is in it is said in solver/master/master.h. */
typedef struct Master Master;

typedef struct {
    const Problem *problem;
    const Formulation *formulation;
    const Backend *backend;
    const Clock *clock;
    Paths *paths; /**< the itineraries generated so far: the master's columns */
} Ground;

/** A path's column in the formulation.
 *  @param column  written anew; {0} before the first time, to be freed with cargo_column_free()
 *  @return false where memory is out */
static inline bool ground_path_column(const Ground *ground, PathId id, CargoColumn *column) {
    const Path *path = &ground->paths->items[id];
    return cargo_column_make(ground->formulation, path->booking, paths_rides(ground->paths, id),
                             path->n_rides, column);
}

#endif
