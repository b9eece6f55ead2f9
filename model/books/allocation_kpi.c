/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the boxes of an allocation cost and earn on their way, and how long all of them are under
 * way. */
#include "model/books/allocation_kpi.h"

#include <math.h>
#include <stdlib.h>

#include "model/problem/booking.h"
#include "model/problem/equipment.h"
#include "model/problem/feeder_run.h"

double ride_km(const Problem *problem, Ride ride) {
    double km = 0;
    for (LegId l = ride.first; l <= ride.last; l++) {
        km += problem->legs[l].dist_km;
    }
    return km;
}

double ride_leg_cost(const Problem *problem, Ride ride, const Booking *booking, double boxes) {
    double cost = 0;
    for (LegId l = ride.first; l <= ride.last; l++) {
        cost += boxes * leg_cost_per_box(&problem->legs[l], booking);
    }
    return cost;
}

/** What one ride costs a box besides its legs: how it gets there, on and off the train. */
static void add_ride_costs(const Problem *problem, const Booking *booking, const Ride *rides, int r,
                           int n_rides, double boxes, AllocationKpi *kpi) {
    const Station *from = &problem->kase->stations[problem->legs[rides[r].first].from];
    const Station *to = &problem->kase->stations[problem->legs[rides[r].last].to];
    const bool loads = r == 0 || rides[r].before != NONE;
    const bool unloads = r + 1 == n_rides || rides[r + 1].before != NONE;
    kpi->feeder_cost += boxes * feeder_cost(problem, rides[r].before);
    kpi->feeder_cost += boxes * feeder_cost(problem, rides[r].after);
    kpi->transfer_cost += loads ? 0 : boxes * from->transfer_cost_per_box;
    if (booking->empty) {
        const StationId ends[] = {problem->legs[rides[r].first].from,
                                  problem->legs[rides[r].last].to};
        const bool handled[] = {loads, unloads};
        for (int end = 0; end < 2; end++) {
            const EquipmentAt at = equipment_at(problem->kase, booking->equipment, ends[end]);
            kpi->handling_cost += handled[end] ? boxes * at.empty_handling_cost : 0;
        }
        return;
    }
    kpi->load_cost += loads ? boxes * from->load_cost_per_box : 0;
    kpi->unload_cost += unloads ? boxes * to->unload_cost_per_box : 0;
}

AllocationKpi allocation_kpi(const Problem *problem, const Allocation *allocation,
                             const Ride *rides) {
    const Booking *booking = &problem->bookings[allocation->booking];
    const Ride *last = &rides[allocation->n_rides - 1];
    const double boxes = allocation->boxes;
    AllocationKpi kpi = {
        .departs = rides[0].before == NONE ? problem->legs[rides[0].first].departs
                                           : problem->feeder_runs[rides[0].before].departs,
        .arrives = last->after == NONE ? problem->legs[last->last].arrives
                                       : problem->feeder_runs[last->after].arrives,
        .delivered = booking_delivered(problem, last),
        .revenue = boxes * booking->revenue_per_box,
    };
    kpi.late_min =
        !booking->empty && kpi.delivered > booking->due ? kpi.delivered - booking->due : 0;
    kpi.late_cost = boxes * booking->late_cost_per_min * (double)kpi.late_min;
    for (int r = 0; r < allocation->n_rides; r++) {
        kpi.dist_km += ride_km(problem, rides[r]);
        kpi.leg_cost += ride_leg_cost(problem, rides[r], booking, boxes);
        add_ride_costs(problem, booking, rides, r, allocation->n_rides, boxes, &kpi);
    }
    kpi.cost = kpi.load_cost + kpi.unload_cost + kpi.transfer_cost + kpi.leg_cost +
               kpi.feeder_cost + kpi.late_cost + kpi.handling_cost;
    return kpi;
}

/** Boxes that are under way for so long. */
typedef struct {
    int64_t minutes;
    int boxes;
} Travel;

static int compare_travels(const void *a, const void *b) {
    const Travel *left = a;
    const Travel *right = b;
    return (left->minutes > right->minutes) - (left->minutes < right->minutes);
}

bool transit_of_boxes(const AllocationKpi *kpis, const Allocation *allocations, int count,
                      Transit *transit) {
    *transit = (Transit){(double)NAN, (double)NAN};
    if (count == 0) {
        return true;
    }
    Travel *travels = calloc((size_t)count, sizeof *travels);
    if (travels == NULL) {
        return false;
    }
    double sum = 0;
    long boxes = 0, seen = 0;
    for (int a = 0; a < count; a++) {
        travels[a] = (Travel){kpis[a].arrives - kpis[a].departs, allocations[a].boxes};
        sum += (double)travels[a].minutes * travels[a].boxes;
        boxes += travels[a].boxes;
    }
    qsort(travels, (size_t)count, sizeof *travels, compare_travels);
    transit->mean_hours = boxes > 0 ? sum / (double)boxes / MINUTES_PER_HOUR : (double)NAN;
    const long rank = (9 * boxes + 9) / 10;
    for (int a = 0; seen < rank && a < count; a++) {
        seen += travels[a].boxes;
        transit->p90_hours = (double)travels[a].minutes / MINUTES_PER_HOUR;
    }
    free(travels);
    return true;
}
