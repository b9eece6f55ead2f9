/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The changes of a sweep: a scalar that is exactly `$NAME` stands for a parameter, everywhere but
 *  as a key. */
#ifndef BANLIE_STUDY_SWEEP_NAMED_CHANGES_H
#define BANLIE_STUDY_SWEEP_NAMED_CHANGES_H

#include "base/arena.h"
#include "study/sweep/points.h"
#include "study/sweep/sweep.h"

/** Takes over the changes of a sweep whose parameters are read, and says where a name is of no
 * parameter, where a parameter is not used, and where a change names two of which one is set.
 *  @param list  of maps; NULL: there are none */
void named_changes_take(Sweep *sweep, const Node *list, Findings *findings);

/** The changes of a point, with its values in place of the names; what has no name in it is shared
 * with the sweep's own. A value's place is that of its name.
 *  @param arena  owns what is made
 *  @return a list of maps, empty where nothing is changed */
const Node *named_changes_at(const Sweep *sweep, const SweepPoint *point, Arena *arena)
    __attribute__((returns_nonnull));

#endif
