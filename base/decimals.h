/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Rounding to decimals, one way for all that has to add up to the same figure. */
#ifndef BANLIE_BASE_DECIMALS_H
#define BANLIE_BASE_DECIMALS_H

/** A number with so many decimals; with fewer where a double has not as many digits.
 *  @param decimals  0 to 15
 *  @param rounding  round, floor or ceil */
double decimals_round(double value, int decimals, double (*rounding)(double));

/** The longest double with decimals: 309 digits, sign, point, 15 decimals. */
enum { DECIMALS_TEXT_SIZE = 352 };

/** A finite number with at most so many decimals, none at the end that are 0, and a point before
 * them: `1.2`, `3`, `0` also for -0. */
const char *decimals_text(double value, int decimals, char text[DECIMALS_TEXT_SIZE]);

#endif
