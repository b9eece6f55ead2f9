/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `banlie check`: what is wrong or odd in a case, as lines or as JSON. */
#include <jansson.h>
#include <stdio.h>

#include "cli/command.h"
#include "cli/commit_options.h"
#include "cli/speech.h"
#include "export/words/findings/finding_words.h"
#include "study/run/loading.h"

static const CommandSyntax syntax = {
    .command = "check",
    .arguments = "CASE",
    .n_arguments = 1,
    .summary =
        "Reads a case (a YAML file, or a folder with a case.yaml) and says what is wrong or\n"
        "odd in it, all in one run. Exit status 3 where there are errors.",
    .example = "  banlie check my-case",
};

static json_t *finding_to_json(const Finding *finding) {
    g_autofree char *text = finding_words(speech_language(), finding->phrase);
    return json_pack("{s:s, s:i, s:i, s:s, s:s}", "file",
                     finding->place.file == NULL ? "" : finding->place.file, "line",
                     finding->place.line, "column", finding->place.column, "severity",
                     finding->severity == FINDING_ERROR ? "error" : "warning", "text", text);
}

/* Prints all findings, also those beyond the hundred that people are shown. */
static bool print_json(const Findings *findings) {
    json_t *list = json_array();
    bool good = list != NULL;
    for (int i = 0; good && i < findings_count(findings); i++) {
        json_t *item = finding_to_json(findings_get(findings, i));
        good = item != NULL && json_array_append_new(list, item) == 0;
    }
    if (good) {
        good = json_dumpf(list, stdout, JSON_INDENT(2)) == 0;
        putchar('\n');
    }
    json_decref(list);
    return good;
}

static void print_text(const Findings *findings) {
    const int errors = findings_errors(findings);
    const int warnings = findings_warnings(findings);
    findings_print(findings, speech_language(), stdout);
    printf(errors == 1 ? say("%d error, ") : say("%d errors, "), errors);
    printf(warnings == 1 ? say("%d warning\n") : say("%d warnings\n"), warnings);
}

static ExitCode check(const char *path, const CommitmentOrder *order, bool json) {
    Loading loading = {0};
    const Outcome outcome = loading_all(&loading, path, order);
    ExitCode code = exit_code_of(outcome);
    if (outcome == OUTCOME_UNREADABLE) {
        findings_print(loading.findings, speech_language(), stderr);
    } else if (outcome == OUTCOME_NO_MEMORY) {
        fputs(say("banlie check: memory ran out while the planning problem was built\n"), stderr);
    } else if (!json) {
        print_text(loading.findings);
    } else if (!print_json(loading.findings)) {
        code = EXIT_IO;
    }
    loading_clear(&loading);
    return code;
}

ExitCode command_check(int argc, char **argv) {
    gboolean json = FALSE;
    CommitOptions commit = {0};
    const GOptionEntry entries[] = {
        {"json", 0, 0, G_OPTION_ARG_NONE, &json, "Print the findings as a JSON array", NULL},
        COMMIT_ENTRIES(commit),
        {0},
    };
    char **arguments = NULL;
    const OptionsStatus status = options_parse(&syntax, entries, argc, argv, &arguments);
    if (status != OPTIONS_READY) {
        commit_options_free(&commit);
        return status == OPTIONS_ANSWERED ? EXIT_DONE : EXIT_USAGE;
    }
    CommitmentOrder order;
    ExitCode code = EXIT_USAGE;
    if (commit_options_check(syntax.command, &commit, &order)) {
        code = check(arguments[0], &order, json);
    }
    g_strfreev(arguments);
    commit_options_free(&commit);
    return code;
}
