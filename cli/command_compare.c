/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `banlie compare`: the difference between plans, from their folders. */
#include <stdio.h>

#include "cli/command.h"
#include "cli/compare_changes.h"
#include "cli/compare_figures.h"
#include "cli/compare_why.h"
#include "cli/form_options.h"
#include "cli/speech.h"
#include "cli/terminal.h"
#include "export/words/compare_words.h"
#include "study/compare/compare.h"
#include "study/compare/comparison_csv.h"
#include "study/compare/comparison_json.h"

static const CommandSyntax syntax = {
    .command = "compare",
    .arguments = "A B [C...]",
    .n_arguments = 2,
    .n_more = COMPARED_PLANS_MAX - 2,
    .summary =
        "Says what the difference is between plans, from their folders: figures, trains,\n"
        "bookings, flows and prices, each plan against the first; with --why also what each\n"
        "change of the case brings.",
    .example = "  banlie compare monday tuesday\n"
               "  banlie compare monday tuesday wednesday -o differences --headings zh\n"
               "  banlie compare my-case-plan my-case-surge-plan --why my-case",
};

/* What was written on the command line. */
typedef struct {
    char **dirs;
    char *out_dir;
    gboolean force, csv, json, quiet, no_bom;
    char *colour;
    FormOptions written_form;
    TableForm form;
    ColourMode colour_mode;
    WhyOptions why;
    WhyRequest request;
} CompareOptions;

static OptionsStatus read_options(int argc, char **argv, CompareOptions *options) {
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &options->out_dir,
         "Write the tables to this folder", "DIR"},
        {"force", 0, 0, G_OPTION_ARG_NONE, &options->force,
         "Replace an older comparison; what else is in its folder stays", NULL},
        {"csv", 0, 0, G_OPTION_ARG_NONE, &options->csv,
         "Print kpi.csv in place of the screen, with --why why.csv", NULL},
        {"json", 0, 0, G_OPTION_ARG_NONE, &options->json,
         "Print all tables as JSON in place of the screen", NULL},
        {"no-bom", 0, 0, G_OPTION_ARG_NONE, &options->no_bom, "CSV without a byte order mark",
         NULL},
        FORM_ENTRIES(options->written_form),
        WHY_ENTRIES(options->why),
        {"quiet", 0, 0, G_OPTION_ARG_NONE, &options->quiet, "Say nothing but errors", NULL},
        {"color", 0, 0, G_OPTION_ARG_STRING, &options->colour,
         "Colours: auto, always or never (default auto)", "WHEN"},
        {0},
    };
    return options_parse(&syntax, entries, argc, argv, &options->dirs);
}

static bool options_fit(CompareOptions *options) {
    if (options->csv && options->json) {
        options_wrong(syntax.command, "--csv and --json exclude each other");
        return false;
    }
    if (options->out_dir != NULL && options->out_dir[0] == '\0') {
        options_wrong(syntax.command, "an empty text names no folder");
        return false;
    }
    if (!why_options_check(&options->why, (int)g_strv_length(options->dirs), &options->request)) {
        return false;
    }
    if (options->colour != NULL && !terminal_colour_mode(options->colour, &options->colour_mode)) {
        options_wrong(syntax.command, "--color is auto, always or never, not '%s'",
                      options->colour);
        return false;
    }
    options->request.quiet = options->quiet;
    return form_options_check(syntax.command, &options->written_form, &options->form);
}

static char *screen_of(const Comparison *comparison, const Why *why,
                       const CompareOptions *options) {
    const Lang lang = speech_language();
    ScreenPage page = screen_page_new(lang, terminal_has_colour(options->colour_mode, stdout));
    compare_inputs_put(&page, comparison);
    compare_figures_put(&page, comparison);
    for (int plan = 1; plan < comparison->n_plans; plan++) {
        compare_changes_put(&page, comparison, plan);
    }
    if (comparison->why != NULL) {
        compare_why_put(&page, why);
    }
    if (options->out_dir != NULL) {
        g_autofree char *where = COMPARE_WITH(lang, COMPARE_WHERE, options->out_dir);
        screen_page_end_line(&page, false);
        g_string_append(page.line, where);
        screen_page_end_line(&page, false);
    }
    return screen_page_finish(&page);
}

