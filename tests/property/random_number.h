/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Random numbers that are the same on every machine: splitmix64 (Steele, Lea & Flood 2014). */
#ifndef BANLIE_TESTS_PROPERTY_RANDOM_NUMBER_H
#define BANLIE_TESTS_PROPERTY_RANDOM_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    uint64_t state;
} Random;

Random random_seeded(uint64_t seed);

/** A whole number from `least` to `most`, both included. */
int random_int(Random *random, int least, int most);

/** True in this share of the calls. */
bool random_chance(Random *random, double share);

/** Puts the first `count` items into a random order. */
void random_shuffle(Random *random, int *items, int count);

#endif
