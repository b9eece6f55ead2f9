/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Numbers of a sweep's parameters: to 6 decimals, or with a unit to whole minutes. */
#ifndef BANLIE_STUDY_SWEEP_PARAMETER_VALUE_H
#define BANLIE_STUDY_SWEEP_PARAMETER_VALUE_H

#include <stdbool.h>

enum { VALUE_DECIMALS = 6, VALUE_TEXT_SIZE = 32 };

/** Beyond what any number of a case may be, and still with decimals. */
#define VALUE_MOST 1e12

/** A number to its decimals, halves away from 0; with a unit then to whole minutes, likewise.
 *  @param number    at most VALUE_MOST in magnitude
 *  @param unit_min  minutes of the unit that it is in, 0: none
 *  @return the number, or the minutes */
double value_round(double number, int unit_min);

/** What value_round() gave, as names and tables have it: `1.2`, or `822m`. */
const char *value_text(double rounded, int unit_min, char text[VALUE_TEXT_SIZE]);

/** True where a number has no more decimals than a parameter's may have. */
bool value_has_decimals(double number);

#endif
