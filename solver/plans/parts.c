/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docs/model.md (22): which itineraries of a booking are in use, in a program that lists them. */
#include "solver/plans/parts.h"

#include <math.h>
#include <stdlib.h>

#include "model/problem/booking.h"
#include "model/problem/part_room.h"

/** The row that says how many itineraries of the booking are in use, made on first sight. */
static RowId row_of_parts(LpModel *model, const Booking *booking, RowId *row) {
    if (*row == NONE) {
        *row = lp_model_row(model, (LpRow){.lower = -HUGE_VAL, .upper = booking->most_parts});
    }
    return *row;
}

/** Says whether an itinerary is in use: never, where a part has no room on it.
 *  @param boxes  the column of its boxes
 *  @param parts  of the booking's itineraries in use; NONE at first */
static void add_part(LpModel *model, const Booking *booking, int room, ColumnId boxes,
                     RowId *parts) {
    double most_used = room < booking->least_part ? 0 : 1;
    ColumnId use = lp_model_column(model, (LpColumn){.upper = most_used, .integer = true});
    bool all = booking->least_part >= room; /* all of them, or none */
    RowId most = lp_model_row(model, (LpRow){.lower = all ? 0 : -HUGE_VAL, .upper = 0});
    lp_model_entry(model, most, boxes, 1);
    lp_model_entry(model, most, use, -room);
    if (booking->least_part > 1 && !all) {
        RowId least = lp_model_row(model, (LpRow){.lower = 0, .upper = HUGE_VAL});
        lp_model_entry(model, least, boxes, 1);
        lp_model_entry(model, least, use, -booking->least_part);
    }
    lp_model_entry(model, row_of_parts(model, booking, parts), use, 1);
}

bool parts_add(const ListedPaths *listed, LpModel *model) {
    const Problem *problem = listed->problem;
    RowId *parts = calloc((size_t)problem->n_flows + 1, sizeof *parts);
    if (parts == NULL) {
        return false;
    }
    for (BookingId id = 0; id < problem->n_flows; id++) {
        parts[id] = NONE;
    }
    for (int i = 0; i < listed->count; i++) {
        PathId path = listed->listed == NULL ? i : listed->listed[i];
        BookingId id = listed->paths->items[path].booking;
        const Booking *booking = &problem->bookings[id];
        if (booking_has_parts(booking)) {
            int room = part_room(problem, booking, paths_rides(listed->paths, path),
                                 listed->paths->items[path].n_rides);
            add_part(model, booking, room, listed->first + i, &parts[id]);
        }
    }
    free(parts);
    return !model->failed;
}
