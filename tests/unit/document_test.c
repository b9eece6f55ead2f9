/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Case documents of several files: includes, CSV lists and their bounds. */
#include <check.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "config/document/document.h"
#include "config/document/document_memory.h"
#include "tests/unit/findings_text.h"

static char *folder;
static char *folder_before;
static GPtrArray *written;
static Findings *findings;
static Document *document;
static bool unreadable;

static void set_up(void) {
    folder_before = g_get_current_dir();
    folder = g_dir_make_tmp("document_test_XXXXXX", NULL);
    ck_assert_ptr_nonnull(folder);
    ck_assert_int_eq(g_chdir(folder), 0);
    written = g_ptr_array_new_with_free_func(g_free);
    findings = findings_new();
}

static void tear_down(void) {
    document_free(document);
    document = NULL;
    findings_free(findings);
    for (guint i = 0; i < written->len; i++) {
        g_unlink(g_ptr_array_index(written, i));
    }
    g_ptr_array_unref(written);
    ck_assert_int_eq(g_chdir(folder_before), 0);
    g_rmdir(folder);
    g_free(folder);
    g_free(folder_before);
}

static void write_bytes(const char *name, const char *bytes, size_t size) {
    ck_assert(g_file_set_contents(name, bytes, (gssize)size, NULL));
    g_ptr_array_add(written, g_strdup(name));
}

static void write_text(const char *name, const char *text) {
    write_bytes(name, text, strlen(text));
}

static const Node *read_case(void) {
    document_free(document);
    findings_free(findings);
    findings = findings_new();
    document = document_read("case.yaml", NULL, findings, &unreadable);
    return document_root(document);
}

static void expect_findings(const char *expected) {
    char *found = findings_text(findings);
    ck_assert_msg(strcmp(found, expected) == 0, "--- expected\n%s--- found\n%s", expected, found);
    free(found);
}

/** Reads `demand: {csv: d.csv}` with this text in the file. */
static const Node *read_csv(const char *text) {
    write_text("case.yaml", "demand: {csv: d.csv}\n");
    write_text("d.csv", text);
    return node_get(read_case(), "demand");
}

static const char *text_at(const Node *list, int row, const char *key) {
    ck_assert_int_lt(row, list->count);
    const Node *cell = node_get(list->items[row], key);
    return cell == NULL ? "(none)" : cell->text;
}

/* ---- includes ---- */

START_TEST(files_are_joined_list_to_list_and_map_to_map) {
    write_text("case.yaml", "banlie: 1\nslots: [a]\nstations: {A: 1}\ninclude: [p.yaml]\n");
    write_text("p.yaml", "banlie: 1\nslots: [b, c]\nstations: {B: 2}\nlines: {L: 3}\n");
    const Node *root = read_case();
    expect_findings("");
    ck_assert_int_eq(root->count, 4);
    ck_assert_int_eq(node_get(root, "slots")->count, 3);
    ck_assert_str_eq(node_get(root, "slots")->items[2]->text, "c");
    ck_assert_str_eq(node_get(node_get(root, "stations"), "B")->text, "2");
    ck_assert_str_eq(node_get(root, "slots")->items[1]->place.file, "p.yaml");
}
END_TEST

START_TEST(a_name_is_meant_from_the_file_that_holds_it) {
    ck_assert_int_eq(g_mkdir("sub", 0700), 0);
    write_text("case.yaml", "include: sub/p.yaml\n");
    write_text("sub/p.yaml", "include: q.yaml\ndemand: {csv: d.csv}\n");
    write_text("sub/q.yaml", "slots: [x]\n");
    write_text("sub/d.csv", "id\nB1\n");
    const Node *root = read_case();
    expect_findings("");
    ck_assert_str_eq(node_get(root, "slots")->items[0]->place.file, "sub/q.yaml");
    ck_assert_str_eq(text_at(node_get(root, "demand"), 0, "id"), "B1");
    for (guint i = 0; i < written->len; i++) {
        g_unlink(g_ptr_array_index(written, i));
    }
    g_rmdir("sub");
}
END_TEST

