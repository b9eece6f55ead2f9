/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  YAML text to nodes: what is taken, what is refused, and that no text whatever brings it down. */
#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "config/document/yaml_events.h"
#include "config/document/yaml_tree.h"
#include "tests/unit/findings_text.h"

static Findings *findings;
static Arena *arena;
static bool unreadable;

static void set_up(void) {
    findings = findings_new();
    arena = arena_new();
}

static void tear_down(void) {
    arena_free(arena);
    findings_free(findings);
}

static Node *read_bytes(const char *text, size_t size) {
    DocumentReading reading = {.arena = arena, .findings = findings, .unreadable = &unreadable};
    return yaml_read(&reading, "x", text, size);
}

static Node *read_text(const char *text) {
    return read_bytes(text, strlen(text));
}

static void expect_findings(const char *text, const char *expected) {
    read_text(text);
    char *found = findings_text(findings);
    ck_assert_msg(strcmp(found, expected) == 0, "%s\n--- expected\n%s--- found\n%s", text, expected,
                  found);
    free(found);
    tear_down();
    set_up();
}

/** `count` times `part`, one after another; to be freed with g_free(). */
static char *repeated(const char *part, int count) {
    GString *text = g_string_new(NULL);
    for (int i = 0; i < count; i++) {
        g_string_append(text, part);
    }
    return g_string_free(text, FALSE);
}

/** Checks what every reader of nodes relies on. @return lists and maps within one another */
static int check_node(const Node *node, int depth) {
    ck_assert_ptr_nonnull(node);
    ck_assert_int_le(depth, YAML_DEPTH_MAX);
    ck_assert_ptr_nonnull(node->text);
    ck_assert_int_ge(node->place.line, 1);
    ck_assert_int_ge(node->place.column, 1);
    int height = 0;
    for (int i = 0; i < node->count; i++) {
        const Node *below = node->kind == NODE_MAP ? node->entries[i].value : node->items[i];
        if (node->kind == NODE_MAP) {
            ck_assert_str_ne(node->entries[i].key, "");
        }
        const int under = check_node(below, depth + (below->kind != NODE_SCALAR));
        height = MAX(height, under);
    }
    return height + (node->kind != NODE_SCALAR);
}

static int height_of(const Node *node) {
    return check_node(node, node->kind != NODE_SCALAR);
}

START_TEST(maps_lists_and_texts_become_nodes_with_places) {
    Node *root = read_text("a: {b: [1, '2', \"3\"]}\n\nü: x y\n");
    ck_assert_int_eq(findings_count(findings), 0);
    ck_assert_int_eq(root->kind, NODE_MAP);
    ck_assert_int_eq(root->count, 2);
    const Node *list = node_get(node_get(root, "a"), "b");
    ck_assert_int_eq(list->kind, NODE_LIST);
    ck_assert_int_eq(list->count, 3);
    ck_assert_str_eq(list->items[0]->text, "1");
    ck_assert(!list->items[0]->quoted);
    ck_assert(list->items[1]->quoted && list->items[2]->quoted);
    ck_assert_int_eq(list->items[2]->place.line, 1);
    ck_assert_int_eq(list->items[2]->place.column, 17);
    ck_assert_str_eq(root->entries[1].key, "ü");
    ck_assert_int_eq(root->entries[1].place.line, 3);
    ck_assert_int_eq(root->entries[1].value->place.column, 4);
    ck_assert_str_eq(root->entries[1].value->text, "x y");
}
END_TEST

START_TEST(types_are_left_to_the_schema) {
    Node *root = read_text("a: NO\nb: 22:30\nc: 0x10\nd: ~\ne:\n");
    ck_assert_str_eq(node_get(root, "a")->text, "NO");
    ck_assert_str_eq(node_get(root, "b")->text, "22:30");
    ck_assert_str_eq(node_get(root, "c")->text, "0x10");
    ck_assert_str_eq(node_get(root, "d")->text, "~");
    ck_assert_str_eq(node_get(root, "e")->text, "");
    expect_findings("a: !!str 1\n", "x:1:4: error: tags (!type) are not taken: the format decides "
                                    "the types; take it out\n");
}
END_TEST

