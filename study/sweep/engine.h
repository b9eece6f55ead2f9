/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Where the points of a sweep are done: on this machine (local_engine.h), by commands for any
 *  queue (list_engine.h), by a job of Slurm (slurm_engine.h). An engine is handed points and gets
 *  them done as far as it can; rows on disk say how far that was. */
#ifndef BANLIE_STUDY_SWEEP_ENGINE_H
#define BANLIE_STUDY_SWEEP_ENGINE_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/outcome.h"
#include "study/sweep/sweep.h"

/** How the process of a point ended. */
typedef struct {
    int number;          /**< of the point */
    const char *crashed; /**< NULL: it has a row. `signal 11`, `memory`, `exit 3` */
    int64_t started_us;  /**< since 1970 */
    double seconds;
    int64_t peak_memory_bytes;
} PointEnd;

/** Points to be done. */
typedef struct {
    const Sweep *sweep;
    const char *dir;    /**< of the sweep */
    const int *numbers; /**< rising; where the first is 0, the base, it has to stand before any
                           other is begun */
    int count;
    /** Makes the row of a point and stores it, in a process of its own which ends after it.
     *  @return as LocalWork has it */
    Outcome (*solve)(int number, void *user);
    /** The base stands: what the others start from is read.
     *  @param workers  receives how many points there are to be at a time on this machine */
    Outcome (*base_stands)(int *workers, void *user);
    /** A point has ended. @return false where the rest is not to be done: what a crash came to
     * could not be written */
    bool (*ended)(const PointEnd *end, void *user);
    /** True where the row of a point is there and is what would be made now. */
    bool (*stands)(int number, void *user);
    void *user;
    const volatile sig_atomic_t *stop; /**< may be NULL */
} EngineWork;

typedef struct {
    /** Gets the points done.
     *  @return OUTCOME_DONE, also where rows are missing that will be made elsewhere;
     *          OUTCOME_STOPPED; OUTCOME_UNWRITABLE with errno; OUTCOME_NO_MEMORY;
     *          OUTCOME_MISUSED where the engine is not to be had as it was asked for */
    Outcome (*run)(const EngineWork *work, void *engine);
    void *engine;
} Engine;

static inline bool engine_is_stopped(const EngineWork *work) {
    return work->stop != NULL && *work->stop != 0;
}

#endif
