/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What GLPK alone says about a case: the compact model's relaxation and its best plan. */
#ifndef BANLIE_TESTS_PROPERTY_COMPACT_ANSWER_H
#define BANLIE_TESTS_PROPERTY_COMPACT_ANSWER_H

#include "model/formulation/formulation.h"
#include "solver/plan.h"

typedef enum {
    ANSWER_FOUND,
    ANSWER_INFEASIBLE,
    ANSWER_LIMIT, /**< the time ran out: the optimum lies between `value` and `bound` */
    ANSWER_FAILED /**< GLPK or memory gave up */
} AnswerKind;

typedef struct {
    AnswerKind kind;
    double value; /**< -INFINITY where there is none */
    double bound; /**< upper bound; the value where it was found */
} Answer;

typedef struct {
    Answer relaxation;
    Answer whole; /**< whole boxes and trains; not asked where the relaxation is infeasible */
} CompactAnswer;

/** Builds the compact model and solves it.
 *  @param whole  false: the relaxation alone */
CompactAnswer compact_answer(const Formulation *formulation, bool whole);

/** What the model says of a plan, its trains and boxes held: its margin where it keeps every row.
 */
Answer compact_answer_to_plan(const Formulation *formulation, const Plan *plan);

/** What the boxes of a plan's trains would make were they divisible: the trains held, nothing else.
 *  @param row  whose right-hand side is `by` more; NONE: none */
Answer compact_answer_on_trains(const Formulation *formulation, const Plan *plan, RowId row,
                                double by);

#endif
