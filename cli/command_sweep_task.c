/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `banlie sweep-task`: a share of a sweep, as `banlie sweep` has dealt it out to other machines. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/speech.h"
#include "cli/sweep_job.h"
#include "study/sweep/deal.h"

static const CommandSyntax syntax = {
    .command = "sweep-task",
    .arguments = "DIR TASK",
    .n_arguments = 2,
    .summary =
        "Plans a share of the sweep in DIR, as `banlie sweep` with --engine slurm or list has\n"
        "dealt it out. May be killed and run again.",
    .example = "  banlie sweep-task my-sweep 0",
};

/** Does the points of a task; those that do not belong to the sweep any more are left out. */
static ExitCode do_share(SweepJob *job, const GArray *points) {
    SweepResult result;
    int *numbers = g_new(int, points->len + 1);
    int count = 0;
    for (guint i = 0; i < points->len; i++) {
        const int number = g_array_index(points, int, i);
        if (number <= job->sweep->n_points) {
            numbers[count++] = number;
        }
    }
    job->order.workers = 1;
    job->order.retry =
        false; /* rows to be tried again were taken out before the points were dealt */
    job->order.stop = interrupt_watch();
    const Outcome outcome = sweep_share(&job->order, numbers, count, &result);
    g_free(numbers);
    if (outcome == OUTCOME_MISUSED) {
        fputs(say("banlie sweep: the case was edited since its base was planned; the command that "
                  "dealt this task out does both again\n"),
              stderr);
    }
    return outcome == OUTCOME_STOPPED ? EXIT_INTERRUPTED : exit_code_of(outcome);
}

static ExitCode do_task(const char *dir, char **words, const GArray *points) {
    SweepOptions options;
    SweepJob job;
    if (sweep_options_read((int)g_strv_length(words), words, &options) != OPTIONS_READY) {
        sweep_options_free(&options);
        return EXIT_USAGE;
    }
    g_free(options.out_dir);
    options.out_dir = g_strdup(dir);
    ExitCode code = sweep_job_open(&options, &job);
    if (code == EXIT_DONE) {
        code = do_share(&job, points);
    }
    sweep_job_close(&job);
    sweep_options_free(&options);
    return code;
}

/** Checks that the task is there and is of this program, and goes to where the sweep was asked for.
 */
static ExitCode begin_task(const char *dir, const char *task) {
    g_autofree char *folder = NULL;
    char program[DIGEST_TEXT_SIZE] = "", own[DIGEST_TEXT_SIZE] = "";
    g_auto(GStrv) words = deal_arguments(dir, &folder, program);
    g_autoptr(GArray) points = deal_points(dir, task);
    if (words == NULL || points == NULL) {
        return options_wrong(syntax.command, "there is no task %s in %s", task, dir);
    }
    if (!program_digest(own) || strcmp(own, program) != 0) {
        return options_wrong(syntax.command, "%s is of another version of the program", dir);
    }
    if (chdir(folder) != 0) {
        fprintf(stderr, say("banlie sweep: %s: %s\n"), folder, g_strerror(errno));
        return EXIT_IO;
    }
    return do_task(dir, words, points);
}

ExitCode command_sweep_task(int argc, char **argv) {
    const GOptionEntry entries[] = {{0}};
    char **arguments = NULL;
    const OptionsStatus status = options_parse(&syntax, entries, argc, argv, &arguments);
    if (status != OPTIONS_READY) {
        return status == OPTIONS_ANSWERED ? EXIT_DONE : EXIT_USAGE;
    }
    g_autofree char *dir = g_canonicalize_filename(arguments[0], NULL);
    const ExitCode code = begin_task(dir, arguments[1]);
    g_strfreev(arguments);
    return code;
}