START_TEST(an_empty_text_is_told) {
    expect_findings("", "x:1:1: error: the file is empty; a case begins with `banlie: 1`\n");
    expect_findings("# only this\n",
                    "x:1:1: error: the file is empty; a case begins with `banlie: 1`\n");
}
END_TEST

START_TEST(a_key_that_stands_twice_keeps_its_first_value) {
    Node *root = read_text("a: 1\nb: {c: 1, c: {d: 2}, e: 3}\na: [2]\n");
    char *found = findings_text(findings);
    ck_assert_str_eq(found,
                     "x:2:11: error: key c stands twice, first in line 2; keep one of them\n"
                     "x:3:1: error: key a stands twice, first in line 1; keep one of them\n");
    free(found);
    ck_assert_int_eq(root->count, 2);
    ck_assert_str_eq(node_get(root, "a")->text, "1");
    ck_assert_int_eq(node_get(root, "b")->count, 2);
    ck_assert_str_eq(node_get(node_get(root, "b"), "c")->text, "1");
    ck_assert_str_eq(node_get(node_get(root, "b"), "e")->text, "3");
}
END_TEST

START_TEST(a_key_of_a_large_map_that_stands_twice_is_told) {
    GString *text = g_string_new(NULL);
    for (int i = 1; i <= 100; i++) {
        g_string_append_printf(text, "k%d: 1\n", i);
    }
    g_string_append(text, "k3: 2\nk77: 2\nk101: 1\nk101: 2\n");
    expect_findings(text->str,
                    "x:101:1: error: key k3 stands twice, first in line 3; keep one of them\n"
                    "x:102:1: error: key k77 stands twice, first in line 77; keep one of them\n"
                    "x:104:1: error: key k101 stands twice, first in line 103; keep one of them\n");
    g_string_free(text, TRUE);
}
END_TEST

START_TEST(an_empty_key_is_told_and_left_out) {
    expect_findings("'': 1\n", "x:1:1: error: a key is empty; write its name before the colon\n");
    Node *root = read_text("a: {'': [1, 2], \"\": 3, b: 4}\n");
    ck_assert_int_eq(findings_errors(findings), 2);
    ck_assert_int_eq(node_get(root, "a")->count, 1);
    ck_assert_str_eq(node_get(node_get(root, "a"), "b")->text, "4");
}
END_TEST

START_TEST(keys_that_are_no_words_are_told) {
    expect_findings("[a]: 1\n", "x:1:1: error: a key must be a word, not a list or map; check the "
                                "indentation\n");
    expect_findings("a: 1\n<<: {b: 2}\n",
                    "x:2:1: error: merge keys (<<) are not taken; write the keys out\n");
}
END_TEST

START_TEST(a_second_document_is_told) {
    expect_findings("a: 1\n---\nb: 2\n",
                    "x:2:1: error: a second document (---) begins here; put everything into one\n");
}
END_TEST

START_TEST(control_characters_of_escapes_are_told_once_a_text) {
    expect_findings("a: \"b\\u001b[31m\\x07\"\n",
                    "x:1:4: error: the text holds the control character U+001B; take it out, a "
                    "text is one line of printable characters\n");
    expect_findings("\"a\\x07\": 1\n",
                    "x:1:1: error: the text holds the control character U+0007; take it out, a "
                    "text is one line of printable characters\n");
    expect_findings("[\"\\0\", \"\\n\", \"\\t\", \"\\x7f\", \"\\N\", \"\\L\"]\n",
                    "x:1:2: error: the text holds the control character U+0000; take it out, a "
                    "text is one line of printable characters\n"
                    "x:1:8: error: the text holds the control character U+000A; take it out, a "
                    "text is one line of printable characters\n"
                    "x:1:14: error: the text holds the control character U+0009; take it out, a "
                    "text is one line of printable characters\n"
                    "x:1:20: error: the text holds the control character U+007F; take it out, a "
                    "text is one line of printable characters\n"
                    "x:1:28: error: the text holds the control character U+0085; take it out, a "
                    "text is one line of printable characters\n"
                    "x:1:34: error: the text holds the control character U+2028; take it out, a "
                    "text is one line of printable characters\n");
}
END_TEST

