/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A case with some of its rules off, or changed, and its planning problem: for questions such as
 *  "could all of these hold together?".
 *
 *  Nothing costs or earns anything there: only what can be done matters. */
#ifndef BANLIE_MODEL_RULES_RULED_CASE_H
#define BANLIE_MODEL_RULES_RULED_CASE_H

#include <glib.h>

#include "model/problem/problem.h"
#include "model/rules/rules.h"

/** A rule's field with another value. Rules that are on or off (must, runs, regular, apart_from,
 * what is frozen) are switched off. */
typedef struct {
    int rule;          /**< in the Rules */
    StationId station; /**< of RULE_SETS and RULE_STOCK: where; else NONE */
    double to;         /**< new value */
} Change;

typedef struct {
    const Rules *rules;
    Case kase; /**< shares what is not changed with the case that it is made from */
    Problem *problem;
    GPtrArray *blocks; /**< what is changed: the copies */
} RuledCase;

/** How many of a thing break a rule are worth how much: what a repair costs, so to speak. A box is
 * counted by its TEU. */
#define WORTH_TEU_LEFT 1.0       /**< of a booking that must travel */
#define WORTH_TRAIN_DROPPED 25.0 /**< one that always runs */
#define WORTH_TRAIN_MOVED 20.0   /**< one that is frozen */
#define WORTH_BOX_MOVED 0.25     /**< that is frozen on its itinerary, of any size */
#define WORTH_BOX_MORE 1.0       /**< in stock, or less at the end */
#define WORTH_TRAIN_UNBALANCED 10.0
#define WORTH_TEU_UNBALANCED 0.3

/** The case with the rules that are `on` (NULL: all), after the changes.
 *  @return to be freed with ruled_case_free(), NULL where memory is out */
RuledCase *ruled_case_new(const Rules *rules, const bool *on, const Change *changes, int n_changes)
    __attribute__((warn_unused_result));

/** The case with rules that give way at a price, as far as that is a matter of the case's own
 * numbers: boxes that must travel may stay, trains that always run may not, what is frozen may
 * move, balances may be missed, boxes may take as long as they like, in parts of any size, and
 * containers may be had that are not in stock (as leases, in
 * place of those of the case, which count as stock). The other rules give way in the formulation
 * (model/rules/relief.h).
 *  @return likewise */
RuledCase *ruled_case_elastic(const Rules *rules) __attribute__((warn_unused_result));

void ruled_case_free(RuledCase *ruled);

#endif
