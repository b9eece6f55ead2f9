/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ties the trains of a regular line together, and takes out timetables that lack a week. */
#include "model/problem/regular_line.h"

#include <glib.h>

#include "config/finding_codes.h"

/** What the trains of one timetable have in common, as a text to look them up by. */
static char *regular_timetable(const Problem *problem, const TrainCandidate *train) {
    const SlotRunId *runs = &problem->train_runs[train->first_run];
    GString *text = g_string_new(NULL);
    g_string_printf(text, "%d %d", train->line, train->hand);
    Date first = 0;
    for (int i = 0; i < train->n_runs; i++) {
        const SlotRun *run = &problem->runs[runs[i]];
        first = i == 0 ? run->day : first;
        g_string_append_printf(text, " %d.%d+%d", run->slot, run->entry, run->day - first);
    }
    return g_string_free(text, FALSE);
}

/** The trains of one timetable. */
typedef struct {
    TrainId first;
    int weeks; /**< in which there is one; around a clock change there may be two */
    int last_week;
} Group;

static void report_gap(const Problem *problem, const TrainCandidate *train, Findings *findings) {
    const Train *hand = &problem->kase->trains[train->hand];
    finding_error(findings, hand->place, FINDING_REGULAR_GAP, hand->code,
                  problem->kase->lines[train->line].code, train->base_name);
}

/** Sorts the trains of regular lines into groups.
 *  @param group_of  per train: index into `groups`, NONE where its line is not regular */
static GArray *find_groups(const Problem *problem, int *group_of) {
    GHashTable *known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GArray *groups = g_array_new(FALSE, FALSE, sizeof(Group));
    for (TrainId id = 0; id < problem->n_trains; id++) {
        const TrainCandidate *train = &problem->trains[id];
        group_of[id] = NONE;
        if (!problem->kase->lines[train->line].regular) {
            continue;
        }
        char *key = regular_timetable(problem, train);
        void *place;
        if (g_hash_table_lookup_extended(known, key, NULL, &place)) {
            group_of[id] = GPOINTER_TO_INT(place);
            g_free(key);
        } else {
            Group group = {.first = id, .weeks = 0, .last_week = NONE};
            group_of[id] = (int)groups->len;
            g_hash_table_insert(known, key, GINT_TO_POINTER(group_of[id]));
            g_array_append_val(groups, group);
        }
        Group *group = &g_array_index(groups, Group, group_of[id]);
        group->weeks += train->week != group->last_week ? 1 : 0; /* they stand by departure */
        group->last_week = train->week;
    }
    g_hash_table_destroy(known);
    return groups;
}

/** Warns of regular lines of which no timetable is left.
 *  @param had  per line: it had chains before */
static void report_idle(const Problem *problem, const bool *had, Findings *findings) {
    const Case *kase = problem->kase;
    for (LineId line = 0; line < kase->n_lines; line++) {
        bool idle = had[line];
        for (TrainId id = 0; id < problem->n_trains && idle; id++) {
            idle = problem->trains[id].line != line;
        }
        if (idle && kase->lines[line].n_trains == 0) {
            finding_warning(findings, kase->lines[line].place, FINDING_REGULAR_NEVER,
                            kase->lines[line].code);
        }
    }
}

void regular_lines_build(Problem *problem, Findings *findings) {
    int *group_of = g_new0(int, (gsize)problem->n_trains + 1);
    bool *had = g_new0(bool, (gsize)problem->kase->n_lines + 1);
    GArray *groups = find_groups(problem, group_of);
    int kept = 0;
    for (TrainId id = 0; id < problem->n_trains; id++) {
        TrainCandidate *train = &problem->trains[id];
        had[train->line] = true;
        Group *group = group_of[id] == NONE ? NULL : &g_array_index(groups, Group, group_of[id]);
        if (group != NULL && group->weeks < problem->kase->horizon.weeks) {
            if (train->hand != NONE && group->first != NONE) {
                report_gap(problem, train, findings);
                group->first = NONE; /* once for all its weeks */
            }
            continue;
        }
        if (group != NULL) {
            group->first = group->first == id ? kept : group->first; /* they move up */
            train->regular = group->first;
        }
        problem->trains[kept++] = *train;
    }
    problem->n_trains = kept;
    report_idle(problem, had, findings);
    g_free(had);
    g_array_free(groups, TRUE);
    g_free(group_of);
}
