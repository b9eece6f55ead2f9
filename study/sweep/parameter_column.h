/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Parameters that are drawn from the numbers of a CSV file's column. */
#ifndef BANLIE_STUDY_SWEEP_PARAMETER_COLUMN_H
#define BANLIE_STUDY_SWEEP_PARAMETER_COLUMN_H

#include "config/reader/reader_state.h"
#include "study/sweep/sweep.h"

/** Reads `{csv: FILE, column: NAME}`: the file is relative to the one that names it, empty cells
 * are left out.
 *  @param to          gets the numbers, in rising order
 *  @param unreadable  set true where the file could not be read */
void parameter_column_read(Reader *reader, const Node *node, Distribution *to, bool *unreadable);

#endif
