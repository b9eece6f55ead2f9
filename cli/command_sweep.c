/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `banlie sweep`: many variants of a case, each planned in a process of its own. */
#include <errno.h>
#include <stdio.h>

#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/speech.h"
#include "cli/sweep_engines.h"
#include "export/words/run_words.h"
#include "study/sweep/sweep_lock.h"

static ExitCode sweep_unwritable(const char *place, int cause) {
    fprintf(stderr, say("banlie sweep: %s: %s\n"), place, g_strerror(cause));
    return EXIT_IO;
}

/** True where a folder is new, empty, or that of a sweep. */
static bool is_sweeps_folder(const char *dir) {
    static const char *const ours[] = {"sweep.json", "lock"};
    for (size_t i = 0; i < G_N_ELEMENTS(ours); i++) {
        g_autofree char *path = g_build_filename(dir, ours[i], NULL);
        if (g_file_test(path, G_FILE_TEST_EXISTS)) {
            return true;
        }
    }
    g_autoptr(GDir) folder = g_dir_open(dir, 0, NULL);
    return folder == NULL || g_dir_read_name(folder) == NULL;
}

/** Makes the folder and locks it. @return EXIT_DONE, or how the program ends */
static ExitCode take_folder(const char *dir, SweepLock *lock) {
    g_autofree char *holder = NULL;
    if (!is_sweeps_folder(dir)) {
        fprintf(stderr, say("banlie sweep: %s is no folder of a sweep; name another with -o\n"),
                dir);
        return EXIT_IO;
    }
    if (!sweep_folder_make(dir)) {
        return sweep_unwritable(dir, errno);
    }
    switch (sweep_lock_take(dir, lock, &holder)) {
    case LOCK_TAKEN:
        return EXIT_DONE;
    case LOCK_HELD:
        fprintf(stderr, say("banlie sweep: another sweep is at work in %s (%s)\n"), dir, holder);
        return EXIT_USAGE;
    case LOCK_FAILED:
        break;
    }
    return sweep_unwritable(dir, errno);
}

/** Says what there is in the end: on stderr where stdout is for commands. */
static ExitCode report_sweep(const SweepJob *job, Outcome outcome, const SweepResult *result) {
    const char *dir = job->options->out_dir;
    if (outcome == OUTCOME_UNWRITABLE) {
        return sweep_unwritable(dir, result->cause);
    }
    if (!job->options->quiet) {
        fprintf(job->options->engine == ENGINE_LIST ? stderr : stdout,
                say("%s: %d rows, %d without a plan, %d missing\n"), dir, result->rows,
                result->no_plan, result->missing);
    }
    if (outcome == OUTCOME_STOPPED) {
        return EXIT_INTERRUPTED;
    }
    if (outcome == OUTCOME_MISUSED) { /* the engine said why */
        return EXIT_USAGE;
    }
    if (outcome != OUTCOME_DONE) {
        fprintf(stderr, say("banlie sweep: %s: %s\n"), dir,
                run_words_outcome(speech_language(), outcome));
        return exit_code_of(outcome);
    }
    return result->missing > 0   ? EXIT_ROWS_MISSING
           : result->no_plan > 0 ? EXIT_POINT_WITHOUT_PLAN
                                 : EXIT_DONE;
}

static ExitCode run_sweep(SweepJob *job, int argc, char **argv) {
    SweepResult result;
    SweepEngines engines;
    if (!sweep_job_put_spec(job)) {
        return sweep_unwritable(job->options->out_dir, errno);
    }
    job->order.engine = sweep_engines_pick(&engines, job, argc, argv);
    job->order.stop = interrupt_watch();
    const Outcome outcome = sweep_run(&job->order, &result);
    progress_line_clear(&job->watcher.line);
    return report_sweep(job, outcome, &result);
}

static ExitCode sweep_case(const SweepOptions *options, int argc, char **argv) {
    SweepJob job;
    SweepLock lock = {.descriptor = -1};
    ExitCode code = sweep_job_open(options, &job);
    if (code == EXIT_DONE) {
        code = take_folder(options->out_dir, &lock);
    }
    if (code == EXIT_DONE) {
        code = run_sweep(&job, argc, argv);
    }
    sweep_lock_release(&lock);
    sweep_job_close(&job);
    return code;
}

ExitCode command_sweep(int argc, char **argv) {
    SweepOptions options;
    const OptionsStatus status = sweep_options_read(argc, argv, &options);
    ExitCode code = EXIT_USAGE;
    if (status == OPTIONS_ANSWERED) {
        code = EXIT_DONE;
    } else if (status == OPTIONS_READY) {
        code = sweep_case(&options, argc, argv);
    }
    sweep_options_free(&options);
    return code;
}
