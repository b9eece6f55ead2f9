/** @file
 *  From a problem to a plan: relaxation, search tree, whole boxes. */
#ifndef BANLIE_SOLVER_SOLVE_H
#define BANLIE_SOLVER_SOLVE_H

#include <signal.h>

#include "solver/plan.h"

/** How far a solve has come; handed to SolveOptions.progress now and then. */
typedef struct {
    const char *phase; /**< "relaxation", "dive", "search", "whole boxes" */
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
    const char *backend;                                    /**< "glpk"; NULL: the default */
    void (*progress)(const Progress *progress, void *user); /**< may be NULL */
    void *user;
    const volatile sig_atomic_t
        *stop; /**< set non-zero by a signal handler: hand out the best plan so far; may be NULL */
} SolveOptions;

typedef enum {
    SOLVE_OK, /**< a Plan was made; its status says which kind */
    SOLVE_NO_MEMORY,
    SOLVE_FAILED /**< the LP backend gave up for numerical reasons, or a number was not finite */
} SolveStatus;

/** Plans a problem.
 *  @param plan   receives the plan on SOLVE_OK, to be freed with plan_free()
 *  @param error  receives one line on SOLVE_FAILED, `error_size` bytes */
SolveStatus solve(const Problem *problem, const SolveOptions *options, Plan **plan, char *error,
                  size_t error_size) __attribute__((warn_unused_result));

#endif
