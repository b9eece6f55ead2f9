/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the chains of slot runs that may become trains: those given by hand, and all of a design.
 */
#include "model/problem/train_candidate.h"

#include <glib.h>

#include "config/finding_codes.h"
#include "model/problem/calendar.h"
#include "model/problem/problem_memory.h"
#include "model/problem/problem_size.h"
#include "model/problem/regular_line.h"

/** What the builders of chains write to. */
typedef struct {
    Problem *problem;
    Findings *findings;
    GArray *trains; /**< TrainCandidate */
    GArray *runs;   /**< SlotRunId, the chains one after another */
    int *rule;      /**< per line: the load factor rule that holds, NONE */
    int64_t n_legs; /**< of all chains */
    int64_t steps;  /**< of the designers, see CHAIN_STEPS_MAX */
    bool full;      /**< one more would be too many */
} Chains;

/** The week of the horizon that an instant lies in; weeks are counted in calendar days of the
 * horizon's zone. */
static int week_of_departure(const Horizon *horizon, Minute at) {
    return (int)(zone_date(horizon->zone, at) - horizon->start) / 7;
}

static int load_factor_rule(const Case *kase, LineId line) {
    for (int i = 0; i < kase->n_load_factors; i++) {
        if (pattern_matches(kase->load_factors[i].lines, kase->lines[line].code)) {
            return i;
        }
    }
    return NONE;
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

/** Says so where the problem has grown as large as it may. */
static void chains_measure(Chains *chains) {
    chains->full = chains->trains->len >= TRAIN_CANDIDATES_MAX || chains->n_legs >= LEGS_MAX ||
                   chains->steps >= CHAIN_STEPS_MAX;
}

static void chains_add(Chains *chains, LineId line, int hand, const SlotRunId *chain, int length) {
    Problem *problem = chains->problem;
    const Case *kase = problem->kase;
    const SlotRun *first = &problem->runs[chain[0]];
    const SlotRun *last = &problem->runs[chain[length - 1]];
    const Zone *zone = problem_zone(problem, kase->slots[first->slot].from);
    char day[DATE_TEXT_SIZE];
    date_format(zone_date(zone, first->departs), day);
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
    const Zone *zone = problem_zone(problem, problem->kase->slots[train->slots[0]].from);
    date_format(zone_date(zone, problem->runs[first].departs), day);
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
    const Zone *zone = problem_zone(problem, problem->kase->slots[slot].from);
    int found = 0;
    for (SlotRunId run = problem->slot_run_start[slot]; run < problem->slot_run_start[slot + 1];
         run++) {
        Minute departs = problem->runs[run].departs;
        if (departs >= problem->kase->horizon.end_at ||
            !train->on_day[date_weekday(zone_date(zone, departs))]) {
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

/** Where the designer of a line stands. */
typedef struct {
    Chains *chains;
    LineId line;
    SlotRunId *chain;
    GArray **sections; /**< SlotId: per position of the route the slots of its next section */
} Designer;

static bool designer_run_fits(const Designer *designer, int position, SlotRunId run) {
    const Problem *problem = designer->chains->problem;
    const Line *line = &problem->kase->lines[designer->line];
    const SlotRun *r = &problem->runs[run];
    Minute first = position == 0 ? r->departs : problem->runs[designer->chain[0]].departs;
    return r->arrives <= problem->kase->horizon.last_arrival &&
           r->arrives - first <= line->max_transit_min;
}

static void designer_extend(Designer *designer, int position);

/** Tries every run of one slot that departs in [from, to] as the chain's run at this position. */
static void designer_try_slot(Designer *designer, int position, SlotId slot, Minute from,
                              Minute to) {
    const Problem *problem = designer->chains->problem;
    for (SlotRunId run = calendar_first_run(problem, slot, from);
         run < problem->slot_run_start[slot + 1] && problem->runs[run].departs <= to; run++) {
        designer->chains->steps++;
        if (designer_run_fits(designer, position, run)) {
            designer->chain[position] = run;
            designer_extend(designer, position + 1);
        }
    }
}

/** Continues the chain with every slot of the route's next section. Its depth is the route's
 * length. */
static void designer_extend(Designer *designer, int position) {
    Chains *chains = designer->chains;
    const Problem *problem = chains->problem;
    const Case *kase = problem->kase;
    const Line *line = &kase->lines[designer->line];
    chains_measure(chains);
    if (position == line->n_route - 1) {
        if (!chains->full) {
            chains_add(chains, designer->line, NONE, designer->chain, position);
        }
        return;
    }
    Minute from = kase->horizon.start_at, to = kase->horizon.end_at - 1;
    if (position > 0) {
        const Window *through = &kase->stations[line->route[position]].through;
        Minute arrived = problem->runs[designer->chain[position - 1]].arrives;
        from = arrived + through->min_min;
        to = through->max_min == INT64_MAX ? INT64_MAX : arrived + through->max_min;
    }
    const GArray *section = designer->sections[position];
    for (guint i = 0; i < section->len && !chains->full; i++) {
        designer_try_slot(designer, position, g_array_index(section, SlotId, i), from, to);
    }
}

/** The slots of each section of the line's route, in the order of the case. */
static GArray **sections_of(const Case *kase, const Line *line) {
    GArray **sections = g_new0(GArray *, (gsize)line->n_route);
    for (int i = 0; i + 1 < line->n_route; i++) {
        sections[i] = g_array_new(FALSE, FALSE, sizeof(SlotId));
        for (SlotId slot = 0; slot < kase->n_slots; slot++) {
            if (kase->slots[slot].from == line->route[i] &&
                kase->slots[slot].to == line->route[i + 1]) {
                g_array_append_val(sections[i], slot);
            }
        }
    }
    return sections;
}

static void sections_free(GArray **sections, int n_route) {
    for (int i = 0; i + 1 < n_route; i++) {
        g_array_free(sections[i], TRUE);
    }
    g_free(sections);
}

static void chains_designed(Chains *chains, LineId id) {
    const Line *line = &chains->problem->kase->lines[id];
    guint before = chains->trains->len;
    Designer designer = {.chains = chains,
                         .line = id,
                         .chain = g_new0(SlotRunId, (gsize)line->n_route),
                         .sections = sections_of(chains->problem->kase, line)};
    designer_extend(&designer, 0);
    g_free(designer.chain);
    sections_free(designer.sections, line->n_route);
    if (chains->full) {
        finding_error(chains->findings, line->place, FINDING_CHAINS, line->code,
                      TRAIN_CANDIDATES_MAX, LEGS_MAX);
    } else if (chains->trains->len == before) {
        finding_warning(chains->findings, line->place, FINDING_LINE_NEVER, line->code);
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
        chains.rule[line] = load_factor_rule(kase, line);
    }
    for (int hand = 0; hand < kase->n_trains && !chains.full; hand++) {
        chains_by_hand(&chains, hand);
    }
    for (LineId line = 0; line < kase->n_lines && !chains.full; line++) {
        if (kase->lines[line].n_trains == 0 && kase->lines[line].n_route >= 2) {
            chains_designed(&chains, line);
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
