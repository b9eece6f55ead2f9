/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Engines tell what happens, in words here. */
#include "cli/sweep_engines.h"

#include <stdio.h>

#include "cli/speech.h"
#include "study/sweep/local_engine.h"

static void print_command(const char *line, void *user) {
    (void)user;
    puts(line);
}

/** What ends the command, or needs the user. */
static void say_trouble(const SweepEngines *engines, const SlurmNews *news) {
    switch (news->event) {
    case SLURM_ABSENT:
        fputs(say("banlie sweep: there is no sbatch on this machine; --engine list prints commands "
                  "for other queues\n"),
              stderr);
        break;
    case SLURM_TOO_MANY:
        fprintf(stderr,
                say("banlie sweep: %d tasks are more than an array may have here (MaxArraySize "
                    "%d); fewer with --tasks\n"),
                news->tasks, news->limit);
        break;
    case SLURM_REFUSED:
        fprintf(stderr, say("banlie sweep: sbatch refused the job: %s\n"), news->text);
        break;
    case SLURM_GOES_ON:
        fprintf(
            stderr,
            engines->job->options->no_wait
                ? say("job %s goes on; `scancel %s` ends it, the same command without --no-wait "
                      "waits for it and collects\n")
                : say("job %s goes on; `scancel %s` ends it, the same command waits for it and "
                      "collects\n"),
            news->job, news->job);
        break;
    case SLURM_LOST:
        fprintf(stderr,
                say("banlie sweep: job %s has left the queue without %d rows: %s (see "
                    "%s/log/slurm-*.txt)\n"),
                news->job, news->points, news->text, engines->job->options->out_dir);
        break;
    case SLURM_HANDED_IN:
    case SLURM_BEFORE:
    case SLURM_SILENT:
        break;
    }
}

/** What is good to know. */
static void say_progress(const SlurmNews *news) {
    switch (news->event) {
    case SLURM_HANDED_IN:
        fprintf(stderr, say("job %s handed in: %d points, %d tasks\n"), news->job, news->points,
                news->tasks);
        break;
    case SLURM_BEFORE:
        fprintf(stderr, say("job %s of an earlier command is still in the queue: it comes first\n"),
                news->job);
        break;
    case SLURM_SILENT:
        fprintf(stderr, say("squeue does not tell of job %s, which is waited for: %s\n"), news->job,
                news->text);
        break;
    default:
        break;
    }
}

static void say_news(const SlurmNews *news, void *user) {
    SweepEngines *engines = user;
    progress_line_clear(&engines->job->watcher.line);
    say_trouble(engines, news);
    if (!engines->job->options->quiet) {
        say_progress(news);
    }
}

Engine sweep_engines_pick(SweepEngines *engines, SweepJob *job, int argc, char **argv) {
    const SweepOptions *options = job->options;
    const DealOrder deal = {.program = job->program, .n_words = argc, .words = argv};
    *engines = (SweepEngines){
        .job = job,
        .list = {.deal = deal, .tasks = options->tasks, .command = print_command},
        .slurm = {.deal = deal,
                  .tasks = options->tasks,
                  .more = (const char *const *)options->sbatch,
                  .wait = !options->no_wait,
                  .told = say_news,
                  .user = engines},
    };
    switch (options->engine) {
    case ENGINE_SLURM:
        return slurm_engine(&engines->slurm);
    case ENGINE_LIST:
        return list_engine(&engines->list);
    case ENGINE_LOCAL:
        break;
    }
    return local_engine();
}
