/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Days on which something is closed. */
#ifndef BANLIE_CONFIG_READER_READER_CLOSED_H
#define BANLIE_CONFIG_READER_READER_CLOSED_H

#include "config/reader/reader_state.h"

/** Reads `[2026-12-07, {from: 2026-12-20, to: 2026-12-26}]`, or the same days in one text as a CSV
 * cell has them: `2026-12-07; 2026-12-20..2026-12-26`. */
void reader_read_closed(Reader *reader, const Field *field, const Node *node, Closed *closed);

#endif
