/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounds a number scaled up, as far as its digits reach. */
#include "base/decimals.h"

#include <math.h>

double decimals_round(double value, int decimals, double (*rounding)(double)) {
    double scale = pow(10, decimals);
    while (scale > 1 && fabs(value) * scale >= 1e15) {
        scale /= 10;
    }
    return rounding(value * scale) / scale + 0.0;
}
