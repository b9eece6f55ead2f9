/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program itself includes glpk.h in solver/ alone. Here GLPK is the independent check on it, so
 * this file calls it directly and shares nothing with solver/. */
#include "tests/property/compact_answer.h"

#include <glpk.h>
#include <math.h>
#include <stdlib.h>

#include "model/formulation/compact.h"
#include "model/formulation/move.h"

enum { TIME_LIMIT_MS = 10000 };

static int bounds_kind(double lower, double upper) {
    if (isfinite(lower) && isfinite(upper)) {
        return lower < upper ? GLP_DB : GLP_FX;
    }
    if (isfinite(lower)) {
        return GLP_LO;
    }
    return isfinite(upper) ? GLP_UP : GLP_FR;
}

static void set_entries(glp_prob *lp, const LpModel *model) {
    size_t count = (size_t)model->n_entries + 1;
    int *rows = calloc(count, sizeof *rows);
    int *columns = calloc(count, sizeof *columns);
    double *values = calloc(count, sizeof *values);
    if (rows != NULL && columns != NULL && values != NULL) {
        for (int i = 0; i < model->n_entries; i++) {
            rows[i + 1] = model->entries[i].row + 1;
            columns[i + 1] = model->entries[i].column + 1;
            values[i + 1] = model->entries[i].value;
        }
        glp_load_matrix(lp, model->n_entries, rows, columns, values);
    }
    free(rows);
    free(columns);
    free(values);
}

static glp_prob *to_glpk(const LpModel *model) {
    glp_prob *lp = glp_create_prob();
    glp_set_obj_dir(lp, GLP_MAX);
    glp_set_obj_coef(lp, 0, model->constant);
    if (model->n_rows > 0) {
        glp_add_rows(lp, model->n_rows);
    }
    for (int i = 0; i < model->n_rows; i++) {
        const LpRow *row = &model->rows[i];
        glp_set_row_bnds(lp, i + 1, bounds_kind(row->lower, row->upper), row->lower, row->upper);
    }
    if (model->n_columns > 0) {
        glp_add_cols(lp, model->n_columns);
    }
    for (int i = 0; i < model->n_columns; i++) {
        const LpColumn *column = &model->columns[i];
        glp_set_col_bnds(lp, i + 1, bounds_kind(column->lower, column->upper), column->lower,
                         column->upper);
        glp_set_obj_coef(lp, i + 1, column->objective);
        glp_set_col_kind(lp, i + 1, column->integer ? GLP_IV : GLP_CV);
    }
    set_entries(lp, model);
    return lp;
}

static const Answer failed = {ANSWER_FAILED, -(double)INFINITY, (double)INFINITY};
static const Answer infeasible = {ANSWER_INFEASIBLE, -(double)INFINITY, -(double)INFINITY};

static Answer solve_relaxation(glp_prob *lp) {
    glp_smcp options;
    glp_init_smcp(&options);
    options.msg_lev = GLP_MSG_OFF;
    options.meth = GLP_DUALP;
    options.presolve = GLP_ON;
    options.tol_bnd = 1e-9;
    options.tol_dj = 1e-9;
    int code = glp_simplex(lp, &options);
    if (code == GLP_ENOPFS) {
        return infeasible;
    }
    if (code != 0) {
        return failed;
    }
    if (glp_get_status(lp) == GLP_NOFEAS) {
        return infeasible;
    }
    if (glp_get_status(lp) != GLP_OPT) {
        return failed;
    }
    double value = glp_get_obj_val(lp);
    return (Answer){ANSWER_FOUND, value, value};
}

/** Notes the bound of the search, which GLPK tells while it runs. */
static void note_bound(glp_tree *tree, void *user) {
    double *bound = user;
    int best = glp_ios_best_node(tree);
    if (best != 0) {
        *bound = glp_ios_node_bound(tree, best);
    }
}

