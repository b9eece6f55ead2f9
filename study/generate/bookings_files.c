/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bookings.csv, as sales desks export it, and sales_abroad.yaml for what a row cannot say. */
#include "study/generate/case_files.h"
#include "study/generate/case_text.h"

static void put_tonnes(OutFile *out, const DrawnBooking *booking) {
    out_file_print(out, "%d.%d", booking->tonnes_10 / 10, booking->tonnes_10 % 10);
}

static void put_booking_row(const DrawnCase *drawn, OutFile *out, int index) {
    const DrawnBooking *booking = &drawn->bookings[index];
    put_booking_id(out, drawn, index);
    out_file_print(out, ",%s,%s,%d,%s,%s,", place_at(booking->from)->code,
                   place_at(booking->to)->code, booking->boxes, box_code(booking->box),
                   cargo_code(booking->cargo));
    put_tonnes(out, booking);
    out_file_print(out, ",");
    put_local(out, booking->ready);
    out_file_print(out, ",");
    put_date(out, booking->due);
    out_file_print(out, ",%d,", booking->revenue);
    if (booking->late_per_day > 0) {
        out_file_print(out, "%d,%dd,", booking->late_per_day, booking->late_days);
    } else {
        out_file_print(out, ",,");
    }
    if (booking->unserved > 0) {
        out_file_print(out, "%d", booking->unserved);
    }
    out_file_print(out, ",%s,%s\n", booking->must ? "true" : "", booking->shipper ? "shipper" : "");
}

void bookings_write(const DrawnCase *drawn, OutFile *out) {
    out_file_print(out, "id,from,to,boxes,container,cargo,tonnes,ready,due,revenue,late.per_day,"
                        "late.max,unserved,must,owner\n");
    for (int i = 0; i < drawn->n_bookings; i++) {
        if (drawn->bookings[i].cheap_boxes == 0) {
            put_booking_row(drawn, out, i);
        }
    }
}

static void put_tiered(const DrawnCase *drawn, OutFile *out, int index) {
    const DrawnBooking *booking = &drawn->bookings[index];
    out_file_print(out, "  - {id: ");
    put_booking_id(out, drawn, index);
    out_file_print(out, ", from: %s, to: %s, container: %s", place_at(booking->from)->code,
                   place_at(booking->to)->code, box_code(booking->box));
    if (booking->cargo != CARGO_GENERAL) {
        out_file_print(out, ", cargo: %s", cargo_code(booking->cargo));
    }
    out_file_print(out, ", tonnes: ");
    put_tonnes(out, booking);
    out_file_print(out, ", ready: ");
    put_local(out, booking->ready);
    out_file_print(out, ", due: ");
    put_date(out, booking->due);
    if (booking->late_per_day > 0) {
        out_file_print(out, ",\n     late: {per_day: %d, max: %dd}", booking->late_per_day,
                       booking->late_days);
    }
    out_file_print(out, ",\n     %stiers: [{boxes: %d, revenue: %d}, {boxes: %d, revenue: %d}]}\n",
                   booking->shipper ? "owner: shipper, " : "", booking->boxes, booking->revenue,
                   booking->cheap_boxes, booking->cheap_revenue);
}

void tiers_write(const DrawnCase *drawn, OutFile *out) {
    out_file_print(out,
                   "# Return cargo of which a second part comes at a lower price only (境外揽货).\n"
                   "demand:\n");
    for (int i = 0; i < drawn->n_bookings; i++) {
        if (drawn->bookings[i].cheap_boxes > 0) {
            put_tiered(drawn, out, i);
        }
    }
}
