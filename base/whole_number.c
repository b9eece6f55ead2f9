/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A floating-point number to an int, without undefined behaviour:
 * what does not fit becomes an end. */
#include "base/whole_number.h"

#include <limits.h>
#include <math.h>

int whole_number(double number) {
    if (isnan(number)) {
        return 0;
    }
    if (number >= INT_MAX) {
        return INT_MAX;
    }
    return number <= INT_MIN ? INT_MIN : (int)number;
}
