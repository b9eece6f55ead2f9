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

#include <stdbool.h>

#include "base/clock.h"

/** What a simplex is watched by. */
typedef struct {
    Clock clock;
    int iterations_max; /**< 0: no limit */
    double *dual;       /**< per row: receives the prices where that many were made */
    bool limited;       /**< receives whether they were */
} SimplexWatch;

/** Lets the simplex of a Clp_Simplex look at a clock and at its iterations at each of them, and
 * stop where either is over: its status is then CLP_STOPPED_BY_EVENT. CLP has no prices of the
 * basis reached then; they are worked out here.
 *  @param watch  has to live as long as the LP */
void coin_watch_simplex(void *clp, SimplexWatch *watch);

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
