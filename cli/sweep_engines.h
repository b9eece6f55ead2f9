/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The engine that a command line asks for, and what it has to say. */
#ifndef BANLIE_CLI_SWEEP_ENGINES_H
#define BANLIE_CLI_SWEEP_ENGINES_H

#include "cli/sweep_job.h"
#include "study/sweep/list_engine.h"
#include "study/sweep/slurm_engine.h"

/** What engines are told; only that of the one that is asked for is used. */
typedef struct {
    SweepJob *job;
    ListOrder list;
    SlurmOrder slurm;
} SweepEngines;

/** Picks the engine. What it says goes to stderr, commands for other queues to stdout.
 *  @param engines  filled; has to live as long as the engine, as do the job and the command line */
Engine sweep_engines_pick(SweepEngines *engines, SweepJob *job, int argc, char **argv);

#endif
