/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the chains of slot runs that may become trains: follows those given by hand, has those of
 * designed lines found (designed_line.c), and puts all in order. */
#include "model/problem/train_candidate.h"

#include <glib.h>

#include "config/finding_codes.h"
#include "model/problem/calendar.h"
#include "model/problem/chain_list.h"
#include "model/problem/designed_line.h"
#include "model/problem/problem_memory.h"
#include "model/problem/problem_size.h"
#include "model/problem/regular_line.h"

int line_load_factor_rule(const Case *kase, LineId line) {
    for (int i = 0; i < kase->n_load_factors; i++) {
        if (pattern_matches(kase->load_factors[i].lines, kase->lines[line].code)) {
            return i;
        }
    }
    return NONE;
}

/** The first run of the next slot that leaves the dwell's least time after `arrives`; NONE with a
 * finding where none suits. */
static SlotRunId next_run_by_hand(Chains *chains, const Train *train, int position,
                                  const SlotRun *before, const char *name) {
    const Problem *problem = chains->problem;
    const Case *kase = problem->kase;
    const Slot *slot = &kase->slots[train->slots[position]];
    const Station *station = &kase->stations[slot->from];
    const Window *through = &station->through;
    Place place = train->slot_places[position];
    SlotRunId run =
        calendar_first_run(problem, train->slots[position], before->arrives + through->min_min);
    if (run == problem->slot_run_start[train->slots[position] + 1]) {
        finding_error(chains->findings, place, FINDING_NO_NEXT_RUN, name, slot->code,
                      station->code);
        return NONE;
    }
    int64_t dwell = problem->runs[run].departs - before->arrives;
    if (dwell > through->max_min) {
        finding_error(chains->findings, place, FINDING_LONG_WAIT, name, phrase_hours(dwell),
                      station->code, slot->code, phrase_hours(through->max_min));
        return NONE;
    }
    return run;
}

static bool chain_arrives_in_time(Chains *chains, const Train *train, const char *name,
                                  const SlotRun *first, const SlotRun *last) {
    const Case *kase = chains->problem->kase;
    const Line *line = &kase->lines[train->line];
    int64_t transit = last->arrives - first->departs;
    if (transit > line->max_transit_min) {
        finding_error(chains->findings, train->place, FINDING_SLOW_TRAIN, name,
                      phrase_hours(transit), line->code);
        return false;
    }
    if (last->arrives > kase->horizon.last_arrival) {
        finding_error(chains->findings, train->place, FINDING_PAST_TAIL, name);
        return false;
    }
    return true;
}

/** Follows a train given by hand from the chain's first run on.
 *  @return false where it breaks a rule; the finding is made */
static bool complete_chain(Chains *chains, const Train *train, const char *name, SlotRunId *chain) {
    const Problem *problem = chains->problem;
    for (int i = 1; i < train->n_slots; i++) {
        chain[i] = next_run_by_hand(chains, train, i, &problem->runs[chain[i - 1]], name);
        if (chain[i] == NONE) {
            return false;
        }
    }
    return chain_arrives_in_time(chains, train, name, &problem->runs[chain[0]],
                                 &problem->runs[chain[train->n_slots - 1]]);
}

/** The chain of a train given by hand that starts with this run.
 *  @return false where it breaks a rule; the finding is made */
static bool chain_by_hand(Chains *chains, int hand, SlotRunId first) {
    const Problem *problem = chains->problem;
    const Train *train = &problem->kase->trains[hand];
    char day[DATE_TEXT_SIZE];
    date_format(problem->runs[first].day, day);
    g_autofree char *name = g_strdup_printf("%s@%s", train->code, day);
    SlotRunId *chain = g_new0(SlotRunId, (gsize)train->n_slots);
    chain[0] = first;
    bool good = complete_chain(chains, train, name, chain);
    if (good) {
        chains_add(chains, train->line, hand, chain, train->n_slots);
    }
    g_free(chain);
    return good;
}

/** All weeks of one train given by hand, up to its first fault: the later weeks mostly repeat it.
 */
static void chains_by_hand(Chains *chains, int hand) {
    const Problem *problem = chains->problem;
    const Train *train = &problem->kase->trains[hand];
    SlotId slot = train->slots[0];
    int found = 0;
    for (SlotRunId run = problem->slot_run_start[slot]; run < problem->slot_run_start[slot + 1];
         run++) {
        Minute departs = problem->runs[run].departs;
        if (departs >= problem->kase->horizon.end_at ||
            !train->on_day[date_weekday(problem->runs[run].day)]) {
            continue;
        }
        found++;
        chains_measure(chains);
        if (chains->full) {
            finding_error(chains->findings, train->place, FINDING_DEPARTURES, train->code,
                          TRAIN_CANDIDATES_MAX, LEGS_MAX);
            return;
        }
        if (!chain_by_hand(chains, hand, run)) {
            return;
        }
    }
    if (found == 0) {
        finding_warning(chains->findings, train->place, FINDING_TRAIN_NEVER, train->code,
                        problem->kase->slots[slot].code);
    }
}

/** Order of candidates: by line, departures of their runs, then as written. */
static int compare_train_candidates(const void *a, const void *b, void *data) {
    const Chains *chains = data;
    const TrainCandidate *x = a, *y = b;
    if (x->line != y->line) {
        return x->line < y->line ? -1 : 1;
    }
    const SlotRun *runs = chains->problem->runs;
    const SlotRunId *all = (const SlotRunId *)(const void *)chains->runs->data;
    for (int i = 0; i < x->n_runs && i < y->n_runs; i++) {
        SlotRunId p = all[x->first_run + i], q = all[y->first_run + i];
        if (runs[p].departs != runs[q].departs) {
            return runs[p].departs < runs[q].departs ? -1 : 1;
        }
    }
    return x->first_run < y->first_run ? -1 : x->first_run > y->first_run;
}

bool train_candidates_build(Problem *problem, Findings *findings) {
    const Case *kase = problem->kase;
    Chains chains = {.problem = problem,
                     .findings = findings,
                     .trains = g_array_new(FALSE, FALSE, sizeof(TrainCandidate)),
                     .runs = g_array_new(FALSE, FALSE, sizeof(SlotRunId))};
    chains.rule = g_new0(int, (gsize)kase->n_lines + 1);
    for (LineId line = 0; line < kase->n_lines; line++) {
        chains.rule[line] = line_load_factor_rule(kase, line);
    }
    for (int hand = 0; hand < kase->n_trains && !chains.full; hand++) {
        chains_by_hand(&chains, hand);
    }
    for (LineId line = 0; line < kase->n_lines && !chains.full; line++) {
        if (kase->lines[line].n_trains == 0 && kase->lines[line].n_route >= 2) {
            designed_line_chains(&chains, line);
        }
    }
    g_qsort_with_data(chains.trains->data, (int)chains.trains->len, sizeof(TrainCandidate),
                      compare_train_candidates, &chains);
    problem->n_trains = (int)chains.trains->len;
    problem->trains = problem_keep(problem, g_array_free(chains.trains, FALSE));
    problem->train_runs = problem_keep(problem, g_array_free(chains.runs, FALSE));
    g_free(chains.rule);
    if (!chains.full) {
        regular_lines_build(problem, findings);
    }
    return !chains.full;
}
