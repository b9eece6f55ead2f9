/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan changed against the one that it has commitments to, and why. */
#include <glib.h>
#include <string.h>

#include "export/tables/changes.h"

static const Commitments *commitments_of(const PlanView *view) {
    return &view->problem->kase->commitments;
}

/* ---- trains ---- */

/** A train's slot runs as trains.csv has them. */
static char *slots_of(const PlanView *view, TrainId id) {
    const Problem *problem = view->problem;
    const TrainCandidate *train = &problem->trains[id];
    GString *slots = g_string_new(NULL);
    for (int i = 0; i < train->n_runs; i++) {
        g_string_append(slots, i > 0 ? ";" : "");
        g_string_append(slots, problem->runs[problem->train_runs[train->first_run + i]].name);
    }
    return g_string_free(slots, FALSE);
}

/** A new train that has the name of one that runs no more; NONE. */
static TrainId namesake(const PlanView *view, const char *name, const bool *promised) {
    for (TrainId id = 0; id < view->problem->n_trains; id++) {
        if (plan_view_runs(view, id) && !promised[id] && !view->problem->trains[id].under_way &&
            strcmp(train_name(view->names, id), name) == 0) {
            return id;
        }
    }
    return NONE;
}

static void put_lost_train(const PlanView *view, CsvWriter *csv, int i, bool *promised) {
    const CommittedTrain *earlier = &commitments_of(view)->earlier_trains[i];
    const TrainPromise *promise = &view->problem->train_promises[i];
    const TrainId now = namesake(view, earlier->name, promised);
    g_autofree char *why = promise->lost != NULL ? changes_why_lost(promise->lost)
                                                 : changes_why_free(earlier->price, "train");
    g_autofree char *slots = now == NONE ? g_strdup("") : slots_of(view, now);
    const char *word = now != NONE ? "changed: " : earlier->closed ? "closed: " : "stopped: ";
    g_autofree char *reason = g_strconcat(word, why, NULL);
    changes_put(csv, "train", earlier->name, earlier->slots, slots);
    csv_put_empty(csv);
    changes_put_cost(csv, earlier->price, reason, "");
    if (now != NONE) {
        promised[now] = true; /* told */
    }
}

static void put_trains(const PlanView *view, CsvWriter *csv) {
    const Problem *problem = view->problem;
    const int n_earlier = commitments_of(view)->n_earlier_trains;
    bool *promised = g_new0(bool, (gsize)problem->n_trains + 1);
    for (int i = 0; i < n_earlier; i++) {
        TrainId train = problem->train_promises[i].train;
        if (train != NONE) {
            promised[train] = true;
        }
    }
    for (int i = 0; i < n_earlier; i++) {
        TrainId train = problem->train_promises[i].train;
        if (train == NONE || !plan_view_runs(view, train)) {
            put_lost_train(view, csv, i, promised);
        }
    }
    for (TrainId id = 0; id < problem->n_trains; id++) {
        if (plan_view_runs(view, id) && !promised[id] && !problem->trains[id].under_way) {
            g_autofree char *slots = slots_of(view, id);
            changes_put(csv, "train", train_name(view->names, id), "", slots);
            csv_put_empty(csv);
            changes_put_cost(csv, 0, "new", "");
        }
    }
    g_free(promised);
}

void changes_csv_write(const PlanView *view, CsvWriter *csv) {
    put_trains(view, csv);
    changed_boxes_write(view, csv);
}
