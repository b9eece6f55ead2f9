/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/property/plan_property.h"

#include <math.h>
#include <stdio.h>

#include "model/books/kpi.h"
#include "tests/property/compact_answer.h"
#include "tests/property/written_plan.h"

/** @param plan  NULL where there is none: `outcome` says why */
static void check_relaxation(Trial *trial, Outcome outcome, const Plan *plan,
                             const Answer *answer) {
    bool infeasible = answer->kind == ANSWER_INFEASIBLE;
    if (answer->kind == ANSWER_FAILED) {
        trial_fail(trial, "GLPK gave up on the compact relaxation");
    } else if (outcome != (infeasible ? OUTCOME_INFEASIBLE : OUTCOME_DONE)) {
        trial_fail(trial, "relaxation: %s, but the compact model is %s", outcome_text(outcome),
                   infeasible ? "infeasible" : "feasible");
    } else if (!infeasible &&
               !(fabs(plan->relaxation - answer->value) <= value_tolerance(answer->value))) {
        trial_fail(trial, "relaxation %.9g, the compact model's is %.9g", plan->relaxation,
                   answer->value);
    }
}

/** Whole boxes: no more than booked, all of those that must, only on trains that run. */
static void check_boxes(Trial *trial, const Problem *problem, const Plan *plan) {
    for (BookingId id = 0; id < problem->n_bookings; id++) {
        const Booking *booking = &problem->bookings[id];
        int carried = 0;
        for (int i = 0; i < plan->n_allocations; i++) {
            carried += plan->allocations[i].booking == id ? plan->allocations[i].boxes : 0;
        }
        if (carried > booking->boxes || (booking->must && carried < booking->boxes)) {
            trial_fail(trial, "booking %s carries %d of %d boxes", booking->code, carried,
                       booking->boxes);
        }
    }
    for (int i = 0; i < plan->n_allocations; i++) {
        const Allocation *allocation = &plan->allocations[i];
        trial->tally->transfers += allocation->n_rides - 1;
        for (int r = 0; r < allocation->n_rides; r++) {
            Ride ride = plan->rides[allocation->first_ride + r];
            if (!plan->runs[problem->legs[ride.first].train]) {
                trial_fail(trial, "boxes ride on a train that does not run");
            }
        }
    }
    for (TrainId id = 0; id < problem->n_trains; id++) {
        if (problem->trains[id].fixed && !plan->runs[id]) {
            trial_fail(trial, "train %s must always run", problem->trains[id].base_name);
        }
    }
}

static double stated_gap(const Plan *plan) {
    return (plan->bound - plan->objective) / fmax(1, fabs(plan->objective));
}

/** The plan's own books: its objective follows from its trains and boxes, its status from its gap.
 */
static void check_books(Trial *trial, const Problem *problem, const Plan *plan) {
    KpiInput input = plan_decisions(plan);
    double objective = kpi_objective(problem, &input);
    if (!(fabs(objective - plan->objective) <= value_tolerance(objective))) {
        trial_fail(trial, "objective %.9g, its trains and boxes give %.9g", plan->objective,
                   objective);
    }
    double gap = stated_gap(plan);
    double most = plan->status == PLAN_OPTIMAL ? 1e-6 : PROPERTY_GAP + 1e-9;
    if (plan->interrupted) {
        trial_fail(trial, "the plan says that it was interrupted");
    } else if (plan->status == PLAN_LIMIT) {
        trial->tally->short_of_gap++;
        printf("seed %llu stops at %.9g with a gap of %.4f%s\n", (unsigned long long)trial->seed,
               plan->objective, gap, plan->timed_out ? ": the clock ran out" : "");
    } else if (!(gap <= most)) {
        trial_fail(trial, "status %d with a gap of %.9g", (int)plan->status, gap);
    }
}

/** The model's rows, held against the plan's trains and boxes. */
static void check_rules(Trial *trial, const LoadedCase *loaded, const Plan *plan) {
    Answer answer = compact_answer_to_plan(loaded->formulation, plan);
    if (answer.kind != ANSWER_FOUND) {
        trial_fail(trial, "the plan of %.9g breaks a rule of the model", plan->objective);
    } else if (!(fabs(answer.value - plan->objective) <= value_tolerance(answer.value))) {
        trial_fail(trial, "objective %.9g, by the model the plan is worth %.9g", plan->objective,
                   answer.value);
    }
}

enum { ROWS_MOVED = 12 /* rows of a case whose prices are looked at */ };

/** A price is what a row's right-hand side is worth, or it promises more than one more unit brings
 * and less than one less takes: the value is concave in it. */
