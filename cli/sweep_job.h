/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A sweep as a command line asks for it, read and checked, ready to be run. */
#ifndef BANLIE_CLI_SWEEP_JOB_H
#define BANLIE_CLI_SWEEP_JOB_H

#include "cli/sweep_options.h"
#include "cli/sweep_watch.h"
#include "study/sweep/sweep_json.h"

typedef struct {
    const SweepOptions *options;
    Findings *findings;
    CaseSource *source;
    Sweep *sweep;
    char program[DIGEST_TEXT_SIZE];
    char *flags; /**< those that matter, for digests */
    PointOrder points;
    SweepWatcher watcher;
    SweepOrder order;
} SweepJob;

/** Reads the case and the sweep, and checks what can be before anything is solved. What is wrong is
 * said on stderr.
 *  @param job  not to be moved afterwards; to be ended with sweep_job_close() in every case
 *  @return EXIT_DONE, or how the program ends */
ExitCode sweep_job_open(const SweepOptions *options, SweepJob *job);

void sweep_job_close(SweepJob *job);

/** Writes `sweep.json`. @return false on failure; errno says why */
bool sweep_job_put_spec(const SweepJob *job) __attribute__((warn_unused_result));

#endif
