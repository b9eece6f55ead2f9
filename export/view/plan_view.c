/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Works out once what the files of a plan and the screen show: names, numbers, key figures. */
#include "export/view/plan_view.h"

#include <math.h>
#include <stdlib.h>

#include "base/decimals.h"
#include "model/ways/itinerary.h"

/** Numbers the itineraries of each demand entry, all its tiers together, and the moves of empties.
 */
static int *number_itineraries(const Problem *problem, const Plan *plan) {
    int *numbers = calloc((size_t)plan->n_allocations + 1, sizeof *numbers);
    int *seen = calloc((size_t)problem->kase->n_demand + 1, sizeof *seen);
    if (numbers == NULL || seen == NULL) {
        free(numbers);
        free(seen);
        return NULL;
    }
    int moves = 0;
    for (int a = 0; a < plan->n_allocations; a++) {
        const Booking *booking = &problem->bookings[plan->allocations[a].booking];
        numbers[a] = booking->empty ? ++moves : ++seen[booking->demand];
    }
    free(seen);
    return numbers;
}

/** Allocations of bookings come before those of empties. */
static int count_itineraries(const Problem *problem, const Plan *plan) {
    int count = 0;
    while (count < plan->n_allocations &&
           !problem->bookings[plan->allocations[count].booking].empty) {
        count++;
    }
    return count;
}

static int compare_ends(const void *a, const void *b) {
    const Booking *x = *(const Booking *const *)a, *y = *(const Booking *const *)b;
    if (x->to != y->to) {
        return x->to < y->to ? -1 : 1;
    }
    if (x->cargo != y->cargo) {
        return x->cargo < y->cargo ? -1 : 1;
    }
    return x < y ? -1 : x > y;
}

/** Looks for an itinerary for each of the bookings; those of one class and destination share a
 * sweep. */
static void look_for_itineraries(const Problem *problem, Labels *labels, const Booking **bookings,
                                 int count, double *delivery, bool *no_itinerary) {
    double *onward = delivery + problem->n_legs;
    for (int i = 0; i < count; i++) {
        const Booking *booking = bookings[i];
        const BookingId id = (BookingId)(booking - problem->bookings);
        if (i == 0 || bookings[i - 1]->to != booking->to ||
            bookings[i - 1]->cargo != booking->cargo) {
            labels_earliest_delivery(labels, (SweepEnd){booking->cargo, booking->to}, delivery,
                                     onward);
        }
        no_itinerary[id] = !itinerary_exists(problem, id, delivery, onward);
    }
}

/** Finds the bookings that nothing can carry. Most have a price, and with it an itinerary; only
 * where there is none among the trains that run are the other candidates looked at. */
static bool *find_no_itinerary(const Problem *problem, const Plan *plan) {
    bool *no_itinerary = calloc((size_t)problem->n_bookings + 1, sizeof *no_itinerary);
    const Booking **unpriced = calloc((size_t)problem->n_bookings + 1, sizeof(*unpriced));
    size_t n_labels = (size_t)problem->n_legs + (size_t)problem->n_feeder_runs;
    double *delivery = calloc(n_labels + 1, sizeof *delivery);
    Labels *labels = labels_new(problem);
    const bool ready =
        no_itinerary != NULL && unpriced != NULL && delivery != NULL && labels != NULL;
    int count = 0;
    for (BookingId id = 0; ready && id < problem->n_bookings; id++) {
        if (!isfinite(plan->prices.floor_price[id])) {
            unpriced[count++] = &problem->bookings[id];
        }
    }
    if (ready) {
        qsort(unpriced, (size_t)count, sizeof(*unpriced), compare_ends);
        look_for_itineraries(problem, labels, unpriced, count, delivery, no_itinerary);
    }
    labels_free(labels);
    free(delivery);
    free(unpriced);
    if (!ready) {
        free(no_itinerary);
        return NULL;
    }
    return no_itinerary;
}

static bool plan_view_fill(PlanView *view) {
    view->names = train_names_new(view->problem, view->plan->runs);
    view->n_itineraries = count_itineraries(view->problem, view->plan);
    view->itinerary = number_itineraries(view->problem, view->plan);
    view->no_itinerary = find_no_itinerary(view->problem, view->plan);
    if (view->plan->runs != NULL) {
        const KpiInput input = plan_decisions(view->plan);
        view->kpi = kpi_compute(view->problem, &input);
        if (view->kpi == NULL) {
            return false;
        }
        view->line_money = line_money_new(view->problem, &input, view->kpi);
        if (view->line_money == NULL) {
            return false;
        }
    }
    return view->names != NULL && view->itinerary != NULL && view->no_itinerary != NULL;
}

PlanView *plan_view_new(const Problem *problem, const Plan *plan, bool show_all) {
    PlanView *view = calloc(1, sizeof *view);
    if (view == NULL) {
        return NULL;
    }
    view->problem = problem;
    view->plan = plan;
    view->show_all = show_all;
    if (!plan_view_fill(view)) {
        plan_view_free(view);
        return NULL;
    }
    return view;
}

void plan_view_free(PlanView *view) {
    if (view == NULL) {
        return;
    }
    kpi_free(view->kpi);
    free(view->line_money);
    train_names_free(view->names);
    free(view->itinerary);
    free(view->no_itinerary);
    free(view);
}

GoalKind plan_view_goal(const PlanView *view) {
    const Case *kase = view->problem->kase;
    return kase->n_goals > 0 ? kase->goals[kase->n_goals - 1].kind : GOAL_MARGIN;
}

double plan_view_objective(const PlanView *view) {
    return kpi_goal(view->kpi, view->problem, plan_view_goal(view));
}

double plan_view_bound(const PlanView *view) {
    const bool reached = view->plan->n_goals >= view->problem->kase->n_goals;
    return reached ? view->plan->bound : (double)NAN;
}

double plan_view_stated_bound(double bound) {
    return isfinite(bound) ? decimals_round(bound, 6, ceil) : (double)NAN;
}

double plan_view_stated_gap(double bound, double value) {
    if (isnan(bound) || isnan(value)) {
        return (double)NAN;
    }
    return fmax(0, bound - value) / fmax(1, fabs(value));
}

double plan_view_ratio(double part, double whole) {
    return whole > 0 ? part / whole : (double)NAN;
}

int plan_view_under_way(const PlanView *view) {
    int trains = 0;
    for (TrainId id = 0; id < view->problem->n_trains; id++) {
        trains += view->problem->trains[id].under_way;
    }
    return trains;
}

int plan_view_own_legs(const PlanView *view) {
    int legs = view->problem->n_base_legs;
    for (TrainId id = 0; id < view->problem->n_trains; id++) {
        const TrainCandidate *train = &view->problem->trains[id];
        legs -= train->under_way ? train->n_legs : 0;
    }
    return legs;
}

int plan_view_leg_number(const PlanView *view, LegId id) {
    const TrainCandidate *train = &view->problem->trains[view->problem->legs[id].train];
    int open = id - train->first_leg, number = 0;
    if (!train->under_way) {
        return open + 1;
    }
    const CarriedTrain *carried = &view->problem->kase->carried->trains[train->carried];
    while (open >= 0) {
        open -= carried->legs[number++].open;
    }
    return number;
}

const char *plan_view_run_name(const PlanView *view, const Leg *leg) {
    return view->problem->runs[leg->run].name;
}
