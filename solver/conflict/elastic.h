/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Questions about rules: can a case's rules hold together; and where they cannot, which of them
 * give way in the plan that breaks them least. */
#ifndef BANLIE_SOLVER_CONFLICT_ELASTIC_H
#define BANLIE_SOLVER_CONFLICT_ELASTIC_H

#include "base/clock.h"
#include "model/books/kpi.h"
#include "model/rules/relief.h"
#include "model/rules/ruled_case.h"
#include "solver/lp/backend.h"

/** Looks for any plan of the case.
 *  @param known  decisions to try first, by the numbers of the case's problem; NULL: none
 *  @param node_limit  nodes of the search tree at most; 0: the relaxation alone, OUTCOME_DONE then
 * says that fractions of trains and boxes would do
 *  @return OUTCOME_DONE where a plan of whole trains and boxes was found, OUTCOME_INFEASIBLE where
 * it is proven that there is none, OUTCOME_STOPPED where the limit was hit before either; or a
 * failure */
Outcome rules_test(const RuledCase *ruled, const KpiInput *known, const Backend *backend,
                   const Clock *clock, long node_limit) __attribute__((warn_unused_result));

/** Nodes for the next of many questions: half as many for each that had no answer, so that a case
 * full of them is told of in time.
 *  @param node_limit  of the first; 0, the relaxation alone, stays 0 */
long question_nodes(long node_limit, int unanswered);

/** The plan that breaks the rules least. */
typedef struct {
    RuledCase *ruled;
    Reliefs reliefs;
    bool *leaned;  /**< per rule: the relaxation's proof that the rules clash may lean on it */
    double broken; /**< what the relaxation breaks the rules by; 0: fractions would do */
    bool found;    /**< there is a plan of whole trains and boxes: what follows stands */
    KpiInput plan; /**< its decisions: the elastic case's trains, legs and bookings have the numbers
                      that they have in the case itself */
    double *relief; /**< per relief, in units of the field; RULE_LOAD_FACTOR: in those of the row */
    double *offered; /**< per relief of RULE_LOAD_FACTOR: what its row asks of the running trains */
    Kpi *kpi;
} Elastic;

/** Solves the elastic case.
 *  @param elastic  receives the plan, to be freed with elastic_clear() in every case
 *  @return OUTCOME_DONE where there is anything to read in it: `leaned` and `broken` at least */
Outcome elastic_solve(const Rules *rules, const Backend *backend, const Clock *clock,
                      long node_limit, Elastic *elastic) __attribute__((warn_unused_result));
void elastic_clear(Elastic *elastic);

#endif