START_TEST(control_characters_are_left_out_of_the_text) {
    Node *root = read_text("\"a\\x07\\x07b\": \"\\u001bc\\u0085d\\0\"\n");
    ck_assert_int_eq(findings_errors(findings), 2);
    ck_assert_str_eq(node_get(root, "ab")->text, "cd");
}
END_TEST

START_TEST(a_text_of_several_lines_is_told_and_a_folded_one_taken) {
    expect_findings("a: |\n  b\n  c\n",
                    "x:1:4: error: the text holds the control character U+000A; take it out, a "
                    "text is one line of printable characters\n");
    Node *root = read_text("a: >-\n  b\n  c\nd: e\n  f\n");
    ck_assert_int_eq(findings_count(findings), 0);
    ck_assert_str_eq(node_get(root, "a")->text, "b c");
    ck_assert_str_eq(node_get(root, "d")->text, "e f");
}
END_TEST

START_TEST(depth_is_bounded) {
    char *open = repeated("[", YAML_DEPTH_MAX);
    char *close = repeated("]", YAML_DEPTH_MAX);
    char *text = g_strconcat(open, close, NULL);
    ck_assert_int_eq(height_of(read_text(text)), YAML_DEPTH_MAX);
    g_free(text);
    text = g_strconcat("[", open, close, "]", NULL);
    expect_findings(text, "x:1:65: error: lists and maps stand more than 64 deep within one "
                          "another; a case needs far less, check the brackets and aliases\n");
    g_free(text);
    g_free(open);
    g_free(close);
}
END_TEST

/** `depth` lists around an alias to a list of `height` levels. */
static Node *read_alias_below(int height, int depth) {
    char *open = repeated("[", height), *close = repeated("]", height);
    char *outer = repeated("[", depth), *end = repeated("]", depth);
    char *text = g_strconcat("a: &a ", open, close, "\nb: ", outer, "*a", end, "\n", NULL);
    Node *root = read_text(text);
    g_free(text);
    g_free(end);
    g_free(outer);
    g_free(close);
    g_free(open);
    return root;
}

START_TEST(depth_is_bounded_through_an_alias) {
    Node *root = read_alias_below(40, 23); /* 1 for the map */
    ck_assert_int_eq(findings_count(findings), 0);
    ck_assert_int_eq(height_of(root), 64);
    ck_assert_ptr_null(read_alias_below(40, 24));
    char *found = findings_text(findings);
    ck_assert_str_eq(found, "x:2:28: error: lists and maps stand more than 64 deep within one "
                            "another; a case needs far less, check the brackets and aliases\n");
    free(found);
}
END_TEST

START_TEST(aliases_within_aliases_do_not_pass_the_depth) {
    char *open = repeated("[", 40), *close = repeated("]", 40);
    GString *text = g_string_new("a0: &a0 x\n");
    for (int i = 1; i <= 200; i++) {
        g_string_append_printf(text, "a%d: &a%d %s*a%d%s\n", i, i, open, i - 1, close);
    }
    ck_assert_ptr_null(read_text(text->str));
    ck_assert_int_eq(findings_errors(findings), 1);
    ck_assert_int_eq(findings_get(findings, 0)->place.line, 3);
    g_string_free(text, TRUE);
    g_free(open);
    g_free(close);
}
END_TEST

START_TEST(an_alias_stands_for_its_anchor) {
    Node *root = read_text("a: &a {b: 1}\nc: *a\nd: &k e\n*k : *k\n");
    ck_assert_int_eq(findings_count(findings), 0);
    ck_assert_ptr_eq(node_get(root, "a"), node_get(root, "c"));
    ck_assert_str_eq(node_get(root, "e")->text, "e");
}
END_TEST

