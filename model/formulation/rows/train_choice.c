/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docs/model.md (5), (6), (14): how many trains share a slot run, how many of a line leave in a
 * week; and which run all or none. */
#include <math.h>
#include <stdlib.h>

#include "model/formulation/rows/rows.h"
#include "model/problem/under_way.h"

/** How often the train uses the run that its j-th run is or repeats; 0 where an earlier one of its
 * runs has counted for it. */
static int uses_of(const Problem *problem, const TrainCandidate *train, int j) {
    const SlotRunId *runs = &problem->train_runs[train->first_run];
    SlotRunId base = problem->runs[runs[j]].base;
    int uses = 0;
    for (int i = 0; i < train->n_runs; i++) {
        if (problem->runs[runs[i]].base == base) {
            if (i < j) {
                return 0;
            }
            uses++;
        }
    }
    return uses;
}

/** Rows for the slot runs that more candidates want than may share them.
 *  @param wanted  zeroed, per run */
static void slot_run_rows(Formulation *formulation, int *wanted) {
    const Problem *problem = formulation->problem;
    RowId *row_of_run = formulation->run_row;
    for (int i = 0; i < problem->n_trains; i++) {
        const TrainCandidate *train = &problem->trains[i];
        for (int j = 0; j < train->n_runs; j++) {
            wanted[problem->runs[problem->train_runs[train->first_run + j]].base]++;
        }
    }
    for (SlotRunId run = 0; run < problem->n_runs; run++) {
        int limit = under_way_run_room(problem, run);
        if (wanted[run] > limit) {
            row_of_run[run] = lp_model_row(&formulation->lp, (LpRow){.group = ROW_SLOT_RUN,
                                                                     .subject = run,
                                                                     .detail = NONE,
                                                                     .lower = -HUGE_VAL,
                                                                     .upper = limit});
        }
    }
    for (int i = 0; i < problem->n_trains; i++) {
        const TrainCandidate *train = &problem->trains[i];
        for (int j = 0; j < train->n_runs; j++) {
            RowId row = row_of_run[problem->runs[problem->train_runs[train->first_run + j]].base];
            if (row != NONE) {
                lp_model_entry(&formulation->lp, row, formulation->train_column[i],
                               uses_of(problem, train, j));
            }
        }
    }
}

/** The trains of a regular line that run all or none: each as the first of them. */
static void regular_rows(Formulation *formulation) {
    const Problem *problem = formulation->problem;
    for (TrainId id = 0; id < problem->n_trains; id++) {
        TrainId first = problem->trains[id].regular;
        if (first != NONE && first != id) {
            RowId row = lp_model_row(
                &formulation->lp,
                (LpRow){
                    .group = ROW_REGULAR, .subject = id, .detail = first, .lower = 0, .upper = 0});
            lp_model_entry(&formulation->lp, row, formulation->train_column[id], 1);
            lp_model_entry(&formulation->lp, row, formulation->train_column[first], -1);
        }
    }
}

static void line_week_rows(Formulation *formulation, LineId id) {
    const Problem *problem = formulation->problem;
    const Line *line = &problem->kase->lines[id];
    if (line->min_trains_per_week == 0 && line->max_trains_per_week == NO_LIMIT) {
        return;
    }
    for (int week = 0; week < problem->kase->horizon.weeks; week++) {
        double upper =
            line->max_trains_per_week == NO_LIMIT ? HUGE_VAL : (double)line->max_trains_per_week;
        RowId row = lp_model_row(&formulation->lp, (LpRow){.group = ROW_LINE_WEEK,
                                                           .subject = id,
                                                           .detail = week,
                                                           .lower = line->min_trains_per_week,
                                                           .upper = upper});
        for (TrainId train = 0; train < problem->n_trains; train++) {
            if (problem->trains[train].line == id && problem->trains[train].week == week) {
                lp_model_entry(&formulation->lp, row, formulation->train_column[train], 1);
            }
        }
    }
}

void rows_train_choice(Formulation *formulation) {
    const Problem *problem = formulation->problem;
    int *wanted = calloc((size_t)problem->n_runs + 1, sizeof *wanted);
    if (wanted == NULL) {
        formulation->lp.failed = true;
        return;
    }
    slot_run_rows(formulation, wanted);
    free(wanted);
    for (LineId line = 0; line < problem->kase->n_lines; line++) {
        line_week_rows(formulation, line);
    }
    regular_rows(formulation);
}
