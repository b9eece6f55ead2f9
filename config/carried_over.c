/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks up what is carried over from an earlier plan. NULL stands for nothing. */
#include "config/carried_over.h"

#include <stddef.h>
#include <string.h>

const char *carried_kind_name(CarriedKind kind) {
    static const char *const names[CARRIED_KINDS] = {
        [CARRIED_BOX] = "box",       [CARRIED_EMPTY] = "empty", [CARRIED_LEASE] = "lease",
        [CARRIED_RETURN] = "return", [CARRIED_SET] = "set",     [CARRIED_SETS] = "sets",
        [CARRIED_SOLD] = "sold",     [CARRIED_TRAIN] = "train"};
    return names[kind];
}

int carried_compare(const void *a, const void *b) {
    const CarriedRow *x = a, *y = b;
    if (x->kind != y->kind) {
        return x->kind < y->kind ? -1 : 1; /* which is the order of their names */
    }
    int order = strcmp(x->id, y->id);
    order = order != 0 ? order : strcmp(x->itinerary, y->itinerary);
    order = order != 0 ? order : (x->seq > y->seq) - (x->seq < y->seq);
    const char *const texts[][2] = {{x->mode, y->mode},      {x->train, y->train},
                                    {x->slot, y->slot},      {x->container, y->container},
                                    {x->cargo, y->cargo},    {x->from, y->from},
                                    {x->to, y->to},          {x->departs, y->departs},
                                    {x->arrives, y->arrives}};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0] && order == 0; i++) {
        order = strcmp(texts[i][0], texts[i][1]);
    }
    order = order != 0 ? order : (x->boxes > y->boxes) - (x->boxes < y->boxes);
    return order != 0 ? order : (x->revenue > y->revenue) - (x->revenue < y->revenue);
}

/** By subject, then day. */
static const CarriedDay *find_carried_day(const CarriedDay *days, int count, int subject,
                                          Date day) {
    int low = 0, high = count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        const CarriedDay *at = &days[middle];
        if (at->subject < subject || (at->subject == subject && at->day < day)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool found = low < count && days[low].subject == subject && days[low].day == day;
    return found ? &days[low] : NULL;
}

const CarriedDay *carried_station_day(const CarriedOver *carried, int station, Date day) {
    return carried == NULL
               ? NULL
               : find_carried_day(carried->station_days, carried->n_station_days, station, day);
}

const CarriedDay *carried_feeder_day(const CarriedOver *carried, int feeder, Date day) {
    return carried == NULL
               ? NULL
               : find_carried_day(carried->feeder_days, carried->n_feeder_days, feeder, day);
}

int carried_on_run(const CarriedOver *carried, const char *run) {
    int trains = 0;
    for (int i = 0; carried != NULL && i < carried->n_trains; i++) {
        const CarriedTrain *train = &carried->trains[i];
        bool on = false;
        for (int leg = 0; train->under_way && leg < train->n_legs; leg++) {
            on |= strcmp(train->legs[leg].row->slot, run) == 0;
        }
        trains += on;
    }
    return trains;
}
