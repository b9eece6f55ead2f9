/* Constraint group 13: return trains and loaded TEU against outbound ones (去程回程平衡). */
#include <math.h>

#include "model/formulation.h"

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
    if (period->week != NONE && train->week != period->week) {
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

static void trains_goal(Formulation *formulation, const BalancePeriod *period) {
    const Problem *problem = formulation->problem;
    const BalanceGoal *goal = &period->rule->trains;
    RowId row =
        goal_row(formulation, period, ROW_BALANCE_TRAINS, goal, goal->ratio * problem->n_trains);
    for (TrainId id = 0; id < problem->n_trains; id++) {
        lp_model_entry(&formulation->lp, row, formulation->train_column[id],
                       weight(problem, period, goal->ratio, &problem->trains[id]));
    }
}

static void teu_goal(Formulation *formulation, const BalancePeriod *period) {
    const Problem *problem = formulation->problem;
    const BalanceGoal *goal = &period->rule->teu;
    double most = 0;
    for (LegId leg = 0; leg < problem->n_base_legs; leg++) {
        most += goal->ratio * problem->legs[leg].offered_teu;
    }
    RowId row = goal_row(formulation, period, ROW_BALANCE_TEU, goal, most);
    for (LegId leg = 0; leg < problem->n_base_legs; leg++) {
        const TrainCandidate *train = &problem->trains[problem->legs[leg].train];
        double factor = weight(problem, period, goal->ratio, train);
        if (factor != 0) {
            factor *= problem->legs[leg].dist_km / train->dist_km;
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
