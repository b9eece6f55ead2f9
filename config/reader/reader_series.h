/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Lists of single values of a case. */
#ifndef BANLIE_CONFIG_READER_READER_SERIES_H
#define BANLIE_CONFIG_READER_READER_SERIES_H

#include "config/reader/reader_state.h"

/** Reads a list of scalars (references, weekly times, days). */
void reader_read_series(Reader *reader, const Field *field, const Node *node, void *row, void *out);

#endif
