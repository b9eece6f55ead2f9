/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides when another round of cuts is worth its time, and when old cuts go. */
#include "solver/closed/cut_rounds.h"

#include <math.h>

#include "solver/closed/closed_park.h"
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

/** What a round has to gain: a share of what more could at most, and not much less while nearly all
 * of it is gained: splits end sooner what is left then. Without a cutoff, a share of what those
 * before have gained. */
static double gain_wanted(double first, double bound, double cutoff) {
    if (!isfinite(cutoff)) {
        return CUT_GAIN * (first - bound);
    }
    return CUT_GAIN * fmax(bound - cutoff, CUT_GAIN_LEFT * (first - cutoff));
}

/** Leaves out what the LP does not lean on, where that is more than a share of its rows. */
static Outcome slim(ClosedLp *lp, double share, double cutoff) {
    bool done = false;
    Outcome status = closed_park(lp) ? closed_lp_slim(lp, share, &done) : OUTCOME_NO_MEMORY;
    return status == OUTCOME_DONE && done ? closed_lp_solve(lp, cutoff) : status;
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
        bool dulled = before - lp->bound < gain_wanted(first, before, cutoff);
        dull = dulled ? dull + 1 : 0;
        if (status == OUTCOME_DONE) {
            status = slim(lp, SLIM_ROWS, cutoff);
        }
    }
    return status == OUTCOME_DONE ? slim(lp, 0, cutoff) : status;
}
