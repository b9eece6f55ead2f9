/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Branch and cut over a model all of whose columns are known: proves that no solution exceeds a
 * cutoff, which rises as its host finds better ones. */
#ifndef BANLIE_SOLVER_CLOSED_CLOSED_SEARCH_H
#define BANLIE_SOLVER_CLOSED_CLOSED_SEARCH_H

#include "solver/closed/choices.h"

/** A solution that is whole below the plan's level. */
typedef struct {
    const double *primal;        /**< per column */
    const double *lower, *upper; /**< per column: no solution beyond them exceeds the cutoff,
                                    whatever its plan */
    double work;                 /**< of the search so far, as ClosedResult */
} PlanPoint;

/** What is known of the solutions with its plan. */
typedef struct {
    bool settled; /**< none that agrees with it below the plan's level exceeds the cutoff */
    const ColumnId *reason; /**< columns of 0 or 1 below the plan's level, ascending: where it is
                               settled, none that agrees in these alone does either. Good until the
                               next call */
    int n_reason;           /**< 0: nothing is known but that */
} PlanVerdict;

/** What the search asks of its host. */
typedef struct {
    /** What no solution of interest is at or below; may only rise. */
    double (*cutoff)(void *user);
    /** Everything below the plan's level is whole in this solution: to look for a better one near
     * it.
     *  @param verdict  receives what is known then
     *  @return OUTCOME_DONE, also where none was found; else the search ends with it */
    Outcome (*whole)(void *user, const PlanPoint *point, PlanVerdict *verdict);
    void (*on_node)(void *user, double bound, long nodes); /**< after each node */
    void *user;
} ClosedHost;

typedef struct {
    const Backend *backend;
    const Clock *clock;
    ChoiceLevels levels;
    const Basis *start; /**< over all rows and columns of the model; rows that are basic in it come
                           into the LP when violated */
    long node_limit;    /**< 0: none */
    ClosedHost host;
} ClosedOptions;

typedef struct {
    double bound; /**< no solution exceeds it, nor the cutoff */
    long nodes;
    double work;  /**< of its LPs: rows times columns, summed up */
    bool gave_up; /**< the LP solver failed in some node, which was left with its bound */
} ClosedResult;

/** Searches until no solution can exceed the cutoff, or the clock or the limit stops it. Of the
 * solutions that do not exceed the cutoff nothing is said.
 *  @param whole  per column: takes whole numbers alone
 *  @return OUTCOME_DONE, OUTCOME_STOPPED, or a failure; `result` stands in each case */
Outcome closed_search(const LpModel *model, const bool *whole, const ClosedOptions *options,
                      ClosedResult *result) __attribute__((warn_unused_result));

#endif
