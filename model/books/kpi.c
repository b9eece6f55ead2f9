/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Works out what a plan comes to, from its trains and boxes alone. */
#include "model/books/kpi.h"

#include <math.h>
#include <stdlib.h>

#include "model/promises/commitment.h"

/** calloc() that gives an array even for nothing, so that NULL always means: no memory. */
static void *zeroed(int count, size_t size) {
    return calloc(count > 0 ? (size_t)count : 1, size);
}

static int balance_periods(const Case *kase, int rule) {
    return kase->balance[rule].per == PER_WEEK ? kase->horizon.weeks : 1;
}

static Kpi *kpi_new(const Problem *problem, const KpiInput *input) {
    Kpi *kpi = calloc(1, sizeof *kpi);
    if (kpi == NULL) {
        return NULL;
    }
    for (int rule = 0; rule < problem->kase->n_balance; rule++) {
        kpi->n_balance += balance_periods(problem->kase, rule);
    }
    kpi->allocations = zeroed(input->n_allocations, sizeof *kpi->allocations);
    kpi->legs = zeroed(problem->n_base_legs, sizeof *kpi->legs);
    kpi->trains = zeroed(problem->n_trains, sizeof *kpi->trains);
    kpi->station_days = zeroed(problem->n_station_days, sizeof *kpi->station_days);
    kpi->carried = zeroed(problem->n_bookings, sizeof *kpi->carried);
    kpi->stayed = zeroed(problem->kase->commitments.n_earlier_itineraries, sizeof *kpi->stayed);
    kpi->balance = zeroed(kpi->n_balance, sizeof *kpi->balance);
    kpi->stock = stock_ledger_new(problem);
    if (kpi->stock == NULL || kpi->allocations == NULL || kpi->legs == NULL ||
        kpi->trains == NULL || kpi->station_days == NULL || kpi->carried == NULL ||
        kpi->stayed == NULL || kpi->balance == NULL) {
        kpi_free(kpi);
        return NULL;
    }
    return kpi;
}

void kpi_free(Kpi *kpi) {
    if (kpi == NULL) {
        return;
    }
    free(kpi->allocations);
    free(kpi->legs);
    free(kpi->trains);
    free(kpi->station_days);
    stock_ledger_free(kpi->stock);
    free(kpi->carried);
    free(kpi->stayed);
    free(kpi->balance);
    free(kpi);
}

/** The fixed costs of the trains that run, and the station days they use. */
static void kpi_add_trains(Kpi *kpi, const Problem *problem, const bool *runs) {
    for (TrainId id = 0; id < problem->n_trains; id++) {
        const TrainCandidate *train = &problem->trains[id];
        TrainKpi *totals = &kpi->trains[id];
        for (LegId l = train->first_leg; l < train->first_leg + train->n_legs; l++) {
            const Leg *leg = &problem->legs[l];
            totals->offered_teu_km += leg->dist_km * leg->offered_teu;
            if (runs[id] && !train->under_way) {
                kpi->station_days[leg->arrive_day].trains++;
            }
        }
        if (runs[id] && !train->under_way) {
            totals->cost = train->cost;
            kpi->parts[COST_TRAIN] += train->cost;
            kpi->station_days[problem->legs[train->first_leg].depart_day].trains++;
        }
    }
}

/** What boxes of earlier plans are on legs, and what is used up of station days. */
static void kpi_add_gone(Kpi *kpi, const Problem *problem) {
    for (LegId id = 0; id < problem->n_base_legs; id++) {
        const Leg *leg = &problem->legs[id];
        TrainKpi *train = &kpi->trains[leg->train];
        const double empty = leg->gone_teu - leg->gone_loaded_teu;
        kpi->legs[id] = (LegKpi){leg->gone_loaded_teu, empty, leg->gone_t, leg->gone_boxes};
        train->loaded_teu_km += leg->gone_loaded_teu * leg->dist_km;
        train->empty_teu_km += empty * leg->dist_km;
    }
    for (TrainId id = 0; id < problem->n_trains; id++) {
        kpi->trains[id].loaded_boxes = problem->trains[id].gone_loaded;
        kpi->trains[id].empty_boxes = problem->trains[id].gone_empty;
    }
    for (StationDayId id = 0; id < problem->n_station_days; id++) {
        const StationDay *day = &problem->station_days[id];
        const CarriedDay *used =
            carried_station_day(problem->kase->carried, day->station, day->day);
        if (used != NULL) {
            kpi->station_days[id].lifts += used->lifts;
            kpi->station_days[id].trains += used->trains;
        }
    }
}

