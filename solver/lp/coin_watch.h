/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  How CLP and CBC are looked at while they work: private to the files named after them.
 *
 *  Their C interfaces let nobody look on without printing, so that this is in C++. */
#ifndef BANLIE_SOLVER_LP_COIN_WATCH_H
#define BANLIE_SOLVER_LP_COIN_WATCH_H

#ifdef __cplusplus
extern "C" {
#endif

#include "base/clock.h"

/** Lets the simplex of a Clp_Simplex look at a clock at each iteration, and stop when it has
 * expired: its status is then CLP_STOPPED_BY_EVENT.
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
 * When it has expired the search ends with what it has found; where that takes too long,
 * OUTCOME_STOPPED is thrown, for cpp_guarded() to catch.
 *  @param watch  has to live as long as the search */
void coin_watch_search(void *cbc, SearchWatch *watch);

#ifdef __cplusplus
}
#endif

#endif