START_TEST(an_empty_section_counts_as_nothing_beside_a_full_one) {
    write_text("case.yaml", "demand:\nslots: [a]\nlines:\nname:\ninclude: p.yaml\n");
    write_text("p.yaml", "demand: [b]\nslots:\nlines:\nname: x\n");
    const Node *root = read_case();
    expect_findings("");
    ck_assert_int_eq(node_get(root, "demand")->count, 1);
    ck_assert_int_eq(node_get(root, "slots")->count, 1);
    ck_assert_int_eq(node_get(root, "lines")->kind, NODE_SCALAR);
    ck_assert_str_eq(node_get(root, "name")->text, "x");
}
END_TEST

START_TEST(a_text_in_quotes_is_not_nothing) {
    write_text("case.yaml", "demand: ''\ninclude: p.yaml\n");
    write_text("p.yaml", "demand: [b]\n");
    read_case();
    expect_findings("p.yaml:1:1: error: key demand stands twice, first in case.yaml line 1, and "
                    "cannot be joined; keep one of them\n");
}
END_TEST

START_TEST(a_cycle_is_told_with_its_chain) {
    write_text("case.yaml", "include: a.yaml\n");
    write_text("a.yaml", "include: [b.yaml]\n");
    write_text("b.yaml", "x: 1\ninclude: [c.yaml, a.yaml]\n");
    write_text("c.yaml", "y: 1\n");
    const Node *root = read_case();
    expect_findings("b.yaml:2:19: error: a.yaml includes itself: a.yaml → b.yaml → a.yaml; take "
                    "one of these includes out\n");
    ck_assert_int_eq(root->count, 2);
}
END_TEST

START_TEST(a_cycle_through_a_link_is_known) {
    write_text("case.yaml", "x: [1]\ninclude: link.yaml\n");
    ck_assert_int_eq(symlink("case.yaml", "link.yaml"), 0);
    g_ptr_array_add(written, g_strdup("link.yaml"));
    const Node *root = read_case();
    expect_findings("case.yaml:2:10: error: case.yaml includes itself: case.yaml → link.yaml; take "
                    "one of these includes out\n");
    ck_assert_int_eq(node_get(root, "x")->count, 1);
}
END_TEST

START_TEST(a_file_included_twice_is_told_once_and_read_once) {
    write_text("case.yaml", "include: [a.yaml, b.yaml, ./b.yaml]\n");
    write_text("a.yaml", "include: b.yaml\n");
    write_text("b.yaml", "stations: {A: 1, B: 2, C: 3}\nslots: [1, 2]\n");
    const Node *root = read_case();
    expect_findings(
        "case.yaml:1:19: error: b.yaml is included twice, first in a.yaml line 1; take one of the "
        "two out\n"
        "case.yaml:1:27: error: ./b.yaml is included twice, first in a.yaml line 1; take one of "
        "the two out\n");
    ck_assert_int_eq(node_get(root, "slots")->count, 2);
}
END_TEST

START_TEST(a_file_that_is_not_there_is_told_where_it_is_named) {
    write_text("case.yaml", "x: 1\ninclude: [no.yaml]\ndemand: {csv: no.csv}\n");
    read_case();
    expect_findings("case.yaml:2:11: error: no.yaml: cannot be read: No such file or directory\n"
                    "case.yaml:3:15: error: no.csv: cannot be read: No such file or directory\n");
    ck_assert(unreadable);
}
END_TEST

START_TEST(includes_within_one_another_are_bounded) {
    write_text("case.yaml", "include: 1.yaml\n");
    for (int i = 1; i <= 20; i++) {
        char *name = g_strdup_printf("%d.yaml", i);
        char *text = g_strdup_printf("include: %d.yaml\n", i + 1);
        write_text(name, text);
        g_free(text);
        g_free(name);
    }
    read_case();
    expect_findings("16.yaml:1:10: error: includes stand more than 16 deep within one another; "
                    "include the file nearer to the main one\n");
}
END_TEST

START_TEST(the_number_of_files_is_bounded) {
    GString *text = g_string_new("include:\n");
    for (int i = 1; i <= 70; i++) {
        char *name = g_strdup_printf("%d.yaml", i);
        write_text(name, "x:\n");
        g_string_append_printf(text, "  - %s\n", name);
        g_free(name);
    }
    write_text("case.yaml", text->str);
    g_string_free(text, TRUE);
    ck_assert_ptr_null(read_case());
    expect_findings("case.yaml:65:5: error: the case is too large: at most 64 files and 128 MiB "
                    "are read; join small files or plan a shorter horizon\n");
}
END_TEST

