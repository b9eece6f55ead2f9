/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The program of the root for a search with cuts: every itinerary that a better plan could use,
 * every count of trains, every linking row. */
#ifndef BANLIE_SOLVER_SEARCH_CLOSED_PROGRAM_H
#define BANLIE_SOLVER_SEARCH_CLOSED_PROGRAM_H

#include "solver/closed/closed_search.h"
#include "solver/search/whole_program.h"

/** What is split on: counts of trains by their levels, docs/model.md (20), trains, the
 * formulation's other whole columns, boxes of bookings, itineraries in use where a booking has
 * parts, boxes on itineraries. */
typedef struct {
    WholeProgram program;
    bool *whole; /**< per column of its model: takes whole numbers alone in some best plan */
    int *row_level, *column_level;
    ChoiceLevels levels;
    Basis start; /**< the master's, where it has what the program has */
} ClosedProgram;

/** Begins one whose pool is to be filled.
 *  @return false where memory is out; to be cleared in either case */
bool closed_program_init(ClosedProgram *closed, const Master *master)
    __attribute__((warn_unused_result));
void closed_program_clear(ClosedProgram *closed);

/** Builds all else, once the pool is filled.
 *  @return likewise */
bool closed_program_build(ClosedProgram *closed) __attribute__((warn_unused_result));

#endif
