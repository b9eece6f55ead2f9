/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What really happened since an earlier plan began, where that differs from it. */
#ifndef BANLIE_CONFIG_ROLLING_HAPPENED_H
#define BANLIE_CONFIG_ROLLING_HAPPENED_H

#include "config/rolling/earlier_file.h"

/** The row about this thing; NULL where there is none.
 *  @param itinerary  NULL but for boxes
 *  @param found      per row: noted true */
const Happened *happened_find(const Commitments *commitments, bool *found, HappenedKind kind,
                              const char *id, const char *itinerary);

/** Tells of rows that are about nothing, or about the same thing. */
void happened_check(const EarlierFolder *folder, const bool *found);

#endif
