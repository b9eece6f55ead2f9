/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `banlie plan`: a run, with the terminal and its signals looking on. */
#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/plan_options.h"
#include "cli/plan_report.h"
#include "cli/start_option.h"
#include "cli/version.h"

/* Reading and building may take so long beyond the time limit: as a rule a moment, and then there
 * is a plan to hand out, if only the empty one. */
static const double GRACE_SECONDS = 0.5;

/* Who looks on. */
typedef struct {
    const PlanOptions *options;
    ProgressLine line;
} Onlooker;

/* A signal ends the program at once while there is nothing to hand out, and is noted afterwards. */
static void step_entered(RunStep step, const PlanRun *run, void *user) {
    Onlooker *onlooker = user;
    const PlanOptions *options = onlooker->options;
    if (step > RUN_PLANNING) {
        progress_line_clear(&onlooker->line);
    }
    switch (step) {
    case RUN_LOADING:
        interrupt_ends_at_once(options->time_limit_s + GRACE_SECONDS);
        break;
    case RUN_PLANNING:
        interrupt_is_noted();
        plan_report_findings(options, run);
        break;
    case RUN_WRITING:
        plan_report_cut_short(options, run);
        break;
    case RUN_PLACE:
    case RUN_EXPLAINING:
        break;
    }
}

static void show_progress(const Progress *progress, void *user) {
    Onlooker *onlooker = user;
    progress_line_show(progress, &onlooker->line);
}

static ExitCode plan_case(const PlanOptions *options, const StartFile *start) {
    Onlooker onlooker = {.options = options, .line = progress_line_new(options->quiet)};
    const RunOrder order = {
        .loading = {.path = options->case_path,
                    .commitment = &options->order,
                    .scenarios = (const char *const *)options->scenarios},
        .gap = options->gap,
        .time_limit_s = options->time_limit_s,
        .relax = options->relax,
        .start = start,
        .keep_start = options->keep_start,
        .backend = options->backend,
        .stop = interrupt_watch(),
        .all = options->all,
        .version = BANLIE_VERSION,
        .delivery = {.dir = options->out_dir,
                     .replace = options->force,
                     .form = options->form,
                     .lang = options->lang,
                     .guard = interrupt_guard()},
        .watch = {.entered = step_entered, .progress = show_progress, .user = &onlooker},
    };
    PlanRun run;
    (void)plan_run(&order, &run);
    interrupt_is_noted();
    progress_line_clear(&onlooker.line);
    const ExitCode code = plan_report_end(options, &run);
    plan_run_clear(&run);
    return code;
}

ExitCode command_plan(int argc, char **argv) {
    PlanOptions options;
    const OptionsStatus status = plan_options_read(argc, argv, &options);
    ExitCode code = EXIT_USAGE;
    if (status == OPTIONS_ANSWERED) {
        code = EXIT_DONE;
    } else if (status == OPTIONS_READY) {
        StartFile *start = NULL;
        code = start_option_read("plan", options.start, &start);
        code = code == EXIT_DONE ? plan_case(&options, start) : code;
        start_file_free(start);
    }
    plan_options_free(&options);
    return code;
}
