/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Rules that give way at a price, in a formulation: relief columns.
 *
 *  A relief is how much more (or less) a field of the case would have to say: one column enters all
 * rows that the field makes. Those rules that the case's own numbers can bend have none
 *  (ruled_case_elastic); nor have regular lines and classes that keep apart, which hold or do not.
 */
#ifndef BANLIE_MODEL_RULES_RELIEF_H
#define BANLIE_MODEL_RULES_RELIEF_H

#include "model/formulation/formulation.h"
#include "model/rules/rules.h"

typedef struct {
    int rule; /**< in the Rules */
    int part; /**< of RULE_SETS: the station, of RULE_LOAD_FACTOR: the row; else NONE */
    ColumnId column;
} Relief;

typedef struct {
    Relief *items;
    int count, room;
} Reliefs;

/** Adds the relief columns, at their price, to a formulation of the elastic case.
 *  @param reliefs  receives them, to be freed with reliefs_clear()
 *  @return false where memory is out */
bool reliefs_add(Formulation *formulation, const Rules *rules, Reliefs *reliefs)
    __attribute__((warn_unused_result));
void reliefs_clear(Reliefs *reliefs);

/** The rules that a row stands for, and its dual leans on.
 *  @param dual   of the row, > 0 where its upper bound holds, < 0 where its lower one does
 *  @param on     receives true for each of them */
void rules_mark_row(const Rules *rules, const Problem *problem, const LpRow *row, double dual,
                    bool *on);

#endif
