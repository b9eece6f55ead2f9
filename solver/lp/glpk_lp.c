/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes into GLPK: makes an LP there, and adds and changes its rows, columns and bounds. What
 * comes out again is read in backend_glpk.c. */
#include "solver/lp/glpk_lp.h"

#include <math.h>
#include <stdlib.h>

#include "base/grow.h"

/** Vectors on their way into GLPK. */
typedef struct {
    Lp *lp;
    const SparseVectors *vectors;
    int column; /**< to be set, as GLPK counts */
} Filling;

static void make_problem(void *call) {
    Lp *lp = call;
    lp->problem = glp_create_prob();
    glp_set_obj_dir(lp->problem, GLP_MAX);
}

Lp *glpk_lp_create(void) {
    Lp *lp = calloc(1, sizeof *lp);
    if (lp == NULL || !glpk_begin()) {
        free(lp);
        return NULL;
    }
    lp->least = -HUGE_VAL;
    glpk_guarded(&lp->use, NULL, make_problem, lp);
    if (lp->use.failure != OUTCOME_DONE) {
        glpk_lp_destroy(lp);
        return NULL;
    }
    return lp;
}

void glpk_lp_destroy(Lp *lp) {
    if (lp != NULL) {
        if (lp->use.failure == OUTCOME_DONE) {
            glp_delete_prob(lp->problem);
        }
        glpk_end(&lp->use);
        basis_clear(&lp->before);
        free(lp->index);
        free(lp->value);
        free(lp);
    }
}

static int bounds_type(double lower, double upper) {
    if (lower == upper) {
        return GLP_FX;
    }
    if (isfinite(lower)) {
        return isfinite(upper) ? GLP_DB : GLP_LO;
    }
    return isfinite(upper) ? GLP_UP : GLP_FR;
}

void glpk_lp_bound_row(Lp *lp, RowId row, double lower, double upper) {
    if (lp->use.failure == OUTCOME_DONE) {
        glp_set_row_bnds(lp->problem, row + 1, bounds_type(lower, upper), lower, upper);
    }
}

void glpk_lp_bound_column(Lp *lp, ColumnId column, double lower, double upper) {
    if (lp->use.failure == OUTCOME_DONE) {
        glp_set_col_bnds(lp->problem, column + 1, bounds_type(lower, upper), lower, upper);
    }
}

void glpk_lp_set_objective(Lp *lp, ColumnId column, double objective) {
    if (lp->use.failure == OUTCOME_DONE) {
        glp_set_obj_coef(lp->problem, column + 1, objective);
    }
}

void glpk_lp_limit(Lp *lp, int iterations, double objective) {
    lp->iterations_max = iterations;
    lp->least = objective;
}

/** Room for a vector of `count` entries in GLPK's form; false where memory is out. */
static bool vector_room(Lp *lp, int count) {
    if (count < lp->room) {
        return true;
    }
    int room = grow_room(count + 1, lp->room);
    bool grown = RESIZE(lp->index, room) && RESIZE(lp->value, room);
    lp->room = grown ? room : lp->room;
    return grown;
}

bool glpk_lp_reserve(Lp *lp) {
    if (lp->use.failure != OUTCOME_DONE) {
        return true;
    }
    int rows = glp_get_num_rows(lp->problem), columns = glp_get_num_cols(lp->problem);
    return vector_room(lp, rows > columns ? rows : columns);
}

/** Loads one of the vectors in GLPK's form; false, and noted as the LP's failure, where memory is
 * out. */
static bool load_vector(const Filling *filling, int vector, int *count) {
    const SparseVectors *vectors = filling->vectors;
    Lp *lp = filling->lp;
    int start = vectors->start[vector];
    *count = vectors->start[vector + 1] - start;
    if (!vector_room(lp, *count)) {
        lp->use.failure = OUTCOME_NO_MEMORY;
        return false;
    }
    for (int i = 0; i < *count; i++) {
        lp->index[i + 1] = vectors->index[start + i] + 1;
        lp->value[i + 1] = vectors->value[start + i];
    }
    return true;
}

static void fill_rows(void *call) {
    const Filling *filling = call;
    Lp *lp = filling->lp;
    int first = glp_add_rows(lp->problem, filling->vectors->count), count;
    for (int i = 0; i < filling->vectors->count && load_vector(filling, i, &count); i++) {
        glp_set_mat_row(lp->problem, first + i, count, lp->index, lp->value);
    }
}

Outcome glpk_lp_add_rows(Lp *lp, const SparseVectors *vectors, const double *lower,
                         const double *upper) {
    int first = lp->use.failure != OUTCOME_DONE ? 0 : glp_get_num_rows(lp->problem);
    Filling filling = {.lp = lp, .vectors = vectors};
    if (vectors->count > 0) {
        glpk_guarded(&lp->use, NULL, fill_rows, &filling);
    }
    for (int i = 0; i < vectors->count; i++) {
        glpk_lp_bound_row(lp, first + i, lower[i], upper[i]);
    }
    return lp->use.failure;
}

static void fill_columns(void *call) {
    const Filling *filling = call;
    Lp *lp = filling->lp;
    int first = glp_add_cols(lp->problem, filling->vectors->count), count;
    for (int i = 0; i < filling->vectors->count && load_vector(filling, i, &count); i++) {
        glp_set_mat_col(lp->problem, first + i, count, lp->index, lp->value);
    }
}

Outcome glpk_lp_add_columns(Lp *lp, const SparseVectors *vectors, const double *objective,
                            const double *lower, const double *upper) {
    int first = lp->use.failure != OUTCOME_DONE ? 0 : glp_get_num_cols(lp->problem);
    Filling filling = {.lp = lp, .vectors = vectors};
    if (vectors->count > 0) {
        glpk_guarded(&lp->use, NULL, fill_columns, &filling);
    }
    for (int i = 0; i < vectors->count; i++) {
        glpk_lp_bound_column(lp, first + i, lower[i], upper[i]);
        glpk_lp_set_objective(lp, first + i, objective[i]);
    }
    return lp->use.failure;
}

static void fill_column(void *call) {
    const Filling *filling = call;
    Lp *lp = filling->lp;
    int count;
    if (load_vector(filling, 0, &count)) {
        glp_set_mat_col(lp->problem, filling->column, count, lp->index, lp->value);
    }
}

void glpk_lp_set_column(Lp *lp, ColumnId column, const RowId *rows, const double *values,
                        int count) {
    int start[2] = {0, count};
    SparseVectors vectors = {1, start, rows, values};
    Filling filling = {.lp = lp, .vectors = &vectors, .column = column + 1};
    glpk_guarded(&lp->use, NULL, fill_column, &filling);
}
