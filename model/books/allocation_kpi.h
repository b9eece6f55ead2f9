/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What the boxes of an allocation come to: dates, money, km; and how long boxes are under way. */
#ifndef BANLIE_MODEL_BOOKS_ALLOCATION_KPI_H
#define BANLIE_MODEL_BOOKS_ALLOCATION_KPI_H

#include "model/problem/problem.h"

/** What the boxes of one allocation cost and earn, all boxes together. */
typedef struct {
    Minute departs;   /**< of the first train, or the feeder before it */
    Minute arrives;   /**< of the last train, or the feeder after it */
    Minute delivered; /**< arrival of a last feeder; of a last train, + unload.release */
    int64_t late_min; /**< past due, 0 where in time */
    double dist_km;   /**< ridden */
    double revenue;
    double load_cost;
    double unload_cost;
    double transfer_cost;
    double leg_cost;
    double feeder_cost;
    double late_cost;
    double handling_cost; /**< of empties, in place of load and unload */
    double cost;          /**< all of the above */
} AllocationKpi;

/** How long boxes are under way, from departure to arrival. */
typedef struct {
    double mean_hours; /**< NAN where no box travels */
    double p90_hours;  /**< nearest rank, by box; NAN likewise */
} Transit;

/** Dates, revenue and direct costs of one allocation. */
AllocationKpi allocation_kpi(const Problem *problem, const Allocation *allocation,
                             const Ride *rides);

double ride_km(const Problem *problem, Ride ride);

/** What so many boxes of a booking cost on the legs of a ride, currency. */
double ride_leg_cost(const Problem *problem, Ride ride, const Booking *booking, double boxes);

/** Mean and 90th percentile of the boxes' transit times.
 *  @param count  of the allocations, and of what they come to; those of empties left out
 *  @return false where memory ran out */
bool transit_of_boxes(const AllocationKpi *kpis, const Allocation *allocations, int count,
                      Transit *transit) __attribute__((warn_unused_result));

#endif
