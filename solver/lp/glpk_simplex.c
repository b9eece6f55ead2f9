/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scales an LP and solves it by GLPK's simplex, in slices, so that neither method goes on for ever
 * (docs/decisions/0013). */
#include "solver/lp/glpk_simplex.h"

#include <limits.h>
#include <math.h>

#include "base/clock.h"
#include "solver/lp/glpk_basis.h"
#include "solver/lp/glpk_hold.h"
#include "solver/lp/glpk_lp.h"
#include "solver/tolerances.h"

/** A run of the simplex. */
typedef struct {
    Lp *lp;
    glp_smcp *parameters;
    Clock clock;
    int returned;
} Run;

static Outcome status_of(const Lp *lp, int returned) {
    if (returned == GLP_ETMLIM || returned == GLP_EITLIM) {
        return OUTCOME_STOPPED;
    }
    if (returned == GLP_EOBJLL) {
        return OUTCOME_CUT_OFF;
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

/** After so many iterations, and as many as the LP has rows, the first method may be lost; each one
 * after it has twice the patience, so that one which needs many gets them. */
enum { ITERATIONS_TO_GET_LOST = 1000 };

/** Where a run of one method stands. */
typedef struct {
    int patience;     /**< iterations after which it is lost */
    int start;        /**< iterations made before it */
    int moved;        /**< iterations made when the objective last moved */
    double objective; /**< then */
} Course;

static Course course_begin(const Run *run, int patience) {
    const int now = glp_get_it_cnt(run->lp->problem);
    return (Course){.patience = patience, .start = now, .moved = now, .objective = NAN};
}

/** True where the method gets nowhere: GLPK's primal simplex may go round in circles where rows
 * tie, and its dual one wander far off. */
static bool is_lost(const Run *run, Course *course) {
    glp_prob *problem = run->lp->problem;
    int now = glp_get_it_cnt(problem);
    if (glp_get_obj_val(problem) != course->objective) {
        course->objective = glp_get_obj_val(problem);
        course->moved = now;
    }
    bool circles = run->parameters->meth == GLP_PRIMAL && glp_get_prim_stat(problem) == GLP_FEAS;
    return now - (circles ? course->moved : course->start) >= course->patience;
}

static void set_method(Run *run, int method) {
    bool flip = method == GLP_DUALP && run->lp->many_ties;
    run->parameters->meth = method;
    run->parameters->r_test = flip ? GLP_RT_FLIP : GLP_RT_HAR;
}

/** Goes on with the other method from where this one stands. After one that went on for long, long
 * steps suit the dual simplex better. */
static void change_method(Run *run) {
    run->lp->many_ties = true;
    set_method(run, run->parameters->meth == GLP_PRIMAL ? GLP_DUALP : GLP_PRIMAL);
}

/** Iterations that the run may still make, before it is looked at again. */
static int iterations_left(const Run *run, int begun) {
    int most = run->lp->iterations_max, made = glp_get_it_cnt(run->lp->problem) - begun;
    return most == 0 || most - made > ITERATIONS_AT_ONCE ? ITERATIONS_AT_ONCE : most - made;
}

/** Runs the simplex to its end or a limit.
 *  @param begun  iterations before the whole solve */
static void run_slices(Run *run, int begun) {
    glp_prob *problem = run->lp->problem;
    const int rows = glp_get_num_rows(problem);
    Course course =
        course_begin(run, rows < ITERATIONS_TO_GET_LOST ? ITERATIONS_TO_GET_LOST : rows + 1);
    do {
        if (is_lost(run, &course)) {
            change_method(run);
            course =
                course_begin(run, course.patience < INT_MAX / 2 ? 2 * course.patience : INT_MAX);
        }
        run->parameters->tm_lim = glpk_milliseconds(clock_left(&run->clock));
        run->parameters->it_lim = iterations_left(run, begun);
        run->returned = glp_simplex(problem, run->parameters);
    } while (run->returned == GLP_EITLIM && iterations_left(run, begun) > 0 &&
             !clock_expired(&run->clock));
}

static void make_simplex(void *call) {
    Run *run = call;
    glp_prob *problem = run->lp->problem;
    int begun = glp_get_it_cnt(problem);
    set_method(run, run->parameters->meth);
    scale(run->lp);
    glp_term_out(GLP_ON); /* to read_message() alone */
    int held = run->parameters->meth == GLP_DUALP ? glpk_hold(run->lp) : 0;
    run_slices(run, begun);
    if (held > 0) {
        bool solved = run->returned == 0 && glp_get_status(problem) == GLP_OPT;
        bool limited = run->returned == GLP_EITLIM || run->returned == GLP_ETMLIM;
        glpk_release(run->lp, held);
        set_method(run, solved ? GLP_PRIMAL : GLP_DUALP); /* without them nothing else is proven */
        if (!limited) {
            run_slices(run, begun);
        }
    }
}

Outcome glpk_simplex(Lp *lp, LpMethod method, double time_limit_s,
                     const volatile sig_atomic_t *stop) {
    glp_smcp parameters;
    glp_init_smcp(&parameters);
    parameters.msg_lev = GLP_MSG_ON;
    parameters.out_frq = ITERATIONS_BETWEEN_LOOKS;
    parameters.meth = method == LP_DUAL ? GLP_DUALP : GLP_PRIMAL;
    parameters.tol_dj = LP_TOLERANCE;
    parameters.tol_bnd = LP_TOLERANCE;
    if (lp->least > -HUGE_VAL) {
        parameters.obj_ll = lp->least;
    }
    Run run = {.lp = lp, .parameters = &parameters, .clock = clock_start(time_limit_s, stop)};
    if (!glpk_lp_reserve(lp)) {
        return OUTCOME_NO_MEMORY;
    }
    glpk_guarded(&lp->use, stop, make_simplex, &run);
    if (lp->use.failure != OUTCOME_DONE) {
        return lp->use.failure;
    }
    if (run.returned == GLP_ESING && glpk_basis_go_back(lp)) {
        glpk_guarded(&lp->use, stop, make_simplex, &run);
        if (lp->use.failure != OUTCOME_DONE) {
            return lp->use.failure;
        }
    }
    Outcome status = status_of(lp, run.returned);
    if (should_restart(run.returned) || status == OUTCOME_SOLVER_FAILED) {
        parameters.meth = GLP_PRIMAL;
        glp_std_basis(lp->problem);
        glpk_guarded(&lp->use, stop, make_simplex, &run);
        status = lp->use.failure != OUTCOME_DONE ? lp->use.failure : status_of(lp, run.returned);
    }
    return status;
}
