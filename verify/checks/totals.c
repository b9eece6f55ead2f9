/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds up the plan's figures as a whole from its trains and boxes. */
#include "verify/checks/totals.h"

#include <math.h>

static double ratio(double part, double whole) {
    return whole > 0 ? part / whole : (double)NAN;
}

static void sum_direction(ByDirection *sum, Direction direction, double value) {
    sum->all += value;
    if (direction == DIRECTION_OUTBOUND) {
        sum->outbound += value;
    }
    if (direction == DIRECTION_RETURN) {
        sum->ret += value;
    }
}

static void sum_trains(const PlanRead *plan, VerifyKpi *kpi) {
    for (int i = 0; i < plan->n_trains; i++) {
        const PlanTrain *train = &plan->trains[i];
        if (!train->sound || !train->runs) {
            continue;
        }
        kpi->teu_km += train->loaded_teu_km;
        if (train->carried >= 0) {
            kpi->teu_km -= train->gone_teu_km;
            continue;
        }
        const Line *line = &plan->kase->lines[train->line];
        sum_direction(&kpi->trains, line->direction, 1);
        sum_direction(&kpi->loaded_teu, line->direction, train->loaded_teu_km / train->dist_km);
        sum_direction(&kpi->offered_teu_km, line->direction, train->offered_teu_km);
        sum_direction(&kpi->loaded_teu_km, line->direction, train->loaded_teu_km);
        sum_direction(&kpi->empty_teu, line->direction, train->empty_teu_km / train->dist_km);
        sum_direction(&kpi->empty_teu_km, line->direction, train->empty_teu_km);
        kpi->cost_parts.train += line->cost_per_train;
        for (int run = 0; run < train->n_runs; run++) {
            kpi->cost_parts.train += plan->kase->slots[train->slot_runs[run].slot].cost_per_train;
        }
    }
    const ByDirection *loaded = &kpi->loaded_teu_km, *offered = &kpi->offered_teu_km;
    kpi->load_factor =
        (ByDirection){ratio(loaded->all, offered->all), ratio(loaded->outbound, offered->outbound),
                      ratio(loaded->ret, offered->ret)};
    const ByDirection *empty = &kpi->empty_teu_km;
    kpi->loaded_ratio = (ByDirection){ratio(loaded->all, loaded->all + empty->all),
                                      ratio(loaded->outbound, loaded->outbound + empty->outbound),
                                      ratio(loaded->ret, loaded->ret + empty->ret)};
    kpi->return_ratio_trains = ratio(kpi->trains.ret, kpi->trains.outbound);
    kpi->return_ratio_teu = ratio(kpi->loaded_teu.ret, kpi->loaded_teu.outbound);
}

typedef struct {
    double hours;
    long boxes;
} BoxTransit;

static gint compare_hours(gconstpointer a, gconstpointer b) {
    double one = ((const BoxTransit *)a)->hours, other = ((const BoxTransit *)b)->hours;
    return (one > other) - (one < other);
}

/** Mean and nearest-rank 90th percentile, every box counting once. */
static void sum_transit(VerifyKpi *kpi, GArray *transits) {
    double sum = 0;
    long boxes = 0, seen = 0;
    kpi->transit_mean_hours = kpi->transit_p90_hours = (double)NAN;
    g_array_sort(transits, compare_hours);
    for (guint i = 0; i < transits->len; i++) {
        const BoxTransit *transit = &g_array_index(transits, BoxTransit, i);
        boxes += transit->boxes;
        sum += (double)transit->boxes * transit->hours;
    }
    if (boxes == 0) {
        return;
    }
    kpi->transit_mean_hours = sum / (double)boxes;
    long rank = (9 * boxes + 9) / 10;
    for (guint i = 0; i < transits->len && seen < rank; i++) {
        const BoxTransit *transit = &g_array_index(transits, BoxTransit, i);
        seen += transit->boxes;
        kpi->transit_p90_hours = transit->hours;
    }
}

static void sum_boxes(const PlanRead *plan, VerifyKpi *kpi) {
    GArray *transits = g_array_new(FALSE, FALSE, sizeof(BoxTransit));
    for (int i = 0; i < plan->n_itineraries; i++) {
        const PlanItinerary *itinerary = &plan->itineraries[i];
        if (!itinerary->moves) {
            continue;
        }
        BoxTransit transit = {(double)(itinerary->arrives - itinerary->departs) / MINUTES_PER_HOUR,
                              itinerary->boxes};
        g_array_append_val(transits, transit);
        kpi->revenue += itinerary->revenue;
        kpi->cost_parts.leg += itinerary->leg_cost;
        kpi->cost_parts.load += itinerary->load_cost;
        kpi->cost_parts.unload += itinerary->unload_cost;
        kpi->cost_parts.transfer += itinerary->transfer_cost;
        kpi->cost_parts.feeder += itinerary->feeder_cost;
        kpi->cost_parts.late += itinerary->late_cost;
        const Demand *demand = &plan->kase->demand[itinerary->demand];
        kpi->delivered_teu +=
            (double)itinerary->boxes * plan->kase->containers[demand->container].teu;
        if (itinerary->late_min > 0) {
            kpi->boxes_late += itinerary->boxes;
        }
    }
    sum_transit(kpi, transits);
    g_array_free(transits, TRUE);
}

static double cost_of(const VerifyKpi *kpi) {
    return kpi->cost_parts.train + kpi->cost_parts.leg + kpi->cost_parts.load +
           kpi->cost_parts.unload + kpi->cost_parts.transfer + kpi->cost_parts.feeder +
           kpi->cost_parts.late + kpi->cost_parts.unserved + kpi->cost_parts.empty +
           kpi->cost_parts.lease + kpi->cost_parts.storage + kpi->cost_parts.end_value +
           kpi->cost_parts.reposition + kpi->cost_parts.balance + kpi->cost_parts.moved;
}

double goal_value(const VerifyKpi *kpi, GoalKind kind) {
    switch (kind) {
    case GOAL_MARGIN:
        return kpi->margin;
    case GOAL_TEU:
        return kpi->delivered_teu;
    case GOAL_TEU_KM:
        return kpi->teu_km;
    case GOAL_LOAD_FACTOR:
        return isfinite(kpi->load_factor.all) ? kpi->load_factor.all : 0; /* without trains */
    }
    return (double)NAN;
}

void plan_kpi(PlanRead *plan) {
    VerifyKpi *kpi = &plan->report->kpi;
    sum_trains(plan, kpi);
    sum_boxes(plan, kpi);
    kpi->cost_parts.unserved = plan->unserved_cost;
    kpi->cost_parts.balance = plan->balance_penalty;
    kpi->cost_parts.moved = plan->moved_cost;
    kpi->cost = cost_of(kpi);
    kpi->margin = kpi->revenue - kpi->cost;
    const Case *kase = plan->kase;
    GoalKind last = kase->n_goals > 0 ? kase->goals[kase->n_goals - 1].kind : GOAL_MARGIN;
    plan->report->objective = goal_value(kpi, last);
}
