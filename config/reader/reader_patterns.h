/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Patterns on codes and ids. */
#ifndef BANLIE_CONFIG_READER_READER_PATTERNS_H
#define BANLIE_CONFIG_READER_READER_PATTERNS_H

#include "config/reader/reader_state.h"

/** Reads a pattern, composed as ids are. One that is none is an error, as is one on which matching
 * gives up; one that matches nothing of its field's section is a warning.
 *  @param out  receives it, the case's; left alone where there is none */
void reader_read_pattern(Reader *reader, const Field *field, const Node *node, Pattern **out);

#endif
