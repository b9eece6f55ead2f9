/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Empties of an earlier plan: trains that nothing may be added to carry those, or fewer. */
#ifndef BANLIE_CONFIG_COMMITTED_EMPTIES_H
#define BANLIE_CONFIG_COMMITTED_EMPTIES_H

#include <glib.h>

#include "config/rolling/earlier_file.h"

/** Reads empties.csv of the earlier plan into Commitments.earlier_empties; faults go to the
 *  folder's findings.
 *  @param trains     name → index in Commitments.earlier_trains + 1
 *  @param under_way  name → index in CarriedOver.trains + 1 */
void committed_empties_read(const EarlierFolder *folder, GHashTable *trains, GHashTable *under_way);

#endif
