/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log of a point: the process's own output, turned to a file. */
#include "cli/sweep_log.h"

#include <fcntl.h>
#include <glib.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/memory_watch.h"
#include "cli/plan_report.h"
#include "cli/speech.h"
#include "cli/sweep_options.h"
#include "study/sweep/local_engine.h"

enum { LOG_MODE = 0666, LOG_FOLDER_MODE = 0777 };

void sweep_log_begin(const char *id, const char *folder, void *user) {
    (void)folder;
    const SweepOptions *options = user;
    g_autofree char *name = g_strconcat(id, ".txt", NULL);
    g_autofree char *logs = g_build_filename(options->out_dir, "log", NULL);
    g_autofree char *path = g_build_filename(logs, name, NULL);
    memory_watch_exit(POINT_EXIT_OF_MEMORY);
    (void)g_mkdir_with_parents(logs, LOG_FOLDER_MODE);
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, LOG_MODE);
    if (file < 0) { /* the row is worth more than what is said of it */
        file = open("/dev/null", O_WRONLY | O_CLOEXEC);
    }
    (void)dup2(file, STDOUT_FILENO);
    (void)dup2(file, STDERR_FILENO);
    (void)close(file);
}

void sweep_log_end(const PlanRun *run, void *user) {
    const SweepOptions *options = user;
    const PlanOptions said = {.lang = speech_language(),
                              .colour = COLOUR_NEVER,
                              .quiet = options->keep == KEEP_ROWS,
                              .out_dir = run->delivery.place};
    if (run->step > RUN_LOADING) {
        plan_report_findings(&said, run);
    }
    if (run->plan != NULL) {
        plan_report_cut_short(&said, run);
    }
    (void)fflush(stderr);
    if (run->held_clash) {
        fputs(say("banlie sweep: the trains of the base break a rule of this case\n"), stderr);
    } else {
        (void)plan_report_end(&said, run);
    }
}
