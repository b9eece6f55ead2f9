/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Numbers as short as they can be written, without an exponent. */
#ifndef BANLIE_BASE_SHORTEST_NUMBER_H
#define BANLIE_BASE_SHORTEST_NUMBER_H

enum { SHORTEST_NUMBER_SIZE = 352 /**< 309 digits, sign, point, 17 decimals, and some */ };

/** The shortest text that reads back as the same number: `0.5`, `12000000`. What has more than 17
 * decimals is cut off there.
 *  @param value  finite
 *  @return `text` */
const char *shortest_number(double value, char text[SHORTEST_NUMBER_SIZE]);

/** How many decimals that text has. */
int shortest_number_decimals(double value);

#endif
