/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What is asked of Slurm: to take a job in, whether a job is still there, how long an array may
 * be. Its own programs are asked: sbatch, squeue, scontrol. */
#ifndef BANLIE_STUDY_SWEEP_SLURM_QUEUE_H
#define BANLIE_STUDY_SWEEP_SLURM_QUEUE_H

#include <signal.h>
#include <stdbool.h>

/** True where jobs can be handed in from this machine. */
bool slurm_is_there(void);

/** The longest array that is taken; 0 where that is not told. */
int slurm_array_max(const volatile sig_atomic_t *stop);

/** Hands a job in.
 *  @param words  of sbatch, its name first, ended by NULL
 *  @param said   receives what sbatch said where it refused, to be freed with g_free(); else NULL
 *  @return the job's number, to be freed with g_free(); NULL where it was refused */
char *slurm_submit(const char *const *words, char **said) __attribute__((warn_unused_result));

typedef enum {
    QUEUE_HAS,   /**< it waits or runs, in whole or in part */
    QUEUE_LEFT,  /**< it has ended, or is not known */
    QUEUE_SILENT /**< it is not told: the controller may be down for a while */
} QueueState;

/** Looks for a job in the queue.
 *  @param said  receives why it is not told, in one line, to be freed with g_free(); else NULL */
QueueState slurm_look(const char *job, const volatile sig_atomic_t *stop, char **said);

#endif
