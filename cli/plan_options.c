/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads and checks the command line of `banlie plan`. */
#include "cli/plan_options.h"

#include <string.h>

#include "cli/scenario_options.h"
#include "cli/speech.h"
#include "config/scenario/scenario_find.h"
#include "solver/lp/backends.h"

static const CommandSyntax syntax = {
    .command = "plan",
    .arguments = "CASE",
    .n_arguments = 1,
    .summary = "Plans a case (a YAML file, or a folder with a case.yaml), verifies the plan and\n"
               "writes its folder. Ctrl-C hands out the best plan so far.",
    .example = "  banlie plan my-case\n"
               "  banlie plan my-case -o monday --gap 0.001 --time-limit 1h --lang zh\n"
               "  banlie plan my-case -o tuesday --commit monday --freeze-before 2026-12-05",
};

/* What was written on the command line, before it is checked. */
typedef struct {
    char *out_dir;
    char *gap;
    char *time_limit;
    char *solver;
    int threads;
    gint64 seed;
    char *start;
    gboolean keep_start;
    gboolean relax;
    gboolean quiet;
    gboolean json;
    char *colour;
    gboolean force;
    gboolean no_bom;
    FormOptions form;
    gboolean all;
    char **scenarios;
    CommitOptions commit;
} Written;

/** Names of the LP solvers, as a list in a sentence. */
static char *solver_names(void) {
    GString *names = g_string_new(NULL);
    for (int i = 0; backend_at(i) != NULL; i++) {
        g_string_append_printf(names, "%s%s", i > 0 ? ", " : "", backend_at(i)->name);
    }
    return g_string_free(names, FALSE);
}

static OptionsStatus read_written(int argc, char **argv, Written *written, char ***arguments) {
    g_autofree char *names = solver_names();
    g_autofree char *solver_help = g_strdup_printf(say("LP solver: %s"), names);
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &written->out_dir,
         "Folder of the plan (default: the case's name and -plan, here)", "DIR"},
        {"force", 0, 0, G_OPTION_ARG_NONE, &written->force,
         "Replace an older plan; what else is in its folder stays", NULL},
        {"gap", 0, 0, G_OPTION_ARG_STRING, &written->gap,
         "Stop when proven this close to the best plan (default 0.005)", "SHARE"},
        {"time-limit", 0, 0, G_OPTION_ARG_STRING, &written->time_limit,
         "Stop after this time: 90, 90s, 10m, 1h (default 10m)", "TIME"},
        COMMIT_ENTRIES(written->commit),
        {"relax", 0, 0, G_OPTION_ARG_NONE, &written->relax,
         "The relaxation and its prices alone, no plan", NULL},
        {"start", 0, 0, G_OPTION_ARG_FILENAME, &written->start,
         "Start from what a plan made with --keep-start has left, also of another case", "DIR"},
        {"keep-start", 0, 0, G_OPTION_ARG_NONE, &written->keep_start,
         "Leave in the plan's folder what other plans may start from", NULL},
        {"all", 0, 0, G_OPTION_ARG_NONE, &written->all, "List trains that do not run as well",
         NULL},
        {"no-bom", 0, 0, G_OPTION_ARG_NONE, &written->no_bom, "CSV without a byte order mark",
         NULL},
        FORM_ENTRIES(written->form),
        {"json", 0, 0, G_OPTION_ARG_NONE, &written->json,
         "Print summary.json in place of the screen", NULL},
        {"quiet", 0, 0, G_OPTION_ARG_NONE, &written->quiet, "Say nothing but errors", NULL},
        {"color", 0, 0, G_OPTION_ARG_STRING, &written->colour,
         "Colours: auto, always or never (default auto)", "WHEN"},
        {"solver", 0, 0, G_OPTION_ARG_STRING, &written->solver, solver_help, "NAME"},
        {"threads", 0, 0, G_OPTION_ARG_INT, &written->threads,
         "Threads to use at most (one is used so far)", "N"},
        {"seed", 0, 0, G_OPTION_ARG_INT64, &written->seed,
         "Seed of random choices (none are made so far)", "N"},
        SCENARIO_ENTRY(written->scenarios),
        {0},
    };
    return options_parse(&syntax, entries, argc, argv, arguments);
}

