/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The committed schema and reference pages are what the tables of fields and columns say, and the
 *  starting case has no fault. The root of the sources is the program's argument. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "config/case_read.h"
#include "config/schema/schema.h"
#include "config/sections/root.h"

static const char *source_root;

static void check_file(const char *name, void (*write)(FILE *)) {
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    ck_assert_ptr_nonnull(out);
    write(out);
    ck_assert_int_eq(fclose(out), 0);
    char *path = g_build_filename(source_root, name, NULL);
    char *committed = NULL;
    ck_assert_msg(g_file_get_contents(path, &committed, NULL, NULL), "cannot read %s", path);
    ck_assert_msg(strcmp(committed, text) == 0, "%s is out of date: run banlie-schema anew", name);
    g_free(path);
    g_free(committed);
    free(text);
}

START_TEST(the_reference_page_is_up_to_date) {
    check_file("docs/reference/case-format.md", schema_write_reference);
}
END_TEST

START_TEST(the_page_of_the_plan_is_up_to_date) {
    check_file("docs/reference/plan-files.md", schema_write_plan_folder);
}
END_TEST

START_TEST(the_page_of_comparisons_is_up_to_date) {
    check_file("docs/reference/compare.md", schema_write_compare);
}
END_TEST

START_TEST(the_json_schema_is_up_to_date) {
    check_file("docs/banlie-case.schema.json", schema_write_json);
}
END_TEST

static void check_documented(const FieldTable *table, int depth) {
    ck_assert_int_lt(depth, 8);
    ck_assert_int_ne(table->noun, FAULT_NONE);
    for (int i = 0; i < table->n_fields; i++) {
        const Field *field = &table->fields[i];
        ck_assert_msg(field->name == NULL || field->doc != NULL, "%s has no doc", field->name);
        ck_assert_msg(!(field->required && field->fallback != NULL), "%s: required and default",
                      field->name);
        if (field->table != NULL) {
            check_documented(field->table, depth + 1);
        }
    }
}

START_TEST(every_field_is_documented) {
    check_documented(&case_table, 0);
}
END_TEST

START_TEST(the_starting_case_reads_without_a_finding) {
    char *path = g_build_filename(source_root, "cli", "template", "case.yaml", NULL);
    Findings *findings = findings_new();
    bool unreadable;
    Case *kase = case_read(path, findings, &unreadable);
    ck_assert_ptr_nonnull(kase);
    ck_assert_int_eq(findings_count(findings), 0);
    ck_assert_int_eq(kase->n_demand, 12);
    case_free(kase);
    findings_free(findings);
    g_free(path);
}
END_TEST

int main(int argc, char **argv) {
    source_root = argc > 1 ? argv[1] : ".";
    Suite *suite = suite_create("schema");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, the_reference_page_is_up_to_date);
    tcase_add_test(cases, the_page_of_the_plan_is_up_to_date);
    tcase_add_test(cases, the_page_of_comparisons_is_up_to_date);
    tcase_add_test(cases, the_json_schema_is_up_to_date);
    tcase_add_test(cases, every_field_is_documented);
    tcase_add_test(cases, the_starting_case_reads_without_a_finding);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
