/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the end of a search to an answer about the case. */
#include "solver/stages/verdict.h"

#include <math.h>

Outcome verdict(Outcome ended, bool found, const TreeResult *tree) {
    if (found) {
        return OUTCOME_DONE;
    }
    if (ended != OUTCOME_DONE) {
        return ended;
    }
    /* What was closed without a proof has left its bound. */
    if (tree->bound == -HUGE_VAL) {
        return OUTCOME_INFEASIBLE;
    }
    return tree->gave_up ? OUTCOME_SOLVER_FAILED : OUTCOME_STOPPED;
}
