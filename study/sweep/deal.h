/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Points dealt out to tasks that run elsewhere: what engines write into `slurm/` of a sweep's
 *  folder, whatever the queue, and what `banlie sweep-task` reads there. */
#ifndef BANLIE_STUDY_SWEEP_DEAL_H
#define BANLIE_STUDY_SWEEP_DEAL_H

#include <glib.h>

#include "study/sweep/engine.h"
#include "study/sweep/row_digest.h"

/** How tasks come to what this process was asked for. */
typedef struct {
    const char *program; /**< SHA-256 of its file */
    int n_words;
    char *const *words; /**< the command line that asked for the sweep */
} DealOrder;

/** The name of the task that makes the base. */
#define TASK_OF_BASE "base"

/** Removes rows that stand, as tasks would pass them over: they are to be made again.
 *  @return false on failure; errno says why */
bool deal_clear(const EngineWork *work) __attribute__((warn_unused_result));

/** Writes points to `slurm/ids-K.txt`, that of number k in the list to task k modulo `tasks`, and
 *  how the sweep was asked for beside them.
 *  @param numbers  of points, without the base
 *  @param tasks    at most `count`
 *  @return false on failure; errno says why, EILSEQ where the command line is not in UTF-8 */
bool deal_put(const DealOrder *order, const EngineWork *work, const int *numbers, int count,
              int tasks) __attribute__((warn_unused_result));

/** The path of a file in `slurm/`, to be freed with g_free(). */
char *deal_path(const char *dir, const char *name);

/** Puts a text in its place there, whole. @return false on failure; errno says why */
bool deal_put_text(const char *dir, const char *name, const char *text)
    __attribute__((warn_unused_result));

/** The beginning of a command that does a task in any folder, quoted for a shell, without the
 *  task: `/usr/bin/banlie sweep-task /home/me/sweep`. To be freed with g_free(). */
char *deal_command(const char *dir);

/** The command line that the tasks were dealt by, and the folder that it was given in.
 *  @param dir      of the sweep
 *  @param folder   to be freed with g_free()
 *  @param program  SHA-256 of the program
 *  @return arguments to be freed with g_strfreev(); NULL where there are none */
char **deal_arguments(const char *dir, char **folder, char program[DIGEST_TEXT_SIZE]);

/** The points of a task, to be freed with g_array_unref(): of int; NULL where they cannot be read
 */
GArray *deal_points(const char *dir, const char *task);

#endif
