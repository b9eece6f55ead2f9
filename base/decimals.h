/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Rounding to decimals, one way for all that has to add up to the same figure. */
#ifndef BANLIE_BASE_DECIMALS_H
#define BANLIE_BASE_DECIMALS_H

/** A number with so many decimals; with fewer where a double has not as many digits.
 *  @param decimals  0 to 15
 *  @param rounding  round, floor or ceil */
double decimals_round(double value, int decimals, double (*rounding)(double));

enum { DECIMALS_TEXT_SIZE = 352 /**< 309 digits, sign, point, 17 decimals, and some */ };

/** The shortest text that reads back as the same number, with no exponent: `0.5`, `12000000`. What
 * has more than 17 decimals is cut off there.
 *  @param value  finite
 *  @return `text` */
const char *decimals_text(double value, char text[DECIMALS_TEXT_SIZE]);

/** How many decimals that text has. */
int decimals_count(double value);

#endif
