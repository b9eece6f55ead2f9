/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docs/model.md (9): no more boxes than booked; all of them where they must travel.
 *
 * Boxes left behind are the slack of the row: their penalty is a constant less what each carried
 * box saves. */
#include <math.h>

#include "model/formulation/rows/rows.h"

void rows_demand(Formulation *formulation) {
    const Problem *problem = formulation->problem;
    for (BookingId id = 0; id < problem->n_bookings; id++) {
        const Booking *booking = &problem->bookings[id];
        formulation->demand_row[id] = lp_model_row(
            &formulation->lp, (LpRow){.group = ROW_DEMAND,
                                      .subject = id,
                                      .detail = NONE,
                                      .lower = booking->must ? (double)booking->boxes : -HUGE_VAL,
                                      .upper = booking->boxes});
        if (!booking->must) {
            formulation->lp.constant -= booking->unserved_cost_per_box * booking->boxes;
        }
    }
}
