/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Calls into CLP and CBC that may fail or go on for long: private to the files named after them.
 *
 *  Both are C++, and their C interfaces hand on what they throw, which C can neither catch nor
 * survive. Nor do those interfaces let anyone look on without printing. coin_guard.cpp does both,
 * and is the only file in C++. */
#ifndef BANLIE_SOLVER_LP_COIN_GUARD_H
#define BANLIE_SOLVER_LP_COIN_GUARD_H

#ifdef __cplusplus
extern "C" {
#endif

#include "base/clock.h"
#include "base/outcome.h"

/** Makes a call; what is thrown on the way ends here. What was worked on is then in no known state
 * and must neither be used nor deleted.
 *  @param make  makes the call with what it is given
 *  @return OUTCOME_DONE; OUTCOME_STOPPED where coin_watch_search() broke it off; OUTCOME_NO_MEMORY
 *          or OUTCOME_SOLVER_FAILED */
Outcome coin_guarded(void (*make)(void *call), void *call) __attribute__((warn_unused_result));

/** Lets the simplex of a Clp_Simplex look at a clock at each iteration, and stop when it has
 * expired: its status is then CLP_STOPPED_BY_EVENT. Its dual method goes by true steepest edges
 * from the start: that takes a fifth to a third fewer iterations than finding them on the way.
 *  @param clock  has to live as long as the LP */
void coin_watch_simplex(void *clp, const Clock *clock);

enum { CLP_STOPPED_BY_EVENT = 5 };

/** What a search is watched by. */
typedef struct {
    Clock clock;
    double expired_s; /**< seconds on the clock when it was first seen to have expired, else
                         HUGE_VAL */
} SearchWatch;

/** Lets the search of a Cbc_Model look at a clock at each node and at each iteration of its LPs.
 * When it has expired the search ends with what it has found, and is broken off where that takes
 * too long.
 *  @param watch  has to live as long as the search */
void coin_watch_search(void *cbc, SearchWatch *watch);

#ifdef __cplusplus
}
#endif

#endif
