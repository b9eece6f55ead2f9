/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every kind of repair has its words, in both languages. */
#include <check.h>
#include <glib.h>
#include <stdlib.h>

#include "export/words/repair_words.h"
#include "tests/unit/words_case.h"

static const struct {
    Rule rule;
    StationId station;
    double from, to;
    long parts, parts_lost;
    const char *en, *zh;
} REPAIRS[] = {
    {{RULE_MUST, 0, -1, {0}},
     NONE,
     1,
     0,
     1,
     1,
     "take must away from booking B1: its box would stay behind",
     "取消订舱 B1 的 must：该箱将不承运"},
    {{RULE_MUST, 1, -1, {0}},
     NONE,
     1,
     0,
     25,
     25,
     "take must away from booking B2: all its boxes would stay behind",
     "取消订舱 B2 的 must：所有箱均将不承运"},
    {{RULE_MUST, 1, -1, {0}},
     NONE,
     1,
     0,
     25,
     3,
     "take must away from booking B2: 3 of its 25 boxes would stay behind",
     "取消订舱 B2 的 must：25 箱中有 3 箱将不承运"},
    {{RULE_ALWAYS, 0, -1, {0}},
     NONE,
     1,
     0,
     1,
     1,
     "let train X1 run as an option (runs: optional): 1 of its 1 departure would not run",
     "将列车 X1 改为可选开行（runs: optional）：1 班中有 1 班将不开行"},
    {{RULE_ALWAYS, 0, -1, {0}},
     NONE,
     1,
     0,
     4,
     2,
     "let train X1 run as an option (runs: optional): 2 of its 4 departures would not run",
     "将列车 X1 改为可选开行（runs: optional）：4 班中有 2 班将不开行"},
    {{RULE_FROZEN_TRAIN, 0, -1, {0}},
     NONE,
     1,
     0,
     1,
     1,
     "let train X1@2026-12-02 move: take its line out of commitments.trains.frozen",
     "允许列车 X1@2026-12-02 变更：将其线路从 commitments.trains.frozen 中移出"},
    {{RULE_FROZEN_BOXES, 1, -1, {0}},
     NONE,
     1,
     0,
     10,
     10,
     "let booking B2 move: set --freeze-before no later than its first departure",
     "允许订舱 B2 变更：将 --freeze-before 设为不晚于其首次发车"},
    {{RULE_FROZEN_BOXES, 1, -1, {0}},
     NONE,
     1,
     0,
     10,
     2,
     "let booking B2 move, 2 of its 10 frozen boxes: set --freeze-before no later than its first "
     "departure",
     "允许订舱 B2 变更，涉及冻结的 10 箱中的 2 箱：将 --freeze-before 设为不晚于其首次发车"},
    {{RULE_LINE_MIN, 0, -1, {0}},
     NONE,
     3,
     2,
     0,
     0,
     "lower trains_per_week.min of line A-B from 3 to 2",
     "将线路 A-B 的 trains_per_week.min 由 3 降至 2"},
    {{RULE_LINE_MAX, 0, -1, {0}},
     NONE,
     1,
     2,
     0,
     0,
     "raise trains_per_week.max of line A-B from 1 to 2",
     "将线路 A-B 的 trains_per_week.max 由 1 提高至 2"},
    {{RULE_END_MIN, 0, 1, {0}},
     NONE,
     6,
     5,
     0,
     0,
     "lower end_min.BBB of equipment 40HC from 6 to 5",
     "将箱型 40HC 的 end_min.BBB 由 6 降至 5"},
    {{RULE_BALANCE, 0, BALANCE_OF_TRAINS, {0}},
     NONE,
     0.5,
     0.125,
     0,
     0,
     "lower trains.ratio of balance even from 0.5 to 0.125",
     "将平衡规则 even 的 trains.ratio 由 0.5 降至 0.125"},
    {{RULE_BALANCE, 0, BALANCE_OF_TEU, {0}},
     NONE,
     1,
     0.2,
     0,
     0,
     "lower teu.ratio of balance even from 1 to 0.2",
     "将平衡规则 even 的 teu.ratio 由 1 降至 0.2"},
    {{RULE_LOAD_FACTOR, 0, 0, {0}},
     NONE,
     0.8,
     0.333,
     0,
     0,
     "lower load_factors min of line A-B from 0.8 to 0.333",
     "将线路 A-B 的 load_factors min 由 0.8 降至 0.333"},
    {{RULE_SETS, 0, -1, {0}},
     0,
     1,
     2,
     0,
     0,
     "raise sets.AAA of rakes CN from 1 to 2",
     "将车板 CN 的 sets.AAA 由 1 提高至 2"},
    {{RULE_STOCK, 0, -1, {0}},
     1,
     2,
     5,
     0,
     0,
     "raise stock.BBB of equipment 40HC from 2 to 5, or lease 3 more there",
     "将箱型 40HC 的 stock.BBB 由 2 提高至 5，或在当地多租 3 箱"},
    {{RULE_CLASS_BOXES, 1, -1, {0}},
     NONE,
     12,
     14,
     0,
     0,
     "raise max_boxes_per_train of cargo food from 12 to 14",
     "将货物类别 food 的 max_boxes_per_train 由 12 提高至 14"},
    {{RULE_SLOT_TRAINS, 0, -1, {0}},
     NONE,
     1,
     2,
     0,
     0,
     "raise trains of slot S1 from 1 to 2",
     "将运行线 S1 的 trains 由 1 提高至 2"},
    {{RULE_TRAINS_PER_DAY, 0, -1, {0}},
     NONE,
     2,
     3,
     0,
     0,
     "raise trains_per_day of station AAA from 2 to 3",
     "将车站 AAA 的 trains_per_day 由 2 提高至 3"},
    {{RULE_LIFTS, 1, -1, {0}},
     NONE,
     40,
     44,
     0,
     0,
     "raise lifts_per_day of station BBB from 40 to 44",
     "将车站 BBB 的 lifts_per_day 由 40 提高至 44"},
    {{RULE_FEEDER, 0, -1, {0}},
     NONE,
     8,
     10,
     0,
     0,
     "raise boxes_per_day of feeder NGB-AAA from 8 to 10",
     "将接驳 NGB-AAA 的 boxes_per_day 由 8 提高至 10"},
};

