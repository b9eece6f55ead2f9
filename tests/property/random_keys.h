/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Closed days, times of the clock and weeks between runs, in cases that are drawn already. */
#ifndef BANLIE_TESTS_PROPERTY_RANDOM_KEYS_H
#define BANLIE_TESTS_PROPERTY_RANDOM_KEYS_H

#include "tests/property/random_case.h"
#include "tests/property/random_number.h"

/** Puts some of them into a case. */
void random_keys(RandomCase *kase, Random *random);

/** When a slot arrives by the clock, minutes after 00:00 of the day of departure at `from`: its
 * running time after the first of its departures, or the least later that is after all of them. */
int slot_clock_min(const RandomCase *kase, const RandomSlot *slot);

/** Likewise a feeder. */
int feeder_clock_min(const RandomCase *kase, const RandomFeeder *feeder);

#endif
