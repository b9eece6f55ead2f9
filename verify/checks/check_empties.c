/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks every move of empties by itself: in order, in time, its money: empties.csv. */
#include "verify/checks/check_moves.h"
#include "verify/checks/checks.h"
#include "verify/read/expect.h"
#include "verify/read/plan_moves.h"
#include "verify/read/under_way.h"

static void check_empty_connections(const PlanRead *plan, const PlanEmpty *empty) {
    const CheckedTable *table = &plan->tables[TABLE_EMPTIES];
    for (int i = 1; i < empty->n_moves; i++) {
        if (check_leg_connects(plan, table, empty->moves, i)) {
            check_train_follows(plan, table, empty->moves, i);
        }
    }
}

static double handling_of_empties(const PlanRead *plan, const PlanEmpty *empty, StationId station) {
    if (empty->equipment < 0) {
        return 0;
    }
    const EquipmentAt *at = stock_terms(&plan->kase->equipment[empty->equipment], station);
    return at ? (double)empty->boxes * at->empty_handling_cost : 0;
}

/** On trains that nothing may be added to there are as many as in the earlier plan at most. */
static void check_empties_kept(const PlanRead *plan, const PlanEmpty *empty, const PlanMove *move) {
    const Case *kase = plan->kase;
    const PlanTrain *train = &plan->trains[move->train];
    const PlanLeg *leg = plan_leg(plan, move);
    const char *container = kase->containers[empty->container].code;
    if (!plan_train_closed(kase, train) || empty->equipment < 0) {
        return;
    }
    long before = plan_leg_empties_before(kase, train, leg, container);
    ROW_CHECK(&plan->tables[TABLE_EMPTIES], VERIFY_COMMITMENTS,
              leg->empties[empty->equipment] <= before, move->row,
              "%s carries %ld empties of %s from %s, in the earlier plan %ld, and none may be "
              "added (fill)",
              train->name, leg->empties[empty->equipment], container,
              kase->stations[leg->from].code, before);
}

/** Checks the rows and adds up what the move costs. */
static void check_empty_rows(const PlanRead *plan, PlanEmpty *empty) {
    const CheckedTable *table = &plan->tables[TABLE_EMPTIES];
    const Case *kase = plan->kase;
    double boxes = (double)empty->boxes, teu = kase->containers[empty->container].teu;
    for (int i = 0; i < empty->n_moves; i++) {
        const PlanMove *move = &empty->moves[i];
        const PlanLeg *leg = plan_leg(plan, move);
        check_empties_kept(plan, empty, move);
        double cost = boxes * teu * leg->cost_per_empty_teu;
        empty->leg_cost += cost;
        empty->dist_km += leg->dist_km;
        if (moves_change_train(empty->moves, i)) {
            empty->transfer_cost += boxes * kase->stations[move->from].transfer_cost_per_box;
        }
        expect_text(table, move->row, EMPTY_CONTAINER, kase->containers[empty->container].code);
        expect_instant(table, move->row, EMPTY_DEPARTS, kase->stations[move->from].zone,
                       move->departs);
        expect_instant(table, move->row, EMPTY_ARRIVES, kase->stations[move->to].zone,
                       move->arrives);
        expect_count(table, move->row, EMPTY_BOXES, empty->boxes);
        expect_number(table, move->row, EMPTY_COST, NUMBER_MONEY, cost);
    }
    empty->handling_cost = handling_of_empties(plan, empty, empty->moves[0].from) +
                           handling_of_empties(plan, empty, empty->moves[empty->n_moves - 1].to);
}

/** A train bears what its empties pay for its legs, and its share by km of their other costs, as
 * it does of loaded boxes. */
static void share_empty_money(PlanRead *plan, const PlanEmpty *empty) {
    double teu = (double)empty->boxes * plan->kase->containers[empty->container].teu;
    double other = empty->transfer_cost + empty->handling_cost;
    for (int i = 0; i < empty->n_moves; i++) {
        const PlanLeg *leg = plan_leg(plan, &empty->moves[i]);
        plan->trains[empty->moves[i].train].cost +=
            teu * leg->cost_per_empty_teu + other * leg->dist_km / empty->dist_km;
    }
}

void verify_empties(PlanRead *plan) {
    for (int i = 0; i < plan->n_empties; i++) {
        PlanEmpty *empty = &plan->empties[i];
        if (!empty->moves) {
            continue;
        }
        check_empty_connections(plan, empty);
        check_empty_rows(plan, empty);
        share_empty_money(plan, empty);
        plan->report->kpi.cost_parts.empty +=
            empty->leg_cost + empty->transfer_cost + empty->handling_cost;
    }
}
