/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  How long work may go on: the time limit, and the user's interruption. */
#ifndef BANLIE_BASE_CLOCK_H
#define BANLIE_BASE_CLOCK_H

#include <signal.h>
#include <stdbool.h>

typedef struct {
    double start_s; /**< monotonic */
    double limit_s;
    const volatile sig_atomic_t *stop; /**< may be NULL */
} Clock;

Clock clock_start(double limit_s, const volatile sig_atomic_t *stop);

/** Seconds since the start. */
double clock_seconds(const Clock *clock);

/** Seconds until the limit, at least 0. */
double clock_left(const Clock *clock);

bool clock_interrupted(const Clock *clock);

/** The limit is reached or the user interrupted. */
bool clock_expired(const Clock *clock);

#endif
