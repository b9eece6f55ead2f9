/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Times of the clock, and weeks between runs, held against the horizon: what shows run by run. */
#ifndef BANLIE_CONFIG_CLOCK_TIMES_H
#define BANLIE_CONFIG_CLOCK_TIMES_H

#include "config/reader/reader_state.h"

/** Tells of runs of which a time of the clock is not after the time before it, the first of each
 * slot and feeder; and of weeks between runs that do not fit a cyclic case's period. */
void clock_times_check(Reader *reader);

#endif
