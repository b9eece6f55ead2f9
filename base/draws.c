/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers are taken off Philox's blocks one by one; which block follows from the thing drawn for.
 */
#include "base/draws.h"

#include "base/whole_number.h"

enum { UNITS_PER_BLOCK = 2, PERCENT = 100 };

Draws draws_of(uint64_t seed, uint32_t subject, uint32_t item) {
    return (Draws){.seed = seed, .subject = subject, .item = item};
}

double draw_unit(Draws *draws) {
    const uint32_t half = draws->count % UNITS_PER_BLOCK;
    if (half == 0) {
        const uint32_t counter[4] = {draws->count / UNITS_PER_BLOCK, draws->item, draws->subject,
                                     0};
        draws->block = philox_block(draws->seed, counter);
    }
    draws->count++;
    return philox_unit(&draws->block, (int)half);
}

int draw_int(Draws *draws, int least, int most) {
    return least + whole_number(draw_unit(draws) * ((double)most - least + 1));
}

bool draw_percent(Draws *draws, int percent) {
    return draw_int(draws, 1, PERCENT) <= percent;
}

int draw_weighted(Draws *draws, const int *weights, int count) {
    int total = 0;
    for (int i = 0; i < count; i++) {
        total += weights[i];
    }
    int left = draw_int(draws, 0, total - 1);
    int index = 0;
    while (left >= weights[index]) {
        left -= weights[index++];
    }
    return index;
}
