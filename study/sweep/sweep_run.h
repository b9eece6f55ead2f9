/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A sweep from its points to its tables: what stands is kept, the rest is done by an Engine, the
 *  base first. What a point comes to is asked of a PointSolver; nothing here knows how. */
#ifndef BANLIE_STUDY_SWEEP_SWEEP_RUN_H
#define BANLIE_STUDY_SWEEP_SWEEP_RUN_H

#include "study/sweep/engine.h"
#include "study/sweep/resume.h"
#include "study/sweep/sweep_folder.h"

/** How points are solved. */
typedef struct {
    /** The digest of a point's changed case; of one in error a digest of its own, which is the same
     * as long as the error is. @return false where memory ran out */
    bool (*digest)(int number, char digest[DIGEST_TEXT_SIZE], void *user);
    /** Solves a point, with its folder, in a process of its own that ends afterwards.
     *  @param row  to be filled; ROW_MISSING at first
     *  @return OUTCOME_DONE where the row says what came of it, whatever that is; else that the
     *          process went wrong */
    Outcome (*solve)(int number, SweepRow *row, void *user);
    /** The base stands: what points start from is read, for all of them. Called once, before any
     * other point is solved. May be NULL. @return OUTCOME_DONE, or why it cannot be read */
    Outcome (*base_stands)(const SweepRow *base, void *user);
    void *user;
} PointSolver;

/** Who looks on. Any of the functions may be NULL. */
typedef struct {
    /** What stands already and what is to be done, before anything is. */
    void (*counted)(const ResumeCounts *counts, void *user);
    /** A point has ended: so many of those that were to be done, of so many. */
    void (*ended)(const PointEnd *end, int done, int of, void *user);
    /** There are fewer processes than processors: memory has no room for more. */
    void (*crowded)(int workers, void *user);
    void *user;
} SweepWatch;

typedef struct {
    const Sweep *sweep;
    const char *dir; /**< of the sweep; locked by the caller */
    TableForm form;
    RowOrigin origin; /**< its `base` is set here */
    bool warm;        /**< points start from the base: its digest is part of theirs */
    bool retry;
    int workers; /**< 0: as many as sweep_workers() says, of the memory that the base took */
    Engine engine;
    PointSolver solver;
    SweepWatch watch;
    const volatile sig_atomic_t *stop; /**< may be NULL */
} SweepOrder;

/** What came of it. */
typedef struct {
    int rows;    /**< that stand, the base included */
    int missing; /**< points without one */
    int no_plan; /**< rows without a plan, or without the relaxation that was asked for */
    int cause;   /**< errno where something could not be written, else 0 */
} SweepResult;

/** Does what is to be done, and writes the tables of all rows that stand, also after a stop.
 *  @return OUTCOME_DONE where the engine did what it could: `missing` says how far;
 * OUTCOME_STOPPED, OUTCOME_UNWRITABLE, OUTCOME_NO_MEMORY, OUTCOME_MISUSED: rows that are finished
 * stand */
Outcome sweep_run(const SweepOrder *order, SweepResult *result) __attribute__((warn_unused_result));

/** Does those of some points that are still to be done here, one after the other, and no table:
 *  others may be at work on the rest, here or elsewhere. The base stands already, or is the only
 * one.
 *  @return as sweep_run(); OUTCOME_MISUSED where the base that others start from is not that of the
 *          case as it is now */
Outcome sweep_share(const SweepOrder *order, const int *numbers, int count, SweepResult *result)
    __attribute__((warn_unused_result));

/** How many processes at a time: as many as there are processors, and fewer where that many times
 *  the memory of one is more than 80 % of what is free; at least 1. */
int sweep_workers(int64_t bytes_of_one);

#endif