START_TEST(an_anchor_within_itself_is_told) {
    expect_findings("a: &a [*a]\n",
                    "x:1:8: error: alias *a has no finished anchor &a before it; define it first, "
                    "or write the value out\n");
}
END_TEST

START_TEST(an_anchor_defined_twice_is_told) {
    expect_findings("a: &a 1\nb: &a 2\nc: *a\n",
                    "x:2:4: error: anchor &a is defined twice, the other time in line 1; give one "
                    "of them another name\n");
    expect_findings("a: &a {b: 1}\nb: &a [2]\n",
                    "x:2:4: error: anchor &a is defined twice, the other time in line 1; give one "
                    "of them another name\n");
}
END_TEST

START_TEST(aliases_that_multiply_are_refused) {
    GString *text = g_string_new("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
        g_string_append_printf(text, "a%d: &a%d [", i, i);
        for (int k = 0; k < 10; k++) {
            g_string_append_printf(text, "%s*a%d", k > 0 ? "," : "", i - 1);
        }
        g_string_append(text, "]\n");
    }
    ck_assert_ptr_null(read_text(text->str));
    ck_assert_int_eq(findings_errors(findings), 1);
    char *found = findings_text(findings);
    ck_assert_ptr_nonnull(strstr(found, "aliases stand for too much"));
    free(found);
    g_string_free(text, TRUE);
}
END_TEST

/** Texts that could keep a careless reader busy for minutes. The bound is generous: a fault takes
 * far longer. */
static void expect_refused_at_once(char *text) {
    clock_t start = clock();
    ck_assert_ptr_null(read_text(text));
    ck_assert_int_ge(findings_errors(findings), 1);
    ck_assert_msg(clock() - start < CLOCKS_PER_SEC, "%.20s…", text);
    g_free(text);
}

START_TEST(texts_nested_without_end_are_refused_at_once) {
    expect_refused_at_once(repeated("[", 200000));
    expect_refused_at_once(repeated("{", 200000));
    expect_refused_at_once(repeated("[\n", 200000));
    expect_refused_at_once(repeated("{a: ", 200000));
    expect_refused_at_once(repeated("[{a: [", 70000));
    expect_refused_at_once(repeated("- ", 200000));
    expect_refused_at_once(repeated("? ", 200000));
    expect_refused_at_once(repeated("a: &a [", 100000));
}
END_TEST

START_TEST(tag_directives_without_end_are_refused_at_once) {
    GString *text = g_string_new(NULL);
    for (int i = 0; i < 200000; i++) {
        g_string_append_printf(text, "%%TAG !%d! x\n", i);
    }
    g_string_append(text, "--- a\n");
    expect_refused_at_once(g_string_free(text, FALSE));
}
END_TEST

/* ---- fuzz ---- */

static const char SAMPLE[] = "banlie: 1\n"
                             "name: {en: \"Yiwu\\u0020West\", zh: '义乌西'} # a comment\n"
                             "stations: &s\n"
                             "  YIW: {country: CN, load: {cost: 300, cutoff: 12h}}\n"
                             "  ? ALA\n"
                             "  : {through: {min: 8h, max: 48h}}\n"
                             "slots:\n"
                             "  - {id: CN-1, departs: [Tue 04:30, Fri 04:30],\n"
                             "     cost: &c {train: 150000}}\n"
                             "  - id: CN-2\n"
                             "    cost: *c\n"
                             "    note: >-\n"
                             "      two\n"
                             "      lines\n"
                             "more: *s\n";

/** Whatever the bytes: an answer, and nodes that hold what their readers rely on. */
static void check_answer(const char *text, size_t size) {
    const Node *root = read_bytes(text, size);
    ck_assert(root != NULL || findings_errors(findings) > 0);
    if (root != NULL) {
        height_of(root);
    }
    tear_down();
    set_up();
}

