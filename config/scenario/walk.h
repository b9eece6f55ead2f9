/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Where a path leads in a case: by the same tables of fields that the case is read by. */
#ifndef BANLIE_CONFIG_SCENARIO_WALK_H
#define BANLIE_CONFIG_SCENARIO_WALK_H

#include "config/scenario/laying.h"

/** A value that a path names. */
typedef struct {
    Node *holder;            /**< the map or list that it stands in, which may be changed */
    int index;               /**< of its entry or item there; -1: the key is absent */
    const char *key;         /**< of a map */
    const Field *field;      /**< of the value; of a member NULL */
    const Field *members;    /**< the section, list or map that it is a member of; else NULL */
    const FieldTable *table; /**< of the map `holder` is, by keys; else NULL */
    const char *path;        /**< to it, without patterns; owned by the tree */
} Target;

/** The value of a target; NULL where it is absent. */
Node **target_value(const Target *target);

/** Finds what a path leads to.
 *  @param at      the path, a scalar; what is wrong with it is told there
 *  @param making  a last key that is absent is a target too, and maps around it are made
 *  @return of Target, at least one, to be ended with g_array_unref(); NULL where an error was told
 */
GArray *walk(Laying *laying, const Node *at, bool making) __attribute__((warn_unused_result));

#endif
