/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pairs bookings, flows and prices of two plans, each list by what its rows are of. */
#include "study/compare/box_changes.h"

#include <math.h>

#include "study/compare/compared_order.h"
#include "study/compare/pairing.h"

/** Where rows go. */
typedef struct {
    Comparison *comparison;
    int plan;
    GHashTable *kept; /**< booking → boxes that travel alike in both plans */
} Taking;

/* ---- bookings ---- */

static void take_way(gconstpointer a, gconstpointer b, gpointer user) {
    const Taking *taking = user;
    if (a != NULL && b != NULL) {
        const ComparedItinerary *one = a, *other = b;
        const int before = GPOINTER_TO_INT(g_hash_table_lookup(taking->kept, one->booking));
        g_hash_table_insert(taking->kept, (gpointer)one->booking,
                            GINT_TO_POINTER(before + MIN(one->boxes, other->boxes)));
    }
}

static BoxesChange change_of_booking(const BookingRow *row) {
    const ComparedBooking *a = row->of[0], *b = row->of[1];
    if (a == NULL || b == NULL) {
        return b == NULL ? BOXES_ONLY_A : BOXES_ONLY_B;
    }
    if (a->carried != b->carried) {
        return a->carried < b->carried ? BOXES_GAINED : BOXES_LOST;
    }
    return row->rerouted > 0 ? BOXES_REROUTED : BOXES_SAME;
}

static void take_booking(gconstpointer a, gconstpointer b, gpointer user) {
    const Taking *taking = user;
    BookingRow row = {.plan = taking->plan, .of = {a, b}};
    if (a != NULL && b != NULL) {
        const int kept = GPOINTER_TO_INT(g_hash_table_lookup(taking->kept, row.of[0]->code));
        row.rerouted = MIN(row.of[0]->carried, row.of[1]->carried) - kept;
    }
    row.change = change_of_booking(&row);
    g_array_append_val(taking->comparison->bookings, row);
}

void booking_changes_add(Comparison *comparison, int plan) {
    const ComparedPlan *a = &comparison->plans[0], *b = &comparison->plans[plan];
    Taking taking = {comparison, plan, g_hash_table_new(g_str_hash, g_str_equal)};
    pairing_walk(a->itineraries, b->itineraries, compared_itineraries_order, take_way, &taking);
    pairing_walk(a->bookings, b->bookings, compared_bookings_order, take_booking, &taking);
    g_hash_table_unref(taking.kept);
}

/* ---- flows ---- */

static void take_flow(gconstpointer a, gconstpointer b, gpointer user) {
    const Taking *taking = user;
    const ComparedFlow *of[] = {a, b}, *any = a != NULL ? a : b;
    FlowRow row = {.plan = taking->plan, .mode = any->mode, .from = any->from, .to = any->to};
    for (int i = 0; i < 2; i++) {
        row.teu[i] = of[i] != NULL ? of[i]->teu : 0;
    }
    g_array_append_val(taking->comparison->flows, row);
}

void flow_changes_add(Comparison *comparison, int plan) {
    Taking taking = {.comparison = comparison, .plan = plan};
    pairing_walk(comparison->plans[0].flows, comparison->plans[plan].flows, compared_flows_order,
                 take_flow, &taking);
}

/* ---- prices ---- */

static void take_price(gconstpointer a, gconstpointer b, gpointer user) {
    const Taking *taking = user;
    const ComparedPrice *of[] = {a, b};
    PriceRow row = {.plan = taking->plan, .row = of[a != NULL ? 0 : 1]->row};
    for (int i = 0; i < 2; i++) {
        row.price[i] = of[i] != NULL ? of[i]->price : (double)NAN;
    }
    g_array_append_val(taking->comparison->prices, row);
}

void price_changes_add(Comparison *comparison, int plan) {
    const ComparedPlan *a = &comparison->plans[0], *b = &comparison->plans[plan];
    Taking taking = {.comparison = comparison, .plan = plan};
    if (a->priced != NULL && g_strcmp0(a->priced, b->priced) == 0) {
        comparison->priced = true;
        pairing_walk(a->prices, b->prices, compared_prices_order, take_price, &taking);
    }
}
