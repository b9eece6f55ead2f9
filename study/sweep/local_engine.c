/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forks a process for each point, and waits for the end of any by the pipe that it holds open. */
#define _GNU_SOURCE // wait4
#include "study/sweep/local_engine.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    LOOK_MS = 500,          /**< between two looks at whether to stop */
    SIGNAL_LOOKS = 50,      /**< for the signal that ended a process to come here, too: a second */
    SIGNAL_LOOK_US = 20000, /**< between two of them */
};

/** A process at work; its place is free where `pid` is 0. */
typedef struct {
    pid_t pid;
    int number;
    int pipe; /**< ends when the process does */
    int64_t started_us, begun_us;
} PointProcess;

typedef struct {
    const LocalWork *work;
    PointProcess *processes; /**< one a worker */
    struct pollfd *pipes;    /**< likewise */
    int running;
    int next; /**< of the points */
    Outcome outcome;
} LocalRun;

static bool is_stopped(const LocalWork *work) {
    return work->stop != NULL && *work->stop != 0;
}

/* ---- the point's process ---- */

/** Ends with the one that forked it, also where that is killed; signals end it as they end any. */
static _Noreturn void run_point(const LocalWork *work, int number, pid_t parent) {
    (void)signal(SIGINT, SIG_DFL);
    (void)signal(SIGTERM, SIG_DFL);
    (void)signal(SIGHUP, SIG_DFL);
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent) {
        _exit(EXIT_FAILURE);
    }
    const Outcome outcome = work->solve(number, work->user);
    (void)fflush(NULL);
    _exit(outcome == OUTCOME_DONE        ? EXIT_SUCCESS
          : outcome == OUTCOME_NO_MEMORY ? POINT_EXIT_OF_MEMORY
                                         : EXIT_FAILURE);
}

/** Begins the next point in a free place. @return false where no process can be made */
static bool begin_point(LocalRun *run, PointProcess *process) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) {
        return false;
    }
    const pid_t parent = getpid();
    *process = (PointProcess){.number = run->work->numbers[run->next],
                              .pipe = ends[0],
                              .started_us = g_get_real_time(),
                              .begun_us = g_get_monotonic_time()};
    (void)fflush(NULL); /* or what is not written yet would be written twice */
    process->pid = fork();
    if (process->pid == 0) {
        run_point(run->work, process->number, parent);
    }
    const int cause = errno;
    (void)close(ends[1]);
    if (process->pid < 0) {
        (void)close(ends[0]);
        process->pid = 0;
        errno = cause;
        return false;
    }
    run->running++;
    run->next++;
    return true;
}

/* ---- its end ---- */

/** Waits for a process that is ending. */
static int await(const PointProcess *process, struct rusage *usage) {
    int status = 0;
    while (wait4(process->pid, &status, 0, usage) < 0 && errno == EINTR) {
    }
    return status;
}

/** How it crashed, `text` or a constant; NULL where it did not. */
static const char *crash_text(int status, char *text, size_t size) {
    if (WIFSIGNALED(status)) {
        (void)g_snprintf(text, (gulong)size, "signal %d", WTERMSIG(status));
        return text;
    }
    const int code = WEXITSTATUS(status);
    if (code == POINT_EXIT_OF_MEMORY) {
        return "memory";
    }
    (void)g_snprintf(text, (gulong)size, "exit %d", code);
    return code == 0 ? NULL : text;
}

/** True where a process was ended with the whole sweep, by the user or by a queue that takes its
 * task back. That ends the processes one after the other: the signal for this one may be yet to
 * come. */
static bool is_users_end(const LocalRun *run, int status) {
    if (!WIFSIGNALED(status)) {
        return false;
    }
    const int number = WTERMSIG(status);
    const bool from_outside = number == SIGTERM || number == SIGHUP || number == SIGKILL;
    for (int i = 0; from_outside && i < SIGNAL_LOOKS && !is_stopped(run->work); i++) {
        g_usleep(SIGNAL_LOOK_US);
    }
    return number == SIGINT || is_stopped(run->work);
}

