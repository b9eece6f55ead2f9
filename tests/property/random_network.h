/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The network of a random case: stations, slots, lines and trains given by hand. */
#ifndef BANLIE_TESTS_PROPERTY_RANDOM_NETWORK_H
#define BANLIE_TESTS_PROPERTY_RANDOM_NETWORK_H

#include "tests/property/random_case.h"
#include "tests/property/random_number.h"

/** Sets the stations, slots, lines and trains; the horizon and the features are given. */
void random_network(RandomCase *kase, Random *random);

#endif
