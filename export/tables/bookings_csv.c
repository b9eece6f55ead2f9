/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes bookings.csv: what is carried of each demand entry, why not the rest, and at what price
 * it would be. */
#include <glib.h>
#include <math.h>

#include "export/tables/plan_csv.h"

/** Prices within this of each other are the same, currency per box: a floor price adds up prices
 * that are rounded to millionths, many times a box's tonnes. */
#define PRICE_TOLERANCE 5e-3

/** A demand entry: its tiers are bookings that follow one another. */
typedef struct {
    BookingId first;
    long boxes;
    long carried;
    int parts;           /**< itineraries that they take */
    double best_refused; /**< highest revenue per box among tiers with boxes left behind */
} Entry;

static Entry sum_up_tiers(const PlanView *view, BookingId first, BookingId end) {
    Entry entry = {.first = first, .best_refused = -(double)INFINITY};
    for (BookingId id = first; id < end; id++) {
        const Booking *booking = &view->problem->bookings[id];
        const long carried = view->kpi != NULL ? view->kpi->carried[id] : 0;
        entry.boxes += booking->boxes;
        entry.carried += carried;
        if (carried < booking->boxes) {
            entry.best_refused = fmax(entry.best_refused, booking->revenue_per_box);
        }
    }
    return entry;
}

/** Where only trains could carry a booking that do not run, it has no price: there is no room. */
static const char *reason(const PlanView *view, const Entry *entry) {
    const double floor_price = view->plan->prices.floor_price[entry->first];
    const Case *kase = view->problem->kase;
    const Demand *demand = &kase->demand[view->problem->bookings[entry->first].demand];
    if (demand_gone(demand)) {
        return "carried_before";
    }
    if (entry->carried == entry->boxes) {
        return "";
    }
    if (demand_past_due(kase->carried, demand, kase->horizon.start_at)) {
        return "past_due";
    }
    if (view->no_itinerary[entry->first] && entry->carried == 0) {
        return "no_itinerary";
    }
    if (plan_view_relaxed(view)) {
        return "";
    }
    return isfinite(floor_price) && entry->best_refused < floor_price - PRICE_TOLERANCE
               ? "below_floor_price"
               : "no_room";
}

static void put_tiers(CsvWriter *csv, const Demand *demand) {
    double *revenue = g_new(double, (gsize)demand->n_tiers + 1);
    for (int tier = 0; tier < demand->n_tiers; tier++) {
        revenue[tier] = demand->tiers[tier].revenue_per_box;
    }
    csv_put_moneys(csv, revenue, demand->n_tiers);
    g_free(revenue);
}

/** What the case says of the booking, and on how many itineraries its boxes go. */
static void put_terms(const PlanView *view, CsvWriter *csv, const Entry *entry) {
    const Case *kase = view->problem->kase;
    const Demand *demand = &kase->demand[view->problem->bookings[entry->first].demand];
    csv_put_text(csv, kase->stations[demand->from].code);
    csv_put_text(csv, kase->stations[demand->to].code);
    csv_put_text(csv, kase->containers[demand->container].code);
    csv_put_text(csv, kase->cargo[demand->cargo].code);
    put_tiers(csv, demand);
    csv_put_instant(csv, kase->stations[demand->from].zone, demand->ready);
    csv_put_instant(csv, kase->stations[demand->to].zone, demand->due);
    if (plan_view_relaxed(view)) {
        csv_put_empty(csv);
    } else {
        csv_put_int(csv, entry->parts);
    }
    csv_put_text(csv, demand->customer);
    csv_put_text(csv, demand->remark);
}

static void put_demand_row(const PlanView *view, CsvWriter *csv, const Entry *entry) {
    csv_put_text(csv, view->problem->bookings[entry->first].code);
    csv_put_int(csv, entry->boxes);
    if (plan_view_relaxed(view)) {
        csv_put_empty(csv);
        csv_put_empty(csv);
    } else {
        csv_put_int(csv, entry->carried);
        csv_put_int(csv, entry->boxes - entry->carried);
    }
    csv_put_text(csv, reason(view, entry));
    csv_put_ratio(csv, view->plan->prices.floor_price[entry->first]);
    csv_put_ratio(csv, view->plan->prices.opportunity[entry->first]);
    put_terms(view, csv, entry);
    csv_put_int(
        csv,
        view->problem->kase->demand[view->problem->bookings[entry->first].demand].carried_before);
    csv_end_row(csv);
}

void bookings_csv_write(const PlanView *view, CsvWriter *csv) {
    const Problem *problem = view->problem;
    BookingId end;
    int next = 0;
    for (BookingId first = 0; first < problem->n_bookings; first = end) {
        end = first + 1;
        while (end < problem->n_bookings &&
               problem->bookings[end].demand == problem->bookings[first].demand) {
            end++;
        }
        Entry entry = sum_up_tiers(view, first, end);
        entry.parts = -next;
        while (next < view->n_itineraries && view->plan->allocations[next].booking < end) {
            next++;
        }
        entry.parts += next;
        put_demand_row(view, csv, &entry);
    }
}
