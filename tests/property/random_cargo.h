/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The cargo of a random case: classes with rules, and bookings. */
#ifndef BANLIE_TESTS_PROPERTY_RANDOM_CARGO_H
#define BANLIE_TESTS_PROPERTY_RANDOM_CARGO_H

#include "tests/property/random_case.h"
#include "tests/property/random_number.h"

/** Sets the cargo classes and the bookings; horizon, features and network are given. */
void random_cargo(RandomCase *kase, Random *random);

#endif
