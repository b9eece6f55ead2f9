/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lifts, trains and feeder boxes of gone things on local days that end after this plan begins, and
 * how much of them is under way. */
#include <stdlib.h>
#include <string.h>

#include "config/case_memory.h"
#include "config/rolling/carried_case.h"

/** Days in the making. */
typedef struct {
    Case *kase;
    GArray *stations, *feeders; /**< CarriedDay */
} Days;

static CarriedDay *day_in(GArray *days, int subject, Date date) {
    for (guint i = 0; i < days->len; i++) {
        CarriedDay *day = &g_array_index(days, CarriedDay, i);
        if (day->subject == subject && day->day == date) {
            return day;
        }
    }
    CarriedDay none = {.subject = subject, .day = date};
    g_array_append_val(days, none);
    return &g_array_index(days, CarriedDay, days->len - 1);
}

/** The local day at a station where it is not over; NULL. */
static CarriedDay *open_day(const Days *days, const char *code, Minute at) {
    int station = carried_station(days->kase, code);
    if (station < 0) {
        return NULL;
    }
    const Zone *zone = days->kase->stations[station].zone;
    Date date = zone_date(zone, at);
    return date < zone_date(zone, days->kase->horizon.start_at)
               ? NULL
               : day_in(days->stations, station, date);
}

static void count_lifts_on(const Days *days, const char *station, Minute at, int boxes) {
    CarriedDay *day = open_day(days, station, at);
    if (day != NULL) {
        day->lifts += boxes;
    }
}

static void count_call(const Days *days, const char *station, Minute at) {
    CarriedDay *day = open_day(days, station, at);
    if (day != NULL) {
        day->trains++;
    }
}

static void count_fed(const Days *days, const CarriedRow *leg) {
    const Case *kase = days->kase;
    for (int feeder = 0; feeder < kase->n_feeders; feeder++) {
        if (strcmp(kase->feeders[feeder].code, leg->train) != 0) {
            continue;
        }
        const Zone *zone = kase->stations[kase->feeders[feeder].from].zone;
        Date date = zone_date(zone, leg->departs_at);
        if (date >= zone_date(zone, kase->horizon.start_at)) {
            day_in(days->feeders, feeder, date)->boxes += leg->boxes;
        }
    }
}

static bool on_train(const CarriedRow *leg) {
    return strcmp(leg->mode, "train") == 0;
}

static bool same_gone_train(const CarriedRow *a, const CarriedRow *b) {
    return on_train(a) && on_train(b) && strcmp(a->train, b->train) == 0;
}

static bool gauge_breaks(const Case *kase, const char *code) {
    int station = carried_station(kase, code);
    return station >= 0 && kase->stations[station].gauge_break;
}

/** Lifts of one itinerary: on and off a train, and across a gauge break where it passes one. */
static void count_itinerary(const Days *days, const CarriedRow *legs, int n_legs) {
    for (int i = 0; i < n_legs; i++) {
        const CarriedRow *leg = &legs[i];
        if (!on_train(leg)) {
            count_fed(days, leg);
            continue;
        }
        bool stays_from = i > 0 && same_gone_train(&legs[i - 1], leg);
        bool stays_to = i + 1 < n_legs && same_gone_train(leg, &legs[i + 1]);
        if (!stays_from || gauge_breaks(days->kase, leg->from)) {
            count_lifts_on(days, leg->from, leg->departs_at, leg->boxes);
        }
        if (!stays_to) {
            count_lifts_on(days, leg->to, leg->arrives_at, leg->boxes);
        }
    }
}

static void count_itineraries_gone(const Days *days) {
    CarriedOver *carried = days->kase->carried;
    for (int first = 0, end; first < carried->n_rows; first = end) {
        const CarriedRow *head = &carried->rows[first];
        end = first + 1;
        while (end < carried->n_rows && carried->rows[end].kind == head->kind &&
               strcmp(carried->rows[end].id, head->id) == 0 &&
               strcmp(carried->rows[end].itinerary, head->itinerary) == 0) {
            end++;
        }
        if (head->kind != CARRIED_BOX && head->kind != CARRIED_EMPTY) {
            continue;
        }
        count_itinerary(days, head, end - first);
        if (carried->rows[end - 1].arrives_at >= days->kase->horizon.start_at) {
            bool box = head->kind == CARRIED_BOX;
            *(box ? &carried->boxes_under_way : &carried->empties_under_way) += head->boxes;
        }
    }
}

static int compare_carried_days(const void *a, const void *b) {
    const CarriedDay *x = a, *y = b;
    if (x->subject != y->subject) {
        return x->subject < y->subject ? -1 : 1;
    }
    return (x->day > y->day) - (x->day < y->day);
}

/** The days in order, in memory of the case; frees the list. */
static CarriedDay *keep_days(Case *kase, GArray *days, int *count) {
    g_array_sort(days, compare_carried_days);
    *count = (int)days->len;
    CarriedDay *kept = case_memory_array(kase->memory, days->len, sizeof *kept);
    if (days->len > 0) {
        memcpy(kept, days->data, days->len * sizeof *kept);
    }
    g_array_free(days, TRUE);
    return kept;
}

void carried_days(const EarlierFolder *folder) {
    CarriedOver *carried = folder->kase->carried;
    Days days = {.kase = folder->kase,
                 .stations = g_array_new(FALSE, FALSE, sizeof(CarriedDay)),
                 .feeders = g_array_new(FALSE, FALSE, sizeof(CarriedDay))};
    count_itineraries_gone(&days);
    for (int i = 0; i < carried->n_trains; i++) {
        const CarriedTrain *train = &carried->trains[i];
        count_call(&days, train->legs[0].row->from, train->departs);
        for (int leg = 0; leg < train->n_legs; leg++) {
            count_call(&days, train->legs[leg].row->to, train->legs[leg].row->arrives_at);
        }
    }
    carried->station_days = keep_days(folder->kase, days.stations, &carried->n_station_days);
    carried->feeder_days = keep_days(folder->kase, days.feeders, &carried->n_feeder_days);
}
