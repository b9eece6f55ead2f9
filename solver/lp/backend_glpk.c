/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GLPK behind the backend interface.
 *
 * GLPK ends the program on misuse and when memory is out; its error hook is the only way round.
 * Every call that can fail so is made through guarded(): on an error the hook jumps back and the LP
 * is given up; its memory goes with GLPK's environment, which shut_down() frees as a whole. */
#include "solver/lp/backend_glpk.h"

#include <glpk.h>
#include <limits.h>
#include <math.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/whole_number.h"

struct Lp {
    glp_prob *problem;
    Outcome failure; /**< OUTCOME_DONE, or what GLPK reported, or OUTCOME_STOPPED in the middle of a
                        call: nothing more is asked of it then */
    int *index;      /**< one row or column in GLPK's form, from 1 */
    double *value;
    int room;
    int scaled_rows, scaled_columns;
    int fully_scaled_columns; /**< columns when GLPK last scaled the whole LP */
    bool many_ties;           /**< a dual simplex went on for long: long steps suit it better */
};

/** What goes on while a call into GLPK is guarded. */
typedef struct {
    jmp_buf escape;
    volatile bool no_memory;           /**< GLPK said so */
    volatile bool stopped;             /**< the stop flag was seen in the middle of a call */
    const volatile sig_atomic_t *stop; /**< may be NULL */
} Guard;

static void jump_back(void *info) {
    Guard *guard = info;
    longjmp(guard->escape, 1);
}

/** GLPK tells the cause of an error as text alone, and turns its output on for it. It also tells
 * now and then how far it is: the only moment in a long call to look whether to go on. */
static int read_message(void *info, const char *text) {
    Guard *guard = info;
    if (guard->stop != NULL && *guard->stop != 0) {
        guard->stopped = true;
        longjmp(guard->escape, 1);
    }
    guard->no_memory |= strstr(text, "memory") != NULL;
    return 1; /* not to be printed */
}

/** One call into GLPK that may fail: what it works on and what comes back. */
typedef struct {
    Lp *lp;
    const SparseVectors *vectors;
    int column; /**< to be set, as GLPK counts */
    glp_smcp *simplex;
    glp_iocp *integer;
    Clock clock;
    int returned;
} Call;

/** Makes a call; notes the failure when GLPK reports an error on the way, or that the user stopped
 * it. */
static void guarded(void (*make)(Call *call), Call *call) {
    Guard guard = {.stop = call->clock.stop};
    if (call->lp->failure != OUTCOME_DONE) {
        return;
    }
    glp_term_hook(read_message, &guard);
    if (setjmp(guard.escape) == 0) {
        glp_error_hook(jump_back, &guard);
        make(call);
    } else {
        call->lp->failure = guard.stopped     ? OUTCOME_STOPPED
                            : guard.no_memory ? OUTCOME_NO_MEMORY
                                              : OUTCOME_SOLVER_FAILED;
    }
    glp_error_hook(NULL, NULL);
    glp_term_hook(NULL, NULL);
    glp_term_out(GLP_OFF);
}

static const char *version(void) {
    return glp_version();
}

static void make_problem(Call *call) {
    call->lp->problem = glp_create_prob();
    glp_set_obj_dir(call->lp->problem, GLP_MAX);
}

/** GLPK ends the program where it has to make its environment itself and cannot. */
static bool environment_ready(void) {
    int made = glp_init_env();
    return made == 0 || made == 1; /* now, or before */
}

static Lp *create(void) {
    Lp *lp = environment_ready() ? calloc(1, sizeof *lp) : NULL;
    if (lp == NULL) {
        return NULL;
    }
    glp_term_out(GLP_OFF);
    Call call = {.lp = lp};
    guarded(make_problem, &call);
    if (lp->failure != OUTCOME_DONE) {
        free(lp);
        return NULL;
    }
    return lp;
}

static void destroy(Lp *lp) {
    if (lp != NULL) {
        if (lp->failure == OUTCOME_DONE) {
            glp_delete_prob(lp->problem);
        }
        free(lp->index);
        free(lp->value);
        free(lp);
    }
}

