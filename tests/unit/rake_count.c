/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/rake_count.h"

#include <check.h>
#include <glib.h>

#include "model/formulation_build.h"
#include "model/problem/rake_use.h"

RakeCount rake_count_new(CaseFixture fixture) {
    RakeCount sets = {.fixture = fixture};
    sets.formulation = formulation_new(sets.fixture.problem, &AIM_MARGIN);
    ck_assert_ptr_nonnull(sets.formulation);
    sets.runs = g_new0(bool, (gsize)sets.fixture.problem->n_trains + 1);
    sets.value = g_new0(double, (gsize)sets.formulation->lp.n_columns + 1);
    return sets;
}

void rake_count_clear(RakeCount *sets) {
    g_free(sets->runs);
    g_free(sets->value);
    formulation_free(sets->formulation);
    case_fixture_free(&sets->fixture);
}

double rake_count_moved(const RakeCount *sets, int pool, int rule, StockDay day) {
    int number = problem_reposition(sets->fixture.problem, pool, rule, day);
    ColumnId column = sets->formulation->reposition_column[number];
    return column == NONE ? 0 : sets->value[column];
}

/** Uses of sets of one pool, worked out from the slots of the trains. */
static GArray *uses_of(const RakeCount *sets, int pool) {
    const Problem *problem = sets->fixture.problem;
    GArray *uses = g_array_new(FALSE, FALSE, sizeof(RakeUse));
    for (TrainId id = 0; id < problem->n_trains; id++) {
        const TrainCandidate *train = &problem->trains[id];
        bool holds = false;
        for (int i = 0; i < train->n_runs && sets->runs[id]; i++) {
            const SlotRun *run = &problem->runs[problem->train_runs[train->first_run + i]];
            const Slot *slot = &problem->kase->slots[run->slot];
            RakeUse use = {pool, slot->from, slot->to, run->departs,
                           run->arrives + problem->kase->rakes[pool].turn_min};
            if (slot->rake != pool) {
                holds = false;
            } else if (holds) {
                RakeUse *last = &g_array_index(uses, RakeUse, uses->len - 1);
                last->to = use.to;
                last->free = use.free;
            } else {
                g_array_append_val(uses, use);
                holds = true;
            }
        }
    }
    for (int rule = 0; rule < problem->kase->rakes[pool].n_reposition; rule++) {
        for (StockDay day = 0; day < problem->n_stock_days; day++) {
            RakeUse use = rake_use_reposition(problem, pool, rule, day);
            for (int i = (int)rake_count_moved(sets, pool, rule, day); i > 0; i--) {
                g_array_append_val(uses, use);
            }
        }
    }
    return uses;
}

/** How many sets more have left the station than come to it, up to and with this minute. In a
 * cyclic plan since the start of the period, whatever period the trains are of. */
static int gone(const RakeCount *sets, const GArray *uses, StationId station, Minute until) {
    const Horizon *horizon = &sets->fixture.kase->horizon;
    Minute period = horizon->end_at - horizon->start_at;
    int balance = 0;
    for (guint i = 0; i < uses->len; i++) {
        const RakeUse *use = &g_array_index(uses, RakeUse, i);
        for (int shift = horizon->cyclic ? -3 : 0; shift <= (horizon->cyclic ? 1 : 0); shift++) {
            Minute departs = use->departs + shift * period, back = use->free + shift * period;
            bool counts = !horizon->cyclic || departs > horizon->start_at;
            bool counts_back = !horizon->cyclic || back > horizon->start_at;
            balance += use->from == station && counts && departs <= until ? 1 : 0;
            balance -= use->to == station && counts_back && back <= until ? 1 : 0;
        }
    }
    return balance;
}

/** The most that are gone from a station at any minute. */
static int most_gone(const RakeCount *sets, const GArray *uses, StationId station) {
    const Horizon *horizon = &sets->fixture.kase->horizon;
    Minute period = horizon->end_at - horizon->start_at;
    int most = 0;
    for (guint i = 0; i < uses->len; i++) {
        Minute at = g_array_index(uses, RakeUse, i).departs;
        while (horizon->cyclic && at > horizon->end_at) {
            at -= period;
        }
        int now = gone(sets, uses, station, at);
        most = now > most ? now : most;
    }
    return most;
}

/** Sets out at the end of the period, of trains of all periods before. */
static int out_at_end(const RakeCount *sets, const GArray *uses) {
    const Horizon *horizon = &sets->fixture.kase->horizon;
    Minute period = horizon->end_at - horizon->start_at;
    int out = 0;
    for (guint i = 0; i < uses->len; i++) {
        const RakeUse *use = &g_array_index(uses, RakeUse, i);
        for (int shift = -3; shift <= 1; shift++) {
            Minute departs = use->departs + shift * period, back = use->free + shift * period;
            out += departs <= horizon->end_at && back > horizon->end_at ? 1 : 0;
        }
    }
    return out;
}

bool rake_count_suffices(const RakeCount *sets, int pool) {
    const Case *kase = sets->fixture.kase;
    GArray *uses = uses_of(sets, pool);
    bool enough = true;
    int needed = kase->horizon.cyclic ? out_at_end(sets, uses) : 0, owned = 0;
    for (StationId station = 0; station < kase->n_stations; station++) {
        int most = most_gone(sets, uses, station);
        if (kase->horizon.cyclic) {
            enough = enough && gone(sets, uses, station, kase->horizon.end_at) == 0;
            needed += most;
        } else {
            enough = enough && most <= rake_sets_at(kase, pool, station);
        }
        owned += rake_sets_at(kase, pool, station);
    }
    g_array_free(uses, TRUE);
    return enough && needed <= owned;
}
