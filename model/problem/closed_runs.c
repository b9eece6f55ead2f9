/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes closed runs, and the trains on them, out of a problem. */
#include "model/problem/closed_runs.h"

#include <glib.h>
#include <string.h>

#include "config/closures.h"
#include "config/finding_codes.h"
#include "config/trip_time.h"
#include "model/problem/problem_memory.h"

/* ---- trains ---- */

static ClosedRun closed_train(const Problem *problem, const TrainCandidate *train) {
    ClosedRun most = CLOSED_NOT;
    for (int i = 0; i < train->n_runs; i++) {
        most = MAX(most, problem->runs[problem->train_runs[train->first_run + i]].closed);
    }
    return most;
}

static int compare_cancelled(const void *a, const void *b) {
    const CancelledTrain *x = a, *y = b;
    if (x->departs != y->departs) {
        return x->departs < y->departs ? -1 : 1;
    }
    return x->hand < y->hand ? -1 : x->hand > y->hand;
}

/** Names of trains, ten at most. */
typedef struct {
    GString *text;
    int count;
} TrainNames;

static void names_add(TrainNames *names, const char *name) {
    enum { SHOWN = 10 };
    if (names->count < SHOWN) {
        g_string_append_printf(names->text, "%s%s", names->count > 0 ? ", " : "", name);
    } else if (names->count == SHOWN) {
        g_string_append(names->text, ", …");
    }
    names->count++;
}

/** Says of trains by hand that had to run on which days they do not. */
static void warn_of_cancelled(const Problem *problem, Findings *findings) {
    const Case *kase = problem->kase;
    for (int hand = 0; hand < kase->n_trains; hand++) {
        TrainNames names = {g_string_new(NULL), 0};
        for (int i = 0; i < problem->n_cancelled && !kase->trains[hand].optional; i++) {
            if (problem->cancelled[i].hand == hand) {
                names_add(&names, problem->cancelled[i].base_name);
            }
        }
        if (names.count > 0) {
            finding_warning(findings, kase->trains[hand].place, FINDING_TRAINS_CANCELLED,
                            kase->trains[hand].code, names.text->str);
        }
        g_string_free(names.text, TRUE);
    }
}

/** A train of a timetable that runs as a whole or not at all, which closures take. */
typedef struct {
    LineId line;
    TrainId regular; /**< the first of its timetable, before any was taken out */
    const char *base_name;
} FreedTrain;

/** Says of regular lines which trains their timetables run without.
 *  @param first  per first of a timetable: its first train that is left, NONE where none is */
static void warn_of_freed(const Problem *problem, const GArray *freed, const TrainId *first,
                          Findings *findings) {
    const Case *kase = problem->kase;
    for (LineId line = 0; line < kase->n_lines; line++) {
        TrainNames names = {g_string_new(NULL), 0};
        for (guint i = 0; i < freed->len; i++) {
            const FreedTrain *train = &g_array_index(freed, FreedTrain, i);
            if (train->line == line && first[train->regular] != NONE) {
                names_add(&names, train->base_name);
            }
        }
        if (names.count > 0) {
            finding_warning(findings, kase->lines[line].place, FINDING_REGULAR_FREED,
                            kase->lines[line].code, names.text->str);
        }
        g_string_free(names.text, TRUE);
    }
}

/** Adds the changes of scenarios whose closures have an instant. */
static void add_changes(const Problem *problem, const Closed *closed, Minute at, GArray *changes) {
    for (int i = 0; i < closed->n_times; i++) {
        const Closure *time = &closed->times[i];
        bool known = time->change == 0 || !closure_has(&problem->kase->horizon, time, at);
        for (guint k = 0; k < changes->len && !known; k++) {
            known = g_array_index(changes, int, k) == time->change;
        }
        if (!known) {
            g_array_append_val(changes, time->change);
        }
    }
}

/** A train by hand that closures take, with the changes of scenarios that they come from. */
static CancelledTrain cancelled_train(Problem *problem, const TrainCandidate *train) {
    GArray *changes = g_array_new(FALSE, FALSE, sizeof(int));
    for (int i = 0; i < train->n_runs; i++) {
        const SlotRun *run = &problem->runs[problem->train_runs[train->first_run + i]];
        const Slot *slot = &problem->kase->slots[run->slot];
        const Minute *times = &problem->run_times[run->first_time];
        add_changes(problem, &slot->closed, times[0], changes);
        for (int k = 0; k < slot_n_times(slot); k++) {
            const StationId at = slot_station_at(slot, k);
            add_changes(problem, &problem->kase->stations[at].closed, times[k], changes);
        }
    }
    CancelledTrain lost = {.hand = train->hand,
                           .base_name = train->base_name,
                           .departs = train->departs,
                           .n_changes = (int)changes->len};
    lost.changes = problem_keep(problem, g_array_free(changes, FALSE));
    return lost;
}

