/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounding in whole millionths, so that 13.7 hours are 822 minutes on every machine. */
#include "study/sweep/parameter_value.h"

#include <glib.h>
#include <math.h>
#include <stdint.h>

#include "base/decimals.h"

enum { MILLIONTHS = 1000000 };

/** So many units in minutes. Whole units and what is left are apart, so that no product is too
 * large. */
static double whole_minutes(double number, int unit_min) {
    const int64_t millionths = (int64_t)round(number * MILLIONTHS);
    const int64_t whole = millionths / MILLIONTHS * unit_min;
    const int64_t rest = millionths % MILLIONTHS * unit_min;
    const int64_t half = rest < 0 ? -MILLIONTHS / 2 : MILLIONTHS / 2;
    const int64_t minutes = whole + (rest + half) / MILLIONTHS;
    return (double)minutes;
}

double value_round(double number, int unit_min) {
    return unit_min > 0 ? whole_minutes(number, unit_min)
                        : decimals_round(number, VALUE_DECIMALS, round);
}

const char *value_text(double rounded, int unit_min, char text[VALUE_TEXT_SIZE]) {
    char number[DECIMALS_TEXT_SIZE];
    (void)decimals_text(rounded, VALUE_DECIMALS, number);
    (void)g_snprintf(text, VALUE_TEXT_SIZE, "%s%s", number, unit_min > 0 ? "m" : "");
    return text;
}

bool value_has_decimals(double number) {
    char text[DECIMALS_TEXT_SIZE];
    return g_ascii_strtod(decimals_text(number, VALUE_DECIMALS, text), NULL) == number;
}
