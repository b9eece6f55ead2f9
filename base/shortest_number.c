/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a number with the decimals that it has. */
#include "base/shortest_number.h"

#include <string.h>

#include <glib.h>

enum { DECIMALS_MOST = 17 };

const char *shortest_number(double value, char text[SHORTEST_NUMBER_SIZE]) {
    for (int decimals = 0; decimals <= DECIMALS_MOST; decimals++) {
        char format[8];
        (void)g_snprintf(format, sizeof format, "%%.%df", decimals);
        (void)g_ascii_formatd(text, SHORTEST_NUMBER_SIZE, format, value + 0.0); // -0 is 0
        if (g_ascii_strtod(text, NULL) == value) {
            break;
        }
    }
    return text;
}

int shortest_number_decimals(double value) {
    char text[SHORTEST_NUMBER_SIZE];
    const char *point = strchr(shortest_number(value, text), '.');
    return point == NULL ? 0 : (int)strlen(point + 1);
}