static Answer solve_whole(glp_prob *lp, double relaxation) {
    double bound = relaxation;
    glp_iocp options;
    glp_init_iocp(&options);
    options.msg_lev = GLP_MSG_OFF;
    options.presolve = GLP_ON;
    options.mir_cuts = GLP_ON;
    options.tol_int = 1e-7;
    options.mip_gap = 1e-9;
    options.tm_lim = TIME_LIMIT_MS;
    options.cb_func = note_bound;
    options.cb_info = &bound;
    int code = glp_intopt(lp, &options);
    if (code == GLP_ENOPFS) {
        return infeasible;
    }
    int status = glp_mip_status(lp);
    double value =
        status == GLP_OPT || status == GLP_FEAS ? glp_mip_obj_val(lp) : -(double)INFINITY;
    if (code == GLP_ETMLIM) {
        return (Answer){ANSWER_LIMIT, value, fmax(bound, value)};
    }
    if (code != 0 && code != GLP_EMIPGAP) {
        return failed;
    }
    return status == GLP_OPT || status == GLP_FEAS ? (Answer){ANSWER_FOUND, value, value}
                                                   : infeasible;
}

CompactAnswer compact_answer(const Formulation *formulation, bool whole) {
    CompactAnswer answer = {failed, failed};
    LpModel model = {0};
    if (!compact_build(formulation, &model, NULL)) {
        return answer;
    }
    glp_term_out(GLP_OFF);
    glp_prob *lp = to_glpk(&model);
    answer.relaxation = solve_relaxation(lp);
    if (whole) {
        answer.whole = answer.relaxation.kind == ANSWER_FOUND
                           ? solve_whole(lp, answer.relaxation.value)
                           : answer.relaxation;
    }
    glp_delete_prob(lp);
    lp_model_clear(&model);
    return answer;
}

/** Adds the boxes of an allocation as a column that is held. */
static bool hold_boxes(const Formulation *formulation, const Plan *plan, int index,
                       LpModel *model) {
    const Allocation *allocation = &plan->allocations[index];
    CargoColumn cargo = {0};
    bool ok = cargo_column_make(formulation, allocation->booking,
                                &plan->rides[allocation->first_ride], allocation->n_rides, &cargo);
    ColumnId column = lp_model_column(model, (LpColumn){.objective = cargo.objective,
                                                        .lower = allocation->boxes,
                                                        .upper = allocation->boxes});
    for (int i = 0; i < cargo.count; i++) {
        lp_model_entry(model, cargo.rows[i], column, cargo.values[i]);
    }
    cargo_column_free(&cargo);
    return ok;
}

static void hold_repositions(const Formulation *formulation, const Plan *plan, LpModel *model) {
    for (int i = 0; i < problem_n_repositions(formulation->problem); i++) {
        ColumnId column = formulation->reposition_column[i];
        if (column != NONE && plan->repositions != NULL) {
            model->columns[column].lower = model->columns[column].upper = plan->repositions[i];
        }
    }
}

Answer compact_answer_to_plan(const Formulation *formulation, const Plan *plan) {
    LpModel model = {0};
    lp_model_copy(&formulation->lp, &model);
    bool ok = !model.failed;
    for (TrainId id = 0; id < formulation->problem->n_trains && ok; id++) {
        LpColumn *train = &model.columns[formulation->train_column[id]];
        train->lower = train->upper = plan->runs[id];
    }
    if (ok) {
        hold_repositions(formulation, plan, &model);
    }
    for (int i = 0; i < plan->n_allocations && ok; i++) {
        ok = hold_boxes(formulation, plan, i, &model) && !model.failed;
    }
    Answer answer = failed;
    if (ok) {
        glp_term_out(GLP_OFF);
        glp_prob *lp = to_glpk(&model);
        answer = solve_relaxation(lp);
        if (answer.kind == ANSWER_FOUND) {
            answer = solve_whole(lp, answer.value);
        }
        glp_delete_prob(lp);
    }
    lp_model_clear(&model);
    return answer;
}

Answer compact_answer_on_trains(const Formulation *formulation, const Plan *plan, RowId row,
                                double by) {
    LpModel model = {0};
    if (!compact_build(formulation, &model, NULL)) {
        return failed;
    }
    for (TrainId id = 0; id < formulation->problem->n_trains; id++) {
        LpColumn *train = &model.columns[formulation->train_column[id]];
        train->lower = train->upper = plan->runs[id];
    }
    if (row != NONE) {
        model.rows[row].lower += by;
        model.rows[row].upper += by;
    }
    glp_term_out(GLP_OFF);
    glp_prob *lp = to_glpk(&model);
    Answer answer = solve_relaxation(lp);
    glp_delete_prob(lp);
    lp_model_clear(&model);
    return answer;
}
