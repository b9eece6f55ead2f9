/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The file that the command line names for what really happened. */
#ifndef BANLIE_CONFIG_HAPPENED_FILE_H
#define BANLIE_CONFIG_HAPPENED_FILE_H

#include "config/case.h"

/** Reads a CSV file, written as those of the case may be, into Commitments.facts in place of what
 *  the case says. Faults go to `findings`. */
void happened_file_read(Case *kase, const char *path, Findings *findings);

#endif
