/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Wagon sets for chosen trains: the cheapest reposition runs that let them all leave. */
#ifndef BANLIE_SOLVER_PLANS_WAGON_SETS_H
#define BANLIE_SOLVER_PLANS_WAGON_SETS_H

#include "base/clock.h"
#include "model/formulation/formulation.h"
#include "solver/lp/backend.h"

/** Finds the reposition runs for the trains that run.
 *  @param value  per column of the formulation: those of rakes receive their values, the others are
 * left alone
 *  @return OUTCOME_INFEASIBLE where the sets lack; OUTCOME_STOPPED where the clock ended it before
 * there were any, or the search is very long */
Outcome wagon_sets_find(const Formulation *formulation, const Backend *backend, const Clock *clock,
                        const bool *runs, double *value) __attribute__((warn_unused_result));

#endif
