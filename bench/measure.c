/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a command and writes what it took to a file, as one line: wall seconds, CPU seconds, the
 * peak of its resident memory in KiB, its exit status, and 1 where it was killed for going on too
 * long.
 *
 * A program of its own, because the peak that the system knows of a process is never below that of
 * the one which made it: this one is smaller than any solver.
 *
 * usage: measure FILE SECONDS COMMAND [ARGUMENT...] */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { NOT_FOUND = 127, SIGNAL_BASE = 128, USAGE = 2 };

static volatile sig_atomic_t late;
static pid_t child;

static void on_alarm(int number) {
    (void)number;
    late = 1;
    kill(child, SIGKILL);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static double seconds_of(struct timeval time) {
    return (double)time.tv_sec + 1e-6 * (double)time.tv_usec;
}

static void set_alarm(double seconds) {
    signal(SIGALRM, on_alarm);
    const time_t whole = (time_t)seconds;
    const struct itimerval timer = {
        .it_value = {.tv_sec = whole, .tv_usec = (suseconds_t)(1e6 * (seconds - (double)whole))}};
    setitimer(ITIMER_REAL, &timer, NULL);
}

int main(int argc, char **argv) {
    if (argc < 4) {
        fputs("usage: measure FILE SECONDS COMMAND [ARGUMENT...]\n", stderr);
        return USAGE;
    }
    const double begun = now();
    child = fork();
    if (child == 0) {
        execvp(argv[3], argv + 3);
        perror(argv[3]);
        _exit(NOT_FOUND);
    }
    if (child < 0) {
        perror("fork");
        return EXIT_FAILURE;
    }
    set_alarm(strtod(argv[2], NULL));
    int status = 0;
    struct rusage used;
    while (wait4(child, &status, 0, &used) < 0) {
        if (errno != EINTR) {
            perror("wait4");
            return EXIT_FAILURE;
        }
    }
    const double took = now() - begun;
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : SIGNAL_BASE + WTERMSIG(status);
    FILE *file = fopen(argv[1], "w");
    if (file == NULL) {
        perror(argv[1]);
        return EXIT_FAILURE;
    }
    fprintf(file, "%.4f %.4f %ld %d %d\n", took,
            seconds_of(used.ru_utime) + seconds_of(used.ru_stime), used.ru_maxrss, code, (int)late);
    return fclose(file) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
