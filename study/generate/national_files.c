/* SPDX-License-Identifier: GPL-3.0-or-later */
/* network.yaml and lines.yaml of a country: stations where boxes may change trains, and trains
 * given by hand. */
#include "study/generate/case_files.h"
#include "study/generate/case_text.h"
#include "study/generate/national_timetable.h"

enum { TRANSFER_COST = 80 };

static void put_national_station(OutFile *out, int place) {
    const Dwell wait = national_transfer();
    put_station_head(out, place_at(place));
    if (!place_is_hub(place) && !place_is_terminal(place)) {
        const Dwell dwell = national_dwell();
        out_file_print(out, ", gauge_break: true, through: {min: %dh, max: %dh}", dwell.least_h,
                       dwell.most_h);
    }
    out_file_print(out, ",\n        transfer: {min: %dh, max: %dh, cost: %d}}\n", wait.least_h,
                   wait.most_h, TRANSFER_COST);
}

void national_network_write(const DrawnCase *drawn, OutFile *out) {
    (void)drawn; /* all places, whether a train calls there or not */
    out_file_print(out,
                   "# Stations. The two stations of a border are one here. Names and places are "
                   "real; times and costs are made up.\nstations:\n");
    for (int place = 0; place < FIRST_NEAR; place++) {
        put_national_station(out, place);
    }
}

static void put_train(const DrawnCase *drawn, OutFile *out, int index) {
    const DrawnJourney *journey = &drawn->journeys[index];
    out_file_print(out, "  - {id: T%04d, line: ", index + 1);
    put_line_code(out, &drawn->lines[journey->line]);
    out_file_print(out, ", slots: [");
    for (int i = 0; i < ROUTE_SLOTS; i++) {
        out_file_print(out, "%s%s", i > 0 ? ", " : "", drawn->slots[journey->slots[i]].id);
    }
    out_file_print(out, "]%s}\n",
                   parameters_get(drawn->parameters, PARAMETER_CANDIDATES) > 0 ? ", runs: optional"
                                                                               : "");
}

void national_lines_write(const DrawnCase *drawn, OutFile *out) {
    out_file_print(out, "lines:\n");
    for (int i = 0; i < drawn->n_lines; i++) {
        out_file_print(out, "  ");
        put_line_code(out, &drawn->lines[i]);
        out_file_print(out, ": {direction: %s}\n",
                       drawn->lines[i].outbound ? "outbound" : "return");
    }
    out_file_print(out, "\ntrains:\n");
    for (int i = 0; i < drawn->n_journeys; i++) {
        put_train(drawn, out, i);
    }
    const int least_1000 = parameters_get(drawn->parameters, PARAMETER_LOAD_FACTOR);
    if (least_1000 > 0) {
        out_file_print(out, "\nload_factors:\n  - {lines: \".*\", min: ");
        put_share(out, least_1000 < 1000 ? least_1000 : 1000);
        out_file_print(out, "}\n");
    }
}
