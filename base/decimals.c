/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounds a number scaled up, as far as its digits reach; writes it as short as it can be. */
#include "base/decimals.h"

#include <glib.h>
#include <math.h>
#include <string.h>

double decimals_round(double value, int decimals, double (*rounding)(double)) {
    double scale = pow(10, decimals);
    while (scale > 1 && fabs(value) * scale >= 1e15) {
        scale /= 10;
    }
    return rounding(value * scale) / scale + 0.0;
}

const char *decimals_text(double value, int decimals, char text[DECIMALS_TEXT_SIZE]) {
    char format[8];
    (void)g_snprintf(format, sizeof format, "%%.%df", decimals);
    (void)g_ascii_formatd(text, DECIMALS_TEXT_SIZE, format, value);
    if (strchr(text, '.') != NULL) {
        size_t length = strlen(text);
        while (text[length - 1] == '0') {
            length--;
        }
        text[text[length - 1] == '.' ? length - 1 : length] = '\0';
    }
    if (strcmp(text, "-0") == 0) {
        (void)g_strlcpy(text, "0", DECIMALS_TEXT_SIZE);
    }
    return text;
}
