/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Sweep files (`banlie-sweep: 1`). */
#ifndef BANLIE_STUDY_SWEEP_SWEEP_READ_H
#define BANLIE_STUDY_SWEEP_SWEEP_READ_H

#include "study/sweep/sweep.h"

/** Reads a sweep file and the CSV files that it draws from, and checks all that can be without the
 * case: whether a scenario is there, and what its changes do, is found where they are made.
 *  @param findings    of places in it; has to live as long as the sweep
 *  @param unreadable  set true where a file could not be read, else false
 *  @return the sweep, its points counted, to be freed with sweep_free(); NULL where there are
 * errors */
Sweep *sweep_read(const char *path, Findings *findings, bool *unreadable)
    __attribute__((warn_unused_result));

#endif