/** Moves the trains that are left up, and says of each which is the first of its timetable. */
static void take_trains_out(Problem *problem, Findings *findings) {
    GArray *cancelled = g_array_new(FALSE, FALSE, sizeof(CancelledTrain));
    GArray *freed = g_array_new(FALSE, FALSE, sizeof(FreedTrain));
    TrainId *first = g_new(TrainId, (gsize)problem->n_trains + 1); /* per first of a timetable */
    int kept = 0;
    for (TrainId id = 0; id < problem->n_trains; id++) {
        first[id] = NONE;
    }
    for (TrainId id = 0; id < problem->n_trains; id++) {
        TrainCandidate train = problem->trains[id];
        const ClosedRun closed = closed_train(problem, &train);
        if (closed == CLOSED_OUT) {
            if (train.hand != NONE) {
                const CancelledTrain lost = cancelled_train(problem, &train);
                g_array_append_val(cancelled, lost);
            }
            if (train.regular != NONE) {
                const FreedTrain one = {train.line, train.regular, train.base_name};
                g_array_append_val(freed, one);
            }
            continue;
        }
        if (closed == CLOSED_EASED) {
            train.fixed = false;
            train.regular = NONE;
        }
        if (train.regular != NONE) {
            first[train.regular] = first[train.regular] == NONE ? kept : first[train.regular];
            train.regular = first[train.regular];
        }
        problem->trains[kept++] = train;
    }
    problem->n_trains = kept;
    problem->n_cancelled = (int)cancelled->len;
    g_array_sort(cancelled, compare_cancelled);
    problem->cancelled = problem_keep(problem, g_array_free(cancelled, FALSE));
    warn_of_cancelled(problem, findings);
    warn_of_freed(problem, freed, first, findings);
    g_array_unref(freed);
    g_free(first);
}

/* ---- runs ---- */

/** Moves the runs that are left up. @param moved  receives where each went, NONE for those out */
static void split_runs(Problem *problem, SlotRunId *moved) {
    GArray *closed = g_array_new(FALSE, FALSE, sizeof(SlotRun));
    int *start = problem_new(problem, int, problem->kase->n_slots + 1);
    int kept = 0;
    for (SlotRunId id = 0; id < problem->n_runs; id++) {
        const SlotRun run = problem->runs[id];
        const bool out = run.closed == CLOSED_OUT;
        moved[id] = out ? NONE : kept;
        if (out) {
            g_array_append_val(closed, run);
            continue;
        }
        problem->runs[kept] = run;
        problem->runs[kept++].base = moved[run.base]; /* which stands before it */
        start[run.slot + 1]++;
    }
    for (SlotId slot = 0; slot < problem->kase->n_slots; slot++) {
        start[slot + 1] += start[slot];
    }
    problem->n_runs = kept;
    problem->slot_run_start = start;
    problem->n_closed_runs = (int)closed->len;
    problem->closed_runs = problem_keep(problem, g_array_free(closed, FALSE));
}

static void take_runs_out(Problem *problem) {
    SlotRunId *moved = g_new(SlotRunId, (gsize)problem->n_runs + 1);
    split_runs(problem, moved);
    for (TrainId id = 0; id < problem->n_trains; id++) {
        const TrainCandidate *train = &problem->trains[id];
        for (int i = 0; i < train->n_runs; i++) {
            SlotRunId *run = &problem->train_runs[train->first_run + i];
            *run = moved[*run];
        }
    }
    g_free(moved);
}

void closed_runs_take_out(Problem *problem, Findings *findings) {
    bool any = false;
    for (SlotRunId id = 0; id < problem->n_runs; id++) {
        any |= problem->runs[id].closed != CLOSED_NOT;
    }
    if (any) {
        take_trains_out(problem, findings);
        take_runs_out(problem);
    }
}

const SlotRun *closed_run_find(const Problem *problem, const char *name) {
    for (int i = 0; i < problem->n_closed_runs; i++) {
        if (strcmp(problem->closed_runs[i].name, name) == 0) {
            return &problem->closed_runs[i];
        }
    }
    return NULL;
}
