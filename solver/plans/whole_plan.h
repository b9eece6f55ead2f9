/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What a plan of whole trains and boxes is worth, and whether it keeps every row of the
 * formulation. */
#ifndef BANLIE_SOLVER_PLANS_WHOLE_PLAN_H
#define BANLIE_SOLVER_PLANS_WHOLE_PLAN_H

#include "model/books/stock_ledger.h"
#include "solver/plans/incumbent.h"

/** Working set for plans on one choice of trains. What is not trains or boxes follows from them:
 * wagon sets from the trains once, classes present, stock, leases and shortfalls with each plan. */
typedef struct {
    const Ground *ground;
    const bool *runs; /**< per TrainId, the caller's */
    double *activity; /**< per row of the formulation */
    double *asked;    /**< per row: the parts of `activity` below 0, taken positive */
    double *value;    /**< per column of the formulation */
    double *sets;     /**< per column: values of those of rakes, 0 for the others */
    StockLedger *stock;
    int *parts;         /**< per booking: itineraries in use */
    CargoColumn column; /**< scratch */
    bool sets_lack;     /**< these trains cannot all have wagon sets: no plan */
} WholePlan;

/** Prepares for plans on these trains; to be cleared whatever the outcome. Where the clock leaves
 * no time to find wagon sets, they lack. */
Outcome whole_plan_init(WholePlan *plan, const Ground *ground, const bool *runs)
    __attribute__((warn_unused_result));
void whole_plan_clear(WholePlan *plan);

/** Objective of a whole plan.
 *  @param boxes      per PathId
 *  @param objective  receives it on OUTCOME_DONE
 *  @return OUTCOME_INFEASIBLE where a row is not kept */
Outcome whole_plan_objective(WholePlan *plan, const int *boxes, double *objective)
    __attribute__((warn_unused_result));

/** Offers whole boxes on trains to the incumbent, where they keep every row.
 *  @param boxes  per PathId */
Outcome whole_plan_offer(const Ground *ground, const bool *runs, const int *boxes,
                         Incumbent *incumbent) __attribute__((warn_unused_result));

#endif
