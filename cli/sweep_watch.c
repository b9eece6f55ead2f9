/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line on stderr for what stands, one that is rewritten for how far it is. */
#include "cli/sweep_watch.h"

#include <glib.h>
#include <math.h>
#include <stdio.h>

#include "cli/speech.h"

enum { SWEEP_LINE_SIZE = 160, SECONDS_A_MINUTE = 60 };

/** Above this many seconds minutes are told. */
static const double SECONDS_TOLD = 100;

SweepWatcher sweep_watcher_new(bool quiet) {
    return (SweepWatcher){.quiet = quiet, .line = progress_line_new(quiet)};
}

void sweep_progress_format(int done, int of, double seconds, char *text, size_t size) {
    const double left = done > 0 ? ceil(seconds / done * (of - done)) : 0;
    if (left > SECONDS_TOLD) {
        (void)g_snprintf(text, (gulong)size, say("%d of %d done, about %.0f min left"), done, of,
                         ceil(left / SECONDS_A_MINUTE));
    } else {
        (void)g_snprintf(text, (gulong)size, say("%d of %d done, about %.0f s left"), done, of,
                         left);
    }
}

static void say_counts(const ResumeCounts *counts, void *user) {
    SweepWatcher *watcher = user;
    watcher->begun_us = g_get_monotonic_time();
    if (!watcher->quiet) {
        fprintf(stderr, say("%d of %d rows stand, %d changed, %d to do\n"), counts->stand,
                counts->stand + counts->changed + counts->to_do, counts->changed, counts->to_do);
    }
}

static void show_end(const PointEnd *end, int done, int of, void *user) {
    (void)end;
    SweepWatcher *watcher = user;
    char text[SWEEP_LINE_SIZE];
    const double seconds = (double)(g_get_monotonic_time() - watcher->begun_us) / G_USEC_PER_SEC;
    sweep_progress_format(done, of, seconds, text, sizeof text);
    progress_line_put(&watcher->line, text);
    if (done == of) {
        progress_line_clear(&watcher->line);
    }
}

static void say_crowded(int workers, void *user) {
    SweepWatcher *watcher = user;
    progress_line_clear(&watcher->line);
    if (!watcher->quiet) {
        fprintf(stderr, say("banlie sweep: memory has room for %d at a time\n"), workers);
    }
}

SweepWatch sweep_watcher_watch(SweepWatcher *watcher) {
    return (SweepWatch){say_counts, show_end, say_crowded, watcher};
}
