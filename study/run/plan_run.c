/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planning as a whole, step by step, within one time limit. */
#include "study/run/plan_run.h"

#include <math.h>

#include <glib.h>
#include <sys/resource.h>

#include "model/promises/held_trains.h"
#include "solver/tolerances.h"

/* Even where planning used up its time, a clash is looked for this long. */
static const double LEAST_SECONDS = 0.3;

/* A run under way. */
typedef struct {
    const RunOrder *order;
    PlanRun *run;
    int64_t begun_us;
    Start start; /**< of the order's file, for this problem */
    Start keep;
} Course;

static double spent_s(const Course *course) {
    return (double)(g_get_monotonic_time() - course->begun_us) / G_USEC_PER_SEC;
}

/* Seconds that are left of the time limit. */
static double left_s(const Course *course) {
    return MAX(course->order->time_limit_s - spent_s(course), 0);
}

static void enter(const Course *course, RunStep step) {
    const RunWatch *watch = &course->order->watch;
    course->run->step = step;
    if (watch->entered != NULL) {
        watch->entered(step, course->run, watch->user);
    }
}

static Outcome load(const Course *course) {
    enter(course, RUN_LOADING);
    return loading_all(&course->run->loading, &course->order->loading);
}

static void note_progress(const Progress *progress, void *user) {
    const Course *course = user;
    const RunWatch *watch = &course->order->watch;
    course->run->bound = progress->bound;
    if (watch->progress != NULL) {
        watch->progress(progress, watch->user);
    }
}

static SolveOptions solve_options(Course *course, bool relax) {
    const RunOrder *order = course->order;
    return (SolveOptions){.gap = order->gap,
                          .time_limit_s = left_s(course),
                          .relax = relax,
                          .backend = order->backend,
                          .progress = note_progress,
                          .user = course,
                          .hardest = &course->run->hardest,
                          .start = order->start != NULL ? &course->start : NULL,
                          .stop = order->stop};
}

/** Has the plan state the bound that holds with all trains free. What a list of goals is relaxed to
 * is none: an earlier goal is then held at more than any plan has. */
static void state_free_bound(const Problem *problem, const Plan *relaxed, Plan *plan) {
    const bool bounds = problem->kase->n_goals <= 1;
    GoalResult *goal = &plan->goals[plan->n_goals - 1];
    plan->relaxation = goal->relaxation = bounds ? relaxed->relaxation : (double)NAN;
    plan->bound = goal->bound = bounds ? fmax(relaxed->bound, plan->objective) : (double)NAN;
    if (!bounds) {
        plan->status = PLAN_LIMIT;
    } else if (plan->status == PLAN_OPTIMAL &&
               plan->bound - plan->objective > OPTIMAL_GAP * fmax(1, fabs(plan->objective))) {
        plan->status = PLAN_GAP; /* its boxes are, its trains are not known to be */
    }
}

/** Boxes on the trains that are held. */
static Outcome make_held_plan(Course *course) {
    PlanRun *run = course->run;
    Problem *problem = run->loading.problem;
    Plan *relaxed = NULL;
    const SolveOptions free_trains = solve_options(course, true);
    Outcome outcome = solve_plan(problem, &free_trains, &relaxed);
    if (outcome != OUTCOME_DONE) {
        return outcome;
    }
    held_trains_hold(problem, course->order->held);
    const SolveOptions options = solve_options(course, false);
    outcome = solve_plan(problem, &options, &run->plan);
    if (outcome == OUTCOME_DONE) {
        state_free_bound(problem, relaxed, run->plan);
    }
    plan_free(relaxed);
    run->held_clash = outcome == OUTCOME_INFEASIBLE;
    return run->held_clash ? OUTCOME_STOPPED : outcome;
}

static Outcome solve(Course *course) {
    const RunOrder *order = course->order;
    PlanRun *run = course->run;
    if (order->start != NULL &&
        !start_file_take(order->start, run->loading.problem, &course->start)) {
        return OUTCOME_NO_MEMORY;
    }
    SolveOptions options = solve_options(course, order->relax);
    options.keep = order->keep_start ? &course->keep : NULL;
    return order->held != NULL ? make_held_plan(course)
                               : solve_plan(run->loading.problem, &options, &run->plan);
}

static Outcome make_plan(Course *course) {
    const RunOrder *order = course->order;
    PlanRun *run = course->run;
    enter(course, RUN_PLANNING);
    const Outcome outcome = solve(course);
    run->interrupted = order->stop != NULL && *order->stop != 0;
    return outcome;
}

/* That there is no plan stands, also where the search for its causes fails. */
static void explain(const Course *course) {
    enter(course, RUN_EXPLAINING);
    const ConflictOptions options = {
        .backend = course->order->backend,
        .time_limit_s = MAX(left_s(course), LEAST_SECONDS),
        .stop = course->order->stop,
    };
    course->run->conflict = conflict_find(course->run->loading.kase, &options);
}

static RunInfo run_info(const Course *course) {
    RunInfo info = {.version = course->order->version, .seconds = spent_s(course)};
    struct rusage usage;
    if (getrusage(RUSAGE_SELF, &usage) == 0) {
        info.peak_memory_bytes = (int64_t)usage.ru_maxrss * 1024; /* Linux counts in KiB */
    }
    return info;
}

static Outcome put_plan(const Course *course) {
    PlanRun *run = course->run;
    enter(course, RUN_WRITING);
    run->view = plan_view_new(run->loading.problem, run->plan, course->order->all);
    if (run->view == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    run->info = run_info(course);
    DeliveryOrder delivery = course->order->delivery;
    delivery.keep = course->order->keep_start ? &course->keep : NULL;
    return delivery_put(run->view, &run->info, &delivery, &run->delivery);
}

Outcome plan_run(const RunOrder *order, PlanRun *run) {
    *run = (PlanRun){.bound = NAN};
    Course course = {.order = order, .run = run, .begun_us = g_get_monotonic_time()};
    enter(&course, RUN_PLACE);
    run->outcome = delivery_check(&order->delivery, &run->delivery);
    if (run->outcome == OUTCOME_DONE) {
        run->outcome = load(&course);
    }
    if (run->outcome == OUTCOME_DONE) {
        run->outcome = make_plan(&course);
    }
    if (run->outcome == OUTCOME_INFEASIBLE) {
        explain(&course);
    } else if (run->outcome == OUTCOME_DONE) {
        run->outcome = put_plan(&course);
    }
    start_clear(&course.start);
    start_clear(&course.keep);
    return run->outcome;
}

void plan_run_clear(PlanRun *run) {
    if (run->view != NULL) {
        plan_view_free(run->view);
    }
    if (run->conflict != NULL) {
        conflict_free(run->conflict);
    }
    if (run->plan != NULL) {
        plan_free(run->plan);
    }
    delivery_clear(&run->delivery);
    loading_clear(&run->loading);
    *run = (PlanRun){.bound = NAN};
}
