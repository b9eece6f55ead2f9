/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says how the lists of a plan that is compared are sorted. */
#include "study/compare/compared_order.h"

#include <string.h>

#include "study/compare/compared_plan.h"

/** By the first texts that differ. */
static int order_of(const char *const pairs[][2], size_t count) {
    int found = 0;
    for (size_t i = 0; i < count && found == 0; i++) {
        found = strcmp(pairs[i][0], pairs[i][1]);
    }
    return found;
}

int compared_bookings_order(gconstpointer a, gconstpointer b) {
    return strcmp(((const ComparedBooking *)a)->code, ((const ComparedBooking *)b)->code);
}

int compared_itineraries_order(gconstpointer a, gconstpointer b) {
    const ComparedItinerary *one = a, *other = b;
    const char *const pairs[][2] = {{one->booking, other->booking}, {one->way, other->way}};
    return order_of(pairs, G_N_ELEMENTS(pairs));
}

int compared_flows_order(gconstpointer a, gconstpointer b) {
    const ComparedFlow *one = a, *other = b;
    const char *const pairs[][2] = {
        {one->mode, other->mode}, {one->from, other->from}, {one->to, other->to}};
    return order_of(pairs, G_N_ELEMENTS(pairs));
}

int compared_prices_order(gconstpointer a, gconstpointer b) {
    return strcmp(((const ComparedPrice *)a)->row, ((const ComparedPrice *)b)->row);
}
