/** @file
 *  Wagon sets for chosen trains: the cheapest reposition runs that let them all leave. */
#ifndef BANLIE_SOLVER_REPOSITION_H
#define BANLIE_SOLVER_REPOSITION_H

#include "model/formulation.h"
#include "solver/backend.h"
#include "solver/clock.h"

typedef enum { SETS_SUFFICE, SETS_LACK, SETS_FAILED } SetsStatus;

/** Finds the reposition runs for the trains that run. Where the clock stops it before it has any,
 * or the search is very long, the sets are taken to lack.
 *  @param value  per column of the formulation: those of rakes receive their values, the others are
 * left alone */
SetsStatus reposition_sets(const Formulation *formulation, const Backend *backend,
                           const Clock *clock, const bool *runs, double *value)
    __attribute__((warn_unused_result));

#endif
