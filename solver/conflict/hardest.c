/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the rules with the highest prices in a relaxation. */
#include "solver/conflict/hardest.h"

#include <math.h>
#include <stdlib.h>

#include "model/formulation/rows/ratio.h"
#include "model/problem/train_candidate.h"
#include "model/rules/ruled_case.h"
#include "solver/tolerances.h"

/** The rules of a case and the price of each. */
typedef struct {
    const Stage *stage;
    const Problem *problem;
    Rules rules;
    double *price; /**< per rule: of the dearest of its rows and trains */
} Weighing;

/** What asking for one less is worth to the planner, as repairs weigh it: a rule is the harder, the
 * more a unit of that costs. */
static double unit_worth(const Rule *rule) {
    switch (rule->kind) {
    case RULE_LINE_MIN:
    case RULE_FROZEN_TRAIN:
        return WORTH_TRAIN_MOVED;
    case RULE_ALWAYS:
        return WORTH_TRAIN_DROPPED;
    case RULE_FROZEN_BOXES:
        return WORTH_BOX_MOVED;
    case RULE_BALANCE:
        return rule->detail == BALANCE_OF_TRAINS ? WORTH_TRAIN_UNBALANCED : WORTH_TEU_UNBALANCED;
    case RULE_LOAD_FACTOR:
        return WORTH_TEU_UNBALANCED;
    default: /* a box that must travel, or be in stock at the end */
        return WORTH_BOX_MORE;
    }
}

/** Notes what a rule costs at the margin; a rule that the case does not have is none. */
static void note_price(Weighing *weighing, RuleKind kind, int subject, int detail, double price) {
    const int rule = rules_find(&weighing->rules, kind, subject, detail);
    if (rule != NONE && price > BREACH_NONE) {
        weighing->price[rule] = fmax(weighing->price[rule], price);
    }
}

/** The longest way of a line's trains, in the km of a load factor's row: one TEU less counts so
 * much there. */
static double longest_km(const Problem *problem, LineId line) {
    double km = 0;
    for (TrainId id = 0; id < problem->n_trains; id++) {
        km = fmax(km, problem->trains[id].line == line ? problem->trains[id].dist_km : 0);
    }
    return TEU_KM_SCALE * km;
}

/** @param price  of the row's lower bound: what a unit less would gain */
static void weigh_row(Weighing *weighing, const LpRow *row, double price) {
    const Problem *problem = weighing->problem;
    switch (row->group) {
    case ROW_DEMAND:
        note_price(weighing, RULE_MUST, problem->bookings[row->subject].demand, NONE, price);
        break;
    case ROW_LINE_WEEK:
        note_price(weighing, RULE_LINE_MIN, row->subject, NONE, price);
        break;
    case ROW_LOAD_FACTOR:
        note_price(weighing, RULE_LOAD_FACTOR, line_load_factor_rule(problem->kase, row->subject),
                   row->subject, price * longest_km(problem, row->subject));
        break;
    case ROW_BALANCE_TRAINS:
        note_price(weighing, RULE_BALANCE, row->subject, BALANCE_OF_TRAINS, price);
        break;
    case ROW_BALANCE_TEU:
        note_price(weighing, RULE_BALANCE, row->subject, BALANCE_OF_TEU, price);
        break;
    case ROW_COMMITMENT:
        note_price(weighing, RULE_FROZEN_BOXES, problem->itinerary_promises[row->subject].demand,
                   NONE, price);
        break;
    default:
        break;
    }
}

static void weigh_rows(Weighing *weighing) {
    const LpModel *lp = &weighing->stage->formulation->lp;
    for (RowId row = 0; row < lp->n_rows; row++) {
        const double dual = weighing->stage->root_prices.row[row];
        if (dual < 0) {
            weigh_row(weighing, &lp->rows[row], -dual);
        }
    }
}

/** That a train has to run is a bound of its column, and no row. */
static void weigh_trains(Weighing *weighing) {
    const Problem *problem = weighing->problem;
    const double *reduced = weighing->stage->root_prices.column;
    for (TrainId id = 0; id < problem->n_trains; id++) {
        if (problem->trains[id].hand != NONE) {
            note_price(weighing, RULE_ALWAYS, problem->trains[id].hand, NONE, -reduced[id]);
        }
    }
    for (int i = 0; i < problem->kase->commitments.n_earlier_trains; i++) {
        const TrainId id = problem->train_promises[i].train;
        if (id != NONE) {
            note_price(weighing, RULE_FROZEN_TRAIN, i, NONE, -reduced[id]);
        }
    }
}

/** So is what has to be in stock at the end. */
static void weigh_end_stock(Weighing *weighing) {
    const Problem *problem = weighing->problem;
    for (int i = 0; i < weighing->rules.count; i++) {
        const Rule *rule = &weighing->rules.items[i];
        if (rule->kind == RULE_END_MIN) {
            const ColumnId column = weighing->stage->formulation->stock_column[stock_index(
                problem, rule->subject, rule->detail, problem->n_stock_days - 1)];
            const double reduced = column != NONE ? weighing->stage->root_prices.column[column] : 0;
            note_price(weighing, RULE_END_MIN, rule->subject, rule->detail, -reduced);
        }
    }
}

/** The hardest rule that is not told yet; NONE. */
static int hardest_left(const Weighing *weighing) {
    int hardest = NONE;
    double most = 0;
    for (int i = 0; i < weighing->rules.count; i++) {
        const double weight = weighing->price[i] / unit_worth(&weighing->rules.items[i]);
        if (weight > most) {
            most = weight;
            hardest = i;
        }
    }
    return hardest;
}

static void take_hardest(Weighing *weighing, Hardest *hardest) {
    weigh_rows(weighing);
    weigh_trains(weighing);
    weigh_end_stock(weighing);
    int rule = hardest_left(weighing);
    while (rule != NONE && hardest->count < HARDEST_MOST) {
        hardest->items[hardest->count++] =
            (HardRule){weighing->rules.items[rule], weighing->price[rule]};
        weighing->price[rule] = 0;
        rule = hardest_left(weighing);
    }
}

Hardest hardest_rules(const Stage *stage) {
    const Formulation *formulation = stage->formulation;
    Hardest hardest = {.in_money = formulation->aim_row == NONE && formulation->money_weight > 0};
    if (!stage->relaxed || stage->root_prices.row == NULL) {
        return hardest;
    }
    Weighing weighing = {.stage = stage,
                         .problem = formulation->problem,
                         .rules = rules_of_case(formulation->problem->kase)};
    weighing.price = calloc((size_t)weighing.rules.count + 1, sizeof *weighing.price);
    if (weighing.price != NULL) { /* else nothing is known */
        hardest.solved = true;
        take_hardest(&weighing, &hardest);
    }
    free(weighing.price);
    rules_clear(&weighing.rules);
    return hardest;
}
