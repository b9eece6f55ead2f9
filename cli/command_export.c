/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `banlie export`: a case's whole model, for other solvers. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/atomic_file.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/scenario_options.h"
#include "cli/speech.h"
#include "export/model/model_text.h"
#include "export/model/whole_model.h"
#include "export/words/findings/finding_words.h"
#include "study/run/loading.h"

static const CommandSyntax syntax = {
    .command = "export",
    .arguments = "CASE",
    .n_arguments = 1,
    .summary =
        "Writes the whole planning model of a case, boxes as flows on arcs, for other solvers.\n"
        "They are to minimise: the value that they find is the negative margin.",
    .example = "  banlie export my-case --format mps -o my-case.mps\n"
               "  glpsol --freemps my-case.mps -o solution.txt\n"
               "  cbc my-case.mps solve solution solution.txt",
};

/* What was asked for. */
typedef struct {
    char *format_name;
    const ModelFormat *format;
    char *path; /* NULL: stdout */
    gboolean relax;
    char **scenarios;
} Wish;

static ExitCode out_of_memory(void) {
    fputs(say("banlie export: memory ran out\n"), stderr);
    return EXIT_INTERNAL;
}

static ExitCode unwritable(const char *path) {
    fprintf(stderr, say("banlie export: %s: cannot be written: %s\n"), path, strerror(errno));
    return EXIT_IO;
}

/* An older model may be replaced. A slip of the pen must not cost a case or a table. */
static ExitCode check_place(const char *path) {
    struct stat info;
    if (stat(path, &info) != 0 || !S_ISREG(info.st_mode) || model_format_fits(path) ||
        model_file_is_ours(path)) {
        return EXIT_DONE;
    }
    if (errno != 0) {
        return unwritable(path);
    }
    fprintf(
        stderr,
        say("banlie export: %s: is there already and no model; choose another place with -o, or "
            "move it away\n"),
        path);
    return EXIT_IO;
}

static ExitCode write_to_stdout(const Wish *wish, const Problem *problem) {
    OutFile out = {.stream = stdout};
    if (whole_model_write(problem, wish->format, wish->relax, &out) != OUTCOME_DONE) {
        return out_of_memory();
    }
    if (out.error == 0 && fflush(stdout) == 0) {
        return EXIT_DONE;
    }
    if (out.error != 0) {
        errno = out.error;
    }
    return unwritable(say("standard output"));
}

static ExitCode write_to_file(const Wish *wish, const Problem *problem) {
    AtomicFile target;
    if (!atomic_file_begin(wish->path, &target)) {
        return unwritable(wish->path);
    }
    if (whole_model_write(problem, wish->format, wish->relax, &target.out) != OUTCOME_DONE) {
        atomic_file_abandon(&target);
        return out_of_memory();
    }
    return atomic_file_commit(&target) ? EXIT_DONE : unwritable(wish->path);
}

/* Goals one after the other are no single model; what is written then is that of the margin. */
static void warn_of_goals(const Case *kase) {
    for (int i = 0; i < kase->n_goals; i++) {
        if (kase->goals[i].kind != GOAL_MARGIN) {
            fputs(say("banlie export: warning: the case has other goals than the margin; this "
                      "model has "
                      "the margin alone\n"),
                  stderr);
            return;
        }
    }
}

static ExitCode export_case(const Wish *wish, const char *case_path) {
    if (wish->path != NULL && check_place(wish->path) != EXIT_DONE) {
        return EXIT_IO;
    }
    Loading loading = {0};
    const LoadingOrder order = {.path = case_path,
                                .scenarios = (const char *const *)wish->scenarios};
    const Outcome outcome = loading_all(&loading, &order);
    ExitCode code = exit_code_of(outcome);
    findings_print(loading.findings, speech_language(), stderr);
    if (outcome == OUTCOME_NO_MEMORY) {
        code = out_of_memory();
    } else if (outcome == OUTCOME_DONE) {
        warn_of_goals(loading.kase);
        code = wish->path == NULL ? write_to_stdout(wish, loading.problem)
                                  : write_to_file(wish, loading.problem);
    }
    loading_clear(&loading);
    return code;
}

static bool check_wish(Wish *wish) {
    if (wish->format_name == NULL) {
        options_wrong(syntax.command, "--format is missing: mps or lp");
        return false;
    }
    if (wish->path != NULL && wish->path[0] == '\0') {
        options_wrong(syntax.command, "an empty text names no file");
        return false;
    }
    wish->format = model_format_find(wish->format_name);
    if (wish->format == NULL) {
        options_wrong(syntax.command, "--format is mps or lp, not '%s'", wish->format_name);
    }
    return wish->format != NULL;
}

ExitCode command_export(int argc, char **argv) {
    Wish wish = {0};
    const GOptionEntry entries[] = {
        {"format", 0, 0, G_OPTION_ARG_STRING, &wish.format_name, "mps (free MPS) or lp (CPLEX LP)",
         "FORMAT"},
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &wish.path,
         "File to write (default: standard output)", "FILE"},
        {"relax", 0, 0, G_OPTION_ARG_NONE, &wish.relax, "Nothing has to be whole", NULL},
        SCENARIO_ENTRY(wish.scenarios),
        {0},
    };
    char **arguments = NULL;
    const OptionsStatus status = options_parse(&syntax, entries, argc, argv, &arguments);
    ExitCode code = status == OPTIONS_ANSWERED ? EXIT_DONE : EXIT_USAGE;
    if (status == OPTIONS_READY && check_wish(&wish)) {
        code = export_case(&wish, arguments[0]);
    }
    g_strfreev(arguments);
    g_strfreev(wish.scenarios);
    g_free(wish.format_name);
    g_free(wish.path);
    return code;
}
