/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What really happened since an earlier plan began, where that differs from it. */
#ifndef BANLIE_CONFIG_ROLLING_HAPPENED_H
#define BANLIE_CONFIG_ROLLING_HAPPENED_H

#include "config/rolling/earlier_file.h"

/** Reads the file Commitments.happened into the rows there; nothing where none is named. False,
 *  with errors, where it is at fault. */
bool happened_read(const EarlierFolder *folder) __attribute__((warn_unused_result));

/** The row about this thing; NULL where there is none.
 *  @param itinerary  NULL but for boxes
 *  @param found      per row: noted true */
const Happened *happened_find(const Commitments *commitments, bool *found, HappenedKind kind,
                              const char *id, const char *itinerary);

/** Tells of rows that are about nothing. */
void happened_check(const EarlierFolder *folder, const bool *found);

#endif