/** Boxes on one leg of a ride. */
static void load_leg(Kpi *kpi, const Problem *problem, LegId id, const Booking *booking,
                     int boxes) {
    const Leg *leg = &problem->legs[id];
    LegKpi *on_leg = &kpi->legs[leg->base];
    TrainKpi *train = &kpi->trains[leg->train];
    const double teu = boxes * booking->teu;
    on_leg->tonnes += boxes * booking->gross_t;
    if (booking->empty) {
        on_leg->empty_teu += teu;
        train->empty_teu_km += teu * leg->dist_km;
    } else {
        on_leg->boxes += boxes;
        on_leg->loaded_teu += teu;
        train->loaded_teu_km += teu * leg->dist_km;
    }
}

/** What the boxes put on each leg, and their lifts: on and off at the ends of the ride (a transfer
 * is one ride's end and the next one's beginning), across wherever the ride passes a gauge break.
 */
static void load_ride(Kpi *kpi, const Problem *problem, Ride ride, const Booking *booking,
                      int boxes) {
    kpi->station_days[problem->legs[ride.first].depart_day].lifts += boxes;
    kpi->station_days[problem->legs[ride.last].arrive_day].lifts += boxes;
    kpi->lifts += 2L * boxes;
    for (LegId l = ride.first; l <= ride.last; l++) {
        const Leg *leg = &problem->legs[l];
        load_leg(kpi, problem, l, booking, boxes);
        if (l != ride.first && problem->kase->stations[leg->from].gauge_break) {
            kpi->station_days[leg->depart_day].lifts += boxes;
            kpi->lifts += boxes;
        }
    }
}

/** True where an earlier ride of the itinerary was on the same train: its boxes count once. The
 * train of another period is another one. */
static bool rode_before(const Problem *problem, const Ride *rides, int r) {
    for (int earlier = 0; earlier < r; earlier++) {
        if (problem_same_train(problem, rides[earlier].first, rides[r].first)) {
            return true;
        }
    }
    return false;
}

/** Money and boxes of cargo, by kind. */
static void kpi_add_cargo(Kpi *kpi, const Allocation *allocation, const AllocationKpi *own) {
    kpi->revenue += own->revenue;
    kpi->parts[COST_LOAD] += own->load_cost;
    kpi->parts[COST_UNLOAD] += own->unload_cost;
    kpi->parts[COST_TRANSFER] += own->transfer_cost;
    kpi->parts[COST_FEEDER] += own->feeder_cost;
    kpi->parts[COST_LEG] += own->leg_cost;
    kpi->parts[COST_LATE] += own->late_cost;
    kpi->carried[allocation->booking] += allocation->boxes;
    kpi->boxes_carried += allocation->boxes;
    kpi->boxes_late += own->late_min > 0 ? allocation->boxes : 0;
}

static void kpi_add_allocation(Kpi *kpi, const Problem *problem, const Allocation *allocation,
                               const Ride *rides, AllocationKpi *own) {
    const Booking *booking = &problem->bookings[allocation->booking];
    *own = allocation_kpi(problem, allocation, rides);
    stock_ledger_add(kpi->stock, allocation->booking, rides, allocation->n_rides,
                     allocation->boxes);
    if (booking->empty) {
        kpi->parts[COST_EMPTY] += own->cost;
    } else {
        kpi_add_cargo(kpi, allocation, own);
    }
    for (int r = 0; r < allocation->n_rides; r++) {
        TrainKpi *train = &kpi->trains[problem->legs[rides[r].first].train];
        const double share = own->dist_km > 0 ? ride_km(problem, rides[r]) / own->dist_km : 0;
        load_ride(kpi, problem, rides[r], booking, allocation->boxes);
        train->revenue += share * own->revenue;
        train->cost += share * (own->cost - own->leg_cost) +
                       ride_leg_cost(problem, rides[r], booking, allocation->boxes);
        if (!rode_before(problem, rides, r)) {
            *(booking->empty ? &train->empty_boxes : &train->loaded_boxes) += allocation->boxes;
        }
    }
}

