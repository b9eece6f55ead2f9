/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  From the document to the case, as the tables of fields.h say. */
#ifndef BANLIE_CONFIG_READER_READER_H
#define BANLIE_CONFIG_READER_READER_H

#include "config/reader/reader_state.h"

/** Reads the fields of one map.
 *  @param row      struct that they go to; NULL: they are checked only
 *  @param overlay  fields that are not written keep what the row has */
void reader_read_map(Reader *reader, const FieldTable *table, const Node *map, void *row,
                     bool overlay);

#endif
