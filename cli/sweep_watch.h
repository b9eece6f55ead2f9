/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What is said while a sweep is run: what stands, how far it is and how long it still takes. */
#ifndef BANLIE_CLI_SWEEP_WATCH_H
#define BANLIE_CLI_SWEEP_WATCH_H

#include "cli/terminal.h"
#include "study/sweep/sweep_run.h"

typedef struct {
    bool quiet;
    ProgressLine line;
    int64_t begun_us;
} SweepWatcher;

SweepWatcher sweep_watcher_new(bool quiet);

/** The watch of a sweep; the watcher has to live as long. */
SweepWatch sweep_watcher_watch(SweepWatcher *watcher);

/** The line of progress: `12 of 60 done, about 3 min left`.
 *  @param seconds  since the first of them began */
void sweep_progress_format(int done, int of, double seconds, char *text, size_t size);

#endif