static ExitCode print_comparison(const Comparison *comparison, const Why *why,
                                 const CompareOptions *options) {
    if (options->csv) {
        CsvWriter csv = csv_writer_on(stdout, &options->form);
        comparison_csv_write(comparison, comparison->why != NULL ? COMPARE_WHY : COMPARE_KPI, &csv);
        return EXIT_DONE;
    }
    g_autofree char *text =
        options->json ? comparison_json_text(comparison) : screen_of(comparison, why, options);
    if (text == NULL) {
        fputs(say("banlie compare: the JSON cannot be made\n"), stderr);
        return EXIT_INTERNAL;
    }
    fputs(text, stdout);
    return EXIT_DONE;
}

static ExitCode write_comparison(const Comparison *comparison, const CompareOptions *options) {
    TableForm form = options->form;
    g_autofree char *error = NULL;
    form.bom = !options->no_bom;
    const Outcome outcome =
        comparison_folder_write(comparison, options->out_dir, options->force, &form, &error);
    if (outcome != OUTCOME_DONE) {
        fprintf(stderr, "banlie compare: %s\n", error);
    }
    return exit_code_of(outcome);
}

/** Looks whether what is asked for can be written, before plans are made for it. */
static ExitCode check_out_place(const CompareOptions *options) {
    g_autofree char *error = NULL;
    if (options->out_dir == NULL) {
        return EXIT_DONE;
    }
    const Outcome outcome = comparison_folder_check(options->out_dir, options->force, &error);
    if (outcome != OUTCOME_DONE) {
        fprintf(stderr, "banlie compare: %s\n", error);
    }
    return exit_code_of(outcome);
}

/** Writes and prints what there is. */
static ExitCode tell_comparison(const Comparison *comparison, const Why *why,
                                const CompareOptions *options) {
    ExitCode code = EXIT_DONE;
    if (options->out_dir != NULL) {
        code = write_comparison(comparison, options);
    }
    if (code == EXIT_DONE && !options->quiet) {
        code = print_comparison(comparison, why, options);
    }
    return code;
}

/** Asks why, where that is wanted, and tells all of it. */
static ExitCode explain_and_tell(Comparison *comparison, const CompareOptions *options) {
    Why why;
    if (options->request.case_path == NULL) {
        return tell_comparison(comparison, NULL, options);
    }
    const ExitCode place = check_out_place(options);
    if (place != EXIT_DONE) {
        return place;
    }
    const ExitCode code = compare_why(&options->request, comparison, &why);
    ExitCode told = code;
    if (comparison->why != NULL) { /* with all its plans, or without some */
        told = tell_comparison(comparison, &why, options);
    }
    why_clear(&why);
    return told != EXIT_DONE ? told : code;
}

static ExitCode compare_and_tell(const CompareOptions *options) {
    Comparison comparison;
    ExitCode code;
    const Outcome outcome = compare_plans((const char *const *)options->dirs,
                                          (int)g_strv_length(options->dirs), &comparison);
    if (outcome == OUTCOME_DONE) {
        code = explain_and_tell(&comparison, options);
    } else {
        const ComparedPlan *plan = &comparison.plans[comparison.n_plans - 1];
        say_unreadable_file(syntax.command, plan->dir, plan->file, &plan->error);
        code = exit_code_of(outcome);
    }
    comparison_clear(&comparison);
    return code;
}

ExitCode command_compare(int argc, char **argv) {
    CompareOptions options = {.colour_mode = COLOUR_AUTO};
    const OptionsStatus status = read_options(argc, argv, &options);
    ExitCode code = status == OPTIONS_ANSWERED ? EXIT_DONE : EXIT_USAGE;
    if (status == OPTIONS_READY && options_fit(&options)) {
        code = compare_and_tell(&options);
    }
    g_strfreev(options.dirs);
    g_free(options.out_dir);
    g_free(options.colour);
    form_options_free(&options.written_form);
    why_options_free(&options.why);
    return code;
}
