/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Dives for whole numbers: column after column is moved to a whole number, what follows from it
 * carried through the rows, the LP solved in between.
 *
 *  The choices are those of Achterberg, Constraint integer programming, TU Berlin (2007),
 * chapter 9.
 */
#ifndef BANLIE_SOLVER_WHOLE_WHOLE_DIVE_H
#define BANLIE_SOLVER_WHOLE_WHOLE_DIVE_H

#include "solver/whole/whole_state.h"

/** What a dive decides on first. */
typedef enum {
    DIVE_BY_LOCKS,    /**< where the fewest rows object to rounding */
    DIVE_BY_FRACTION, /**< what is nearest to a whole number */
    DIVE_UPWARDS,     /**< the highest fractions, rounded up: trains are filled */
    DIVE_BY_BEST,     /**< what is nearest to the best solution's */
    DIVE_KINDS
} DiveKind;

/** Dives from the relaxation's last solution, which is that of the domain's present bounds; both
 * are left as they were but for the LP's basis, and `primal`, `reduced` and `value`.
 *  @return OUTCOME_DONE, also where nothing was found or the LP solver failed, which leaves nothing
 * out; OUTCOME_STOPPED, or OUTCOME_NO_MEMORY */
Outcome whole_dive(WholeSearch *search, DiveKind kind) __attribute__((warn_unused_result));

#endif
