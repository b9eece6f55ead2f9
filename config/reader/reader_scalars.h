/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Single values of a case: from their text to what their field says. */
#ifndef BANLIE_CONFIG_READER_READER_SCALARS_H
#define BANLIE_CONFIG_READER_READER_SCALARS_H

#include "config/reader/reader_state.h"

/** Reads one value that is not made of maps. */
void reader_read_scalar(Reader *reader, const Field *field, const Node *node, const void *row,
                        void *out);

/** Reads a name: a text, or a map by language. */
void reader_read_name(Reader *reader, const Field *field, const Node *node, Name *name);

/** Sets a field's value to its default. */
void reader_set_default(Reader *reader, const Field *field, void *out);

#endif