START_TEST(the_bytes_of_all_files_are_bounded) {
    GString *text = g_string_new("include:\n");
    char *filler = g_strnfill(15 * 1024 * 1024, '#');
    write_text("0", filler);
    for (int i = 1; i <= 12; i++) {
        char *name = g_strdup_printf("%d.csv", i);
        ck_assert_int_eq(link("0", name), 0);
        g_ptr_array_add(written, g_strdup(name));
        g_string_append_printf(text, "x%d: {csv: %s}\n", i, name);
        g_free(name);
    }
    g_free(filler);
    write_text("case.yaml", text->str + strlen("include:\n"));
    g_string_free(text, TRUE);
    ck_assert_ptr_null(read_case());
    char *found = findings_text(findings);
    ck_assert_ptr_nonnull(strstr(found, "case.yaml:10:12: error: the case is too large"));
    ck_assert_ptr_null(strstr(found, "case.yaml:11:"));
    free(found);
}
END_TEST

/* ---- CSV lists ---- */

START_TEST(a_row_is_a_map_with_nested_keys_and_no_empty_cells) {
    const Node *list = read_csv("id,late.max,late.per_day,boxes\nB1,4d,,3\nB2,,,\n");
    expect_findings("");
    ck_assert_int_eq(list->count, 2);
    ck_assert_str_eq(text_at(list, 0, "id"), "B1");
    const Node *late = node_get(list->items[0], "late");
    ck_assert_int_eq(late->count, 1);
    ck_assert_str_eq(node_get(late, "max")->text, "4d");
    ck_assert_int_eq(node_get(late, "max")->place.line, 2);
    ck_assert_int_eq(node_get(late, "max")->place.column, 4);
    ck_assert_int_eq(list->items[1]->count, 1);
}
END_TEST

START_TEST(blanks_around_a_cell_are_taken_off) {
    const Node *list = read_csv("id,name,boxes\n B1 ,\"  a b\t\",   \n\t,\" \",3\n");
    expect_findings("");
    ck_assert_str_eq(text_at(list, 0, "id"), "B1");
    ck_assert_int_eq(node_get(list->items[0], "id")->place.column, 2);
    ck_assert_str_eq(text_at(list, 0, "name"), "a b");
    ck_assert_int_eq(node_get(list->items[0], "name")->place.column, 9);
    ck_assert_str_eq(text_at(list, 0, "boxes"), "(none)");
    ck_assert_int_eq(list->items[1]->count, 1);
}
END_TEST

START_TEST(items_of_a_cell_lose_their_blanks_too) {
    const Node *list = read_csv("id,departs\nA, Tue 04:30 ;  Fri 04:30\n");
    const Node *items = node_as_list(node_get(list->items[0], "departs"));
    ck_assert_int_eq(items->count, 2);
    ck_assert_str_eq(items->items[0]->text, "Tue 04:30");
    ck_assert_str_eq(items->items[1]->text, "Fri 04:30");
    ck_assert_int_eq(items->items[1]->place.column, 17);
}
END_TEST

START_TEST(wrong_rows_are_all_told_and_the_good_ones_taken) {
    const Node *list = read_csv("id,boxes\nB1,1\nB2\nB3,3\n\"B4\" x,4\nB5,5,5\nB6,6\n");
    expect_findings(
        "d.csv:5:5: error: text after a closing quote; put the whole cell in quotes and double "
        "those within\n"
        "d.csv:6:6: error: 3 cells in this row, but 2 in the header; take out a comma, or quote "
        "the cell that has one in its text\n");
    ck_assert_int_eq(list->count, 4);
    ck_assert(list->lost);
    ck_assert_str_eq(text_at(list, 2, "id"), "B3");
    ck_assert_str_eq(text_at(list, 3, "id"), "B6");
}
END_TEST

START_TEST(a_cell_of_several_lines_is_told) {
    const Node *list = read_csv("id,name\nB1,\"a\nb\"\nB2,c\n");
    expect_findings(
        "d.csv:2:5: error: the cell holds a tab or a line end; write its text on one line\n");
    ck_assert_int_eq(list->count, 2);
}
END_TEST

