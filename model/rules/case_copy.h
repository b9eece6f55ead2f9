/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A copy of a case whose arrays may be changed, with room for what it may be told of stations. */
#ifndef BANLIE_MODEL_RULES_CASE_COPY_H
#define BANLIE_MODEL_RULES_CASE_COPY_H

#include <glib.h>

#include "config/case.h"

/** Copies whatever rules are made of; the rest is shared with the original.
 *  @param kase  receives the copy
 *  @return its arrays, to be freed with g_ptr_array_unref() */
GPtrArray *case_copy(const Case *original, Case *kase) __attribute__((warn_unused_result));

/** What a copy says of equipment at a station, to be changed; made where nothing is said. */
EquipmentAt *case_copy_equipment(Equipment *type, StationId station);

/** What a copy says of a pool's sets at a station, likewise. */
RakeSets *case_copy_sets(Rake *rake, StationId station);

#endif
