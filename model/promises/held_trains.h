/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A problem held to given trains: what is left to decide is boxes, empties, leases and sets. */
#ifndef BANLIE_MODEL_PROMISES_HELD_TRAINS_H
#define BANLIE_MODEL_PROMISES_HELD_TRAINS_H

#include <glib.h>

#include "model/problem/problem.h"

/** Has the trains of these keys run in every plan, where they are candidates, and no other but
 * those that run in every plan anyway.
 *  @param keys  a set of texts as train_key() makes them */
void held_trains_hold(Problem *problem, GHashTable *keys);

#endif
