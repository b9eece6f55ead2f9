/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Rounding to decimals, one way for all that has to add up to the same figure. */
#ifndef BANLIE_BASE_DECIMALS_H
#define BANLIE_BASE_DECIMALS_H

/** A number with so many decimals; with fewer where a double has not as many digits.
 *  @param decimals  0 to 15
 *  @param rounding  round, floor or ceil */
double decimals_round(double value, int decimals, double (*rounding)(double));

#endif
