/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes slots.csv: the trains that share each slot run, the limit on them, and its price. */
#include <glib.h>
#include <math.h>

#include "export/tables/plan_csv.h"

/** How many trains there are on a slot run, those of all periods of a cyclic plan counted on the
 * one that the others repeat. */
typedef struct {
    int candidates;
    int trains; /**< that run */
} RunUse;

/** @return per SlotRunId, to be freed with g_free() */
static RunUse *count_slot_uses(const PlanView *view) {
    const Problem *problem = view->problem;
    RunUse *uses = g_new0(RunUse, (gsize)problem->n_runs + 1);
    for (TrainId id = 0; id < problem->n_trains; id++) {
        const TrainCandidate *train = &problem->trains[id];
        for (int i = 0; i < train->n_runs; i++) {
            const SlotRunId run = problem->train_runs[train->first_run + i];
            RunUse *use = &uses[problem->runs[run].base];
            use->candidates++;
            use->trains += plan_view_runs(view, id);
        }
    }
    return uses;
}

void slots_csv_write(const PlanView *view, CsvWriter *csv) {
    const Problem *problem = view->problem;
    const double *prices = view->plan->prices.slot_run;
    RunUse *uses = count_slot_uses(view);
    for (SlotRunId id = 0; id < problem->n_runs; id++) {
        const SlotRun *run = &problem->runs[id];
        const Slot *slot = &problem->kase->slots[run->slot];
        const int gone = carried_on_run(problem->kase->carried, run->name);
        if (uses[id].candidates == 0 && gone == 0) {
            continue;
        }
        csv_put_text(csv, run->name);
        csv_put_instant(csv, problem_zone(problem, slot->from), run->departs);
        csv_put_int(csv, uses[id].trains + gone);
        csv_put_int(csv, slot->max_trains);
        csv_put_ratio(csv, prices != NULL ? prices[id] : (double)NAN);
        csv_end_row(csv);
    }
    g_free(uses);
}
