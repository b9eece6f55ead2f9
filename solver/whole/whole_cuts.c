/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws a program in, has it cut, and writes down what came of it. */
#include "solver/whole/whole_cuts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "solver/closed/cut_rounds.h"
#include "solver/whole/whole_rows.h"

/** Copies the model as the domain has it.
 *  @return OUTCOME_INFEASIBLE where nothing is left of it */
static Outcome draw_in(const LpModel *model, LpModel *drawn) {
    Domain domain;
    Outcome status = outcome_of_memory(domain_init(&domain, model));
    if (status == OUTCOME_DONE && !(whole_rows_draw_in(&domain) && domain_propagate_all(&domain))) {
        status = OUTCOME_INFEASIBLE;
    }
    if (domain.no_memory) {
        status = OUTCOME_NO_MEMORY;
    }
    if (status == OUTCOME_DONE) {
        lp_model_copy(model, drawn);
        status = outcome_of_memory(!drawn->failed);
    }
    for (RowId row = 0; row < model->n_rows && status == OUTCOME_DONE; row++) {
        drawn->rows[row].lower = domain.row_lower[row];
        drawn->rows[row].upper = domain.row_upper[row];
    }
    for (ColumnId column = 0; column < model->n_columns && status == OUTCOME_DONE; column++) {
        drawn->columns[column].lower = domain.lower[column];
        drawn->columns[column].upper = domain.upper[column];
    }
    domain_clear(&domain);
    return status;
}

/** Adds the cuts, and the bounds that the rounds have drawn in. */
static void write_cuts(const ClosedModel *closed, LpModel *cut) {
    for (int i = closed->n_model_rows; i < closed->n_rows; i++) {
        const ClosedRow *row = &closed->rows[i];
        RowId id = lp_model_row(cut, (LpRow){.lower = row->lower, .upper = row->upper});
        for (int j = 0; j < row->count; j++) {
            lp_model_entry(cut, id, row->index[j], row->value[j]);
        }
    }
    for (ColumnId column = 0; column < cut->n_columns; column++) {
        cut->columns[column].lower = closed->lower[column];
        cut->columns[column].upper = closed->upper[column];
    }
}

/** Cuts what has been drawn in. */
static Outcome cut_drawn(const Backend *backend, const Clock *clock, double cutoff, LpModel *cut,
                         long *lps) {
    ClosedModel closed = {0};
    ClosedLp lp = {0};
    bool *whole = calloc((size_t)cut->n_columns + 1, sizeof *whole);
    bool *wanted = malloc((size_t)cut->n_rows + 1);
    Outcome status = outcome_of_memory(whole != NULL && wanted != NULL);
    if (status == OUTCOME_DONE) {
        for (ColumnId column = 0; column < cut->n_columns; column++) {
            whole[column] = cut->columns[column].integer;
        }
        memset(wanted, true, (size_t)cut->n_rows);
        status = closed_model_init(&closed, cut, whole);
    }
    if (status == OUTCOME_DONE) {
        status = closed.empty ? OUTCOME_INFEASIBLE
                              : closed_lp_init(&lp, &closed, backend, clock, wanted);
    }
    if (status == OUTCOME_DONE) {
        status = cut_rounds(&lp, cutoff + cut->constant);
        *lps = lp.solves;
    }
    if (status == OUTCOME_DONE) {
        write_cuts(&closed, cut);
        status = outcome_of_memory(!cut->failed);
    }
    closed_lp_clear(&lp);
    closed_model_clear(&closed);
    free(whole);
    free(wanted);
    return status;
}

Outcome whole_cuts_add(const Backend *backend, const LpModel *model, const Clock *clock,
                       double cutoff, LpModel *cut, long *lps) {
    *cut = (LpModel){0};
    *lps = 0;
    Outcome status = draw_in(model, cut);
    return status == OUTCOME_DONE ? cut_drawn(backend, clock, cutoff, cut, lps) : status;
}
