/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ratios as rows ask for them: of load factors, docs/model.md (10), of hard balances, (13), and of
 * a load factor that is held, (16); and the scale of the TEU·km that some are of. */
#include "model/formulation/rows/ratio.h"

#include <math.h>

#include "config/tolerances.h"

const double TEU_KM_SCALE = 1e-3;

/** A smaller ratio is lost among an LP solver's tolerances. */
static const double LEAST_RATIO = 1e-4;

double ratio_in_row(const Formulation *formulation, double ratio, double least, double most) {
    double whole = most > 0 && !formulation->parts ? fmin(LEAST_RATIO, least / most) : 0;
    return ratio > 0 ? fmax(ratio_granted(ratio), whole) : 0;
}

bool row_is_ratio(const LpRow *row) {
    switch (row->group) {
    case ROW_LOAD_FACTOR:
    case ROW_BALANCE_TRAINS:
    case ROW_BALANCE_TEU:
        return true;
    case ROW_GOAL:
        return row->subject == (int)GOAL_LOAD_FACTOR && row->lower > -HUGE_VAL;
    default:
        return false;
    }
}

double least_box_teu(const Problem *problem) {
    double least = HUGE_VAL;
    for (BookingId id = 0; id < problem->n_bookings; id++) {
        least = fmin(least, problem->bookings[id].teu);
    }
    return least;
}
