/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds all chains of slot runs along the route of a line that gives only its route. */
#include "model/problem/designed_line.h"

#include <glib.h>

#include "config/finding_codes.h"
#include "model/problem/calendar.h"
#include "model/problem/problem_size.h"

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

void designed_line_chains(Chains *chains, LineId id) {
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
