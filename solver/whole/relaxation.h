/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The LP of a model under search: its bounds follow those of the domain, and it is solved from the
 * basis where the last solve ended. */
#ifndef BANLIE_SOLVER_WHOLE_RELAXATION_H
#define BANLIE_SOLVER_WHOLE_RELAXATION_H

#include "solver/lp/backend.h"
#include "solver/whole/domain.h"

typedef struct {
    const Backend *backend;
    Lp *lp;
    const Domain *domain;
    int *place;          /**< per column: where it stands in the LP, NONE where it was fixed */
    ColumnId *column_at; /**< per place */
    int n_places;
    double fixed_value;    /**< what the fixed columns add to the objective */
    double *lower, *upper; /**< per column: bounds that the LP has */
    double *fetched;       /**< scratch per place */
    double *primal;        /**< per column, of the last solve that ended with OUTCOME_DONE */
    double *reduced;       /**< per column, likewise */
    double value;          /**< likewise */
    long solves_left;      /**< so many more are allowed: the search's measure of work */
} Relaxation;

/** Loads what the domain leaves open of the model: columns that are fixed by now and rows that
 * always hold are left out.
 *  @param domain  stays the caller's
 *  @return OUTCOME_DONE, or a failure; to be cleared in either case */
Outcome relaxation_init(Relaxation *relaxation, const Backend *backend, const Domain *domain)
    __attribute__((warn_unused_result));
void relaxation_clear(Relaxation *relaxation);

/** Solves under the domain's present bounds.
 *  @return OUTCOME_DONE, OUTCOME_INFEASIBLE; OUTCOME_STOPPED by the clock or where no more solves
 * are allowed; or a failure */
Outcome relaxation_solve(Relaxation *relaxation, double time_limit_s,
                         const volatile sig_atomic_t *stop) __attribute__((warn_unused_result));

/** True where the column has to be whole and is not. */
bool relaxation_is_fractional(const Relaxation *relaxation, ColumnId column);

/** True where all that has to be whole is. */
bool relaxation_is_whole(const Relaxation *relaxation);

#endif
