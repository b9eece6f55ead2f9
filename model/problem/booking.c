/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the bookings of the problem: one of each tier of demand, and one of each type's empties. */
#include "model/problem/booking.h"

#include <math.h>

#include "base/whole_number.h"
#include "model/problem/problem_memory.h"

/** More empties than any plan moves. */
static const double EMPTIES_MAX = 1e6;

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
                     .late_cost_per_min = demand->late_cost_per_day / MINUTES_PER_DAY,
                     .revenue_per_box = demand->tiers[tier].revenue_per_box,
                     .unserved_cost_per_box = demand->unserved_cost_per_box,
                     .must = demand->must,
                     .barred = class_bars(problem, demand)};
}

/** Empties of one container type: no plan moves more of them than its trains can carry on all legs
 * together. */
static Booking booking_of_empties(const Problem *problem, int equipment) {
    const Case *kase = problem->kase;
    ContainerId id = kase->equipment[equipment].container;
    const Container *container = &kase->containers[id];
    double teu = 0;
    for (LegId leg = 0; leg < problem->n_base_legs; leg++) {
        teu += problem->legs[leg].offered_teu;
    }
    return (Booking){.empty = true,
                     .demand = NONE,
                     .code = container->code,
                     .boxes = whole_number(fmin(teu / container->teu, EMPTIES_MAX)),
                     .from = NONE,
                     .to = NONE,
                     .cargo = kase->n_cargo,
                     .container = id,
                     .equipment = equipment,
                     .stackable = container->stackable,
                     .teu = container->teu,
                     .gross_t = container->tare_t,
                     .ready = kase->horizon.start_at,
                     .due = kase->horizon.last_arrival,
                     .latest = kase->horizon.last_arrival};
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
    problem->n_flows = problem->n_bookings;
    for (int i = 0; i < kase->n_equipment; i++) {
        problem->bookings[problem->n_flows++] = booking_of_empties(problem, i);
    }
}
