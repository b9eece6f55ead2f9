/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Which points of a sweep are still to be done: those without a row, and those whose row was made
 *  from something else. */
#ifndef BANLIE_STUDY_SWEEP_RESUME_H
#define BANLIE_STUDY_SWEEP_RESUME_H

#include <stdbool.h>

#include "study/sweep/row_store.h"

typedef enum {
    RESUME_STANDS,  /**< its row is what would be made now */
    RESUME_CHANGED, /**< its row was made from something else */
    RESUME_TO_DO    /**< it has no row, or one that is to be tried again */
} ResumeState;

/** What is to be said of a sweep that goes on. */
typedef struct {
    int stand, changed, to_do;
} ResumeCounts;

/** What is to be done with a point.
 *  @param digest  that its row would have now
 *  @param retry   rows that came to no plan are tried again: crashes and limits, not proofs */
ResumeState resume_state(const StoredRow *stored, const char *digest, bool retry);

/** Counts a state. */
void resume_count(ResumeCounts *counts, ResumeState state);

#endif
