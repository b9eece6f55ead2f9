/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A start's itineraries, links and bases in a master, and a master's as a start. */
#ifndef BANLIE_SOLVER_MASTER_START_BASIS_H
#define BANLIE_SOLVER_MASTER_START_BASIS_H

#include "solver/master/ground.h"
#include "solver/start.h"

/** Where the parts of a start stand in a master; an empty one is {0}. */
typedef struct StartPlaces {
    const Start *start;
    PathId *path; /**< per path */
    RowId *link;  /**< per link: its row; NONE while it has none */
} StartPlaces;

/** Has the rows that the start's bases lean on in the LP. Rows and columns of the formulation have
 * to be those that the start speaks of. */
Outcome start_rows_add(const Start *start, Master *master) __attribute__((warn_unused_result));

/** Adds the itineraries of a start, and makes columns of them.
 *  To be cleared whatever the outcome. */
Outcome start_places_init(StartPlaces *places, const Start *start, Master *master)
    __attribute__((warn_unused_result));
void start_places_clear(StartPlaces *places);

/** Adds the linking rows of a start. */
Outcome start_places_link(StartPlaces *places, Master *master) __attribute__((warn_unused_result));

/** Makes a basis of the master of one of the start's, fit for master_set_basis().
 *  @param status  as Start.relaxed has it
 *  @return false where memory is out */
bool start_basis_make(const StartPlaces *places, const Master *master, const unsigned char *status,
                      Basis *basis) __attribute__((warn_unused_result));

/** Notes the master's itineraries and links in an empty start, with the numbers that they have
 *  there; no boxes.
 *  @return false where memory is out */
bool start_note_master(Start *start, const Master *master) __attribute__((warn_unused_result));

/** A basis that the master had at some time, as the start has them.
 *  @param start  as start_note_master() has filled it
 *  @return to be freed; NULL where memory is out */
unsigned char *start_note_basis(const Start *start, const Master *master, const Basis *basis)
    __attribute__((warn_unused_result));

#endif