static void check_row_price(Trial *trial, const LoadedCase *loaded, const Plan *plan, RowId row,
                            double price) {
    for (int by = -1; by <= 1; by += 2) {
        Answer moved = compact_answer_on_trains(loaded->formulation, plan, row, by);
        double most = plan->prices.value + price * by;
        if (moved.kind == ANSWER_FAILED) {
            trial_fail(trial, "GLPK gave up on the plan's trains");
        } else if (!(moved.value <= most + value_tolerance(most))) {
            trial_fail(trial, "row %d of kind %d has a price of %.9g, %+d brings %.9g", row,
                       (int)loaded->formulation->lp.rows[row].group, price, by,
                       moved.value - plan->prices.value);
        }
    }
}

static bool same_row(const LpRow *one, const LpRow *other) {
    return one->group == other->group && one->subject == other->subject &&
           one->detail == other->detail && one->further == other->further;
}

/** The prices are duals of the LP with the plan's trains fixed, and `priced_value` is its value. */
static void check_prices(Trial *trial, const LoadedCase *loaded, const Plan *plan) {
    const LpModel *lp = &loaded->formulation->lp;
    const Prices *prices = &plan->prices;
    Answer answer = compact_answer_on_trains(loaded->formulation, plan, NONE, 0);
    if (prices->missing) {
        trial_fail(trial, "the plan has no prices");
        return;
    }
    if (answer.kind != ANSWER_FOUND ||
        !(fabs(prices->value - answer.value) <= value_tolerance(answer.value))) {
        trial_fail(trial, "priced value %.9g, on the plan's trains GLPK finds %.9g", prices->value,
                   answer.value);
        return;
    }
    int step = 1 + prices->n_rows / ROWS_MOVED;
    for (int i = (int)(trial->seed % (uint64_t)step); i < prices->n_rows; i += step) {
        RowId row = 0;
        while (row < lp->n_rows && !same_row(&lp->rows[row], &prices->rows[i].row)) {
            row++;
        }
        check_row_price(trial, loaded, plan, row, prices->rows[i].price);
    }
}

static void check_optimum(Trial *trial, const Plan *plan, const Answer *answer) {
    double tolerance = value_tolerance(answer->bound);
    if (!(plan->objective <= answer->bound + tolerance)) {
        trial_fail(trial, "objective %.9g is above the optimum %.9g", plan->objective,
                   answer->bound);
    }
    double least = answer->value - stated_gap(plan) * fmax(1, fabs(plan->objective)) - tolerance;
    if (isfinite(answer->value) && !(plan->objective >= least)) {
        trial_fail(trial, "objective %.9g misses the optimum %.9g by more than the gap it states",
                   plan->objective, answer->value);
    }
    if (isfinite(answer->value) && !(plan->bound >= answer->value - tolerance)) {
        trial_fail(trial, "bound %.9g is below the optimum %.9g", plan->bound, answer->value);
    }
}

static void count_plan(Trial *trial, const Problem *problem, const Plan *plan) {
    for (TrainId id = 0; id < problem->n_trains; id++) {
        if (plan->runs[id]) {
            return;
        }
    }
    trial->tally->without_trains++;
}

/** @param plan  NULL where there is none: `outcome` says why */
static void check_plan(Trial *trial, const LoadedCase *loaded, Outcome outcome, const Plan *plan,
                       const Answer *answer) {
    bool infeasible = answer->kind == ANSWER_INFEASIBLE;
    trial->tally->infeasible += infeasible;
    trial->tally->undecided += answer->kind == ANSWER_LIMIT;
    if (answer->kind == ANSWER_FAILED) {
        trial_fail(trial, "GLPK gave up on the compact model");
        return;
    }
    if (plan == NULL) {
        if (isfinite(answer->value) || outcome != OUTCOME_INFEASIBLE) {
            trial_fail(trial, "no plan (%s), but the compact model has one of %.9g",
                       outcome_text(outcome), answer->value);
        }
        return;
    }
    if (infeasible) {
        trial_fail(trial, "a plan of %.9g for an infeasible case", plan->objective);
        return;
    }
    count_plan(trial, loaded->problem, plan);
    check_boxes(trial, loaded->problem, plan);
    check_books(trial, loaded->problem, plan);
    check_rules(trial, loaded, plan);
    check_optimum(trial, plan, answer);
    check_prices(trial, loaded, plan);
    written_plan_check(trial, loaded, plan);
}

CompactAnswer plan_property_check(Trial *trial, const LoadedCase *loaded) {
    CompactAnswer answer = compact_answer(loaded->formulation, true);
    trial->tally->relaxation_alone +=
        answer.whole.kind == ANSWER_INFEASIBLE && answer.relaxation.kind == ANSWER_FOUND;
    Plan *relaxed, *plan;
    Outcome outcome = loaded_case_plan(loaded, true, PROPERTY_GAP, &relaxed);
    check_relaxation(trial, outcome, relaxed, &answer.relaxation);
    outcome = loaded_case_plan(loaded, false, PROPERTY_GAP, &plan);
    check_plan(trial, loaded, outcome, plan, &answer.whole);
    if (relaxed != NULL) {
        plan_free(relaxed);
    }
    if (plan != NULL) {
        plan_free(plan);
    }
    return answer;
}
