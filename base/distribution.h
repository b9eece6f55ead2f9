/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Distributions, by their quantiles: what is drawn with them follows from numbers between 0 and 1.
 */
#ifndef BANLIE_BASE_DISTRIBUTION_H
#define BANLIE_BASE_DISTRIBUTION_H

#include <stdbool.h>

typedef enum {
    DISTRIBUTION_UNIFORM,     /**< from `low` to `high` */
    DISTRIBUTION_INTEGER,     /**< the whole numbers from `low` to `high`, both included */
    DISTRIBUTION_TRIANGULAR,  /**< from `low` to `high`, most often near `centre` */
    DISTRIBUTION_NORMAL,      /**< mean `centre`, deviation `spread`; given that it lies between
                                 `low` and `high` (infinite where it is not bounded) */
    DISTRIBUTION_LOGNORMAL,   /**< median `centre`; the logarithm's deviation is `spread` */
    DISTRIBUTION_EXPONENTIAL, /**< mean `centre` */
    DISTRIBUTION_EMPIRICAL    /**< `values`, each as likely as any other */
} DistributionKind;

typedef struct {
    DistributionKind kind;
    double low, high;
    double centre;        /**< above 0 of a lognormal or exponential one */
    double spread;        /**< above 0 */
    const double *values; /**< in rising order, one at least */
    int n_values;
} Distribution;

/** What has this share of the distribution below it.
 *  @param share  between 0 and 1, neither included */
double distribution_quantile(const Distribution *of, double share);

/** False for a normal one of which its bounds leave nothing. */
bool distribution_exists(const Distribution *of);

#endif
