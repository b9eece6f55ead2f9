/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signals and the alarm: what they end, when, and what they leave behind. */
#include "cli/interrupt.h"

#include <errno.h>
#include <limits.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "cli/exit_codes.h"

/* A signal handler can reach nothing but static data: the only variables of their kind. */
static volatile sig_atomic_t interrupted;
static volatile sig_atomic_t at_once;
static int64_t first_ns;
static char unfinished[PATH_MAX];
static const FolderKind *unfinished_kind;

static const int watched[] = {SIGINT, SIGTERM, SIGHUP};

enum { N_WATCHED = sizeof watched / sizeof watched[0] };

/* timeout(1) and some shells send one signal twice; nobody presses Ctrl-C as fast as that. */
static const int64_t same_ns = 50 * 1000 * 1000;

static int64_t now_ns(void) {
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* Longer alarms are none: the system may refuse them. */
static const double longest_alarm_s = 1e7;

static void end_at_once(const char *why, ExitCode code) {
    /* What cannot be said is lost: the exit status says the same. */
    const ssize_t written = write(STDERR_FILENO, why, strlen(why));
    (void)written;
    _exit(code);
}

void interrupt_drop_unfinished(void) {
    if (unfinished[0] != '\0') {
        (void)folder_drop(unfinished, unfinished_kind);
    }
}

static void on_alarm(int number) {
    (void)number;
    if (at_once) {
        end_at_once("banlie plan: the time limit was reached before planning began\n",
                    EXIT_NO_PLAN);
    }
}

/* A terminal that goes away sends SIGHUP more than once, by its shell and by the kernel: that asks
 * for nothing more than the first did. */
static void on_signal(int number) {
    const int cause = errno;
    if (at_once) {
        end_at_once("banlie plan: interrupted before a plan was found\n", EXIT_INTERRUPTED);
    }
    if (!interrupted) {
        first_ns = now_ns();
        interrupted = 1;
    } else if (number != SIGHUP && now_ns() - first_ns > same_ns) {
        interrupt_drop_unfinished();
        _exit(EXIT_INTERRUPTED);
    }
    errno = cause;
}

static sigset_t watched_set(void) {
    sigset_t set;
    sigemptyset(&set);
    for (int i = 0; i < N_WATCHED; i++) {
        sigaddset(&set, watched[i]);
    }
    return set;
}

static int is_turned_off(int number) {
    struct sigaction now;
    return sigaction(number, NULL, &now) == 0 && now.sa_handler == SIG_IGN;
}

const volatile sig_atomic_t *interrupt_watch(void) {
    const struct sigaction action = {
        .sa_handler = on_signal, .sa_flags = SA_RESTART, .sa_mask = watched_set()};
    for (int i = 0; i < N_WATCHED; i++) {
        if (watched[i] != SIGHUP || !is_turned_off(SIGHUP)) {
            sigaction(watched[i], &action, NULL);
        }
    }
    const struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigaction(SIGPIPE, &ignore, NULL);
    return &interrupted;
}

/* 0 takes an alarm back. */
static void set_alarm(double seconds) {
    struct itimerval alarm = {0};
    alarm.it_value.tv_sec = (time_t)seconds;
    alarm.it_value.tv_usec = (suseconds_t)(999999 * (seconds - (double)(time_t)seconds));
    setitimer(ITIMER_REAL, &alarm, NULL);
}

void interrupt_ends_at_once(double limit_s) {
    const struct sigaction action = {.sa_handler = on_alarm, .sa_flags = SA_RESTART};
    at_once = 1;
    if (interrupted) {
        on_signal(SIGINT);
    }
    if (limit_s < longest_alarm_s) {
        sigaction(SIGALRM, &action, NULL);
        set_alarm(limit_s);
    }
}

void interrupt_is_noted(void) {
    set_alarm(0);
    at_once = 0;
}

void interrupt_hold(void) {
    const sigset_t set = watched_set();
    sigprocmask(SIG_BLOCK, &set, NULL);
}

void interrupt_release(void) {
    const sigset_t set = watched_set();
    sigprocmask(SIG_UNBLOCK, &set, NULL);
}

void interrupt_remove(const char *folder, const FolderKind *kind) {
    const size_t length = folder == NULL ? 0 : strlen(folder);
    unfinished[0] = '\0';
    if (length < sizeof unfinished) {
        memcpy(unfinished, folder == NULL ? "" : folder, length + 1);
        unfinished_kind = kind;
    }
}

static void hold_signals(void *user) {
    (void)user;
    interrupt_hold();
}

static void release_signals(void *user) {
    (void)user;
    interrupt_release();
}

static void note_unfinished(const char *folder, const FolderKind *kind, void *user) {
    (void)user;
    interrupt_remove(folder, kind);
}

FolderGuard interrupt_guard(void) {
    return (FolderGuard){
        .hold = hold_signals, .release = release_signals, .unfinished = note_unfinished};
}
