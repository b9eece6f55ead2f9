/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the bookings of a plan, and puts the ways of their boxes together leg by leg. */
#include "study/compare/box_reading.h"

#include <string.h>

#include "base/date.h"
#include "study/compare/cell_reading.h"
#include "study/compare/compared_order.h"

static const int BOOKING_WANTED[] = {BOOKING_CODE, BOOKING_BOXES, BOOKING_CARRIED, -1};
static const int LEG_WANTED[] = {LEG_BOOKING, LEG_ITINERARY, LEG_SEQ,  LEG_MODE,
                                 LEG_TRAIN,   LEG_SLOT,      LEG_FROM, LEG_TO,
                                 LEG_DEPARTS, LEG_BOXES,     LEG_TEU,  -1};

/** Parts that rides and their members are set apart by: no text of a plan has these. */
#define OF_RIDE "\x1f"
#define OF_WAY "\x1e"

static bool read_bookings(ComparedPlan *plan) {
    for (int row = 1; row < cells_rows(plan, TABLE_BOOKINGS); row++) {
        ComparedBooking booking = {.code = cells_text(plan, TABLE_BOOKINGS, row, BOOKING_CODE)};
        if (!cells_count(plan, TABLE_BOOKINGS, row, BOOKING_BOXES, &booking.boxes) ||
            !cells_count(plan, TABLE_BOOKINGS, row, BOOKING_CARRIED, &booking.carried)) {
            return false;
        }
        g_array_append_val(plan->bookings, booking);
    }
    g_array_sort(plan->bookings, compared_bookings_order);
    return true;
}

/* ---- itineraries ---- */

/** Rows of legs.csv by itinerary and along it, and the trains by name. */
typedef struct {
    ComparedPlan *plan;
    GArray *rows;       /**< int */
    GHashTable *trains; /**< name → ComparedTrain */
} Legs;

static const char *leg_text(const Legs *legs, guint index, int column) {
    return cells_text(legs->plan, TABLE_LEGS, g_array_index(legs->rows, int, index), column);
}

static bool same_leg_text(const Legs *legs, guint a, guint b, int column) {
    return strcmp(leg_text(legs, a, column), leg_text(legs, b, column)) == 0;
}

static bool is_same_itinerary(const Legs *legs, guint a, guint b) {
    return b < legs->rows->len && same_leg_text(legs, a, b, LEG_BOOKING) &&
           same_leg_text(legs, a, b, LEG_ITINERARY);
}

static bool is_train_leg(const Legs *legs, guint index) {
    return strcmp(leg_text(legs, index, LEG_MODE), "train") == 0;
}

/** Which train it is: its line and slot runs. One that is no row of trains.csv, as those of other
 * periods of a cyclic plan, is known by its name and the slot runs of the ride. */
static void way_add_train(const Legs *legs, GString *way, guint first, guint last) {
    const ComparedTrain *train =
        g_hash_table_lookup(legs->trains, leg_text(legs, first, LEG_TRAIN));
    if (train != NULL) {
        g_string_append_printf(way, "%s" OF_RIDE "%s", train->line, train->slots);
        return;
    }
    g_string_append(way, leg_text(legs, first, LEG_TRAIN));
    for (guint i = first; i <= last; i++) {
        g_string_append_printf(way, OF_RIDE "%s", leg_text(legs, i, LEG_SLOT));
    }
}

/** Adds the ride that begins with this leg: a feeder's run, or a train from where it is boarded to
 * where it is left.
 *  @return the last leg of it */
static guint way_add_ride(const Legs *legs, GString *way, guint first) {
    guint last = first;
    if (is_train_leg(legs, first)) {
        while (is_same_itinerary(legs, first, last + 1) && is_train_leg(legs, last + 1) &&
               same_leg_text(legs, first, last + 1, LEG_TRAIN)) {
            last++;
        }
        way_add_train(legs, way, first, last);
    } else {
        Minute departs = 0;
        (void)instant_parse(leg_text(legs, first, LEG_DEPARTS), &departs);
        g_string_append_printf(way, "%s" OF_RIDE "%s" OF_RIDE "%" G_GINT64_FORMAT,
                               leg_text(legs, first, LEG_MODE), leg_text(legs, first, LEG_TRAIN),
                               (gint64)departs);
    }
    g_string_append_printf(way, OF_RIDE "%s" OF_RIDE "%s" OF_WAY, leg_text(legs, first, LEG_FROM),
                           leg_text(legs, last, LEG_TO));
    return last;
}

static bool read_itineraries(const Legs *legs) {
    ComparedPlan *plan = legs->plan;
    GString *way = g_string_new(NULL);
    bool ok = true;
    for (guint first = 0, next; first < legs->rows->len && ok; first = next) {
        const int row = g_array_index(legs->rows, int, first);
        ComparedItinerary itinerary = {.booking = leg_text(legs, first, LEG_BOOKING)};
        Minute departs = 0;
        g_string_truncate(way, 0);
        for (next = first; next == first || is_same_itinerary(legs, first, next); next++) {
            next = way_add_ride(legs, way, next);
        }
        for (guint i = first; i < next && ok; i++) {
            ok = cells_instant(plan, TABLE_LEGS, g_array_index(legs->rows, int, i), LEG_DEPARTS,
                               &departs);
        }
        ok = ok && cells_count(plan, TABLE_LEGS, row, LEG_BOXES, &itinerary.boxes);
        itinerary.way = g_string_chunk_insert_const(plan->texts, way->str);
        g_array_append_val(plan->itineraries, itinerary);
    }
    g_string_free(way, TRUE);
    return ok;
}

/** Puts those of one booking and way together. */
static void merge_itineraries(GArray *itineraries) {
    guint kept = 0;
    g_array_sort(itineraries, compared_itineraries_order);
    for (guint i = 0; i < itineraries->len; i++) {
        const ComparedItinerary *own = &g_array_index(itineraries, ComparedItinerary, i);
        ComparedItinerary *last = &g_array_index(itineraries, ComparedItinerary, kept - 1);
        if (kept > 0 && compared_itineraries_order(last, own) == 0) {
            last->boxes += own->boxes;
        } else {
            g_array_index(itineraries, ComparedItinerary, kept++) = *own;
        }
    }
    g_array_set_size(itineraries, kept);
}

bool boxes_read_compared(ComparedPlan *plan) {
    if (!cells_open(plan, TABLE_BOOKINGS, BOOKING_WANTED) ||
        !cells_open(plan, TABLE_LEGS, LEG_WANTED) || !read_bookings(plan)) {
        return false;
    }
    const Legs legs = {plan, cells_in_order(plan, TABLE_LEGS, LEG_BOOKING, LEG_ITINERARY, LEG_SEQ),
                       g_hash_table_new(g_str_hash, g_str_equal)};
    for (guint i = 0; i < plan->trains->len; i++) {
        ComparedTrain *train = &g_array_index(plan->trains, ComparedTrain, i);
        g_hash_table_insert(legs.trains, (gpointer)train->name, train);
    }
    const bool ok = read_itineraries(&legs);
    merge_itineraries(plan->itineraries);
    g_hash_table_unref(legs.trains);
    g_array_unref(legs.rows);
    return ok;
}
