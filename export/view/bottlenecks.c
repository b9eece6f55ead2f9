/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the limits with the highest prices among those of trains that run. */
#include "export/view/bottlenecks.h"

#include <math.h>

/** Cheaper ones are not worth a planner's time, currency per unit. */
#define LEAST_PRICE 0.5

/** Keeps the dearest; of those that are equal in whole money, as the screen says it, the one
 * offered first. */
static void bottlenecks_keep(Bottleneck *kept, int *count, int max, Bottleneck one) {
    if (one.price < LEAST_PRICE) {
        return;
    }
    int at = *count;
    while (at > 0 && round(kept[at - 1].price) < round(one.price)) {
        at--;
    }
    if (at >= max) {
        return;
    }
    *count += *count < max;
    for (int i = *count - 1; i > at; i--) {
        kept[i] = kept[i - 1];
    }
    kept[at] = one;
}

int bottlenecks_find(const PlanView *view, Bottleneck *out, int max) {
    const Problem *problem = view->problem;
    const Prices *prices = &view->plan->prices;
    int count = 0;
    for (LegId l = 0; l < problem->n_base_legs; l++) {
        if (plan_view_relaxed(view) || plan_view_runs(view, problem->legs[l].train)) {
            bottlenecks_keep(out, &count, max, (Bottleneck){BOTTLENECK_TEU, l, prices->leg_teu[l]});
            bottlenecks_keep(out, &count, max,
                             (Bottleneck){BOTTLENECK_TONNE, l, prices->leg_tonne[l]});
        }
    }
    for (StationDayId day = 0; day < problem->n_station_days; day++) {
        bottlenecks_keep(out, &count, max, (Bottleneck){BOTTLENECK_LIFT, day, prices->lift[day]});
    }
    for (FeederDayId day = 0; day < problem->n_feeder_days; day++) {
        bottlenecks_keep(out, &count, max,
                         (Bottleneck){BOTTLENECK_FEEDER, day, prices->feeder[day]});
    }
    return count;
}
