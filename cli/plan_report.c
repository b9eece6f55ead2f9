/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints what came of a run of `banlie plan`. */
#include "cli/plan_report.h"

#include <stdio.h>
#include <stdlib.h>

#include "cli/conflict_report.h"
#include "export/screen/screen.h"
#include "export/words/findings/finding_words.h"
#include "export/words/hardest_words.h"
#include "export/words/run_words.h"

static void say(const char *text) {
    fprintf(stderr, "banlie plan: %s\n", text);
}

/* Says a line that may not be there, and frees it. */
static void say_line(char *line) {
    if (line != NULL) {
        say(line);
        g_free(line);
    }
}

void plan_report_findings(const PlanOptions *options, const PlanRun *run) {
    if (run->loading.problem == NULL || !options->quiet) {
        findings_print(run->loading.findings, options->lang, stderr);
    }
}

void plan_report_cut_short(const PlanOptions *options, const PlanRun *run) {
    if (!options->quiet) {
        say_line(run_words_cut_short(options->lang, run->plan));
        say_line(run_words_no_prices(options->lang, run->plan));
    }
}

/* The result on stdout: summary.json as it stands in the folder, or the screen. */
static ExitCode print_result(const PlanOptions *options, const PlanRun *run) {
    if (options->json) {
        char *text = summary_json_text(run->view, &run->info);
        if (text == NULL) {
            say(run_words_memory(options->lang, MEMORY_PRINTING));
            return EXIT_INTERNAL;
        }
        fputs(text, stdout);
        free(text);
    } else if (!options->quiet) {
        const ScreenOptions screen = {.lang = options->lang,
                                      .colour = terminal_has_colour(options->colour, stdout),
                                      .where = options->out_dir};
        char *text = screen_text(run->view, &screen);
        fputs(text, stdout);
        g_free(text);
    }
    return EXIT_DONE;
}

static void say_errors(const Delivery *delivery) {
    for (guint i = 0; delivery->errors != NULL && i < delivery->errors->len; i++) {
        say(g_ptr_array_index(delivery->errors, i));
    }
}

static void report_place(const PlanOptions *options, const Delivery *delivery) {
    say_errors(delivery);
    if (delivery->elsewhere) {
        say_line(run_words_elsewhere(options->lang, delivery->place));
    }
}

static void report_unverified(const PlanOptions *options, const Delivery *delivery) {
    say_errors(delivery);
    verify_report_print(delivery->report, stderr);
    say(run_words_withheld(options->lang));
}

static void report_memory(const PlanOptions *options, const PlanRun *run) {
    say_errors(&run->delivery);
    if (run->step == RUN_PLANNING) {
        say_line(run_words_no_plan(options->lang, run->outcome, run->interrupted, run->bound));
    } else {
        const MemoryUse use = run->step == RUN_LOADING ? MEMORY_BUILDING
                              : run->view == NULL      ? MEMORY_VIEW
                                                       : MEMORY_WRITING;
        say(run_words_memory(options->lang, use));
    }
}

/* That planning ended without a plan: what is proven, what was hard, and what to try. */
static void report_no_plan(const PlanOptions *options, const PlanRun *run) {
    const char *advice = run_words_advice(options->lang, run->outcome, run->interrupted);
    say_line(run_words_no_plan(options->lang, run->outcome, run->interrupted, run->bound));
    if (advice != NULL) {
        char *words = hardest_words(options->lang, run->loading.kase, &run->hardest, "banlie plan");
        fputs(words, stderr);
        g_free(words);
        say(advice);
    }
}

/* Why there is no plan in its place, on stderr. */
static void report_failure(const PlanOptions *options, const PlanRun *run) {
    switch (run->outcome) {
    case OUTCOME_FAULTY:
    case OUTCOME_MISUSED:
        break;
    case OUTCOME_INFEASIBLE:
        conflict_report(run->conflict, options);
        break;
    case OUTCOME_UNVERIFIED:
        report_unverified(options, &run->delivery);
        break;
    case OUTCOME_UNREADABLE:
    case OUTCOME_UNWRITABLE:
        report_place(options, &run->delivery);
        break;
    case OUTCOME_NO_MEMORY:
        report_memory(options, run);
        break;
    default:
        report_no_plan(options, run);
        break;
    }
}

ExitCode plan_report_end(const PlanOptions *options, const PlanRun *run) {
    if (run->outcome == OUTCOME_DONE) {
        return print_result(options, run);
    }
    if (run->step == RUN_LOADING) {
        plan_report_findings(options, run);
    }
    report_failure(options, run);
    return run->outcome == OUTCOME_STOPPED && run->interrupted ? EXIT_INTERRUPTED
                                                               : exit_code_of(run->outcome);
}
