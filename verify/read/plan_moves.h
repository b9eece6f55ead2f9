/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Legs of trains that rows speak of, and how the moves of boxes follow one another. */
#ifndef BANLIE_VERIFY_READ_PLAN_MOVES_H
#define BANLIE_VERIFY_READ_PLAN_MOVES_H

#include "verify/read/plan_read.h"

/** The name under which PlanRead.running has a train: in a cyclic case that of its run within the
 * plan's own period; to be freed. */
char *train_name_fold(const Case *kase, const char *name);

/** Columns of a table of legs that say which leg of which train a row is. */
typedef struct {
    const CheckedTable *table;
    int train, slot /**< NOWHERE where the table has no such column */, from, to, departs;
} LegColumns;

/** Finds the leg of a train that a row speaks of; false (the report says why) where there is none.
 */
bool plan_find_leg(const PlanRead *plan, const LegColumns *columns, int row, PlanMove *move)
    __attribute__((warn_unused_result));

/** The train that runs under this name, and the leg of it; NULL where there is none. */
PlanTrain *plan_train_named(const PlanRead *plan, const char *name);
PlanLeg *plan_leg_named(const PlanRead *plan, const char *train, const char *leg);

/** The leg of a train that a move is. */
static inline const PlanLeg *plan_leg(const PlanRead *plan, const PlanMove *move) {
    return &plan->trains[move->train].legs[move->leg];
}

/** True where both are on a train, and on the same one. */
static inline bool moves_same_train(const PlanMove *one, const PlanMove *other) {
    return one->train >= 0 && one->train == other->train && one->periods == other->periods;
}

/** True where boxes change here from one train to another, without a feeder. */
static inline bool moves_change_train(const PlanMove *moves, int move) {
    return move > 0 && moves[move].train >= 0 && moves[move - 1].train >= 0 &&
           !moves_same_train(&moves[move], &moves[move - 1]);
}

/** True where boxes are loaded on a train here: their first, or after a feeder. */
static inline bool moves_load(const PlanMove *moves, int move) {
    return moves[move].train >= 0 && (move == 0 || moves[move - 1].feeder >= 0);
}

/** True where boxes are unloaded off a train here: their last, or for a feeder. */
static inline bool moves_unload(const PlanMove *moves, int n_moves, int move) {
    return moves[move].train >= 0 && (move + 1 == n_moves || moves[move + 1].feeder >= 0);
}

/** True where an earlier leg was on the same train: its boxes count once. */
bool moves_rode_before(const PlanMove *moves, int move);

#endif
