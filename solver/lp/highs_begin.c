/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes HiGHS objects and sets what all uses of them share. */
#include "solver/lp/highs_begin.h"

#include "solver/tolerances.h"

_Static_assert(sizeof(HighsInt) == sizeof(int), "rows and columns are counted by int");

static void look_at_clock(int type, const char *message, const HighsCallbackDataOut *out,
                          HighsCallbackDataIn *in, void *user) {
    (void)type;
    (void)message;
    (void)out;
    in->user_interrupt = clock_expired(user);
}

void *highs_begin(int callback, Clock *clock) {
    void *highs = Highs_create();
    Highs_setBoolOptionValue(highs, "output_flag", 0);
    Highs_setIntOptionValue(highs, "threads", 1);
    Highs_setStringOptionValue(highs, "parallel", "off");
    Highs_setIntOptionValue(highs, "random_seed", 0);
    Highs_setDoubleOptionValue(highs, "primal_feasibility_tolerance", LP_TOLERANCE);
    Highs_setDoubleOptionValue(highs, "dual_feasibility_tolerance", LP_TOLERANCE);
    Highs_setCallback(highs, look_at_clock, clock);
    Highs_startCallback(highs, callback);
    return highs;
}

bool highs_rows_hold_nothing(int n_rows, const double *lower, const double *upper) {
    for (int row = 0; row < n_rows; row++) {
        if (lower[row] > LP_TOLERANCE || upper[row] < -LP_TOLERANCE) {
            return false;
        }
    }
    return true;
}
