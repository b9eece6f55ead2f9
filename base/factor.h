/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Factors of at most six decimals, in whole numbers: so that 45 × 0.7 is 31.5 exactly, and rounds
 *  to 32 on every machine. */
#ifndef BANLIE_BASE_FACTOR_H
#define BANLIE_BASE_FACTOR_H

#include <stdbool.h>
#include <stdint.h>

enum { FACTOR_ONE = 1000000 /**< millionths of 1 */ };

/** Reads a factor from 0 to 1e9.
 *  @return false where the text is something else, or has more decimals */
bool factor_parse(const char *text, int64_t *millionths) __attribute__((warn_unused_result));

/** A whole number from 0 times a factor, rounded to a whole one, halves up:
 *  ⌊(2·number·m + 10⁶) / (2·10⁶)⌋. A negative one likewise, away from 0. What is beyond an int64_t
 *  becomes the greatest. */
int64_t factor_of_whole(int64_t number, int64_t millionths);

/** A number times a factor. */
double factor_of_number(double number, int64_t millionths);

#endif
