/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Draws of one thing after the other, each thing with numbers of its own: how many are drawn for
 * one changes nothing for the next. */
#ifndef BANLIE_BASE_DRAWS_H
#define BANLIE_BASE_DRAWS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/philox.h"

/** Where the draws of a thing stand. */
typedef struct {
    uint64_t seed;
    uint32_t subject, item;
    uint32_t count; /**< units drawn so far */
    PhiloxBlock block;
} Draws;

/** The draws for a thing.
 *  @param subject  what kind of thing it is, for the caller to number
 *  @param item     which of them */
Draws draws_of(uint64_t seed, uint32_t subject, uint32_t item);

/** A number between 0 and 1, neither of them included. */
double draw_unit(Draws *draws);

/** A whole number from `least` to `most`, both included; fewer than 2^31 of them. */
int draw_int(Draws *draws, int least, int most);

/** True in so many of a hundred. */
bool draw_percent(Draws *draws, int percent);

/** An index below `count`, in proportion to its weight; at least one weight is above 0, none below.
 */
int draw_weighted(Draws *draws, const int *weights, int count);

#endif
