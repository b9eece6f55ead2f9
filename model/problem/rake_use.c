/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When and where trains and reposition runs take wagon sets, and free them. */
#include "model/problem/rake_use.h"

static const Slot *slot_of_run(const Problem *problem, const TrainCandidate *train, int position) {
    SlotRunId run = problem->train_runs[train->first_run + position];
    return &problem->kase->slots[problem->runs[run].slot];
}

bool rake_use_next(const Problem *problem, TrainId id, int *position, RakeUse *use) {
    const TrainCandidate *train = &problem->trains[id];
    while (*position < train->n_runs && slot_of_run(problem, train, *position)->rake < 0) {
        (*position)++;
    }
    if (*position == train->n_runs) {
        return false;
    }
    const SlotRunId *runs = &problem->train_runs[train->first_run];
    const Slot *first = slot_of_run(problem, train, *position);
    *use = (RakeUse){.pool = first->rake,
                     .from = first->from,
                     .departs = problem->runs[runs[*position]].departs};
    for (; *position < train->n_runs; (*position)++) {
        const Slot *slot = slot_of_run(problem, train, *position);
        if (slot->rake != use->pool) {
            break;
        }
        use->to = slot->to;
        use->free =
            problem->runs[runs[*position]].arrives + problem->kase->rakes[use->pool].turn_min;
    }
    return true;
}

RakeUse rake_use_reposition(const Problem *problem, int pool, int reposition, StockDay day) {
    const Horizon *horizon = &problem->kase->horizon;
    const Reposition *run = &problem->kase->rakes[pool].reposition[reposition];
    Minute departs = zone_to_minute(horizon->zone, horizon->start + day, 0, NULL);
    return (RakeUse){.pool = pool,
                     .from = run->from,
                     .to = run->to,
                     .departs = departs,
                     .free = departs + run->takes_min};
}

/** Ends of periods before the instant, those of all periods counted on from the start. */
static int64_t ends_before(const Horizon *horizon, Minute at) {
    Minute period = horizon->end_at - horizon->start_at, past = at - horizon->start_at;
    int64_t whole = past / period;
    return past % period > 0 ? whole + 1 : whole;
}

int rake_use_spans(const Problem *problem, const RakeUse *use) {
    const Horizon *horizon = &problem->kase->horizon;
    return (int)(ends_before(horizon, use->free) - ends_before(horizon, use->departs));
}

int64_t rake_pool_sets(const Case *kase, int pool) {
    int64_t sets = 0;
    for (int i = 0; i < kase->rakes[pool].n_sets; i++) {
        sets += kase->rakes[pool].sets[i].sets;
    }
    for (int i = 0; kase->carried != NULL && i < kase->carried->n_sets; i++) {
        const CarriedSet *set = &kase->carried->sets[i];
        sets += set->pool == pool && set->row->boxes > 0 ? set->row->boxes : 0;
    }
    return sets;
}

int rake_sets_at(const Case *kase, int pool, StationId station) {
    for (int i = 0; i < kase->rakes[pool].n_sets; i++) {
        if (kase->rakes[pool].sets[i].station == station) {
            return kase->rakes[pool].sets[i].sets;
        }
    }
    return 0;
}
