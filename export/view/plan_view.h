/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What every file of a plan and its summary on screen show, worked out once. */
#ifndef BANLIE_EXPORT_VIEW_PLAN_VIEW_H
#define BANLIE_EXPORT_VIEW_PLAN_VIEW_H

#include "export/view/train_names.h"
#include "model/books/line_money.h"
#include "solver/plan.h"

typedef struct {
    const Problem *problem;
    const Plan *plan;
    bool show_all;         /**< list the trains that do not run, too */
    Kpi *kpi;              /**< NULL where the plan is a relaxation: nothing runs */
    LineMoney *line_money; /**< per LineId; NULL likewise */
    TrainNames *names;
    int n_itineraries;  /**< allocations of bookings; those of empties follow them */
    int *itinerary;     /**< per allocation: its number within its demand entry, from 1; of empties:
                           of their move */
    bool *no_itinerary; /**< per BookingId: no train candidate can carry it, whichever run */
} PlanView;

/** @param plan  a plan with trains, or a relaxation; both have to outlive the view
 *  @return to be freed with plan_view_free(), NULL where memory ran out or the tz database is
 * missing */
PlanView *plan_view_new(const Problem *problem, const Plan *plan, bool show_all)
    __attribute__((warn_unused_result));

void plan_view_free(PlanView *view);

/** True where a relaxation is shown: prices only, no trains and boxes. */
static inline bool plan_view_relaxed(const PlanView *view) {
    return view->kpi == NULL;
}

/** True where the train runs in the plan. */
static inline bool plan_view_runs(const PlanView *view, TrainId train) {
    return view->kpi != NULL && view->plan->runs[train];
}

/** What the plan is held to, of an earlier one. */
static inline const Commitments *plan_view_commitments(const PlanView *view) {
    return &view->problem->kase->commitments;
}

/** What the last goal of the case asks for; margin where it names none. */
GoalKind plan_view_goal(const PlanView *view);

/** What the plan has of that, recomputed from its trains and boxes. */
double plan_view_objective(const PlanView *view);

/** The bound on it; NAN where that goal was not reached. */
double plan_view_bound(const PlanView *view);

/** A bound as it is stated, with 6 decimals: rounded up, for it has to stay one. NAN where there is
 * none. */
double plan_view_stated_bound(double bound);

/** How far a bound is above a value, as a share of the value; of both as they are stated. NAN where
 * either is missing. */
double plan_view_stated_gap(double bound, double value);

/** A part of a whole; NAN where the whole is 0. */
double plan_view_ratio(double part, double whole);

/** Place of a leg along its train, the first is 1; of a train under way along its whole run. */
int plan_view_leg_number(const PlanView *view, LegId id);

/** How many of the candidates are trains under way, and how many legs the others have. */
int plan_view_under_way(const PlanView *view);
int plan_view_own_legs(const PlanView *view);

/** Name of a slot run on which a leg is ridden. */
const char *plan_view_run_name(const PlanView *view, const Leg *leg);

#endif