START_TEST(a_text_cut_anywhere_gives_an_answer) {
    ck_assert_ptr_nonnull(read_text(SAMPLE));
    ck_assert_int_eq(findings_count(findings), 0);
    for (size_t size = 0; size < sizeof SAMPLE; size++) {
        char *part = g_malloc(size + 1); /* of its own: a read beyond the end shows */
        memcpy(part, SAMPLE, size);
        check_answer(part, size);
        g_free(part);
    }
}
END_TEST

static void mutate(GRand *random, GString *text) {
    static const char SPECIAL[] = "[]{}:,-?&*!|>'\"%@#\\ \t\n\r\x01\xff\xc2";
    gsize at = (gsize)g_rand_int_range(random, 0, (gint32)text->len);
    char special = SPECIAL[g_rand_int_range(random, 0, sizeof SPECIAL)];
    switch (g_rand_int_range(random, 0, 5)) {
    case 0:
        text->str[at] = special;
        break;
    case 1:
        g_string_insert_c(text, (gssize)at, special);
        break;
    case 2:
        g_string_erase(text, (gssize)at, (gssize)MIN(text->len - at, 3));
        break;
    case 3:
        text->str[at] = (char)g_rand_int_range(random, 0, 256);
        break;
    default: {
        gsize length = MIN(text->len - at, 40);
        char *piece = g_strndup(text->str + at, length);
        g_string_insert(text, g_rand_int_range(random, 0, (gint32)text->len), piece);
        g_free(piece);
        break;
    }
    }
}

START_TEST(a_text_changed_anyhow_gives_an_answer) {
    GRand *random = g_rand_new_with_seed(20261130);
    for (int trial = 0; trial < 3000; trial++) {
        GString *text = g_string_new(SAMPLE);
        for (int left = g_rand_int_range(random, 1, 8); left > 0 && text->len > 0; left--) {
            mutate(random, text);
        }
        check_answer(text->str, text->len);
        g_string_free(text, TRUE);
    }
    g_rand_free(random);
}
END_TEST

static void add_reading_tests(TCase *cases) {
    tcase_add_test(cases, maps_lists_and_texts_become_nodes_with_places);
    tcase_add_test(cases, types_are_left_to_the_schema);
    tcase_add_test(cases, an_empty_text_is_told);
    tcase_add_test(cases, a_key_that_stands_twice_keeps_its_first_value);
    tcase_add_test(cases, a_key_of_a_large_map_that_stands_twice_is_told);
    tcase_add_test(cases, an_empty_key_is_told_and_left_out);
    tcase_add_test(cases, keys_that_are_no_words_are_told);
    tcase_add_test(cases, a_second_document_is_told);
    tcase_add_test(cases, control_characters_of_escapes_are_told_once_a_text);
    tcase_add_test(cases, control_characters_are_left_out_of_the_text);
    tcase_add_test(cases, a_text_of_several_lines_is_told_and_a_folded_one_taken);
}

static void add_guard_tests(TCase *cases) {
    tcase_add_test(cases, depth_is_bounded);
    tcase_add_test(cases, depth_is_bounded_through_an_alias);
    tcase_add_test(cases, aliases_within_aliases_do_not_pass_the_depth);
    tcase_add_test(cases, an_alias_stands_for_its_anchor);
    tcase_add_test(cases, an_anchor_within_itself_is_told);
    tcase_add_test(cases, an_anchor_defined_twice_is_told);
    tcase_add_test(cases, aliases_that_multiply_are_refused);
    tcase_add_test(cases, texts_nested_without_end_are_refused_at_once);
    tcase_add_test(cases, tag_directives_without_end_are_refused_at_once);
    tcase_add_test(cases, a_text_cut_anywhere_gives_an_answer);
    tcase_add_test(cases, a_text_changed_anyhow_gives_an_answer);
}

int main(void) {
    Suite *suite = suite_create("yaml_events");
    TCase *cases = tcase_create("all");
    tcase_set_timeout(cases, 60);
    tcase_add_checked_fixture(cases, set_up, tear_down);
    add_reading_tests(cases);
    add_guard_tests(cases);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
