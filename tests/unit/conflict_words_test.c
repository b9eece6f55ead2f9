/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told of a conflict as a whole: every line of its frame, in both languages. */
#include <check.h>
#include <glib.h>
#include <stdlib.h>

#include "export/conflict_json.h"
#include "export/words/conflict_words.h"
#include "tests/unit/words_case.h"

enum { MEMBERS_MAX = 40 };

/** Rules of the case, at made-up places. */
static Rule rules[MEMBERS_MAX];

static int members[MEMBERS_MAX];

static Repair repairs[] = {
    {.change = {0, NONE, 0}, .place = {"case.yaml", 12, 3}, .from = 1, .parts = 1, .parts_lost = 1},
    {.change = {1, NONE, 0.125}, .place = {"case.yaml", 9, 7}, .from = 0.5}};

/** A conflict of so many rules, mended by so many repairs. */
static Conflict conflict_of(const Case *kase, int n_members, int n_repairs) {
    for (int i = 0; i < MEMBERS_MAX; i++) {
        members[i] = i;
        rules[i] = i == 1 ? (Rule){RULE_BALANCE, 0, BALANCE_OF_TRAINS, {"case.yaml", 9, 7}}
                          : (Rule){RULE_MUST, 0, -1, {"case.yaml", 12 + i, 3}};
    }
    return (Conflict){.rules = {kase, rules, MEMBERS_MAX},
                      .members = members,
                      .n_members = n_members,
                      .minimal = true,
                      .repairs = {repairs, n_repairs},
                      .repaired = true};
}

static void assert_told(Lang lang, const Conflict *conflict, const char *text) {
    g_autofree char *told = conflict_words(lang, conflict, "banlie plan");
    ck_assert_str_eq(told, text);
}

START_TEST(a_rule_that_cannot_be_kept_is_told_with_its_repair) {
    const Case kase = words_case();
    const Conflict conflict = conflict_of(&kase, 1, 1);
    assert_told(LANG_EN, &conflict,
                "banlie plan: infeasible: this rule cannot be kept, whatever the others say\n"
                "case.yaml:12:3: conflict: booking B1: the one of 1 box must travel (must: true)\n"
                "case.yaml:12:3: repair: take must away from booking B1: its box would stay "
                "behind\n"
                "banlie plan: with this repair there is a plan; no cheaper one was found\n");
    assert_told(LANG_ZH, &conflict,
                "banlie plan: 无可行方案：无论其他规则如何，以下规则都无法满足\n"
                "case.yaml:12:3: 冲突：订舱 B1：1 箱必须承运（must: true）\n"
                "case.yaml:12:3: 调整：取消订舱 B1 的 must：该箱将不承运\n"
                "banlie plan: 采用此项调整即有可行方案；未找到代价更低的调整\n");
}
END_TEST

START_TEST(rules_that_clash_are_told_with_repairs_of_others) {
    const Case kase = words_case();
    Conflict conflict = conflict_of(&kase, 2, 2);
    repairs[1].change.rule = 1;
    conflict.members[0] = 2; /* so that the first repair is of a rule that is not named */
    conflict.minimal = false;
    conflict.repaired = false;
    assert_told(LANG_EN, &conflict,
                "banlie plan: infeasible: these rules clash, whatever the others say\n"
                "case.yaml:14:3: conflict: booking B1: the one of 1 box must travel (must: true)\n"
                "case.yaml:9:7: conflict: balance even: return trains at least 0.5 of outbound "
                "trains (trains.ratio)\n"
                "banlie plan: fewer rules may clash already: a limit ended the search\n"
                "case.yaml:12:3: repair: take must away from booking B1: its box would stay "
                "behind\n"
                "case.yaml:9:7: repair: lower trains.ratio of balance even from 0.5 to 0.125\n"
                "banlie plan: repairs of rules not named above are for other clashes\n"
                "banlie plan: with these repairs together there may be a plan; a limit ended the "
                "search before one was found\n");
    assert_told(LANG_ZH, &conflict,
                "banlie plan: 无可行方案：无论其他规则如何，以下规则都相互冲突\n"
                "case.yaml:14:3: 冲突：订舱 B1：1 箱必须承运（must: true）\n"
                "case.yaml:9:7: 冲突：平衡规则 even：回程列车数至少为去程的 0.5 "
                "倍（trains.ratio）\n"
                "banlie plan: 可能更少的规则已经冲突：搜索因达到限制而结束\n"
                "case.yaml:12:3: 调整：取消订舱 B1 的 must：该箱将不承运\n"
                "case.yaml:9:7: 调整：将平衡规则 even 的 trains.ratio 由 0.5 降至 0.125\n"
                "banlie plan: 对上文未列规则的调整用于消除其他冲突\n"
                "banlie plan: "
                "同时采用以上各项调整可能有可行方案；尚未找到方案，搜索即因达到限制而结束\n");
}
END_TEST

