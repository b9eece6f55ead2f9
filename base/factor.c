/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Factors in millionths: what is whole stays whole, without a detour through binary fractions. */
#include "base/factor.h"

#include <math.h>

#include "base/values.h"

static const double FACTOR_MOST = 1e9;

__extension__ typedef __int128 Wide;

bool factor_parse(const char *text, int64_t *millionths) {
    double number;
    if (number_parse(text, &number) != FAULT_NONE || number < 0 || number > FACTOR_MOST) {
        return false;
    }
    /* Division rounds to the nearest double, as reading does: the two agree where the text says so
     * many millionths, and nowhere else. */
    const double whole = round(number * FACTOR_ONE);
    *millionths = (int64_t)whole;
    return whole / FACTOR_ONE == number;
}

int64_t factor_of_whole(int64_t number, int64_t millionths) {
    const Wide one = FACTOR_ONE;
    const Wide size = number < 0 ? -(Wide)number : (Wide)number;
    Wide product = (2 * size * millionths + one) / (2 * one);
    product = product > INT64_MAX ? (Wide)INT64_MAX : product;
    return (int64_t)(number < 0 ? -product : product);
}

double factor_of_number(double number, int64_t millionths) {
    return number * ((double)millionths / FACTOR_ONE);
}
