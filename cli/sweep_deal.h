/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Points of a sweep dealt out to tasks that run elsewhere: what `banlie sweep --engine list`
 *  writes into the folder, and what `banlie sweep-task` reads there. */
#ifndef BANLIE_CLI_SWEEP_DEAL_H
#define BANLIE_CLI_SWEEP_DEAL_H

#include "cli/sweep_job.h"

/** Writes the points that are missing to `slurm/ids-K.txt`, and prints a command for each task.
 *  @return EXIT_ROWS_MISSING, or EXIT_IO */
ExitCode sweep_deal(const SweepJob *job, int argc, char **argv);

/** The command line that the tasks were dealt by, and the folder that it was given in.
 *  @param dir      of the sweep
 *  @param folder   to be freed with g_free()
 *  @param program  SHA-256 of the program
 *  @return arguments to be freed with g_strfreev(); NULL where there are none */
char **sweep_deal_arguments(const char *dir, char **folder, char program[DIGEST_TEXT_SIZE]);

/** The points of a task, to be freed with g_array_unref(): of int; NULL where they cannot be read
 */
GArray *sweep_deal_points(const char *dir, const char *task);

#endif
