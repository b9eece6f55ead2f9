/* Constraint groups 5 and 6: how many trains share a slot run, and how many of a line leave in a
 * week. */
#include <math.h>
#include <stdlib.h>

#include "model/formulation.h"

/** Rows for the slot runs that more candidates want than may share them.
 *  @param row_of_run  zeroed; counts the candidates of a run first, then holds its row, or NONE */
static void slot_run_rows(Formulation *formulation, RowId *row_of_run) {
    const Problem *problem = formulation->problem;
    for (int i = 0; i < problem->n_trains; i++) {
        const TrainCandidate *train = &problem->trains[i];
        for (int j = 0; j < train->n_runs; j++) {
            row_of_run[problem->train_runs[train->first_run + j]]++;
        }
    }
    for (SlotRunId run = 0; run < problem->n_runs; run++) {
        int limit = problem->kase->slots[problem->runs[run].slot].max_trains;
        bool can_exceed = row_of_run[run] > limit;
        row_of_run[run] = can_exceed ? lp_model_row(&formulation->lp, (LpRow){.group = ROW_SLOT_RUN,
                                                                              .subject = run,
                                                                              .detail = NONE,
                                                                              .lower = -HUGE_VAL,
                                                                              .upper = limit})
                                     : NONE;
    }
    for (int i = 0; i < problem->n_trains; i++) {
        const TrainCandidate *train = &problem->trains[i];
        for (int j = 0; j < train->n_runs; j++) {
            RowId row = row_of_run[problem->train_runs[train->first_run + j]];
            if (row != NONE) {
                lp_model_entry(&formulation->lp, row, formulation->train_column[i], 1);
            }
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
    RowId *row_of_run = calloc((size_t)problem->n_runs + 1, sizeof *row_of_run);
    if (row_of_run == NULL) {
        formulation->lp.failed = true;
        return;
    }
    slot_run_rows(formulation, row_of_run);
    free(row_of_run);
    for (LineId line = 0; line < problem->kase->n_lines; line++) {
        line_week_rows(formulation, line);
    }
}
