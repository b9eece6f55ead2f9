#include "model/kpi.h"

#include <math.h>
#include <stdlib.h>

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
    kpi->legs = zeroed(problem->n_legs, sizeof *kpi->legs);
    kpi->trains = zeroed(problem->n_trains, sizeof *kpi->trains);
    kpi->station_days = zeroed(problem->n_station_days, sizeof *kpi->station_days);
    kpi->carried = zeroed(problem->n_bookings, sizeof *kpi->carried);
    kpi->balance = zeroed(kpi->n_balance, sizeof *kpi->balance);
    if (kpi->allocations == NULL || kpi->legs == NULL || kpi->trains == NULL ||
        kpi->station_days == NULL || kpi->carried == NULL || kpi->balance == NULL) {
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
    free(kpi->carried);
    free(kpi->balance);
    free(kpi);
}

/** The fixed costs of the trains that run, and the station days they use. */
static void add_trains(Kpi *kpi, const Problem *problem, const bool *runs) {
    for (TrainId id = 0; id < problem->n_trains; id++) {
        const TrainCandidate *train = &problem->trains[id];
        TrainKpi *totals = &kpi->trains[id];
        for (LegId l = train->first_leg; l < train->first_leg + train->n_legs; l++) {
            const Leg *leg = &problem->legs[l];
            totals->offered_teu_km += leg->dist_km * leg->offered_teu;
            if (runs[id]) {
                kpi->station_days[leg->arrive_day].trains++;
            }
        }
        if (runs[id]) {
            totals->cost = train->cost;
            kpi->parts.train += train->cost;
            kpi->station_days[problem->legs[train->first_leg].depart_day].trains++;
        }
    }
}

static double ride_km(const Problem *problem, Ride ride) {
    double km = 0;
    for (LegId l = ride.first; l <= ride.last; l++) {
        km += problem->legs[l].dist_km;
    }
    return km;
}

static double ride_leg_cost(const Problem *problem, Ride ride, double teu) {
    double cost = 0;
    for (LegId l = ride.first; l <= ride.last; l++) {
        cost += problem->legs[l].cost_per_teu * teu;
    }
    return cost;
}

/** Dates, revenue and direct costs of one allocation. */
static AllocationKpi evaluate(const Problem *problem, const Allocation *allocation,
                              const Ride *rides) {
    const Booking *booking = &problem->bookings[allocation->booking];
    const Station *stations = problem->kase->stations;
    const Leg *first = &problem->legs[rides[0].first];
    const Leg *last = &problem->legs[rides[allocation->n_rides - 1].last];
    const double boxes = allocation->boxes;
    AllocationKpi kpi = {
        .departs = first->departs,
        .arrives = last->arrives,
        .delivered = last->arrives + stations[last->to].unload_release_min,
        .revenue = boxes * booking->revenue_per_box,
        .load_cost = boxes * stations[first->from].load_cost_per_box,
        .unload_cost = boxes * stations[last->to].unload_cost_per_box,
    };
    kpi.late_min = kpi.delivered > booking->due ? kpi.delivered - booking->due : 0;
    kpi.late_cost = boxes * booking->late_cost_per_min * (double)kpi.late_min;
    for (int r = 0; r < allocation->n_rides; r++) {
        kpi.dist_km += ride_km(problem, rides[r]);
        kpi.leg_cost += ride_leg_cost(problem, rides[r], boxes * booking->teu);
        if (r > 0) {
            const StationId change = problem->legs[rides[r].first].from;
            kpi.transfer_cost += boxes * stations[change].transfer_cost_per_box;
        }
    }
    kpi.cost = kpi.load_cost + kpi.unload_cost + kpi.transfer_cost + kpi.leg_cost + kpi.late_cost;
    return kpi;
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
        kpi->legs[l].boxes += boxes;
        kpi->legs[l].loaded_teu += boxes * booking->teu;
        kpi->legs[l].tonnes += boxes * booking->gross_t;
        kpi->trains[leg->train].loaded_teu_km += boxes * booking->teu * leg->dist_km;
        if (l != ride.first && problem->kase->stations[leg->from].gauge_break) {
            kpi->station_days[leg->depart_day].lifts += boxes;
            kpi->lifts += boxes;
        }
    }
}

/** True where an earlier ride of the itinerary was on the same train: its boxes count once. */
static bool rode_before(const Problem *problem, const Ride *rides, int r) {
    for (int earlier = 0; earlier < r; earlier++) {
        if (problem->legs[rides[earlier].first].train == problem->legs[rides[r].first].train) {
            return true;
        }
    }
    return false;
}