static void free_written(Written *written) {
    g_free(written->out_dir);
    g_free(written->start);
    g_free(written->gap);
    g_free(written->time_limit);
    g_free(written->solver);
    g_free(written->colour);
    form_options_free(&written->form);
    commit_options_free(&written->commit);
    g_strfreev(written->scenarios);
}

static bool check_numbers(const Written *written, PlanOptions *options) {
    if (written->gap != NULL && !options_share(written->gap, &options->gap)) {
        options_wrong(syntax.command, "--gap is a share from 0 to 1 such as 0.005, not '%s'",
                      written->gap);
        return false;
    }
    if (written->time_limit != NULL &&
        !options_seconds(written->time_limit, &options->time_limit_s)) {
        options_wrong(syntax.command,
                      "--time-limit is a time such as 90s, 10m or 1h, at most 1e9 s, not '%s'",
                      written->time_limit);
        return false;
    }
    if (written->threads < 1) {
        options_wrong(syntax.command, "--threads is a whole number from 1, not %d",
                      written->threads);
        return false;
    }
    if (written->seed < 0) {
        options_wrong(syntax.command, "--seed is a whole number from 0, not %" G_GINT64_FORMAT,
                      written->seed);
        return false;
    }
    return true;
}

static bool check_names(const Written *written, PlanOptions *options) {
    options->backend = backend_find(written->solver);
    if (options->backend == NULL) {
        g_autofree char *names = solver_names();
        options_wrong(syntax.command, "the solver '%s' is not built in; there is %s",
                      written->solver, names);
        return false;
    }
    if (written->colour != NULL && !terminal_colour_mode(written->colour, &options->colour)) {
        options_wrong(syntax.command, "--color is auto, always or never, not '%s'",
                      written->colour);
        return false;
    }
    if (!form_options_check(syntax.command, &written->form, &options->form)) {
        return false;
    }
    if (written->out_dir != NULL && written->out_dir[0] == '\0') {
        options_wrong(syntax.command, "an empty text names no folder");
        return false;
    }
    return true;
}

/** The folder of a plan that is named nowhere. */
static char *default_folder(const char *case_path, char **scenarios) {
    g_autoptr(GString) names = g_string_new(NULL);
    for (int i = 0; scenarios != NULL && scenarios[i] != NULL; i++) {
        g_autofree char *name = scenario_name(scenarios[i]);
        g_string_append_printf(names, "%s%s", i > 0 ? "+" : "", name);
    }
    return options_plan_folder(case_path, names->len == 0 ? NULL : names->str);
}

OptionsStatus plan_options_read(int argc, char **argv, PlanOptions *options) {
    *options = (PlanOptions){.gap = 0.005, .time_limit_s = 600, .colour = COLOUR_AUTO};
    Written written = {.threads = 1};
    char **arguments = NULL;
    OptionsStatus status = read_written(argc, argv, &written, &arguments);
    if (status == OPTIONS_READY &&
        (!check_numbers(&written, options) || !check_names(&written, options) ||
         !commit_options_check(syntax.command, &written.commit, &options->order))) {
        status = OPTIONS_WRONG;
    }
    if (status == OPTIONS_READY) {
        options->case_path = g_strdup(arguments[0]);
        options->out_dir = written.out_dir != NULL
                               ? g_strdup(written.out_dir)
                               : default_folder(options->case_path, written.scenarios);
        options->scenarios = g_steal_pointer(&written.scenarios);
        options->commit = written.commit; /* taken over: the order points into it */
        written.commit = (CommitOptions){0};
        options->start = g_steal_pointer(&written.start);
        options->keep_start = written.keep_start;
        options->relax = written.relax;
        options->lang = speech_language();
        options->quiet = written.quiet;
        options->json = written.json;
        options->force = written.force;
        options->form.bom = !written.no_bom;
        options->all = written.all;
    }
    g_strfreev(arguments);
    free_written(&written);
    return status;
}

void plan_options_free(PlanOptions *options) {
    g_free(options->case_path);
    g_free(options->out_dir);
    g_free(options->start);
    g_strfreev(options->scenarios);
    commit_options_free(&options->commit);
    *options = (PlanOptions){0};
}
