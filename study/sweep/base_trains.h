/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The trains of the base's plan, for points that are held to them. */
#ifndef BANLIE_STUDY_SWEEP_BASE_TRAINS_H
#define BANLIE_STUDY_SWEEP_BASE_TRAINS_H

#include <glib.h>

/** Reads the trains that a plan runs.
 *  @param folder  the plan's
 *  @return a set of texts as train_key() makes them, to be freed with g_hash_table_unref(); NULL
 *          where trains.csv cannot be read */
GHashTable *base_trains_read(const char *folder) __attribute__((warn_unused_result));

/** The set of no trains. */
GHashTable *base_trains_none(void);

#endif
