/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Reading a case: from its files to a Case that is checked. */
#ifndef BANLIE_CONFIG_CASE_READ_H
#define BANLIE_CONFIG_CASE_READ_H

#include "config/case.h"

/** Reads a case: one YAML file, or a folder whose `case.yaml` is taken.
 *
 *  Faults of the input go to `findings`, all of them in one run. The case is only fit for use where
 * no errors were found.
 *  @return the case, to be freed with case_free(), or NULL where errors were found or the file
 * could not be read (then
 *          `*unreadable` is true and a finding says why) */
Case *case_read(const char *path, Findings *findings, bool *unreadable)
    __attribute__((warn_unused_result));

/** As case_read(), with the commitments that the command line asks for.
 *  @param order  NULL: those of the case alone */
Case *case_read_committed(const char *path, const CommitmentOrder *order, Findings *findings,
                          bool *unreadable) __attribute__((warn_unused_result));

#endif