/** What is said of one repair of a rule. */
static char *say(Lang lang, const Case *kase, Rule rule, const Repair *repair) {
    const Rules rules = {.kase = kase, .items = &rule, .count = 1};
    return repair_words(lang, &rules, repair);
}

/** A regular expression that freezes; of the test's own budget. */
static Pattern *pattern(const char *text) {
    static PatternBudget budget = {PATTERN_BUDGET_STEPS};
    Phrase *why;
    Pattern *made = pattern_new(text, &budget, &why);
    ck_assert_ptr_nonnull(made);
    return made;
}

START_TEST(every_kind_of_repair_is_said_in_both_languages) {
    Case kase = words_case();
    bool said[N_RULE_KINDS] = {
        /* never offered */
        [RULE_REGULAR] = true,      [RULE_APART] = true,       [RULE_FROZEN_NEW] = true,
        [RULE_UNDER_WAY] = true,    [RULE_CLOSED_SLOT] = true, [RULE_CLOSED_STATION] = true,
        [RULE_CLOSED_FEEDER] = true};
    Pattern *frozen = pattern("A-B");
    kase.commitments.trains.frozen = frozen;
    kase.commitments.bookings.frozen_before = 200;
    for (size_t i = 0; i < G_N_ELEMENTS(REPAIRS); i++) {
        const Repair repair = {.change = {0, REPAIRS[i].station, REPAIRS[i].to},
                               .from = REPAIRS[i].from,
                               .parts = REPAIRS[i].parts,
                               .parts_lost = REPAIRS[i].parts_lost};
        g_autofree char *english = say(LANG_EN, &kase, REPAIRS[i].rule, &repair);
        g_autofree char *chinese = say(LANG_ZH, &kase, REPAIRS[i].rule, &repair);
        ck_assert_str_eq(english, REPAIRS[i].en);
        ck_assert_str_eq(chinese, REPAIRS[i].zh);
        said[REPAIRS[i].rule.kind] = true;
    }
    for (int kind = 0; kind < N_RULE_KINDS; kind++) {
        ck_assert_msg(said[kind], "no repair of kind %d", kind);
    }
    pattern_free(frozen);
}
END_TEST

