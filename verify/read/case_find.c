/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds things of the case by the codes that a plan's files name them by. */
#include "verify/read/case_find.h"

#include <string.h>

StationId station_find(const Case *kase, const char *code) {
    for (StationId station = 0; station < kase->n_stations; station++) {
        if (strcmp(kase->stations[station].code, code) == 0) {
            return station;
        }
    }
    return NOWHERE;
}

ContainerId container_find(const Case *kase, const char *code) {
    for (ContainerId id = 0; id < kase->n_containers; id++) {
        if (strcmp(kase->containers[id].code, code) == 0) {
            return id;
        }
    }
    return NOWHERE;
}

int feeder_find(const Case *kase, const char *code) {
    for (int feeder = 0; feeder < kase->n_feeders; feeder++) {
        if (strcmp(kase->feeders[feeder].code, code) == 0) {
            return feeder;
        }
    }
    return NOWHERE;
}

int equipment_find(const Case *kase, ContainerId container) {
    for (int i = 0; i < kase->n_equipment; i++) {
        if (kase->equipment[i].container == container) {
            return i;
        }
    }
    return NOWHERE;
}

const EquipmentAt *stock_terms(const Equipment *equipment, StationId station) {
    for (int i = 0; i < equipment->n_at; i++) {
        if (equipment->at[i].station == station) {
            return &equipment->at[i];
        }
    }
    return NULL;
}

const LoadFactor *line_load_factor(const Case *kase, LineId line) {
    for (int i = 0; i < kase->n_load_factors; i++) {
        if (pattern_matches(kase->load_factors[i].lines, kase->lines[line].code)) {
            return &kase->load_factors[i];
        }
    }
    return NULL;
}
