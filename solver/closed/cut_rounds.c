/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides when another round of cuts is worth its time, and when old cuts go. */
#include "solver/closed/cut_rounds.h"

#include <math.h>

#include "solver/closed/fixing.h"
#include "solver/closed/separate.h"
#include "solver/tolerances.h"

/** Rounds at most; cuts in one of them; rounds in a row that gain little. */
enum { ROUNDS_MAX = 40, ROUND_CUTS = 200, DULL_ROUNDS = 3 };

/** One round.
 *  @param added  receives how many cuts; with none there is nothing more to be had */
static Outcome cut_once(ClosedLp *lp, double cutoff, int *added) {
    fix_for_good(lp, cutoff);
    Outcome status = separate(lp, ROUND_CUTS, added);
    if (status == OUTCOME_DONE && *added > 0) {
        status = closed_lp_solve(lp, cutoff);
    }
    return status;
}

/** What more rounds could gain at most; without a cutoff, what those before have gained. */
static double gain_left(double first, double bound, double cutoff) {
    return isfinite(cutoff) ? bound - cutoff : first - bound;
}

Outcome cut_rounds(ClosedLp *lp, double cutoff) {
    Outcome status = closed_lp_solve(lp, cutoff);
    double first = lp->bound;
    int dull = 0, added = 1;
    for (int round = 0; round < ROUNDS_MAX && dull < DULL_ROUNDS && added > 0; round++) {
        if (status != OUTCOME_DONE) {
            return status;
        }
        double before = lp->bound;
        status = cut_once(lp, cutoff, &added);
        bool dulled = before - lp->bound < CUT_GAIN * gain_left(first, before, cutoff);
        dull = dulled ? dull + 1 : 0;
        if (status == OUTCOME_DONE) {
            status = closed_lp_slim(lp);
        }
        if (status == OUTCOME_DONE) {
            status = closed_lp_solve(lp, cutoff);
        }
    }
    return status;
}
