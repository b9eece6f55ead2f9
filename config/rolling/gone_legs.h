/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Legs of boxes and empties that an earlier plan has sent off, read from legs.csv or empties.csv.
 */
#ifndef BANLIE_CONFIG_ROLLING_GONE_LEGS_H
#define BANLIE_CONFIG_ROLLING_GONE_LEGS_H

#include "config/rolling/rolling.h"

/** Where a file of legs has what; -1: it has no such column. */
typedef struct {
    int mode, train, slot, from, to, departs, arrives, teu, tonnes;
} LegsRead;

/** Reads rows of a file, from `first` to before `end`, as legs of one itinerary; false, with an
 *  error, where they are at fault.
 *  @param rows  CarriedRow; kind, id and boxes are the caller's */
bool gone_legs_read(const EarlierFolder *folder, const EarlierFile *file, int first, int end,
                    const LegsRead *columns, GArray *rows) __attribute__((warn_unused_result));

/** Which of the legs is the first on a train that did not run; -1. */
int gone_legs_stayed(const Rolling *rolling, const GArray *legs);

/** Adds the legs to the rows, where they count still. Where an earlier plan has numbered another
 *  itinerary alike, theirs gets `.2`, `.3`, … */
void gone_legs_add(Rolling *rolling, CarriedRow *legs, int n_legs);

#endif
