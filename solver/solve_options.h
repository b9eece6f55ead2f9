/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What a solve is asked for, and what it says of itself on the way. */
#ifndef BANLIE_SOLVER_SOLVE_OPTIONS_H
#define BANLIE_SOLVER_SOLVE_OPTIONS_H

#include <signal.h>
#include <stdbool.h>

typedef struct Backend Backend; /* solver/lp/backend.h */
typedef struct Hardest Hardest; /* solver/conflict/hardest.h */
typedef struct Start Start;     /* solver/start.h */

typedef enum { PHASE_RELAXATION, PHASE_SEARCH } SolvePhase;

/** How far a solve has come; handed to SolveOptions.progress now and then. */
typedef struct {
    SolvePhase phase;
    long rounds;
    long columns;
    long nodes;
    double bound;     /**< NAN where none yet */
    double objective; /**< of the best plan, NAN where none yet */
    double seconds;
} Progress;

typedef struct {
    double gap; /**< stop at (bound − objective)/max(1, |objective|) <= gap */
    double time_limit_s;
    bool relax;                                             /**< LP only */
    const Backend *backend;                                 /**< NULL: the default */
    void (*progress)(const Progress *progress, void *user); /**< may be NULL */
    void *user;
    Hardest *hardest; /**< receives, where a limit comes before a plan, which rules were hardest to
                         keep; may be NULL */
    const Start *start; /**< what to start from; may be NULL */
    Start *keep;        /**< receives what another solve may start from, to be cleared whatever the
                           outcome; may be NULL */
    const volatile sig_atomic_t
        *stop; /**< set non-zero by a signal handler: hand out the best plan so far; may be NULL */
} SolveOptions;

#endif
