/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Stations that are not where they are likely to be. */
#ifndef BANLIE_CONFIG_ODD_PLACES_H
#define BANLIE_CONFIG_ODD_PLACES_H

#include "config/reader/reader_state.h"

/** Warns of stations whose latitude and longitude are likely swapped, and of those far from the
 * others of their country. */
void odd_places_check(Reader *reader);

#endif