START_TEST(a_search_that_was_cut_short_says_so) {
    const Case kase = words_case();
    Conflict conflict = conflict_of(&kase, 0, 0);
    conflict.ended = OUTCOME_NO_MEMORY;
    assert_told(LANG_EN, &conflict,
                "banlie plan: infeasible: no plan keeps all rules of this case\n"
                "banlie plan: the search for what clashes was cut short: memory ran out\n");
    assert_told(LANG_ZH, &conflict,
                "banlie plan: 无可行方案：没有方案能满足本案例的全部规则\n"
                "banlie plan: 冲突原因的搜索提前结束：内存不足\n");
}
END_TEST

START_TEST(of_many_rules_thirty_are_told) {
    const Case kase = words_case();
    const Conflict conflict = conflict_of(&kase, MEMBERS_MAX, 0);
    g_autofree char *english = conflict_words(LANG_EN, &conflict, "banlie plan");
    g_autofree char *chinese = conflict_words(LANG_ZH, &conflict, "banlie plan");
    ck_assert(g_str_has_suffix(english, "\nbanlie plan: and 10 more (--json lists all)\n"));
    ck_assert(g_str_has_suffix(chinese, "\nbanlie plan: 另有 10 条（--json 列出全部）\n"));
    g_auto(GStrv) lines = g_strsplit(english, "\n", -1);
    ck_assert_uint_eq(g_strv_length(lines), 1 + 30 + 1 + 1);
}
END_TEST

START_TEST(programs_are_told_in_json) {
    const Case kase = words_case();
    const Conflict conflict = conflict_of(&kase, 1, 2);
    char *text = conflict_json_text(&conflict);
    ck_assert_str_eq(text, "{\n"
                           "  \"status\": \"infeasible\",\n"
                           "  \"minimal\": true,\n"
                           "  \"conflict\": [\n"
                           "    {\n"
                           "      \"text\": \"booking B1: the one of 1 box must travel (must: "
                           "true)\",\n"
                           "      \"file\": \"case.yaml\",\n"
                           "      \"line\": 12,\n"
                           "      \"column\": 3\n"
                           "    }\n"
                           "  ],\n"
                           "  \"repaired\": true,\n"
                           "  \"repair\": [\n"
                           "    {\n"
                           "      \"text\": \"take must away from booking B1: its box would "
                           "stay behind\",\n"
                           "      \"from\": 1,\n"
                           "      \"to\": 0,\n"
                           "      \"file\": \"case.yaml\",\n"
                           "      \"line\": 12,\n"
                           "      \"column\": 3\n"
                           "    },\n"
                           "    {\n"
                           "      \"text\": \"lower trains.ratio of balance even from 0.5 to "
                           "0.125\",\n"
                           "      \"from\": 0.5,\n"
                           "      \"to\": 0.125,\n"
                           "      \"file\": \"case.yaml\",\n"
                           "      \"line\": 9,\n"
                           "      \"column\": 7\n"
                           "    }\n"
                           "  ]\n"
                           "}");
    free(text);
}
END_TEST

START_TEST(a_place_that_is_not_utf8_does_not_spoil_the_json) {
    const Case kase = words_case();
    const Conflict conflict = conflict_of(&kase, 1, 0);
    rules[0].place.file = "\xff.yaml";
    char *text = conflict_json_text(&conflict);
    ck_assert_ptr_nonnull(text);
    ck_assert(g_utf8_validate(text, -1, NULL));
    free(text);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("conflict words");
    TCase *tcase = tcase_create("conflict words");
    tcase_add_test(tcase, a_rule_that_cannot_be_kept_is_told_with_its_repair);
    tcase_add_test(tcase, rules_that_clash_are_told_with_repairs_of_others);
    tcase_add_test(tcase, a_search_that_was_cut_short_says_so);
    tcase_add_test(tcase, of_many_rules_thirty_are_told);
    tcase_add_test(tcase, programs_are_told_in_json);
    tcase_add_test(tcase, a_place_that_is_not_utf8_does_not_spoil_the_json);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