/** Stock of containers, and wagon sets moved without a train. */
static void kpi_add_resources(Kpi *kpi, const Problem *problem, const int *repositions) {
    StockCost cost;
    /* Whether the stock suffices is for the solver and the verifier to say. */
    (void)stock_ledger_settle(kpi->stock, &cost);
    kpi->parts[COST_LEASE] = cost.lease;
    kpi->parts[COST_STORAGE] = cost.storage;
    kpi->parts[COST_END_VALUE] = cost.end_value;
    for (int pool = 0; pool < problem->kase->n_rakes && repositions != NULL; pool++) {
        const Rake *rake = &problem->kase->rakes[pool];
        for (int rule = 0; rule < rake->n_reposition; rule++) {
            for (StockDay day = 0; day < problem->n_stock_days; day++) {
                kpi->parts[COST_REPOSITION] +=
                    rake->reposition[rule].cost *
                    repositions[problem_reposition(problem, pool, rule, day)];
            }
        }
    }
}

static void kpi_add_bookings(Kpi *kpi, const Problem *problem) {
    for (BookingId id = 0; id < problem->n_bookings; id++) {
        const Booking *booking = &problem->bookings[id];
        const long unserved = booking->boxes - kpi->carried[id];
        kpi->boxes_offered += booking->boxes;
        kpi->boxes_unserved += unserved;
        kpi->parts[COST_UNSERVED] += (double)unserved * booking->unserved_cost_per_box;
    }
}

static void traffic_add(TrafficKpi *traffic, const TrainKpi *train) {
    traffic->trains++;
    traffic->loaded_teu += train->loaded_teu;
    traffic->empty_teu += train->empty_teu;
    traffic->offered_teu_km += train->offered_teu_km;
    traffic->loaded_teu_km += train->loaded_teu_km;
    traffic->empty_teu_km += train->empty_teu_km;
}

static double gone_teu_km(const Problem *problem, const TrainCandidate *train) {
    double gone = 0;
    for (LegId leg = train->first_leg; leg < train->first_leg + train->n_legs; leg++) {
        gone += problem->legs[leg].gone_loaded_teu * problem->legs[leg].dist_km;
    }
    return gone;
}

static void kpi_add_traffic(Kpi *kpi, const Problem *problem, const bool *runs) {
    for (TrainId id = 0; id < problem->n_trains; id++) {
        const TrainCandidate *train = &problem->trains[id];
        TrainKpi *totals = &kpi->trains[id];
        if (!runs[id]) {
            continue;
        }
        kpi->teu_km += totals->loaded_teu_km;
        if (train->under_way) {
            kpi->teu_km -= gone_teu_km(problem, train);
            continue;
        }
        totals->loaded_teu = train->dist_km > 0 ? totals->loaded_teu_km / train->dist_km : 0;
        totals->empty_teu = train->dist_km > 0 ? totals->empty_teu_km / train->dist_km : 0;
        traffic_add(&kpi->all, totals);
        const Direction direction = problem->kase->lines[train->line].direction;
        if (direction == DIRECTION_OUTBOUND) {
            traffic_add(&kpi->outbound, totals);
        } else if (direction == DIRECTION_RETURN) {
            traffic_add(&kpi->ret, totals);
        }
    }
}

/** How far the return direction stays behind its goal, and what is due for it. */
static double shortfall(const BalanceGoal *goal, double outbound, double ret, double *penalty) {
    if (!goal->given) {
        return 0;
    }
    const double missing = fmax(0, goal->ratio * outbound - ret);
    if (isfinite(goal->penalty)) {
        *penalty += goal->penalty * missing;
    }
    return missing;
}

static void balance_rule(const Kpi *kpi, const Problem *problem, const bool *runs,
                         BalanceKpi *result) {
    const Balance *rule = &problem->kase->balance[result->rule];
    for (TrainId id = 0; id < problem->n_trains; id++) {
        const TrainCandidate *train = &problem->trains[id];
        if (!runs[id] || train->under_way ||
            (result->period != NONE && train->week != result->period)) {
            continue;
        }
        const char *line = problem->kase->lines[train->line].code;
        if (pattern_matches(rule->outbound, line)) {
            result->outbound_trains++;
            result->outbound_teu += kpi->trains[id].loaded_teu;
        }
        if (pattern_matches(rule->ret, line)) {
            result->return_trains++;
            result->return_teu += kpi->trains[id].loaded_teu;
        }
    }
    result->short_trains =
        shortfall(&rule->trains, result->outbound_trains, result->return_trains, &result->penalty);
    result->short_teu =
        shortfall(&rule->teu, result->outbound_teu, result->return_teu, &result->penalty);
}

