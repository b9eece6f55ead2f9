/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Broken cases: each `NAME.yaml` beside a `NAME.expected` gives exactly the findings that the
 * latter holds. The program's argument is the folder they lie in. */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib.h>

#include "config/case_read.h"
#include "export/words/findings/sentences.h"
#include "model/problem/problem.h"
#include "model/problem/problem_memory.h"
#include "model/problem_build.h"
#include "tests/unit/findings_text.h"

/** Names of the cases, without ending, in order. */
static GPtrArray *names;

static gint compare_names(gconstpointer a, gconstpointer b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *list_cases(void) {
    GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
    GDir *dir = g_dir_open(".", 0, NULL);
    const char *name = dir == NULL ? NULL : g_dir_read_name(dir);
    for (; name != NULL; name = g_dir_read_name(dir)) {
        if (g_str_has_suffix(name, ".expected")) {
            g_ptr_array_add(found, g_strndup(name, strlen(name) - strlen(".expected")));
        }
    }
    if (dir != NULL) {
        g_dir_close(dir);
    }
    g_ptr_array_sort(found, compare_names);
    return found;
}

/** Expects that each sentence has as many gaps as it is given to fill, in every language. */
static void check_gaps(const Phrase *phrase) {
    for (Lang lang = LANG_EN; lang < N_LANGS; lang++) {
        const char *sentence = sentence_of(lang, phrase->code);
        ck_assert_msg(sentence_gaps(sentence) == phrase->n_args, "%d for %s", phrase->n_args,
                      sentence);
    }
    for (int i = 0; i < phrase->n_args; i++) {
        const PhraseArg *arg = &phrase->args[i];
        if (arg->kind == PHRASE_PHRASE) {
            check_gaps(arg->phrase);
        } else if (arg->kind == PHRASE_WORD) {
            ck_assert_int_eq(sentence_gaps(sentence_of(LANG_EN, arg->code)), 0);
        }
    }
}

/** Reads a case with its scenarios `bad` and `worse` laid over it, where it has them. */
static Case *read_broken(const CaseSource *source, ChangeList *list, ChangeNotes *notes,
                         Findings *findings) {
    static const char *const LAID[] = {"bad", "worse"};
    const Node *scenarios = case_source_scenarios(source);
    for (size_t i = 0; scenarios != NULL && i < G_N_ELEMENTS(LAID); i++) {
        if (node_get(scenarios, LAID[i]) != NULL) {
            ck_assert_int_eq(case_source_scenario(source, LAID[i], list, findings), SCENARIO_FOUND);
        }
    }
    return case_source_make(source, list, NULL, notes, findings);
}

/** What the program says of a case and of the problem that it poses, as printed. */
static char *findings_of(const char *file) {
    Findings *findings = findings_new();
    bool unreadable;
    CaseSource *source = case_source_read(file, findings, &unreadable);
    ChangeList *list = change_list_new();
    ChangeNotes *notes = change_notes_new();
    Case *kase = read_broken(source, list, notes, findings);
    ck_assert_msg((kase == NULL) == (findings_errors(findings) > 0 || unreadable),
                  "%s: a case is given where there are no errors, and only there", file);
    if (kase != NULL) {
        Problem *problem = problem_build(kase, findings);
        ck_assert_ptr_nonnull(problem);
        problem_free(problem);
    }
    for (int i = 0; i < findings_count(findings); i++) {
        check_gaps(findings_get(findings, i)->phrase);
    }
    char *text = findings_text(findings);
    case_free(kase);
    change_notes_free(notes);
    change_list_free(list);
    case_source_free(source);
    findings_free(findings);
    return text;
}

START_TEST(a_broken_case_gives_exactly_the_expected_findings) {
    const char *name = g_ptr_array_index(names, _i);
    char *file = g_strconcat(name, ".yaml", NULL);
    char *expected_file = g_strconcat(name, ".expected", NULL);
    char *expected = NULL;
    ck_assert(g_file_get_contents(expected_file, &expected, NULL, NULL));
    char *found = findings_of(file);
    ck_assert_msg(strcmp(found, expected) == 0, "%s\n--- expected\n%s--- found\n%s", name, expected,
                  found);
    free(found);
    g_free(expected);
    g_free(expected_file);
    g_free(file);
}
END_TEST

START_TEST(there_are_broken_cases) {
    ck_assert_uint_ge(names->len, 70);
}
END_TEST

int main(int argc, char **argv) {
    if (argc < 2 || chdir(argv[1]) != 0) {
        fputs("usage: broken_test FOLDER\n", stderr);
        return EXIT_FAILURE;
    }
    names = list_cases();
    Suite *suite = suite_create("broken");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, there_are_broken_cases);
    tcase_add_loop_test(cases, a_broken_case_gives_exactly_the_expected_findings, 0,
                        (int)names->len);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    g_ptr_array_free(names, TRUE);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
