/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a column can be from its bound before that costs more than there is to lose: a solution
 * with a column of reduced cost r < 0 so much above its lower bound is worth that times r less than
 * the bound of the prices, at least. */
#include "solver/closed/fixing.h"

#include <math.h>

#include "solver/tolerances.h"

int fix_by_prices(ClosedLp *lp, double cutoff) {
    double slack = lp->bound - cutoff;
    int count = 0;
    if (!isfinite(slack) || slack < 0) {
        return 0;
    }
    for (ColumnId column = 0; column < lp->model->n_columns; column++) {
        double lower = lp->lower[column], upper = lp->upper[column];
        double reduced = lp->reduced[column];
        double away = floor(slack / fabs(reduced) + WHOLE);
        if (!lp->model->whole[column] || !(away < upper - lower)) {
            continue;
        }
        if (reduced < 0) {
            closed_lp_bound_column(lp, column, lower, lower + away);
        } else {
            closed_lp_bound_column(lp, column, upper - away, upper);
        }
        count++;
    }
    return count;
}

int fix_for_good(ClosedLp *lp, double cutoff) {
    int count = fix_by_prices(lp, cutoff);
    for (ColumnId column = 0; column < lp->model->n_columns && count > 0; column++) {
        lp->model->lower[column] = lp->lower[column];
        lp->model->upper[column] = lp->upper[column];
    }
    return count;
}
