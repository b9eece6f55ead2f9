/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/property/random_number.h"

Random random_seeded(uint64_t seed) {
    return (Random){.state = seed};
}

static uint64_t next(Random *random) {
    random->state += 0x9e3779b97f4a7c15u;
    uint64_t z = random->state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

int random_int(Random *random, int least, int most) {
    uint64_t width = (uint64_t)(most - least) + 1;
    return least + (int)((next(random) >> 16) % width);
}

bool random_chance(Random *random, double share) {
    return (double)(next(random) >> 11) * 0x1p-53 < share;
}

void random_shuffle(Random *random, int *items, int count) {
    for (int i = count - 1; i > 0; i--) {
        int j = random_int(random, 0, i);
        int item = items[i];
        items[i] = items[j];
        items[j] = item;
    }
}