START_TEST(a_field_beside_its_own_parts_is_told_in_either_order) {
    const Node *list = read_csv("id,cost,cost.teu\nA,1,2\n");
    expect_findings("d.csv:1:9: error: column cost.teu stands beside column cost; write the field "
                    "whole or in parts, not both\n");
    ck_assert_int_eq(list->count, 0);
    read_csv("cost.teu,id,cost\n2,A,1\n");
    expect_findings("d.csv:1:13: error: column cost stands beside column cost.teu; write the field "
                    "whole or in parts, not both\n");
    read_csv("a.b.c,a.b\n1,\n");
    expect_findings("d.csv:1:7: error: column a.b stands beside column a.b.c; write the field "
                    "whole or in parts, not both\n");
    read_csv("costs,cost,cost_teu\n1,2,3\n");
    expect_findings("");
}
END_TEST

START_TEST(headers_that_are_no_fields_are_all_told) {
    read_csv("a..b,.c,d.,a.b.c.d.e,,f\n1,2,3,4,5,6\n");
    expect_findings(
        "d.csv:1:1: error: header a..b is no field; write a field's name, nested ones as cost.teu\n"
        "d.csv:1:6: error: header .c is no field; write a field's name, nested ones as cost.teu\n"
        "d.csv:1:9: error: header d. is no field; write a field's name, nested ones as cost.teu\n"
        "d.csv:1:12: error: header a.b.c.d.e is no field; write a field's name, nested ones as "
        "cost.teu\n"
        "d.csv:1:22: error: column 5 has no name in the header; name it or take it out\n");
    read_csv("a,,b\n1, ,2\n,,\n");
    expect_findings("");
}
END_TEST

START_TEST(columns_are_bounded) {
    GString *text = g_string_new("c0");
    for (int i = 1; i <= 100; i++) {
        g_string_append_printf(text, ",c%d", i);
    }
    read_csv(text->str);
    expect_findings(
        "d.csv:1:1: error: 101 columns, at most 100 are taken; keep those that name fields\n");
    g_string_free(text, TRUE);
}
END_TEST

START_TEST(an_alias_of_a_csv_list_reads_nothing_again) {
    GString *text = g_string_new("x: &x {csv: d.csv}\ny: &y [{z: *x}]\nw: [*y, *y]\nl:\n");
    for (int i = 0; i < 200; i++) { /* more than the files of a case */
        g_string_append(text, "  - *x\n");
    }
    write_text("case.yaml", text->str);
    g_string_free(text, TRUE);
    write_text("d.csv", "id\nB1\n");
    const Node *root = read_case();
    expect_findings("");
    const Node *list = node_get(root, "x");
    ck_assert_int_eq(list->kind, NODE_LIST);
    ck_assert_ptr_eq(node_get(root, "l")->items[199], list);
    ck_assert_ptr_eq(node_get(node_get(root, "y")->items[0], "z"), list);
}
END_TEST

START_TEST(aliases_of_csv_lists_are_bounded) {
    GString *rows = g_string_new("id,boxes\n");
    for (int i = 0; i < 20000; i++) {
        g_string_append(rows, "B,1\n");
    }
    GString *text = g_string_new("x: &x {csv: d.csv}\nl:\n");
    for (int i = 0; i < 900; i++) {
        g_string_append(text, "  - *x\n");
    }
    write_text("case.yaml", text->str);
    write_text("d.csv", rows->str);
    g_string_free(rows, TRUE);
    g_string_free(text, TRUE);
    ck_assert_ptr_null(read_case());
    expect_findings("case.yaml:1:4: error: the case holds more than 5000000 values; plan a shorter "
                    "horizon or fewer lines at a time\n");
}
END_TEST

START_TEST(a_column_called_csv_names_no_file) {
    const Node *list = read_csv("csv\nd.csv\n");
    expect_findings("");
    ck_assert_str_eq(text_at(list, 0, "csv"), "d.csv");
}
END_TEST

START_TEST(many_sections_are_joined_at_once) {
    GString *text = g_string_new(NULL);
    for (int i = 0; i < 100000; i++) {
        g_string_append_printf(text, "k%d: 1\n", i);
    }
    write_text("case.yaml", text->str);
    g_string_free(text, TRUE);
    clock_t start = clock();
    ck_assert_int_eq(read_case()->count, 100000);
    ck_assert_int_lt(clock() - start, 2 * CLOCKS_PER_SEC);
}
END_TEST

/* ---- fuzz ---- */

static void check_answer(const char *name, const char *bytes, size_t size) {
    write_bytes(name, bytes, size);
    g_ptr_array_set_size(written, (gint)written->len - 1);
    const Node *root = read_case();
    ck_assert(root != NULL || findings_errors(findings) > 0);
}

