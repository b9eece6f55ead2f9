/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the bookings of the problem: one of each tier of demand, then those of empties. */
#include "model/problem/booking.h"

#include "model/problem/empties.h"
#include "model/problem/problem_memory.h"

static bool class_bars(const Problem *problem, const Demand *demand) {
    const Case *kase = problem->kase;
    const bool *stations = &problem->cargo_bars_station[demand->cargo * kase->n_stations];
    const bool *containers = kase->cargo[demand->cargo].containers;
    return stations[demand->from] || stations[demand->to] ||
           (containers != NULL && !containers[demand->container]);
}

/** The stock that a booking's containers are taken from. */
static int equipment_of(const Case *kase, const Demand *demand) {
    for (int i = 0; i < kase->n_equipment; i++) {
        if (demand->owner == OWNER_CARRIER && kase->equipment[i].container == demand->container) {
            return i;
        }
    }
    return NONE;
}

/** A part cannot have more boxes than the tier. */
static int least_part(const Demand *demand, int tier) {
    int boxes = demand->tiers[tier].boxes;
    int least = demand->parts_min < boxes ? demand->parts_min : boxes;
    return least > 1 ? least : 1;
}

/** No more parts than are filled by the tier's boxes. */
static int most_parts(const Demand *demand, int tier) {
    int filled = demand->tiers[tier].boxes / least_part(demand, tier);
    return demand->parts_max < filled ? demand->parts_max : filled;
}

static Booking booking_of_tier(const Problem *problem, DemandId id, int tier) {
    const Case *kase = problem->kase;
    const Demand *demand = &kase->demand[id];
    const Container *container = &kase->containers[demand->container];
    return (Booking){.demand = id,
                     .tier = tier,
                     .code = demand->code,
                     .boxes = demand->tiers[tier].boxes,
                     .from = demand->from,
                     .to = demand->to,
                     .cargo = demand->cargo,
                     .container = demand->container,
                     .equipment = equipment_of(kase, demand),
                     .stackable = container->stackable,
                     .teu = container->teu,
                     .gross_t = demand->tonnes_per_box + container->tare_t,
                     .ready = demand->ready,
                     .due = demand->due,
                     .latest = demand->due + demand->late_max_min,
                     .max_transit_min = demand->max_transit_min,
                     .late_cost_per_min = demand->late_cost_per_day / MINUTES_PER_DAY,
                     .revenue_per_box = demand->tiers[tier].revenue_per_box,
                     .unserved_cost_per_box = demand->unserved_cost_per_box,
                     .must = demand->must,
                     .least_part = least_part(demand, tier),
                     .most_parts = most_parts(demand, tier),
                     .barred = class_bars(problem, demand)};
}

void bookings_build(Problem *problem) {
    const Case *kase = problem->kase;
    int count = kase->n_equipment;
    for (DemandId id = 0; id < kase->n_demand; id++) {
        count += kase->demand[id].n_tiers;
    }
    problem->bookings = problem_new(problem, Booking, count);
    for (DemandId id = 0; id < kase->n_demand; id++) {
        for (int tier = 0; tier < kase->demand[id].n_tiers; tier++) {
            problem->bookings[problem->n_bookings++] = booking_of_tier(problem, id, tier);
        }
    }
    empties_add(problem);
}