static void shut_down(void) {
    glp_free_env();
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

static void set_row_bounds(Lp *lp, RowId row, double lower, double upper) {
    if (lp->failure == OUTCOME_DONE) {
        glp_set_row_bnds(lp->problem, row + 1, bounds_type(lower, upper), lower, upper);
    }
}

static void set_column_bounds(Lp *lp, ColumnId column, double lower, double upper) {
    if (lp->failure == OUTCOME_DONE) {
        glp_set_col_bnds(lp->problem, column + 1, bounds_type(lower, upper), lower, upper);
    }
}

static void set_objective(Lp *lp, ColumnId column, double objective) {
    if (lp->failure == OUTCOME_DONE) {
        glp_set_obj_coef(lp->problem, column + 1, objective);
    }
}

/** Room for a vector of `count` entries in GLPK's form; false where memory is out. */
static bool make_room(Lp *lp, int count) {
    if (count + 1 > lp->room) {
        int room = 2 * (count + 1);
        int *index = realloc(lp->index, (size_t)room * sizeof *index);
        if (index == NULL) {
            return false;
        }
        lp->index = index;
        double *value = realloc(lp->value, (size_t)room * sizeof *value);
        if (value == NULL) {
            return false;
        }
        lp->value = value;
        lp->room = room;
    }
    return true;
}

/** Room for the longest row or column there can be. */
static bool reserve_vector(Lp *lp) {
    if (lp->failure != OUTCOME_DONE) {
        return true;
    }
    int rows = glp_get_num_rows(lp->problem), columns = glp_get_num_cols(lp->problem);
    return make_room(lp, rows > columns ? rows : columns);
}

/** Copies a vector to GLPK's form; false where memory is out. */
static bool load_vector(Lp *lp, const int *index, const double *value, int count) {
    if (!make_room(lp, count)) {
        return false;
    }
    for (int i = 0; i < count; i++) {
        lp->index[i + 1] = index[i] + 1;
        lp->value[i + 1] = value[i];
    }
    return true;
}

/** Loads one of the call's vectors; false, and noted as the LP's failure, where memory is out. */
static bool call_vector(const Call *call, int i, int *count) {
    const SparseVectors *vectors = call->vectors;
    int start = vectors->start[i];
    *count = vectors->start[i + 1] - start;
    if (*count > 0 &&
        !load_vector(call->lp, &vectors->index[start], &vectors->value[start], *count)) {
        call->lp->failure = OUTCOME_NO_MEMORY;
        return false;
    }
    return true;
}

static void make_rows(Call *call) {
    int first = glp_add_rows(call->lp->problem, call->vectors->count), count;
    for (int i = 0; i < call->vectors->count && call_vector(call, i, &count); i++) {
        glp_set_mat_row(call->lp->problem, first + i, count, call->lp->index, call->lp->value);
    }
}

static Outcome add_rows(Lp *lp, const SparseVectors *vectors, const double *lower,
                        const double *upper) {
    int first = lp->failure != OUTCOME_DONE ? 0 : glp_get_num_rows(lp->problem);
    Call call = {.lp = lp, .vectors = vectors};
    if (vectors->count > 0) {
        guarded(make_rows, &call);
    }
    for (int i = 0; i < vectors->count; i++) {
        set_row_bounds(lp, first + i, lower[i], upper[i]);
    }
    return lp->failure;
}

static void make_columns(Call *call) {
    int first = glp_add_cols(call->lp->problem, call->vectors->count), count;
    for (int i = 0; i < call->vectors->count && call_vector(call, i, &count); i++) {
        glp_set_mat_col(call->lp->problem, first + i, count, call->lp->index, call->lp->value);
    }
}

static Outcome add_columns(Lp *lp, const SparseVectors *vectors, const double *objective,
                           const double *lower, const double *upper) {
    int first = lp->failure != OUTCOME_DONE ? 0 : glp_get_num_cols(lp->problem);
    Call call = {.lp = lp, .vectors = vectors};
    if (vectors->count > 0) {
        guarded(make_columns, &call);
    }
    for (int i = 0; i < vectors->count; i++) {
        set_column_bounds(lp, first + i, lower[i], upper[i]);
        set_objective(lp, first + i, objective[i]);
    }
    return lp->failure;
}

static void make_column(Call *call) {
    int count;
    if (call_vector(call, 0, &count)) {
        glp_set_mat_col(call->lp->problem, call->column, count, call->lp->index, call->lp->value);
    }
}

static void set_column(Lp *lp, ColumnId column, const RowId *rows, const double *values,
                       int count) {
    int start[2] = {0, count};
    SparseVectors vectors = {1, start, rows, values};
    Call call = {.lp = lp, .vectors = &vectors, .column = column + 1};
    guarded(make_column, &call);
}

/** A time limit in GLPK's milliseconds. */
static int milliseconds(double seconds) {
    if (seconds >= 2e6) {
        return INT_MAX;
    }
    return seconds < 0.001 ? 1 : whole_number(seconds * 1000);
}

static Outcome status_of(const Lp *lp, int returned) {
    if (returned == GLP_ETMLIM || returned == GLP_EITLIM) {
        return OUTCOME_STOPPED;
    }
    switch (glp_get_status(lp->problem)) {
    case GLP_OPT:
        return OUTCOME_DONE;
    case GLP_NOFEAS:
        return OUTCOME_INFEASIBLE;
    default:
        return OUTCOME_SOLVER_FAILED;
    }
}

/** True where GLPK gave up for a reason that another start may mend. */
static bool should_restart(int returned) {
    return returned == GLP_EBADB || returned == GLP_ESING || returned == GLP_ECOND ||
           returned == GLP_EFAIL;
}

/** Scale of a row or column whose entries, scaled the other way, are these: 1/√(least · greatest),
 * a power of two. */
static double scale_for(const double *scaled, int count) {
    double least = HUGE_VAL, greatest = 0;
    for (int i = 1; i <= count; i++) {
        least = fmin(least, fabs(scaled[i]));
        greatest = fmax(greatest, fabs(scaled[i]));
    }
    return greatest > 0 ? exp2(round(-0.5 * log2(least * greatest))) : 1;
}

/** Scales the columns and rows added since the last scaling to the others. */
static void scale_added(Lp *lp) {
    int rows = glp_get_num_rows(lp->problem), columns = glp_get_num_cols(lp->problem);
    for (int j = lp->scaled_columns + 1; j <= columns; j++) {
        int count = glp_get_mat_col(lp->problem, j, lp->index, lp->value);
        for (int i = 1; i <= count; i++) {
            lp->value[i] *= glp_get_rii(lp->problem, lp->index[i]);
        }
        glp_set_sjj(lp->problem, j, scale_for(lp->value, count));
    }
    for (int i = lp->scaled_rows + 1; i <= rows; i++) {
        int count = glp_get_mat_row(lp->problem, i, lp->index, lp->value);
        for (int j = 1; j <= count; j++) {
            lp->value[j] *= glp_get_sjj(lp->problem, lp->index[j]);
        }
        glp_set_rii(lp->problem, i, scale_for(lp->value, count));
    }
    lp->scaled_rows = rows;
    lp->scaled_columns = columns;
}

/** Scaling matters: where most rows have no room at first (trains still at zero) the simplex stalls
 * for thousands of iterations without it. GLPK's own takes longer than the simplex that follows, so
 * it is run when the LP has doubled. */
static void scale(Lp *lp) {
    int columns = glp_get_num_cols(lp->problem);
    if (columns >= 2 * lp->fully_scaled_columns) {
        glp_scale_prob(lp->problem, GLP_SF_AUTO);
        lp->fully_scaled_columns = columns;
        lp->scaled_columns = columns;
        lp->scaled_rows = glp_get_num_rows(lp->problem);
    } else {
        scale_added(lp);
    }
}

/** Iterations between two looks at the stop flag, some hundredths of a second on a large LP; and
 * between two at the simplex's course, for which it has to begin anew. */
enum { ITERATIONS_BETWEEN_LOOKS = 50, ITERATIONS_AT_ONCE = 1000 };

/** After so many iterations, and more than the LP has rows, a method may be lost. */
enum { ITERATIONS_TO_GET_LOST = 1000 };

/** Where a run of one method stands. */
typedef struct {
    int start;        /**< iterations made before it */
    int moved;        /**< iterations made when the objective last moved */
    double objective; /**< then */
} Course;

/** True where the method gets nowhere: GLPK's primal simplex may go round in circles where rows
 * tie, and its dual one wander far off. */
static bool is_lost(const Call *call, Course *course) {
    glp_prob *problem = call->lp->problem;
    int now = glp_get_it_cnt(problem);
    if (glp_get_obj_val(problem) != course->objective) {
        course->objective = glp_get_obj_val(problem);
        course->moved = now;
    }
    bool circles = call->simplex->meth == GLP_PRIMAL && glp_get_prim_stat(problem) == GLP_FEAS;
    int made = now - (circles ? course->moved : course->start);
    return made >= ITERATIONS_TO_GET_LOST && made > glp_get_num_rows(problem);
}

/** Goes on with the other method from where this one stands. After one that went on for long, long
 * steps suit the dual simplex better. */
static void change_method(Call *call) {
    bool dual = call->simplex->meth == GLP_PRIMAL;
    call->simplex->meth = dual ? GLP_DUALP : GLP_PRIMAL;
    call->simplex->r_test = dual ? GLP_RT_FLIP : GLP_RT_HAR;
    call->lp->many_ties = true;
}

static void make_simplex(Call *call) {
    glp_prob *problem = call->lp->problem;
    int start = glp_get_it_cnt(problem);
    Course course = {start, start, NAN};
    bool flip = call->lp->many_ties && call->simplex->meth == GLP_DUALP;
    call->simplex->r_test = flip ? GLP_RT_FLIP : GLP_RT_HAR;
    scale(call->lp);
    glp_term_out(GLP_ON); /* to read_message() alone */
    do {
        if (is_lost(call, &course)) {
            change_method(call);
            start = glp_get_it_cnt(problem);
            course = (Course){start, start, NAN};
        }
        call->simplex->tm_lim = milliseconds(clock_left(&call->clock));
        call->returned = glp_simplex(problem, call->simplex);
    } while (call->returned == GLP_EITLIM && !clock_expired(&call->clock));
}

static Outcome solve(Lp *lp, LpMethod method, double time_limit_s,
                     const volatile sig_atomic_t *stop) {
    glp_smcp parameters;
    glp_init_smcp(&parameters);
    parameters.msg_lev = GLP_MSG_ON;
    parameters.out_frq = ITERATIONS_BETWEEN_LOOKS;
    parameters.meth = method == LP_DUAL ? GLP_DUALP : GLP_PRIMAL;
    parameters.tol_dj = 1e-7;
    parameters.tol_bnd = 1e-7;
    parameters.it_lim = ITERATIONS_AT_ONCE;
    Call call = {.lp = lp, .simplex = &parameters, .clock = clock_start(time_limit_s, stop)};
    if (!reserve_vector(lp)) {
        return OUTCOME_NO_MEMORY;
    }
    guarded(make_simplex, &call);
    if (lp->failure != OUTCOME_DONE) {
        return lp->failure;
    }
    Outcome status = status_of(lp, call.returned);
    if (should_restart(call.returned) || status == OUTCOME_SOLVER_FAILED) {
        parameters.meth = GLP_PRIMAL;
        parameters.tol_dj = 1e-7;
        parameters.tol_bnd = 1e-7;
        glp_std_basis(lp->problem);
        guarded(make_simplex, &call);
        status = lp->failure != OUTCOME_DONE ? lp->failure : status_of(lp, call.returned);
    }
    return status;
}

static double objective(Lp *lp) {
    return glp_get_obj_val(lp->problem);
}

static void duals(Lp *lp, double *dual) {
    int rows = glp_get_num_rows(lp->problem);
    for (int i = 0; i < rows; i++) {
        dual[i] = glp_get_row_dual(lp->problem, i + 1);
    }
}

static void primal(Lp *lp, double *values) {
    int columns = glp_get_num_cols(lp->problem);
    for (int i = 0; i < columns; i++) {
        values[i] = glp_get_col_prim(lp->problem, i + 1);
    }
}

static void reduced_costs(Lp *lp, double *reduced) {
    int columns = glp_get_num_cols(lp->problem);
    for (int i = 0; i < columns; i++) {
        reduced[i] = glp_get_col_dual(lp->problem, i + 1);
    }
}

static unsigned char basis_status(int glpk_status) {
    switch (glpk_status) {
    case GLP_BS:
        return BASIS_BASIC;
    case GLP_NU:
        return BASIS_UPPER;
    case GLP_NF:
        return BASIS_FREE;
    case GLP_NS:
        return BASIS_FIXED;
    default:
        return BASIS_LOWER;
    }
}

static int glpk_status(unsigned char status) {
    static const int of[] = {[BASIS_BASIC] = GLP_BS,
                             [BASIS_LOWER] = GLP_NL,
                             [BASIS_UPPER] = GLP_NU,
                             [BASIS_FREE] = GLP_NF,
                             [BASIS_FIXED] = GLP_NS};
    return of[status];
}

static bool get_basis(Lp *lp, Basis *basis) {
    int rows = glp_get_num_rows(lp->problem), columns = glp_get_num_cols(lp->problem);
    if (!basis_size(basis, rows, columns)) {
        return false;
    }
    for (int i = 0; i < rows; i++) {
        basis->rows[i] = basis_status(glp_get_row_stat(lp->problem, i + 1));
    }
    for (int i = 0; i < columns; i++) {
        basis->columns[i] = basis_status(glp_get_col_stat(lp->problem, i + 1));
    }
    return true;
}

/** GLPK mends a status that does not fit the bounds (say, at a lower bound that is infinite) by
 * itself. */
static void set_basis(Lp *lp, const Basis *basis) {
    int rows = glp_get_num_rows(lp->problem), columns = glp_get_num_cols(lp->problem);
    for (int i = 0; i < rows; i++) {
        glp_set_row_stat(lp->problem, i + 1,
                         i < basis->n_rows ? glpk_status(basis->rows[i]) : GLP_BS);
    }
    for (int i = 0; i < columns; i++) {
        glp_set_col_stat(lp->problem, i + 1,
                         i < basis->n_columns ? glpk_status(basis->columns[i]) : GLP_NL);
    }
}

/** What is kept while GLPK's own search runs. */
typedef struct {
    double bound; /**< best of the open nodes */
    int nodes_left;
    const volatile sig_atomic_t *stop;
} Watch;

static void watch_search(glp_tree *tree, void *info) {
    Watch *watch = info;
    if (glp_ios_reason(tree) != GLP_ISELECT) {
        return;
    }
    int node = glp_ios_best_node(tree);
    if (node != 0) {
        watch->bound = glp_ios_node_bound(tree, node);
    }
    if (watch->nodes_left-- == 0 || (watch->stop != NULL && *watch->stop != 0)) {
        glp_ios_terminate(tree);
    }
}

/** What GLPK's search leaves proven. */
static double integer_bound(const Lp *lp, int returned, bool found, double gap, double watched) {
    if (returned == 0 && found) {
        double value = glp_mip_obj_val(lp->problem);
        return value + gap * (fabs(value) + 1e-9);
    }
    return watched;
}

static void make_intopt(Call *call) {
    call->returned = glp_intopt(call->lp->problem, call->integer);
}

static Outcome solve_integer(Lp *lp, const bool *integer, const MipOptions *options, double *values,
                             double *bound, bool *found) {
    *bound = HUGE_VAL;
    *found = false;
    int columns = glp_get_num_cols(lp->problem);
    for (int i = 0; i < columns; i++) {
        glp_set_col_kind(lp->problem, i + 1, integer[i] ? GLP_IV : GLP_CV);
    }
    glp_iocp parameters;
    glp_init_iocp(&parameters);
    parameters.msg_lev = GLP_MSG_OFF;
    parameters.presolve = GLP_ON;
    /* No cover cuts: GLPK ends the program in them where its presolve leaves no column. */
    parameters.mir_cuts = GLP_ON;
    parameters.mip_gap = options->relative_gap;
    parameters.tm_lim = milliseconds(options->time_limit_s);
    Watch watch = {.bound = HUGE_VAL, .nodes_left = options->node_limit, .stop = options->stop};
    parameters.cb_func = watch_search;
    parameters.cb_info = &watch;
    Call call = {.lp = lp, .integer = &parameters};
    guarded(make_intopt, &call);
    int returned = call.returned;
    if (lp->failure != OUTCOME_DONE) {
        return lp->failure;
    }
    if (returned == GLP_ENOPFS) {
        return OUTCOME_INFEASIBLE;
    }
    int status = glp_mip_status(lp->problem);
    *found = status == GLP_OPT || status == GLP_FEAS;
    if (*found) {
        for (int i = 0; i < columns; i++) {
            values[i] = glp_mip_col_val(lp->problem, i + 1);
        }
    }
    *bound = integer_bound(lp, returned, *found, options->relative_gap, watch.bound);
    if (status == GLP_NOFEAS && returned == 0) {
        return OUTCOME_INFEASIBLE;
    }
    if (returned == GLP_ETMLIM || returned == GLP_ESTOP) {
        return OUTCOME_STOPPED;
    }
    return *found ? OUTCOME_DONE : OUTCOME_SOLVER_FAILED;
}

const Backend BACKEND_GLPK = {.name = "glpk",
                              .version = version,
                              .create = create,
                              .destroy = destroy,
                              .shut_down = shut_down,
                              .add_rows = add_rows,
                              .add_columns = add_columns,
                              .set_row_bounds = set_row_bounds,
                              .set_column_bounds = set_column_bounds,
                              .set_objective = set_objective,
                              .set_column = set_column,
                              .solve = solve,
                              .objective = objective,
                              .duals = duals,
                              .primal = primal,
                              .reduced_costs = reduced_costs,
                              .get_basis = get_basis,
                              .set_basis = set_basis,
                              .solve_integer = solve_integer};
