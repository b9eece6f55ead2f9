/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Philox4x32-10: random numbers that are a function of a seed and a counter, with no state between
 *  them, and the same on every machine. Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as
 *  easy as 1, 2, 3", SC 2011. */
#ifndef BANLIE_BASE_PHILOX_H
#define BANLIE_BASE_PHILOX_H

#include <stdint.h>

/** Four random words. */
typedef struct {
    uint32_t words[4];
} PhiloxBlock;

/** The words at a counter.
 *  @param seed  the key: its low half first */
PhiloxBlock philox_block(uint64_t seed, const uint32_t counter[4]);

/** A number between 0 and 1, neither of them included, from two words of a block: the middle of one
 * of 2^53 equally likely parts, as near as a double comes to it.
 *  @param half  0: the first two words, 1: the last two */
double philox_unit(const PhiloxBlock *block, int half);

#endif
