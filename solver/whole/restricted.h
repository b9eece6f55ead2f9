/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A search within a search: what the relaxation and the best solution agree on is held, the rest
 * is searched on its own.
 *
 *  Danna, Rothberg & Le Pape, Exploring relaxation induced neighborhoods to improve MIP solutions,
 * Mathematical Programming 102 (2005). */
#ifndef BANLIE_SOLVER_WHOLE_RESTRICTED_H
#define BANLIE_SOLVER_WHOLE_RESTRICTED_H

#include "solver/whole/whole_state.h"

/** Searches near the relaxation's last solution: whole columns that agree with the best solution
 * are held, or, before there is one, those that are whole. Not tried where too little is held for
 * the rest to be easy.
 *  @param gained  receives whether a better solution was found
 *  @return OUTCOME_DONE, OUTCOME_STOPPED by the clock, or a failure */
Outcome restricted_search(WholeSearch *search, bool *gained) __attribute__((warn_unused_result));

#endif
