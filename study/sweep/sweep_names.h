/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Sweeps of scenarios alone, as a command line names them. */
#ifndef BANLIE_STUDY_SWEEP_SWEEP_NAMES_H
#define BANLIE_STUDY_SWEEP_SWEEP_NAMES_H

#include "study/sweep/sweep.h"

/** A sweep of named scenarios, each for itself: `A,B+C`, as `--scenarios` has them; a file
 *  stands for each of its scenarios. Its points are counted.
 *  @return NULL where a name is empty, or there are too many */
Sweep *sweep_of_names(const char *list) __attribute__((warn_unused_result));

#endif
