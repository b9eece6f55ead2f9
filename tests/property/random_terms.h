/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What customers ask of their bookings: a greatest time on the way, parts of a certain size. */
#ifndef BANLIE_TESTS_PROPERTY_RANDOM_TERMS_H
#define BANLIE_TESTS_PROPERTY_RANDOM_TERMS_H

#include "tests/property/random_case.h"

/** Sets the terms of the bookings, which are given; all else of a seed's case is as without them,
 * but that those with parts have more boxes. */
void random_terms(RandomCase *kase, uint64_t seed);

#endif
