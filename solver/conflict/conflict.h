/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Why a case has no plan: a set of its named rules that clash, none of which could be spared; and
 * what would have to give way.
 *
 *  An elastic phase finds which rules the proof leans on and the plan that breaks them least; a
 * deletion filter makes the set minimal (Chinneck & Dravnieks 1991). */
#ifndef BANLIE_SOLVER_CONFLICT_CONFLICT_H
#define BANLIE_SOLVER_CONFLICT_CONFLICT_H

#include <signal.h>

#include "solver/conflict/repair.h"

typedef struct {
    Rules rules;
    int *members; /**< rules that clash, ascending; none where no clash of named rules was proven */
    int n_members;
    bool minimal;    /**< with any one of them off the others hold together */
    Repairs repairs; /**< of the whole case: they may be of rules beside the members */
    bool repaired;   /**< with them the case is known to have a plan */
    Outcome ended;   /**< OUTCOME_DONE, or the failure that ended the search for more */
} Conflict;

typedef struct {
    const Backend *backend;            /**< NULL: the default */
    double time_limit_s;               /**< what is found by then is handed out */
    const volatile sig_atomic_t *stop; /**< may be NULL */
} ConflictOptions;

/** Looks for the conflict of a case that has no plan. What is found before a failure stands.
 *  @return to be freed with conflict_free(); NULL where there is no memory for it */
Conflict *conflict_find(const Case *kase, const ConflictOptions *options)
    __attribute__((warn_unused_result));
void conflict_free(Conflict *conflict);

#endif
