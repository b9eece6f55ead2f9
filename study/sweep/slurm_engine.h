/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Points of a sweep as a job array of Slurm: few tasks, each with its share of the points that are
 *  missing, and a job before them that makes the base. Nothing is planned on this machine: it hands
 *  jobs in, waits for rows on disk, and looks into the queue now and then. Tasks may be ended and
 *  begun again as the queue likes; rows alone count. */
#ifndef BANLIE_STUDY_SWEEP_SLURM_ENGINE_H
#define BANLIE_STUDY_SWEEP_SLURM_ENGINE_H

#include "study/sweep/deal.h"

typedef enum {
    SLURM_ABSENT,    /**< there is no sbatch */
    SLURM_TOO_MANY,  /**< `tasks` are more than an array may have: `limit` */
    SLURM_REFUSED,   /**< sbatch said `text` */
    SLURM_HANDED_IN, /**< `job`, of `tasks` for `points`; 0 tasks: for the base alone */
    SLURM_BEFORE,    /**< `job` of an earlier command is there still: it is waited for first */
    SLURM_SILENT,    /**< the queue does not answer: `text` */
    SLURM_GOES_ON,   /**< `job` is left to itself */
    SLURM_LOST       /**< `job` has left the queue without rows of `points`: `text` names some */
} SlurmEvent;

typedef struct {
    SlurmEvent event;
    const char *job;
    int tasks, points, limit;
    const char *text;
} SlurmNews;

typedef struct {
    DealOrder deal;
    int tasks;               /**< at most, at least 1 */
    const char *const *more; /**< words for sbatch besides, ended by NULL; NULL: none */
    bool wait;
    void (*told)(const SlurmNews *news, void *user);
    void *user;
} SlurmOrder;

/** The engine. It says OUTCOME_MISUSED after SLURM_ABSENT, SLURM_TOO_MANY and SLURM_REFUSED.
 *  @param order  has to live as long */
Engine slurm_engine(SlurmOrder *order);

#endif
