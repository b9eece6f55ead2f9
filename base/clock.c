/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long work may go on: the time limit by the monotonic clock, and the user's interruption. */
#include "base/clock.h"

#include <time.h>

static double now_s(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

Clock clock_start(double limit_s, const volatile sig_atomic_t *stop) {
    return (Clock){.start_s = now_s(), .limit_s = limit_s, .stop = stop};
}

double clock_seconds(const Clock *clock) {
    return now_s() - clock->start_s;
}

double clock_left(const Clock *clock) {
    double left = clock->limit_s - clock_seconds(clock);
    return left > 0 ? left : 0;
}

bool clock_interrupted(const Clock *clock) {
    return clock->stop != NULL && *clock->stop != 0;
}

bool clock_expired(const Clock *clock) {
    return clock_interrupted(clock) || clock_seconds(clock) >= clock->limit_s;
}
