/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Sums over a whole case. Each number has its range; their sums have to fit an int, too. */
#ifndef BANLIE_CONFIG_TOTALS_H
#define BANLIE_CONFIG_TOTALS_H

#include "config/reader/reader_state.h"

/** The most boxes, containers or wagon sets of a case together. */
enum { TOTAL_MAX = 100000000 };

/** Tells, once each, that the bookings, the containers of our own or the wagon sets are too many.
 */
void totals_check(Reader *reader);

#endif
