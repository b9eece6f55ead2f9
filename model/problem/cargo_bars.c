/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the legs and stations (and so the countries) that each cargo class may not touch. */
#include "model/problem/cargo_bars.h"

#include <glib.h>

#include "model/problem/problem_memory.h"
#include "model/problem/problem_size.h"

static void bar_legs(const Problem *problem, const Cargo *cargo, bool *barred) {
    const Case *kase = problem->kase;
    bool *slots = g_new0(bool, (gsize)kase->n_slots + 1);
    for (SlotId slot = 0; slot < kase->n_slots; slot++) {
        slots[slot] = pattern_matches(cargo->avoid_slots, kase->slots[slot].code);
    }
    for (LegId leg = 0; leg < problem->n_legs; leg++) {
        barred[leg] = slots[problem->runs[problem->legs[leg].run].slot];
    }
    g_free(slots);
}

static void bar_stations(const Case *kase, const Cargo *cargo, bool *barred) {
    for (StationId s = 0; s < kase->n_stations; s++) {
        barred[s] = pattern_matches(cargo->avoid_stations, kase->stations[s].code) ||
                    pattern_matches(cargo->avoid_countries, kase->stations[s].country);
    }
}

bool cargo_bars_build(Problem *problem, Findings *findings) {
    if (!problem_size_of_cargo(problem, findings)) {
        return false;
    }
    const Case *kase = problem->kase;
    int n_rows = kase->n_cargo + 1;
    problem->cargo_bars_leg = problem_new(problem, bool, n_rows * problem->n_legs);
    problem->cargo_bars_station = problem_new(problem, bool, n_rows * kase->n_stations);
    for (CargoId id = 0; id < kase->n_cargo; id++) {
        bar_legs(problem, &kase->cargo[id], &problem->cargo_bars_leg[id * problem->n_legs]);
        bar_stations(kase, &kase->cargo[id], &problem->cargo_bars_station[id * kase->n_stations]);
    }
    return true;
}
