/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts what a plan makes of feeders, empties, leases and wagon sets. */
#include "export/view/resources.h"

#include "model/problem/equipment.h"

static long resources_fed_boxes(const PlanView *view) {
    long boxes = 0;
    for (int a = 0; a < view->n_itineraries; a++) {
        const Allocation *allocation = &view->plan->allocations[a];
        for (int r = 0; r < allocation->n_rides; r++) {
            const Ride *ride = &view->plan->rides[allocation->first_ride + r];
            boxes += (long)allocation->boxes * ((ride->before != NONE) + (ride->after != NONE));
        }
    }
    return boxes;
}

static long count_leased(const PlanView *view) {
    const size_t end = stock_index(view->problem, view->problem->kase->n_equipment, 0, 0);
    long boxes = 0;
    for (size_t i = 0; i < end; i++) {
        boxes += view->kpi->stock->entries[i].leased;
    }
    return boxes;
}

static long count_repositioned(const PlanView *view) {
    long sets = 0;
    if (view->problem->kase->n_rakes > 0) {
        for (int i = 0; i < problem_n_repositions(view->problem); i++) {
            sets += view->plan->repositions[i];
        }
    }
    return sets;
}

Resources resources_of(const PlanView *view) {
    Resources resources = {0};
    if (plan_view_relaxed(view)) {
        return resources;
    }
    resources.fed_boxes = resources_fed_boxes(view);
    resources.leased_boxes = count_leased(view);
    resources.sets_repositioned = count_repositioned(view);
    for (int a = view->n_itineraries; a < view->plan->n_allocations; a++) {
        const Allocation *allocation = &view->plan->allocations[a];
        resources.empty_moves++;
        resources.empty_boxes += allocation->boxes;
        resources.empty_teu += allocation->boxes * view->problem->bookings[allocation->booking].teu;
    }
    return resources;
}
