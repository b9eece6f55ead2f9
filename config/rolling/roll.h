/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Rolling on: what an earlier plan that began earlier has sent off is taken out of the case, and
 *  what is under way laid down beside it (docs/reference/rolling.md). */
#ifndef BANLIE_CONFIG_ROLLING_ROLL_H
#define BANLIE_CONFIG_ROLLING_ROLL_H

#include "config/rolling/earlier_summary.h"

/** Reads what has happened by the start of the horizon into Case.carried, takes gone boxes off the
 *  bookings, and sets stocks and wagon sets to what stands then. Faults are told.
 *  @param earlier  rolls */
void roll_on(const EarlierFolder *folder, const EarlierHorizon *earlier);

#endif
