/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Draws what trains and boxes need besides a timetable: containers of our own, wagon sets,
 *  double-stack positions. */
#ifndef BANLIE_TESTS_PROPERTY_RANDOM_RESOURCES_H
#define BANLIE_TESTS_PROPERTY_RANDOM_RESOURCES_H

#include "tests/property/random_case.h"
#include "tests/property/random_number.h"

/** After the network: stocks and sets lie where its lines begin. */
void random_resources(RandomCase *kase, Random *random);

#endif
