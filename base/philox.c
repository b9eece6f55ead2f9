/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ten rounds of multiplications mix a counter with a key: figure 3 and section 3.4 of the paper. */
#include "base/philox.h"

#include <math.h>

enum { ROUNDS = 10 };

/* The multipliers of the two halves, and by how much the keys go on after each round: the golden
 * ratio and the root of 3 less 1, as fractions of 2^32. */
static const uint32_t MULTIPLIERS[2] = {0xD2511F53u, 0xCD9E8D57u};
static const uint32_t KEY_STEPS[2] = {0x9E3779B9u, 0xBB67AE85u};

static PhiloxBlock mix_once(const PhiloxBlock *at, const uint32_t key[2]) {
    const uint64_t first = (uint64_t)MULTIPLIERS[0] * at->words[0];
    const uint64_t second = (uint64_t)MULTIPLIERS[1] * at->words[2];
    return (PhiloxBlock){{(uint32_t)(second >> 32) ^ at->words[1] ^ key[0], (uint32_t)second,
                          (uint32_t)(first >> 32) ^ at->words[3] ^ key[1], (uint32_t)first}};
}

PhiloxBlock philox_block(uint64_t seed, const uint32_t counter[4]) {
    uint32_t key[2] = {(uint32_t)seed, (uint32_t)(seed >> 32)};
    PhiloxBlock block = {{counter[0], counter[1], counter[2], counter[3]}};
    for (int i = 0; i < ROUNDS; i++) {
        block = mix_once(&block, key);
        key[0] += KEY_STEPS[0];
        key[1] += KEY_STEPS[1];
    }
    return block;
}

double philox_unit(const PhiloxBlock *block, int half) {
    const uint64_t both = block->words[2 * half] | (uint64_t)block->words[2 * half + 1] << 32;
    /* From 1/2 on the middles are no doubles: that of the last part would become 1. */
    return fmin(((double)(both >> 11) + 0.5) * 0x1p-53, 1 - 0x1p-53);
}