static void end_point(LocalRun *run, PointProcess *process) {
    struct rusage usage = {.ru_maxrss = 0};
    char text[32];
    const int status = await(process, &usage);
    const PointEnd end = {
        .number = process->number,
        .crashed = crash_text(status, text, sizeof text),
        .started_us = process->started_us,
        .seconds = (double)(g_get_monotonic_time() - process->begun_us) / G_USEC_PER_SEC,
        .peak_memory_bytes = (int64_t)usage.ru_maxrss * 1024}; /* Linux counts in KiB */
    (void)close(process->pipe);
    *process = (PointProcess){.pid = 0};
    run->running--;
    if (is_users_end(run, status)) {
        run->outcome = OUTCOME_STOPPED;
    } else if (!run->work->ended(&end, run->work->user) && run->outcome == OUTCOME_DONE) {
        run->outcome = OUTCOME_UNWRITABLE;
    }
}

/** Ends all processes. Points that were done already have their rows. */
static void end_all(LocalRun *run) {
    for (int i = 0; i < run->work->workers; i++) {
        if (run->processes[i].pid > 0) {
            (void)kill(run->processes[i].pid, SIGKILL);
        }
    }
    for (int i = 0; i < run->work->workers; i++) {
        if (run->processes[i].pid > 0) {
            struct rusage usage;
            (void)await(&run->processes[i], &usage);
            (void)close(run->processes[i].pipe);
        }
    }
}

/* ---- all of them ---- */

static void fill_places(LocalRun *run) {
    const LocalWork *work = run->work;
    for (int i = 0; i < work->workers && run->next < work->count; i++) {
        if (run->processes[i].pid == 0 && !begin_point(run, &run->processes[i])) {
            if (run->running == 0) { /* else there is room again when one ends */
                run->outcome = OUTCOME_NO_MEMORY;
            }
            return;
        }
    }
}

/** Waits for processes that end, or for a while. */
static void await_ends(LocalRun *run) {
    const int workers = run->work->workers;
    for (int i = 0; i < workers; i++) {
        const bool at_work = run->processes[i].pid > 0;
        run->pipes[i] = (struct pollfd){.fd = at_work ? run->processes[i].pipe : -1};
    }
    if (poll(run->pipes, (nfds_t)workers, LOOK_MS) <= 0) {
        return;
    }
    for (int i = 0; i < workers; i++) {
        if (run->pipes[i].revents != 0) {
            end_point(run, &run->processes[i]);
        }
    }
}

Outcome local_engine_run(const LocalWork *work) {
    LocalRun run = {.work = work,
                    .processes = g_new0(PointProcess, (gsize)work->workers),
                    .pipes = g_new0(struct pollfd, (gsize)work->workers),
                    .outcome = OUTCOME_DONE};
    while (run.outcome == OUTCOME_DONE && (run.next < work->count || run.running > 0)) {
        if (is_stopped(work)) {
            run.outcome = OUTCOME_STOPPED;
            break;
        }
        fill_places(&run);
        await_ends(&run);
    }
    end_all(&run);
    g_free(run.processes);
    g_free(run.pipes);
    return run.outcome;
}

/* ---- the engine ---- */

static Outcome do_some(const EngineWork *work, const int *numbers, int count, int workers) {
    const LocalWork local = {.numbers = numbers,
                             .count = count,
                             .workers = workers,
                             .solve = work->solve,
                             .ended = work->ended,
                             .user = work->user,
                             .stop = work->stop};
    return local_engine_run(&local);
}

static Outcome run_here(const EngineWork *work, void *engine) {
    (void)engine;
    const int base = work->count > 0 && work->numbers[0] == 0;
    Outcome outcome = base ? do_some(work, work->numbers, 1, 1) : OUTCOME_DONE;
    int workers = 1;
    if (outcome == OUTCOME_DONE && work->count > base) {
        outcome = work->base_stands(&workers, work->user);
    }
    if (outcome == OUTCOME_DONE && work->count > base) {
        outcome = do_some(work, work->numbers + base, work->count - base, workers);
    }
    return outcome;
}

Engine local_engine(void) {
    return (Engine){run_here, NULL};
}
