/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Checks across sections, of a case that has been read. */
#ifndef BANLIE_CONFIG_CHECKS_H
#define BANLIE_CONFIG_CHECKS_H

#include "config/reader/reader_state.h"

/** Completes what several sections say together: the trains of each line, and classes kept apart
 * on both sides. */
void checks_link(Reader *reader);

/** Looks for faults that show only between sections. Members with errors of their own, and what
 * refers to them, are left out. */
void checks_run(Reader *reader);

#endif
