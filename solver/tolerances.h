/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  How exactly a plan is known to be the best: the one place that says so.
 *
 *  How exactly a rule has to be kept is part of what the case means: config/tolerances.h. */
#ifndef BANLIE_SOLVER_TOLERANCES_H
#define BANLIE_SOLVER_TOLERANCES_H

#include <math.h>

/** A plan this near to its bound is optimal, as a share of its objective: half of what `banlie
 * verify` grants, since the numbers in a plan's files are rounded. */
#define OPTIMAL_GAP 0.5e-6

/** Values so near to a whole number are whole; and where boxes made whole break a rule after all.
 */
#define WHOLE 1e-6
#define WHOLE_TO_THE_LAST 1e-9

/** A relaxation is stated where its value and its bound meet so closely, as a share of what it adds
 * up. */
#define RELAXATION_STATED 1e-6

/** How near to the best plan a search goes. */
typedef struct {
    double share; /**< of the objective */
    double unit;  /**< to which an objective counts at least: 1, or 0 where all of it matters */
} Gap;

/** The gap that a search goes to where this share is asked for: nearer than OPTIMAL_GAP by half, so
 * that what the search takes for proven is optimal also when the plan's money is counted anew. */
static inline Gap gap_searched(double asked) {
    return (Gap){fmax(asked, OPTIMAL_GAP / 2), 1};
}

/** By how much an objective may lie below its bound. */
static inline double gap_amount(Gap gap, double objective) {
    return gap.share * fmax(gap.unit, fabs(objective));
}

/** The gap less a margin, as a share of the part of the objective that an integer search counts; 0
 * where the best itself is sought, so that its bound is no more above it than it need be.
 *  @param objective  all of it
 *  @param part       what the integer search sees of it */
static inline double gap_of_part(Gap gap, double objective, double part) {
    double size = fmax(gap.unit, fabs(part));
    return size > 0 && gap.share > OPTIMAL_GAP ? gap_amount(gap, objective) / 4 / size : 0;
}

#endif
