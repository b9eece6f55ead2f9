/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Points of a sweep on this machine: each in a process of its own, so many at a time.
 *
 *  All processes are forked from one that does nothing but wait, so that a point starts from the
 * same state whichever was done before it and however many there are at a time; and the death of
 * one costs its own row. */
#ifndef BANLIE_STUDY_SWEEP_LOCAL_ENGINE_H
#define BANLIE_STUDY_SWEEP_LOCAL_ENGINE_H

#include "study/sweep/engine.h"

enum { POINT_EXIT_OF_MEMORY = 99 /**< of a point's process; no outcome has it */ };

typedef struct {
    const int *numbers; /**< of the points, in the order in which they are begun */
    int count;
    int workers; /**< processes at a time, at least 1 */
    /** Makes the row of a point and stores it. Called in the point's own process, which ends after
     *  it: nothing that it frees, or does not, is felt elsewhere.
     *  @return OUTCOME_DONE where the row stands; OUTCOME_NO_MEMORY is told as `memory`, any other
     *          as `exit 1` */
    Outcome (*solve)(int number, void *user);
    /** The process of a point has ended. @return false where the rest is not to be done: what a
     * crash came to could not be written */
    bool (*ended)(const PointEnd *end, void *user);
    void *user;
    const volatile sig_atomic_t *stop; /**< set by a signal handler: processes are ended; may be
                                          NULL */
} LocalWork;

/** Does the points. The process must have no threads.
 *  @return OUTCOME_DONE where each has ended; OUTCOME_STOPPED; OUTCOME_UNWRITABLE where `ended`
 * said so; OUTCOME_NO_MEMORY where no process can be made */
Outcome local_engine_run(const LocalWork *work) __attribute__((warn_unused_result));

/** The engine that does the base first, alone, and then the others, on this machine. */
Engine local_engine(void);

#endif
