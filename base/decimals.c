/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounds a number scaled up, as far as its digits reach, and writes one with the decimals it has.
 */
#include "base/decimals.h"

#include <math.h>
#include <string.h>

#include <glib.h>

enum { DECIMALS_MOST = 17 };

double decimals_round(double value, int decimals, double (*rounding)(double)) {
    double scale = pow(10, decimals);
    while (scale > 1 && fabs(value) * scale >= 1e15) {
        scale /= 10;
    }
    return rounding(value * scale) / scale + 0.0;
}

const char *decimals_text(double value, char text[DECIMALS_TEXT_SIZE]) {
    for (int decimals = 0; decimals <= DECIMALS_MOST; decimals++) {
        char format[8];
        (void)g_snprintf(format, sizeof format, "%%.%df", decimals);
        (void)g_ascii_formatd(text, DECIMALS_TEXT_SIZE, format, value + 0.0);
        if (g_ascii_strtod(text, NULL) == value) {
            break;
        }
    }
    return text;
}

int decimals_count(double value) {
    char text[DECIMALS_TEXT_SIZE];
    const char *point = strchr(decimals_text(value, text), '.');
    return point == NULL ? 0 : (int)strlen(point + 1);
}