static void kpi_add_balance(Kpi *kpi, const Problem *problem, const bool *runs) {
    const Case *kase = problem->kase;
    int row = 0;
    for (int rule = 0; rule < kase->n_balance; rule++) {
        for (int period = 0; period < balance_periods(kase, rule); period++) {
            BalanceKpi *result = &kpi->balance[row++];
            result->rule = rule;
            result->period = kase->balance[rule].per == PER_WEEK ? period : NONE;
            balance_rule(kpi, problem, runs, result);
            kpi->parts[COST_BALANCE] += result->penalty;
        }
    }
}

/** Trains and boxes that are no more where an earlier plan had them. */
static void kpi_add_moved(Kpi *kpi, const Problem *problem, const KpiInput *input) {
    const Commitments *commitments = &problem->kase->commitments;
    for (int i = 0; i < commitments->n_earlier_trains; i++) {
        TrainId train = problem->train_promises[i].train;
        kpi->parts[COST_MOVED] +=
            train != NONE && input->runs[train] ? 0 : commitments->earlier_trains[i].price;
    }
    for (int a = 0; a < input->n_allocations; a++) {
        const Allocation *allocation = &input->allocations[a];
        int promise = commitment_find(problem, allocation->booking,
                                      &input->rides[allocation->first_ride], allocation->n_rides);
        if (promise != NONE) {
            kpi->stayed[promise] += allocation->boxes;
        }
    }
    for (int i = 0; i < commitments->n_earlier_itineraries; i++) {
        int moved = commitments->earlier_itineraries[i].boxes - kpi->stayed[i];
        kpi->parts[COST_MOVED] += moved > 0 ? moved * commitments->earlier_itineraries[i].price : 0;
    }
}

/** Allocations of bookings: those of empties come last. */
static int count_of_bookings(const Problem *problem, const KpiInput *input) {
    int count = 0;
    while (count < input->n_allocations &&
           input->allocations[count].booking < problem->n_bookings) {
        count++;
    }
    return count;
}

Kpi *kpi_compute(const Problem *problem, const KpiInput *input) {
    Kpi *kpi = kpi_new(problem, input);
    if (kpi == NULL) {
        return NULL;
    }
    kpi_add_gone(kpi, problem);
    kpi_add_trains(kpi, problem, input->runs);
    for (int a = 0; a < input->n_allocations; a++) {
        const Allocation *allocation = &input->allocations[a];
        kpi_add_allocation(kpi, problem, allocation, &input->rides[allocation->first_ride],
                           &kpi->allocations[a]);
    }
    kpi_add_bookings(kpi, problem);
    kpi_add_resources(kpi, problem, input->repositions);
    kpi_add_traffic(kpi, problem, input->runs);
    kpi_add_balance(kpi, problem, input->runs);
    kpi_add_moved(kpi, problem, input);
    kpi->cost = cost_parts_sum(kpi->parts);
    kpi->margin = kpi->revenue - kpi->cost;
    if (!transit_of_boxes(kpi->allocations, input->allocations, count_of_bookings(problem, input),
                          &kpi->transit)) {
        kpi_free(kpi);
        return NULL;
    }
    return kpi;
}

static double teu_delivered(const Kpi *kpi, const Problem *problem) {
    double teu = 0;
    for (BookingId id = 0; id < problem->n_bookings; id++) {
        teu += (double)kpi->carried[id] * problem->bookings[id].teu;
    }
    return teu;
}

double kpi_goal(const Kpi *kpi, const Problem *problem, GoalKind goal) {
    switch (goal) {
    case GOAL_TEU:
        return teu_delivered(kpi, problem);
    case GOAL_TEU_KM:
        return kpi->teu_km;
    case GOAL_LOAD_FACTOR:
        return kpi->all.offered_teu_km > 0 ? kpi->all.loaded_teu_km / kpi->all.offered_teu_km : 0;
    case GOAL_MARGIN:
        break;
    }
    return kpi->margin;
}

double kpi_objective(const Problem *problem, const KpiInput *input) {
    Kpi *kpi = kpi_compute(problem, input);
    const double margin = kpi != NULL ? kpi->margin : (double)NAN;
    kpi_free(kpi);
    return margin;
}
