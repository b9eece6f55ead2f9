/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "cli/command.h"
#include "cli/conflict_report.h"
#include "study/run/delivery.h"
#include "cli/interrupt.h"
#include "cli/plan_options.h"
#include "study/run/loading.h"
#include "solver/solve.h"

/* Reading and building may take so long beyond the time limit: as a rule a moment, and then there
 * is a plan to hand out, if only the empty one. */
static const double GRACE_SECONDS = 0.5;

/* Reads the case and builds its problem; what was found goes to stderr. Quiet keeps back warnings
 * alone. */
static ExitCode read_problem(Reading *reading, const PlanOptions *options) {
    ExitCode code = reading_case(reading, options->case_path, &options->order);
    if (code == EXIT_DONE) {
        code = reading_problem(reading);
    }
    if (code != EXIT_DONE || !options->quiet) {
        findings_print(reading->findings, stderr);
    }
    return code;
}

static Outcome solve_problem(const Problem *problem, const PlanOptions *options, double left_s,
                             const volatile sig_atomic_t *stop, Plan **plan) {
    ProgressLine line = progress_line_new(options->quiet);
    const SolveOptions solve_options = {
        .gap = options->gap,
        .time_limit_s = left_s,
        .relax = options->relax,
        .progress = progress_line_show,
        .user = &line,
        .stop = stop,
    };
    const Outcome status = solve(problem, &solve_options, plan);
    progress_line_clear(&line);
    return status;
}

/* What to say where there is nothing to hand out. */
static ExitCode say_no_plan(Outcome outcome, bool interrupted) {
    switch (outcome) {
    case OUTCOME_INFEASIBLE:
        return EXIT_INFEASIBLE;
    case OUTCOME_STOPPED:
        if (interrupted) {
            fputs("banlie plan: interrupted before a plan was found\n", stderr);
            return EXIT_INTERRUPTED;
        }
        fputs("banlie plan: a limit was reached before a plan was found\n", stderr);
        return EXIT_NO_PLAN;
    case OUTCOME_NO_MEMORY:
        fputs("banlie plan: memory ran out before a plan was found\n", stderr);
        return EXIT_INTERNAL;
    default:
        fprintf(stderr,
                "banlie plan: internal error: %s before a plan was found; this is a bug, please "
                "report it\n",
                outcome_text(outcome));
        return EXIT_INTERNAL;
    }
}

/* What cut a plan short. */
static void say_cut_short(const Plan *plan) {
    if (outcome_failed(plan->ended)) {
        fprintf(stderr, "banlie plan: %s; this is the best plan so far\n",
                outcome_text(plan->ended));
    } else if (plan->timed_out || plan->interrupted) {
        fprintf(stderr,
                "banlie plan: %s; this is the best plan so far, and such a run is not repeatable "
                "to the byte\n",
                plan->interrupted ? "interrupted" : "the time limit was reached");
    }
    if (outcome_failed(plan->priced)) {
        fprintf(stderr, "banlie plan: the plan has no prices: %s\n", outcome_text(plan->priced));
    }
}

/* Seconds that are left of the time limit, which counts from the program's start. */
static double seconds_left(const PlanOptions *options, int64_t begun_us) {
    const double spent = (double)(g_get_monotonic_time() - begun_us) / G_USEC_PER_SEC;
    return MAX(options->time_limit_s - spent, 0);
}

static ExitCode plan_case(const PlanOptions *options) {
    const int64_t begun_us = g_get_monotonic_time();
    const volatile sig_atomic_t *stop = interrupt_watch();
    ExitCode code = delivery_check(options);
    if (code != EXIT_DONE) {
        return code;
    }
    Reading reading = {0};
    Plan *plan = NULL;
    interrupt_ends_at_once(options->time_limit_s + GRACE_SECONDS);
    code = read_problem(&reading, options);
    interrupt_is_noted();
    if (code == EXIT_DONE) {
        const Outcome outcome =
            solve_problem(reading.problem, options, seconds_left(options, begun_us), stop, &plan);
        if (outcome != OUTCOME_DONE) {
            code = say_no_plan(outcome, *stop != 0);
        } else if (!options->quiet) {
            say_cut_short(plan);
        }
    }
    if (code == EXIT_INFEASIBLE) {
        code = conflict_report(reading.kase, options, seconds_left(options, begun_us), stop);
    }
    if (code == EXIT_DONE) {
        code = delivery_run(options, reading.problem, plan, begun_us);
    }
    if (plan != NULL) {
        plan_free(plan);
    }
    reading_free(&reading);
    return code;
}

ExitCode command_plan(int argc, char **argv) {
    PlanOptions options;
    const OptionsStatus status = plan_options_read(argc, argv, &options);
    ExitCode code = EXIT_USAGE;
    if (status == OPTIONS_ANSWERED) {
        code = EXIT_DONE;
    } else if (status == OPTIONS_READY) {
        code = plan_case(&options);
    }
    plan_options_free(&options);
    return code;
}