static void check_changes(const char *name, const char *sample, guint32 seed) {
    static const char SPECIAL[] = "[]{}:,-?&*!|>'\"%\\. \t\n\r;\xff";
    GRand *random = g_rand_new_with_seed(seed);
    for (int trial = 0; trial < 400; trial++) {
        GString *text = g_string_new(sample);
        for (int left = g_rand_int_range(random, 1, 6); left > 0 && text->len > 0; left--) {
            gint32 at = g_rand_int_range(random, 0, (gint32)text->len);
            if (g_rand_boolean(random)) {
                text->str[at] = SPECIAL[g_rand_int_range(random, 0, sizeof SPECIAL)];
            } else {
                g_string_erase(text, at, 1);
            }
        }
        check_answer(name, text->str, text->len);
        g_string_free(text, TRUE);
    }
    g_rand_free(random);
}

static const char CASE[] = "banlie: 1\ninclude: [p.yaml]\ndemand: &d {csv: d.csv}\nx: [*d, 1]\n";
static const char CSV[] = "id,cost.teu,\"na\"\"me\",late.max\r\nB1,3,\"a,b\",\n\n B2 ,,\"\",4d\n";

static void write_sample(void) {
    write_text("case.yaml", CASE);
    write_text("p.yaml", "stations: {A: 1}\n");
    write_text("d.csv", CSV);
}

START_TEST(files_cut_anywhere_give_an_answer) {
    write_sample();
    read_case();
    expect_findings("");
    for (size_t size = 0; size < sizeof CASE; size++) {
        check_answer("case.yaml", CASE, size);
    }
    write_text("case.yaml", CASE);
    for (size_t size = 0; size < sizeof CSV; size++) {
        check_answer("d.csv", CSV, size);
    }
}
END_TEST

START_TEST(files_changed_anyhow_give_an_answer) {
    write_sample();
    check_changes("case.yaml", CASE, 7);
    write_text("case.yaml", CASE);
    check_changes("d.csv", CSV, 11);
}
END_TEST

static void add_include_tests(TCase *cases) {
    tcase_add_test(cases, files_are_joined_list_to_list_and_map_to_map);
    tcase_add_test(cases, a_name_is_meant_from_the_file_that_holds_it);
    tcase_add_test(cases, an_empty_section_counts_as_nothing_beside_a_full_one);
    tcase_add_test(cases, a_text_in_quotes_is_not_nothing);
    tcase_add_test(cases, a_cycle_is_told_with_its_chain);
    tcase_add_test(cases, a_cycle_through_a_link_is_known);
    tcase_add_test(cases, a_file_included_twice_is_told_once_and_read_once);
    tcase_add_test(cases, a_file_that_is_not_there_is_told_where_it_is_named);
    tcase_add_test(cases, includes_within_one_another_are_bounded);
    tcase_add_test(cases, the_number_of_files_is_bounded);
    tcase_add_test(cases, the_bytes_of_all_files_are_bounded);
    tcase_add_test(cases, many_sections_are_joined_at_once);
}

static void add_csv_tests(TCase *cases) {
    tcase_add_test(cases, a_row_is_a_map_with_nested_keys_and_no_empty_cells);
    tcase_add_test(cases, blanks_around_a_cell_are_taken_off);
    tcase_add_test(cases, items_of_a_cell_lose_their_blanks_too);
    tcase_add_test(cases, wrong_rows_are_all_told_and_the_good_ones_taken);
    tcase_add_test(cases, a_cell_of_several_lines_is_told);
    tcase_add_test(cases, a_field_beside_its_own_parts_is_told_in_either_order);
    tcase_add_test(cases, headers_that_are_no_fields_are_all_told);
    tcase_add_test(cases, columns_are_bounded);
    tcase_add_test(cases, an_alias_of_a_csv_list_reads_nothing_again);
    tcase_add_test(cases, aliases_of_csv_lists_are_bounded);
    tcase_add_test(cases, a_column_called_csv_names_no_file);
    tcase_add_test(cases, files_cut_anywhere_give_an_answer);
    tcase_add_test(cases, files_changed_anyhow_give_an_answer);
}

int main(void) {
    Suite *suite = suite_create("document");
    TCase *cases = tcase_create("all");
    tcase_set_timeout(cases, 60);
    tcase_add_checked_fixture(cases, set_up, tear_down);
    add_include_tests(cases);
    add_csv_tests(cases);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
