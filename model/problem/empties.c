/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a booking of each container type's empties; empties.h says what becomes of them. */
#include "model/problem/empties.h"

#include <math.h>

#include "base/whole_number.h"

/** More empties than any plan moves. */
static const double EMPTIES_MAX = 1e6;

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
    int boxes = whole_number(fmin(teu / container->teu, EMPTIES_MAX));
    return (Booking){.empty = true,
                     .demand = NONE,
                     .code = container->code,
                     .boxes = boxes,
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
                     .latest = kase->horizon.last_arrival,
                     .max_transit_min = INT64_MAX,
                     .least_part = 1,
                     .most_parts = boxes};
}

void empties_add(Problem *problem) {
    problem->n_flows = problem->n_bookings;
    for (int i = 0; i < problem->kase->n_equipment; i++) {
        problem->bookings[problem->n_flows++] = booking_of_empties(problem, i);
    }
}
