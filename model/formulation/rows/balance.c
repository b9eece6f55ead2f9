/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docs/model.md (13): return trains and loaded TEU against outbound ones (去程回程平衡). */
#include <math.h>

#include "model/formulation/rows/ratio.h"
#include "model/formulation/rows/rows.h"

/** One rule in one period: the rows of its two goals. */
typedef struct {
    const Balance *rule;
    int index;
    int week; /**< NONE: the whole horizon */
} BalancePeriod;

/** What a train counts for: +1 on the return side, −ratio on the outbound side; both where both
 * patterns match. */
static double weight(const Problem *problem, const BalancePeriod *period, double ratio,
                     const TrainCandidate *train) {
    if (train->under_way || (period->week != NONE && train->week != period->week)) {
        return 0;
    }
    const char *line = problem->kase->lines[train->line].code;
    return (pattern_matches(period->rule->ret, line) ? 1 : 0) -
           (pattern_matches(period->rule->outbound, line) ? ratio : 0);
}

/** Makes the row; a soft rule gets the column of its shortfall, whose bound `most` no plan can
 * exceed. */
static RowId goal_row(Formulation *formulation, const BalancePeriod *period, RowGroup group,
                      const BalanceGoal *goal, double most) {
    RowId row = lp_model_row(&formulation->lp, (LpRow){.group = group,
                                                       .subject = period->index,
                                                       .detail = period->week,
                                                       .lower = 0,
                                                       .upper = HUGE_VAL});
    if (isfinite(goal->penalty)) {
        ColumnId shortfall =
            lp_model_column(&formulation->lp, (LpColumn){.objective = -goal->penalty,
                                                         .lower = 0,
                                                         .upper = most,
                                                         .group = COLUMN_SHORT,
                                                         .subject = row});
        lp_model_entry(&formulation->lp, row, shortfall, 1);
    }
    return row;
}

/** The ratio in a goal's row: as it is where missing it only costs money.
 *  @param least  what a train, or a box, comes to at least
 *  @param most   what goes out at most */
static double balance_ratio(const Formulation *formulation, const BalanceGoal *goal, double least,
                            double most) {
    return isfinite(goal->penalty) ? goal->ratio
                                   : ratio_in_row(formulation, goal->ratio, least, most);
}

static void trains_goal(Formulation *formulation, const BalancePeriod *period) {
    const Problem *problem = formulation->problem;
    const BalanceGoal *goal = &period->rule->trains;
    double ratio = balance_ratio(formulation, goal, 1, problem->n_trains);
    RowId row =
        goal_row(formulation, period, ROW_BALANCE_TRAINS, goal, goal->ratio * problem->n_trains);
    for (TrainId id = 0; id < problem->n_trains; id++) {
        lp_model_entry(&formulation->lp, row, formulation->train_column[id],
                       weight(problem, period, ratio, &problem->trains[id]));
    }
}

/** What a leg counts of its train's way. */
static double share_of(const Problem *problem, LegId leg) {
    return problem->legs[leg].dist_km / problem->trains[problem->legs[leg].train].dist_km;
}

static void teu_goal(Formulation *formulation, const BalancePeriod *period) {
    const Problem *problem = formulation->problem;
    const BalanceGoal *goal = &period->rule->teu;
    double smallest = least_box_teu(problem), offered = 0, least = HUGE_VAL;
    for (LegId leg = 0; leg < problem->n_base_legs; leg++) {
        if (problem->trains[problem->legs[leg].train].under_way) {
            continue;
        }
        offered += problem->legs[leg].offered_teu;
        least = fmin(least, share_of(problem, leg) * smallest);
    }
    double ratio = balance_ratio(formulation, goal, least, offered);
    RowId row = goal_row(formulation, period, ROW_BALANCE_TEU, goal, goal->ratio * offered);
    for (LegId leg = 0; leg < problem->n_base_legs; leg++) {
        const TrainCandidate *train = &problem->trains[problem->legs[leg].train];
        double factor = weight(problem, period, ratio, train);
        if (factor != 0) {
            factor *= share_of(problem, leg);
            lp_model_entry(&formulation->lp, row,
                           formulation->train_column[problem->legs[leg].train],
                           factor * problem->legs[leg].gone_loaded_teu);
            formulation_place(formulation, leg,
                              (LegTerm){row, UNIT_TEU, SCOPE_LOADED, NONE, factor});
        }
    }
}

void rows_balance(Formulation *formulation) {
    const Case *kase = formulation->problem->kase;
    for (int i = 0; i < kase->n_balance; i++) {
        const Balance *rule = &kase->balance[i];
        bool weekly = rule->per == PER_WEEK;
        for (int week = 0; week < (weekly ? kase->horizon.weeks : 1); week++) {
            BalancePeriod period = {.rule = rule, .index = i, .week = weekly ? week : NONE};
            if (rule->trains.given) {
                trains_goal(formulation, &period);
            }
            if (rule->teu.given) {
                teu_goal(formulation, &period);
            }
        }
    }
}
