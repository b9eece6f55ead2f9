/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Broken sweep files: each `NAME.yaml` beside a `NAME.expected` gives exactly the findings that
 * the latter holds, and each finding has its words in Chinese. The program's argument is the folder
 * that they lie in. */
#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "export/words/findings/sentences.h"
#include "study/sweep/sweep_read.h"
#include "tests/unit/findings_text.h"

static GPtrArray *names; /* of the files, without ending, in order */

static gint compare_file_names(gconstpointer a, gconstpointer b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *broken_files(void) {
    GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
    GDir *dir = g_dir_open(".", 0, NULL);
    const char *name;
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        if (g_str_has_suffix(name, ".yaml")) {
            g_ptr_array_add(found, g_strndup(name, strlen(name) - strlen(".yaml")));
        }
    }
    g_clear_pointer(&dir, g_dir_close);
    g_ptr_array_sort(found, compare_file_names);
    return found;
}

/** Expects that the sentences have as many gaps as they are given to fill, in both languages. */
static void check_phrase(const Phrase *phrase) {
    for (Lang lang = LANG_EN; lang < N_LANGS; lang++) {
        const char *sentence = sentence_of(lang, phrase->code);
        ck_assert_msg(sentence_gaps(sentence) == phrase->n_args, "%d for %s", phrase->n_args,
                      sentence);
    }
}

static char *findings_of_sweep(const char *file) {
    Findings *findings = findings_new();
    bool unreadable;
    Sweep *sweep = sweep_read(file, findings, &unreadable);
    ck_assert_msg((sweep == NULL) == (findings_errors(findings) > 0 || unreadable), "%s", file);
    for (int i = 0; i < findings_count(findings); i++) {
        check_phrase(findings_get(findings, i)->phrase);
    }
    char *text = findings_text(findings);
    sweep_free(sweep);
    findings_free(findings);
    return text;
}

START_TEST(a_broken_sweep_file_gives_exactly_the_expected_findings) {
    const char *name = g_ptr_array_index(names, _i);
    g_autofree char *file = g_strconcat(name, ".yaml", NULL);
    g_autofree char *expected_file = g_strconcat(name, ".expected", NULL);
    g_autofree char *expected = NULL;
    g_file_get_contents(expected_file, &expected, NULL, NULL);
    char *found = findings_of_sweep(file);
    ck_assert_msg(g_strcmp0(found, expected) == 0, "%s\n--- expected\n%s--- found\n%s", name,
                  expected == NULL ? "" : expected, found);
    free(found);
}
END_TEST

START_TEST(there_are_broken_sweep_files) {
    ck_assert_uint_ge(names->len, 25);
}
END_TEST

int main(int argc, char **argv) {
    if (argc < 2 || chdir(argv[1]) != 0) {
        fputs("usage: sweep_broken_test FOLDER\n", stderr);
        return EXIT_FAILURE;
    }
    names = broken_files();
    Suite *suite = suite_create("broken sweep files");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, there_are_broken_sweep_files);
    tcase_add_loop_test(cases, a_broken_sweep_file_gives_exactly_the_expected_findings, 0,
                        (int)names->len);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    g_ptr_array_free(names, TRUE);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