/* ---- what releases a frozen thing ---- */

static const struct {
    bool pattern;
    Minute before;
    bool in_case; /**< the date stands in the case */
    const char *train, *boxes, *train_zh;
} RELEASES[] = {
    {true, INT64_MIN, false, "take its line out of commitments.trains.frozen",
     "take it out of commitments.bookings.frozen", "将其线路从 commitments.trains.frozen 中移出"},
    {false, 200, true, "set commitments.trains.frozen_before no later than its first departure",
     "set commitments.bookings.frozen_before no later than its first departure",
     "将 commitments.trains.frozen_before 设为不晚于其首次发车"},
    {false, 200, false, "set --freeze-before no later than its first departure",
     "set --freeze-before no later than its first departure",
     "将 --freeze-before 设为不晚于其首次发车"},
    {false, INT64_MAX, false, "write commitments.trains.frozen without its line",
     "write commitments.bookings.frozen without it",
     "写明 commitments.trains.frozen，且不含其线路"},
    {true, 50, true, "take its line out of commitments.trains.frozen",
     "take it out of commitments.bookings.frozen", "将其线路从 commitments.trains.frozen 中移出"},
    {true, 200, true,
     "take its line out of commitments.trains.frozen and set commitments.trains.frozen_before no "
     "later than its first departure",
     "take it out of commitments.bookings.frozen and set commitments.bookings.frozen_before no "
     "later than its first departure",
     "将其线路从 commitments.trains.frozen 中移出，并将 commitments.trains.frozen_before "
     "设为不晚于其首次发车"},
};

/** What the words of a repair say after `move: `, or its Chinese likeness. */
static void assert_release(Lang lang, const Case *kase, Rule rule, const char *before,
                           const char *release) {
    const Repair repair = {.change = {0, NONE, 0}, .from = 1, .parts = 1, .parts_lost = 1};
    g_autofree char *text = say(lang, kase, rule, &repair);
    g_autofree char *whole = g_strconcat(before, release, NULL);
    ck_assert_str_eq(text, whole);
}

START_TEST(a_frozen_thing_is_released_from_all_that_freezes_it) {
    Pattern *frozen = pattern("A-B|B2");
    Case kase = words_case();
    const CommitmentRule rule = {.frozen = RELEASES[_i].pattern ? frozen : NULL,
                                 .frozen_before = RELEASES[_i].before,
                                 .before_place.file = RELEASES[_i].in_case ? "case.yaml" : NULL};
    kase.commitments.trains = kase.commitments.bookings = rule;
    const Rule train = {RULE_FROZEN_TRAIN, 0, -1, {0}}, boxes = {RULE_FROZEN_BOXES, 1, -1, {0}};
    assert_release(LANG_EN, &kase, train, "let train X1@2026-12-02 move: ", RELEASES[_i].train);
    assert_release(LANG_ZH, &kase, train, "允许列车 X1@2026-12-02 变更：", RELEASES[_i].train_zh);
    assert_release(LANG_EN, &kase, boxes, "let booking B2 move: ", RELEASES[_i].boxes);
    pattern_free(frozen);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("repair words");
    TCase *tcase = tcase_create("repair words");
    tcase_add_test(tcase, every_kind_of_repair_is_said_in_both_languages);
    tcase_add_loop_test(tcase, a_frozen_thing_is_released_from_all_that_freezes_it, 0,
                        G_N_ELEMENTS(RELEASES));
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
