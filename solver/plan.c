/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan as plain data: freed, sorted, and put as the input of its indicators. */
#include "solver/plan.h"

#include <glib.h>
#include <stdlib.h>

void prices_clear(Prices *prices) {
    double *slot_run = prices->slot_run;
    free(prices->rows);
    free(prices->leg_teu);
    free(prices->leg_tonne);
    free(prices->lift);
    free(prices->feeder);
    free(prices->stock);
    free(prices->floor_price);
    free(prices->opportunity);
    *prices = (Prices){.slot_run = slot_run};
}

void plan_free(Plan *plan) {
    if (plan != NULL) {
        free(plan->runs);
        free(plan->goals);
        free(plan->allocations);
        free(plan->rides);
        free(plan->repositions);
        prices_clear(&plan->prices);
        free(plan->prices.slot_run);
        free(plan);
    }
}

KpiInput plan_decisions(const Plan *plan) {
    return (KpiInput){.runs = plan->runs,
                      .allocations = plan->allocations,
                      .n_allocations = plan->n_allocations,
                      .rides = plan->rides,
                      .repositions = plan->repositions};
}

static int compare_rides(const Plan *plan, const Allocation *x, const Allocation *y) {
    for (int i = 0; i < x->n_rides && i < y->n_rides; i++) {
        Ride p = plan->rides[x->first_ride + i], q = plan->rides[y->first_ride + i];
        if (p.first != q.first) {
            return p.first < q.first ? -1 : 1;
        }
        if (p.last != q.last) {
            return p.last < q.last ? -1 : 1;
        }
        if (p.before != q.before) {
            return p.before < q.before ? -1 : 1;
        }
        if (p.after != q.after) {
            return p.after < q.after ? -1 : 1;
        }
    }
    return x->n_rides < y->n_rides ? -1 : x->n_rides > y->n_rides;
}

static int compare_allocations(const void *a, const void *b, void *data) {
    const Allocation *x = a, *y = b;
    if (x->booking != y->booking) {
        return x->booking < y->booking ? -1 : 1;
    }
    return compare_rides(data, x, y);
}

void plan_sort(Plan *plan) {
    g_qsort_with_data(plan->allocations, plan->n_allocations, sizeof(Allocation),
                      compare_allocations, plan);
}
