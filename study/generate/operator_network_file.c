/* SPDX-License-Identifier: GPL-3.0-or-later */
/* network.yaml of an operator: the stations of his lines with what they ask and can do, and the
 * places that feeders serve. */
#include "study/generate/case_files.h"
#include "study/generate/case_text.h"
#include "study/generate/operator_rules.h"
#include "study/generate/operator_timetable.h"

enum {
    TRAIN_BOXES = 46, /**< of 40 feet, on a European section: each is lifted at a gauge break */
    BUSY_DAY_PERCENT = 165, /**< of the mean day: what a station can do on its busiest */
    LIFTS_LEAST = 120,
    TRAINS_LEAST = 2
};

/** What a busy day can take, of so many a week. */
static int busy_day(int per_week, int step) {
    const int day = (per_week * BUSY_DAY_PERCENT + 699) / 700;
    return (day + step - 1) / step * step;
}

static void put_handling(OutFile *out, int place) {
    const bool hub = place_is_hub(place);
    out_file_print(
        out, ",\n        load: {cost: %d, cutoff: %dh}, unload: {cost: %d, release: %dh}}\n",
        hub ? 320 : 600, operator_cutoff_h(place), hub ? 300 : 650, operator_release_h(place));
}

/* A border takes as many trains a day as its busy day needs; at the gateway lifts are what is
 * scarce, and boxes may change trains. */
static void put_passing(const DrawnCase *drawn, OutFile *out, int place) {
    const Dwell dwell = operator_dwell(place);
    const int trains = operator_trains_per_week(drawn, place);
    const bool limits = parameters_has(drawn->parameters, FEATURE_LIMITS);
    out_file_print(out, ", gauge_break: true,\n        through: {min: %dh, max: %dh}",
                   dwell.least_h, dwell.most_h);
    if (place < FIRST_GATEWAY) {
        const int day = busy_day(trains, 1);
        if (limits) {
            out_file_print(out, ", trains_per_day: %d", day > TRAINS_LEAST ? day : TRAINS_LEAST);
        }
    } else {
        const int day = busy_day(trains * TRAIN_BOXES, 10);
        const Dwell change = operator_transfer();
        out_file_print(out, ", transfer: {min: %dh, max: %dh, cost: 450}", change.least_h,
                       change.most_h);
        if (limits) {
            out_file_print(out, ", lifts_per_day: %d", day > LIFTS_LEAST ? day : LIFTS_LEAST);
        }
    }
    out_file_print(out, "}\n");
}

static void put_station(const DrawnCase *drawn, OutFile *out, int place) {
    put_station_head(out, place_at(place));
    if (place_is_hub(place) || place_is_terminal(place)) {
        put_handling(out, place);
    } else {
        put_passing(drawn, out, place);
    }
}

static void put_near_stations(const DrawnCase *drawn, OutFile *out) {
    out_file_print(out, "  # Served by feeders alone\n");
    for (int place = 0; place < FIRST_NEAR; place++) {
        if ((place_is_hub(place) || place_is_terminal(place)) &&
            operator_trains_per_week(drawn, place) > 0) {
            put_station_head(out, place_at(place_near(place)));
            out_file_print(out, "}\n");
        }
    }
}

static void put_classes(OutFile *out) {
    out_file_print(out, "\ncargo:\n"
                        "  lithium: {name: {en: Consumer lithium batteries, zh: 消费型锂电池}, "
                        "max_boxes_per_train: 12}\n"
                        "  reefer: {name: {en: Refrigerated, zh: 冷藏}, containers: [40RF], "
                        "max_boxes_per_train: 8}\n");
}

void operator_network_write(const DrawnCase *drawn, OutFile *out) {
    out_file_print(out,
                   "# Stations and cargo. The two stations of a border are one here. Names and "
                   "places are real; fees, times and limits are made up.\nstations:\n");
    for (int place = 0; place < FIRST_NEAR; place++) {
        if (operator_trains_per_week(drawn, place) > 0) {
            put_station(drawn, out, place);
        }
    }
    if (parameters_has(drawn->parameters, FEATURE_FEEDERS)) {
        put_near_stations(drawn, out);
    }
    if (parameters_has(drawn->parameters, FEATURE_CLASSES)) {
        put_classes(out);
    }
}