static void add_allocation(Kpi *kpi, const Problem *problem, const Allocation *allocation,
                           const Ride *rides, AllocationKpi *own) {
    const Booking *booking = &problem->bookings[allocation->booking];
    *own = evaluate(problem, allocation, rides);
    kpi->revenue += own->revenue;
    kpi->parts.load += own->load_cost;
    kpi->parts.unload += own->unload_cost;
    kpi->parts.transfer += own->transfer_cost;
    kpi->parts.leg += own->leg_cost;
    kpi->parts.late += own->late_cost;
    kpi->carried[allocation->booking] += allocation->boxes;
    kpi->boxes_carried += allocation->boxes;
    kpi->boxes_late += own->late_min > 0 ? allocation->boxes : 0;
    for (int r = 0; r < allocation->n_rides; r++) {
        TrainKpi *train = &kpi->trains[problem->legs[rides[r].first].train];
        const double share = own->dist_km > 0 ? ride_km(problem, rides[r]) / own->dist_km : 0;
        load_ride(kpi, problem, rides[r], booking, allocation->boxes);
        train->revenue += share * own->revenue;
        train->cost += share * (own->cost - own->leg_cost) +
                       ride_leg_cost(problem, rides[r], allocation->boxes * booking->teu);
        if (!rode_before(problem, rides, r)) {
            train->loaded_boxes += allocation->boxes;
        }
    }
}

static void add_bookings(Kpi *kpi, const Problem *problem) {
    for (BookingId id = 0; id < problem->n_bookings; id++) {
        const Booking *booking = &problem->bookings[id];
        const long unserved = booking->boxes - kpi->carried[id];
        kpi->boxes_offered += booking->boxes;
        kpi->boxes_unserved += unserved;
        kpi->parts.unserved += (double)unserved * booking->unserved_cost_per_box;
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

static void add_traffic(Kpi *kpi, const Problem *problem, const bool *runs) {
    for (TrainId id = 0; id < problem->n_trains; id++) {
        const TrainCandidate *train = &problem->trains[id];
        TrainKpi *totals = &kpi->trains[id];
        if (!runs[id]) {
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
        if (!runs[id] || (result->period != NONE && train->week != result->period)) {
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

static void add_balance(Kpi *kpi, const Problem *problem, const bool *runs) {
    const Case *kase = problem->kase;
    int row = 0;
    for (int rule = 0; rule < kase->n_balance; rule++) {
        for (int period = 0; period < balance_periods(kase, rule); period++) {
            BalanceKpi *result = &kpi->balance[row++];
            result->rule = rule;
            result->period = kase->balance[rule].per == PER_WEEK ? period : NONE;
            balance_rule(kpi, problem, runs, result);
            kpi->parts.balance += result->penalty;
        }
    }
}

typedef struct {
    int64_t minutes;
    int boxes;
} Transit;

static int compare_transit(const void *a, const void *b) {
    const Transit *left = a;
    const Transit *right = b;
    return (left->minutes > right->minutes) - (left->minutes < right->minutes);
}

/** Mean and 90th percentile (nearest rank) of the boxes' transit times.
 *  @return false where memory ran out */
static bool add_transit(Kpi *kpi, const KpiInput *input) {
    kpi->transit_mean_hours = (double)NAN;
    kpi->transit_p90_hours = (double)NAN;
    if (kpi->boxes_carried == 0) {
        return true;
    }
    Transit *transits = zeroed(input->n_allocations, sizeof *transits);
    if (transits == NULL) {
        return false;
    }
    double sum = 0;
    for (int a = 0; a < input->n_allocations; a++) {
        transits[a].minutes = kpi->allocations[a].arrives - kpi->allocations[a].departs;
        transits[a].boxes = input->allocations[a].boxes;
        sum += (double)transits[a].minutes * transits[a].boxes;
    }
    qsort(transits, (size_t)input->n_allocations, sizeof *transits, compare_transit);
    kpi->transit_mean_hours = sum / (double)kpi->boxes_carried / MINUTES_PER_HOUR;
    const long rank = (9 * kpi->boxes_carried + 9) / 10;
    long seen = 0;
    for (int a = 0; seen < rank; a++) {
        seen += transits[a].boxes;
        kpi->transit_p90_hours = (double)transits[a].minutes / MINUTES_PER_HOUR;
    }
    free(transits);
    return true;
}

static double parts_sum(const CostParts *parts) {
    return parts->train + parts->leg + parts->load + parts->unload + parts->transfer +
           parts->feeder + parts->late + parts->unserved + parts->empty + parts->lease +
           parts->storage + parts->end_value + parts->reposition + parts->balance;
}

Kpi *kpi_compute(const Problem *problem, const KpiInput *input) {
    Kpi *kpi = kpi_new(problem, input);
    if (kpi == NULL) {
        return NULL;
    }
    add_trains(kpi, problem, input->runs);
    for (int a = 0; a < input->n_allocations; a++) {
        const Allocation *allocation = &input->allocations[a];
        add_allocation(kpi, problem, allocation, &input->rides[allocation->first_ride],
                       &kpi->allocations[a]);
    }
    add_bookings(kpi, problem);
    add_traffic(kpi, problem, input->runs);
    add_balance(kpi, problem, input->runs);
    kpi->cost = parts_sum(&kpi->parts);
    kpi->margin = kpi->revenue - kpi->cost;
    if (!add_transit(kpi, input)) {
        kpi_free(kpi);
        return NULL;
    }
    return kpi;
}

double kpi_objective(const Problem *problem, const KpiInput *input) {
    Kpi *kpi = kpi_compute(problem, input);
    const double margin = kpi != NULL ? kpi->margin : (double)NAN;
    kpi_free(kpi);
    return margin;
}
