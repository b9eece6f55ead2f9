#include "export/plan_view.h"

#include <math.h>
#include <stdlib.h>

/** Numbers the itineraries of each demand entry, all its tiers together. */
static int *number_itineraries(const Problem *problem, const Plan *plan) {
    int *numbers = calloc((size_t)plan->n_allocations + 1, sizeof *numbers);
    int *seen = calloc((size_t)problem->kase->n_demand + 1, sizeof *seen);
    if (numbers == NULL || seen == NULL) {
        free(numbers);
        free(seen);
        return NULL;
    }
    for (int a = 0; a < plan->n_allocations; a++) {
        numbers[a] = ++seen[problem->bookings[plan->allocations[a].booking].demand];
    }
    free(seen);
    return numbers;
}

static bool fill(PlanView *view) {
    view->names = train_names_new(view->problem, view->plan->runs);
    view->itinerary = number_itineraries(view->problem, view->plan);
    view->zones = zones_new();
    view->beijing = view->zones != NULL ? zone_find(view->zones, "Asia/Shanghai") : NULL;
    if (view->plan->runs != NULL) {
        const KpiInput input = {.runs = view->plan->runs,
                                .allocations = view->plan->allocations,
                                .n_allocations = view->plan->n_allocations,
                                .rides = view->plan->rides};
        view->kpi = kpi_compute(view->problem, &input);
        if (view->kpi == NULL) {
            return false;
        }
    }
    return view->names != NULL && view->itinerary != NULL && view->beijing != NULL;
}

PlanView *plan_view_new(const Problem *problem, const Plan *plan, bool show_all) {
    PlanView *view = calloc(1, sizeof *view);
    if (view == NULL) {
        return NULL;
    }
    view->problem = problem;
    view->plan = plan;
    view->show_all = show_all;
    if (!fill(view)) {
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
    train_names_free(view->names);
    free(view->itinerary);
    if (view->zones != NULL) {
        zones_free(view->zones);
    }
    free(view);
}

double plan_view_ratio(double part, double whole) {
    return whole > 0 ? part / whole : (double)NAN;
}

const char *plan_view_run_name(const PlanView *view, const Leg *leg) {
    return view->problem->runs[leg->run].name;
}
