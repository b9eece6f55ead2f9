/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  `sweep.json`: a sweep as it was understood, with all that its rows depend on. */
#ifndef BANLIE_STUDY_SWEEP_SWEEP_JSON_H
#define BANLIE_STUDY_SWEEP_SWEEP_JSON_H

#include <stdbool.h>

#include "study/sweep/sweep.h"

/** A flag as it was given, or its default. */
typedef struct {
    const char *name; /**< without dashes */
    const char *text; /**< NULL: not given */
} SweepFlag;

/** What stands beside the sweep itself. */
typedef struct {
    const char *version; /**< of the program */
    const char *program; /**< SHA-256 of its file */
    const SweepFlag *flags;
    int n_flags;
} SweepContext;

/** The text of the file, to be freed with free(); NULL where memory ran out. */
char *sweep_json_text(const Sweep *sweep, const SweepContext *context)
    __attribute__((warn_unused_result));

/** Writes it, in place of an older one. @return false on failure; errno says why */
bool sweep_json_put(const Sweep *sweep, const SweepContext *context, const char *dir)
    __attribute__((warn_unused_result));

#endif
