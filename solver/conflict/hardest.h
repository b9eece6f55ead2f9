/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The rules that were hardest to keep, for who has to be told that time ran out before a plan.
 *
 *  Only rules that ask for something are looked at: a plan without them is the empty one, so where
 * none was found, one of them stands in the way, and what limits it shows in its price. */
#ifndef BANLIE_SOLVER_CONFLICT_HARDEST_H
#define BANLIE_SOLVER_CONFLICT_HARDEST_H

#include "model/rules/rules.h"
#include "solver/stages/stage.h"

/** More say no more. */
enum { HARDEST_MOST = 5 };

typedef struct {
    Rule rule;
    double price; /**< what asking for one box, train or TEU less would gain, in the relaxation, of
                     what its last goal asks for; > 0 */
} HardRule;

typedef struct Hardest {
    bool solved;                  /**< the relaxation was solved; else nothing is known */
    bool in_money;                /**< its prices are in the case's currency */
    HardRule items[HARDEST_MOST]; /**< hardest first, weighed as repairs are */
    int count;
} Hardest;

/** Reads them off the prices of a stage's relaxation. */
Hardest hardest_rules(const Stage *stage);

#endif
