/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What two sorted lists have in common. */
#ifndef BANLIE_STUDY_COMPARE_PAIRING_H
#define BANLIE_STUDY_COMPARE_PAIRING_H

#include <glib.h>

/** Told of an item of each list that belong together, or of one alone: the other is NULL. */
typedef void PairTake(gconstpointer a, gconstpointer b, gpointer user);

/** Goes through both lists once. Of items that compare as 0 the first of a belongs to the first of
 * b, the second to the second, …
 *  @param a, b     sorted so that `compare` does not fall along them */
void pairing_walk(const GArray *a, const GArray *b, GCompareFunc compare, PairTake *take,
                  gpointer user);

#endif
