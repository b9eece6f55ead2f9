/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What is said of the keys of a map that are no fields, and of fields that it lacks. */
#ifndef BANLIE_CONFIG_READER_READER_KEYS_H
#define BANLIE_CONFIG_READER_READER_KEYS_H

#include "config/reader/reader_state.h"

/** Tells of an unknown key.
 *  @return the field that was meant, whose absence is then no second fault; NULL where none is near
 */
const Field *reader_tell_unknown_key(Reader *reader, const FieldTable *table,
                                     const NodeEntry *entry);

/** Tells of a required key that is missing. A row of a CSV file that is too short lacks several for
 * one reason: they wait for one line.
 *  @param waiting  made on first need, for reader_tell_waiting() */
void reader_tell_missing(Reader *reader, const FieldTable *table, const Node *map,
                         const Field *field, GString **waiting);

/** Tells of the keys that waited, and frees them; NULL: there are none. */
void reader_tell_waiting(Reader *reader, const FieldTable *table, const Node *map,
                         GString *waiting);

#endif
