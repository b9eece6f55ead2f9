/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A plan: which trains run, which boxes travel how, how good it is known to be, and the prices
 * behind it. */
#ifndef BANLIE_SOLVER_PLAN_H
#define BANLIE_SOLVER_PLAN_H

#include "base/outcome.h"
#include "model/books/kpi.h"
#include "model/formulation/lp_model.h"

typedef enum {
    PLAN_OPTIMAL, /**< proven to OPTIMAL_GAP: no better plan exists */
    PLAN_GAP,     /**< proven to the asked gap */
    PLAN_LIMIT,   /**< a limit or an interruption stopped it; `gap` says how good it is */
    PLAN_RELAXED  /**< --relax: the LP value and its prices, no plan */
} PlanStatus;

/** The price of a row of the LP over the margin with the plan's trains fixed: what one more unit on
 * its right-hand side adds to the margin. */
typedef struct {
    LpRow row;
    double price; /**< its dual, never 0: >= 0 where the row is a limit from above, <= 0 where it is
                     one from below */
} RowPrice;

/** Shadow prices: how much the margin would rise for one more unit. Those of limits are >= 0. All
 * but those of slot runs follow from `rows`, which a plan's files have to the last digit: so they
 * can be computed again. */
typedef struct {
    bool missing;   /**< Plan.priced says why: all but slot_run are NAN */
    RowPrice *rows; /**< those that have a price, by number; none of a relaxation */
    int n_rows;
    double value;    /**< of the LP whose duals the prices are, as these prove it: no plan with the
                        same trains and repositions has a greater margin, and their boxes, were
                        they divisible, would make it; NAN where missing, or of a relaxation */
    double *leg_teu; /**< per LegId, currency per TEU of its first level */
    double *leg_tonne; /**< per LegId, currency per tonne */
    double *lift;      /**< per StationDayId, currency per lift; 0 where there is no limit */
    double *feeder;    /**< per FeederDayId, currency per box; likewise */
    double *stock; /**< [stock_index()]: what a further box is worth that joins the stock there on
                      that day, < 0 where it only costs storage; in a cyclic plan: beside one that
                      joins it where and when it is worth least */
    double *slot_run;    /**< per SlotRunId, currency per train, of the relaxation: with the trains
                            chosen no run is short of room; NAN where trains that run in every plan
                            hold it, so that nobody looked at the others that want it; NULL where
                            the relaxation was not solved */
    double *floor_price; /**< per BookingId: what a further box has to pay to be worth carrying;
                            INFINITY where no train can carry it */
    double *opportunity; /**< per BookingId: the part of floor_price that is scarce capacity and
                            containers, not direct cost; < 0 where its train or its container is
                            wanted at its destination; INFINITY likewise */
} Prices;

/** What came of one goal of the objective. */
typedef struct {
    GoalKind kind;
    double value;      /**< of the plan when the goal was pursued; NAN where there was none */
    double bound;      /**< proven: no plan has more */
    double relaxation; /**< NAN where not solved to 1e-6, or a load factor */
    double held;       /**< what later goals had to leave; NAN for the last */
} GoalResult;

typedef struct {
    PlanStatus status;
    Outcome ended;     /**< OUTCOME_DONE, or what cut the search short */
    Outcome priced;    /**< OUTCOME_DONE, or what left the prices missing */
    bool interrupted;  /**< by the user */
    bool timed_out;    /**< the clock stopped it: not repeatable to the byte */
    double objective;  /**< of the last goal, recomputed from trains and boxes; NAN where there
                          is no plan */
    double bound;      /**< best proven upper bound of the last goal; NAN where none */
    double relaxation; /**< LP value of the last goal; NAN where not solved to 1e-6 */
    GoalResult *goals; /**< all goals in order */
    int n_goals;
    bool *runs;              /**< per TrainId; NULL where there is no plan */
    Allocation *allocations; /**< by booking, then rides; empties after all bookings */
    int n_allocations;
    Ride *rides;
    int n_rides;
    int *repositions; /**< per problem_reposition(): sets that leave; NULL where there is no plan */
    Prices prices;    /**< of the LP with the chosen trains fixed; of the relaxation where status is
                         PLAN_RELAXED */
    long rounds;      /**< pricing rounds */
    long nodes;       /**< of the search tree */
    long columns;     /**< itineraries generated */
    char solver[32];  /**< name and version of the LP backend */
} Plan;

void plan_free(Plan *plan);

/** Frees the prices, but for those of slot runs. */
void prices_clear(Prices *prices);

/** The decisions of a plan, for kpi_compute(). */
KpiInput plan_decisions(const Plan *plan);

/** Sorts the allocations by booking, then by their rides. */
void plan_sort(Plan *plan);

#endif
