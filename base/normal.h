/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The normal distribution of mean 0 and deviation 1. */
#ifndef BANLIE_BASE_NORMAL_H
#define BANLIE_BASE_NORMAL_H

/** The share of it below `z`. */
double normal_share(double z);

/** The number that has this share of it below: to about 16 digits. Wichura, "Algorithm AS 241: the
 *  percentage points of the normal distribution", Applied Statistics 37 (1988), PPND16.
 *  @param share  above 0 and below 1; at 0 and 1 the ends, which are infinite */
double normal_quantile(double share);

#endif
