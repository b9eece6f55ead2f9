/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a train candidate of each chain of slot runs that is found: its times, cost and name.
 * They are found by designed_line.c, or given by hand (train_candidate.c). */
#include "model/problem/chain_list.h"

#include "model/problem/problem_memory.h"
#include "model/problem/problem_size.h"

/** The week of the horizon that an instant lies in; weeks are counted in calendar days of the
 * horizon's zone. */
static int week_of_departure(const Horizon *horizon, Minute at) {
    return (int)(zone_date(horizon->zone, at) - horizon->start) / 7;
}

static double chain_cost(const Problem *problem, LineId line, const SlotRunId *chain, int length) {
    double cost = problem->kase->lines[line].cost_per_train;
    for (int i = 0; i < length; i++) {
        cost += problem->kase->slots[problem->runs[chain[i]].slot].cost_per_train;
    }
    return cost;
}

static double chain_km(const Problem *problem, const SlotRunId *chain, int length) {
    double km = 0;
    for (int i = 0; i < length; i++) {
        km += problem->kase->slots[problem->runs[chain[i]].slot].dist_km;
    }
    return km;
}

void chains_measure(Chains *chains) {
    chains->full = chains->trains->len >= TRAIN_CANDIDATES_MAX || chains->n_legs >= LEGS_MAX ||
                   chains->steps >= CHAIN_STEPS_MAX;
}

void chains_add(Chains *chains, LineId line, int hand, const SlotRunId *chain, int length) {
    Problem *problem = chains->problem;
    const Case *kase = problem->kase;
    const SlotRun *first = &problem->runs[chain[0]];
    const SlotRun *last = &problem->runs[chain[length - 1]];
    char day[DATE_TEXT_SIZE];
    date_format(first->day, day);
    int rule = chains->rule[line];
    TrainCandidate train = {
        .line = line,
        .hand = hand,
        .week = week_of_departure(&kase->horizon, first->departs),
        .fixed = hand != NONE && !kase->trains[hand].optional,
        .first_run = (int)chains->runs->len,
        .n_runs = length,
        .departs = first->departs,
        .arrives = last->arrives,
        .cost = chain_cost(problem, line, chain, length),
        .dist_km = chain_km(problem, chain, length),
        .offered = rule == NONE ? 1.0 : kase->load_factors[rule].offered,
        .load_factor = rule,
        .regular = NONE,
        .base_name =
            problem_text(problem, "%s@%s",
                         hand == NONE ? kase->lines[line].code : kase->trains[hand].code, day)};
    g_array_append_val(chains->trains, train);
    g_array_append_vals(chains->runs, chain, (guint)length);
    for (int i = 0; i < length; i++) {
        chains->n_legs += kase->slots[problem->runs[chain[i]].slot].n_stops + 1;
    }
}
