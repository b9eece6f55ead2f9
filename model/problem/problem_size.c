/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Refuses problems that are larger than can be planned, with a finding. */
#include "model/problem/problem_size.h"

#include <glib.h>

#include "config/finding_codes.h"

/** More than the days from one to the other make of weekly departures. */
static int64_t departures(Date first, Date last, int n_departs) {
    return last < first ? 0 : ((int64_t)(last - first) / 7 + 1) * n_departs;
}

bool problem_size_of_slots(const Problem *problem, Findings *findings) {
    const Case *kase = problem->kase;
    const Horizon *horizon = &kase->horizon;
    int64_t runs = 0;
    for (SlotId id = 0; id < kase->n_slots; id++) {
        const Slot *slot = &kase->slots[id];
        const Zone *zone = problem_zone(problem, slot->from);
        Date first = zone_date(zone, horizon->start_at);
        Date last = zone_date(zone, horizon->last_arrival);
        if (!horizon->cyclic) {
            first = MAX(first, slot->valid_from);
            last = MIN(last, slot->valid_to);
        }
        runs += departures(first, last, slot->n_departs);
        if (runs > SLOT_RUNS_MAX) {
            finding_error(findings, slot->place, FINDING_SLOT_RUNS, slot->code, SLOT_RUNS_MAX);
            return false;
        }
    }
    return true;
}

bool problem_size_of_feeder(const Problem *problem, int feeder, Minute first, Minute last,
                            int64_t runs, Findings *findings) {
    const Feeder *own = &problem->kase->feeders[feeder];
    const Zone *zone = problem_zone(problem, own->from);
    const int n_departs = own->n_departs == 0 ? 7 : own->n_departs;
    if (runs + departures(zone_date(zone, first), zone_date(zone, last), n_departs) <=
        FEEDER_RUNS_MAX) {
        return true;
    }
    finding_error(findings, own->place, FINDING_FEEDER_RUNS, own->code, FEEDER_RUNS_MAX);
    return false;
}

bool problem_size_of_stock(const Problem *problem, Findings *findings) {
    const Case *kase = problem->kase;
    const int64_t days = problem->n_stock_days;
    int64_t moves = 0;
    if (days * kase->n_stations * kase->n_equipment > STOCK_CELLS_MAX) {
        finding_error(findings, kase->equipment[0].place, FINDING_STOCK_CELLS, kase->n_equipment,
                      kase->n_stations, problem->n_stock_days);
        return false;
    }
    for (int pool = 0; pool < kase->n_rakes; pool++) {
        moves += days * kase->rakes[pool].n_reposition;
        if (moves > REPOSITIONS_MAX) {
            finding_error(findings, kase->rakes[pool].place, FINDING_REPOSITIONS,
                          kase->rakes[pool].code, REPOSITIONS_MAX);
            return false;
        }
    }
    return true;
}

bool problem_size_of_cargo(const Problem *problem, Findings *findings) {
    const Case *kase = problem->kase;
    if (((int64_t)kase->n_cargo + 1) * problem->n_legs <= CARGO_LEGS_MAX) {
        return true;
    }
    finding_error(findings, kase->cargo[kase->n_cargo - 1].place, FINDING_CARGO_LEGS, kase->n_cargo,
                  problem->n_legs);
    return false;
}
