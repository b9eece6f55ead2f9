/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds scenarios by what the command line says. */
#include "config/scenario/scenario_find.h"

#include <string.h>

#include "base/suggest.h"
#include "config/document/document.h"
#include "config/finding_codes.h"
#include "config/reader/reader_words.h"
#include "config/scenario/lay.h"

static bool names_a_file(const char *argument) {
    return strpbrk(argument, "/#") != NULL || g_str_has_suffix(argument, ".yaml") ||
           g_str_has_suffix(argument, ".yml");
}

/** The `scenarios` of a case or file; NULL where it has none. */
static const Node *scenarios_of(const Node *root) {
    const Node *scenarios = root == NULL ? NULL : node_get(root, "scenarios");
    return scenarios != NULL && scenarios->kind == NODE_MAP && scenarios->count > 0 ? scenarios
                                                                                    : NULL;
}

/** The changes of a scenario. What is no list is a fault of form that is told elsewhere. */
static void take(ChangeList *list, const NodeEntry *scenario) {
    static const Node NONE = {.kind = NODE_LIST};
    const Node *changes =
        scenario->value->kind == NODE_MAP ? node_get(scenario->value, "changes") : NULL;
    change_list_add(list, scenario->key,
                    scenario->value->kind == NODE_MAP ? node_get(scenario->value, "name") : NULL,
                    changes == NULL ? &NONE : changes);
}

/** Takes the scenario of this name. @return false, with an error, where there is none */
static bool take_named(const Node *scenarios, const char *file, const char *name, ChangeList *list,
                       Findings *findings) {
    Suggestion suggestion = suggestion_start(name);
    for (int i = 0; scenarios != NULL && i < scenarios->count; i++) {
        if (strcmp(scenarios->entries[i].key, name) == 0) {
            take(list, &scenarios->entries[i]);
            return true;
        }
        suggestion_try(&suggestion, scenarios->entries[i].key);
    }
    const Phrase hint = hint_of(suggestion.best);
    finding_error(findings, place_at(findings_file_name(findings, file), 0, 0),
                  FINDING_SCENARIO_UNKNOWN, quoted(name).text, &hint);
    return false;
}

/** Takes the one scenario of a file. @return false, with an error, where it has several, or none */
static bool take_only(const Node *scenarios, const char *file, ChangeList *list,
                      Findings *findings) {
    const Place place = place_at(findings_file_name(findings, file), 0, 0);
    if (scenarios == NULL) {
        finding_error(findings, place, FINDING_SCENARIO_NONE, file);
    } else if (scenarios->count > 1) {
        finding_error(findings, place, FINDING_SCENARIO_WHICH, file, scenarios->count,
                      scenarios->entries[0].key);
    } else {
        take(list, &scenarios->entries[0]);
    }
    return scenarios != NULL && scenarios->count == 1;
}

static void free_document(void *document) {
    document_free(document);
}

static ScenarioFound find_in_file(const char *argument, ColumnsOf *columns, ChangeList *list,
                                  Findings *findings) {
    const int errors = findings_errors(findings);
    const char *mark = strrchr(argument, '#');
    g_autofree char *file =
        mark == NULL ? g_strdup(argument) : g_strndup(argument, (gsize)(mark - argument));
    bool unreadable;
    Document *document = document_read(file, columns, findings, &unreadable);
    change_list_keep(list, document, free_document);
    const Node *root = document_root(document);
    if (unreadable) {
        return SCENARIO_UNREADABLE;
    }
    if (root == NULL || findings_errors(findings) > errors ||
        !scenario_file_check(root, findings)) {
        return SCENARIO_FAULTY;
    }
    const Node *scenarios = scenarios_of(root);
    const bool found = mark == NULL ? take_only(scenarios, file, list, findings)
                                    : take_named(scenarios, file, mark + 1, list, findings);
    return found ? SCENARIO_FOUND : SCENARIO_UNKNOWN;
}

ScenarioFound scenario_find(const Node *root, const char *file, const char *argument,
                            ColumnsOf *columns, ChangeList *list, Findings *findings) {
    if (names_a_file(argument)) {
        return find_in_file(argument, columns, list, findings);
    }
    return take_named(scenarios_of(root), file, argument, list, findings) ? SCENARIO_FOUND
                                                                          : SCENARIO_UNKNOWN;
}

char *scenario_name(const char *argument) {
    if (!names_a_file(argument)) {
        return g_strdup(argument);
    }
    const char *mark = strrchr(argument, '#');
    if (mark != NULL) {
        return g_strdup(mark + 1);
    }
    bool unreadable;
    Findings *findings = findings_new();
    Document *document = document_read(argument, NULL, findings, &unreadable);
    const Node *scenarios = scenarios_of(document_root(document));
    char *name = g_path_get_basename(argument);
    char *ending = strrchr(name, '.');
    if (scenarios != NULL) {
        g_free(name);
        name = g_strdup(scenarios->entries[0].key);
    } else if (ending != NULL) {
        *ending = '\0';
    }
    document_free(document);
    findings_free(findings);
    return name;
}
