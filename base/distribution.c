/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quantile functions: the inverse of each distribution, in closed form but for the normal one. */
#include "base/distribution.h"

#include <math.h>

#include "base/normal.h"
#include "base/whole_number.h"

static double triangular(const Distribution *of, double share) {
    const double width = of->high - of->low;
    if (width <= 0) {
        return of->low;
    }
    const double rise = of->centre - of->low, fall = of->high - of->centre;
    return share < rise / width ? of->low + sqrt(share * width * rise)
                                : of->high - sqrt((1 - share) * width * fall);
}

/** The bounds of a normal one in deviations from its mean, mirrored where both lie above the mean:
 * shares near 0 have digits that those near 1 have not. */
typedef struct {
    double from, to; /**< shares of the whole distribution */
    bool mirrored;
} NormalPart;

static NormalPart normal_part(const Distribution *of) {
    const double low = (of->low - of->centre) / of->spread;
    const double high = (of->high - of->centre) / of->spread;
    return low > 0 ? (NormalPart){normal_share(-high), normal_share(-low), true}
                   : (NormalPart){normal_share(low), normal_share(high), false};
}

static double bounded_normal(const Distribution *of, double share) {
    const NormalPart part = normal_part(of);
    const double within = part.mirrored ? 1 - share : share;
    const double z = normal_quantile(part.from + within * (part.to - part.from));
    const double value = of->centre + of->spread * (part.mirrored ? -z : z);
    return fmin(fmax(value, of->low), of->high);
}

static double integer(const Distribution *of, double share) {
    return fmin(of->low + floor(share * (of->high - of->low + 1)), of->high);
}

static double empirical(const Distribution *of, double share) {
    const int rank = whole_number(ceil(share * of->n_values));
    return of->values[rank < 1 ? 0 : rank - 1];
}

double distribution_quantile(const Distribution *of, double share) {
    switch (of->kind) {
    case DISTRIBUTION_UNIFORM:
        return of->low + share * (of->high - of->low);
    case DISTRIBUTION_INTEGER:
        return integer(of, share);
    case DISTRIBUTION_TRIANGULAR:
        return triangular(of, share);
    case DISTRIBUTION_NORMAL:
        return bounded_normal(of, share);
    case DISTRIBUTION_LOGNORMAL:
        return of->centre * exp(of->spread * normal_quantile(share));
    case DISTRIBUTION_EXPONENTIAL:
        return -of->centre * log1p(-share);
    case DISTRIBUTION_EMPIRICAL:
        break;
    }
    return empirical(of, share);
}

bool distribution_exists(const Distribution *of) {
    if (of->kind != DISTRIBUTION_NORMAL) {
        return true;
    }
    const NormalPart part = normal_part(of);
    return part.to > part.from;
}
