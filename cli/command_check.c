/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `banlie check`: what is wrong or odd in a case, as lines or as JSON. */
#include <jansson.h>
#include <stdio.h>

#include "cli/command.h"
#include "cli/commit_options.h"
#include "cli/scenario_options.h"
#include "cli/speech.h"
#include "export/words/change_words.h"
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

/* A member of a note: all that was touched. */
static bool put_texts(json_t *note, const char *key, const GPtrArray *texts) {
    json_t *list = json_array();
    bool good = list != NULL;
    for (guint i = 0; good && i < texts->len; i++) {
        good = json_array_append_new(list, json_string(g_ptr_array_index(texts, i))) == 0;
    }
    return json_object_set_new(note, key, list) == 0 && good;
}

static json_t *note_to_json(const ChangeNote *note) {
    g_autofree char *text = change_words(speech_language(), note);
    json_t *object =
        json_pack("{s:s, s:i, s:i, s:s, s:s, s:s, s:i, s:s}", "file",
                  note->place.file == NULL ? "" : note->place.file, "line", note->place.line,
                  "column", note->place.column, "severity", "note", "text", text, "scenario",
                  note->scenario, "change", note->number, "kind", change_kind_name(note->kind));
    bool good = object != NULL;
    for (int i = 0; good && i < note->n_counts; i++) {
        good = json_object_set_new(object, note->counts[i].what,
                                   json_integer(note->counts[i].count)) == 0;
    }
    good = good && put_texts(object, "touched", note->touched) &&
           (note->cancelled == NULL || put_texts(object, "cancelled", note->cancelled));
    if (!good) {
        json_decref(object);
        return NULL;
    }
    return object;
}

/* Prints all findings, also those beyond the hundred that people are shown, and all notes. */
static bool print_json(const Findings *findings, const ChangeNotes *notes) {
    json_t *list = json_array();
    bool good = list != NULL;
    for (int i = 0; good && i < findings_count(findings); i++) {
        json_t *item = finding_to_json(findings_get(findings, i));
        good = item != NULL && json_array_append_new(list, item) == 0;
    }
    for (int i = 0; good && i < change_notes_count(notes); i++) {
        json_t *item = note_to_json(change_notes_get(notes, i));
        good = item != NULL && json_array_append_new(list, item) == 0;
    }
    if (good) {
        good = json_dumpf(list, stdout, JSON_INDENT(2)) == 0;
        putchar('\n');
    }
    json_decref(list);
    return good;
}

static void print_text(const Findings *findings, const ChangeNotes *notes) {
    const int errors = findings_errors(findings);
    const int warnings = findings_warnings(findings);
    findings_print(findings, speech_language(), stdout);
    for (int i = 0; i < change_notes_count(notes); i++) {
        g_autofree char *line = change_words(speech_language(), change_notes_get(notes, i));
        printf("%s\n", line);
    }
    printf(errors == 1 ? say("%d error, ") : say("%d errors, "), errors);
    printf(warnings == 1 ? say("%d warning\n") : say("%d warnings\n"), warnings);
}

/* What is written of a scenario under a key: a text, or one by language; NULL where there is none.
 */
static const char *told_of(const Node *scenario, const char *key) {
    const Node *told = scenario->kind == NODE_MAP ? node_get(scenario, key) : NULL;
    if (told != NULL && told->kind == NODE_MAP) {
        const Node *own = node_get(told, speech_language() == LANG_ZH ? "zh" : "en");
        told = own != NULL || told->count == 0 ? own : told->entries[0].value;
    }
    return told != NULL && told->kind == NODE_SCALAR && told->text[0] != '\0' ? told->text : NULL;
}

static ExitCode list_scenarios(const LoadingOrder *order) {
    Loading loading = {0};
    const Outcome outcome = loading_case(&loading, order);
    if (outcome != OUTCOME_DONE) {
        findings_print(loading.findings, speech_language(), stderr);
    }
    const Node *scenarios = outcome == OUTCOME_DONE ? case_source_scenarios(loading.source) : NULL;
    for (int i = 0; scenarios != NULL && i < scenarios->count; i++) {
        const char *name = told_of(scenarios->entries[i].value, "name");
        const char *doc = told_of(scenarios->entries[i].value, "doc");
        printf("%s%s%s%s%s\n", scenarios->entries[i].key, name == NULL ? "" : ": ",
               name == NULL ? "" : name, doc == NULL ? "" : ". ", doc == NULL ? "" : doc);
    }
    loading_clear(&loading);
    return exit_code_of(outcome);
}

static ExitCode check(const LoadingOrder *order, bool json) {
    Loading loading = {0};
    const Outcome outcome = loading_all(&loading, order);
    const ChangeNotes *notes = outcome == OUTCOME_DONE ? loading.notes : NULL;
    ExitCode code = exit_code_of(outcome);
    if (outcome == OUTCOME_UNREADABLE || outcome == OUTCOME_MISUSED) {
        findings_print(loading.findings, speech_language(), stderr);
    } else if (outcome == OUTCOME_NO_MEMORY) {
        fputs(say("banlie check: memory ran out while the planning problem was built\n"), stderr);
    } else if (!json) {
        print_text(loading.findings, notes);
    } else if (!print_json(loading.findings, notes)) {
        code = EXIT_IO;
    }
    loading_clear(&loading);
    return code;
}

ExitCode command_check(int argc, char **argv) {
    gboolean json = FALSE;
    gboolean list = FALSE;
    g_auto(GStrv) scenarios = NULL;
    CommitOptions commit = {0};
    const GOptionEntry entries[] = {
        {"json", 0, 0, G_OPTION_ARG_NONE, &json, "Print the findings as a JSON array", NULL},
        COMMIT_ENTRIES(commit),
        SCENARIO_ENTRY(scenarios),
        {"list-scenarios", 0, 0, G_OPTION_ARG_NONE, &list,
         "List the scenarios of the case, and nothing else", NULL},
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
        const LoadingOrder loading = {.path = arguments[0],
                                      .commitment = &order,
                                      .scenarios = (const char *const *)scenarios};
        code = list ? list_scenarios(&loading) : check(&loading, json);
    }
    g_strfreev(arguments);
    commit_options_free(&commit);
    return code;
}
