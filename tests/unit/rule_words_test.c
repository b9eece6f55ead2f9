/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every kind of rule has its words, in both languages. */
#include <check.h>
#include <glib.h>
#include <stdlib.h>

#include "export/words/rule_words.h"
#include "tests/unit/words_case.h"

static const struct {
    Rule rule;
    const char *en, *zh;
} RULES[] = {
    {{RULE_MUST, 0, -1, {0}},
     "booking B1: the one of 1 box must travel (must: true)",
     "订舱 B1：1 箱必须承运（must: true）"},
    {{RULE_MUST, 1, -1, {0}},
     "booking B2: all of 25 boxes must travel (must: true)",
     "订舱 B2：25 箱必须全部承运（must: true）"},
    {{RULE_LINE_MIN, 0, -1, {0}},
     "line A-B: at least 3 trains a week (trains_per_week.min)",
     "线路 A-B：每周至少开行 3 列（trains_per_week.min）"},
    {{RULE_LINE_MAX, 0, -1, {0}},
     "line A-B: at most 1 train a week (trains_per_week.max)",
     "线路 A-B：每周最多开行 1 列（trains_per_week.max）"},
    {{RULE_ALWAYS, 0, -1, {0}},
     "train X1: runs in every week (runs: always)",
     "图定列车 X1：每周必须开行（runs: always）"},
    {{RULE_FROZEN_TRAIN, 0, -1, {0}},
     "train X1@2026-12-02 of the earlier plan is frozen",
     "原方案的列车 X1@2026-12-02 已冻结"},
    {{RULE_FROZEN_NEW, 0, -1, {0}},
     "trains that the earlier plan does not run leave on none of the days that are frozen "
     "(trains.frozen_before)",
     "冻结期内不得新开原方案没有的列车（trains.frozen_before）"},
    {{RULE_UNDER_WAY, 0, -1, {0}},
     "what is under way: 1 train, 12 boxes; wagon sets that trains under way have yet to take: 1 "
     "at "
     "BBB (CN)",
     "在途：1 列，12 箱；在途列车尚需的车板：BBB (CN) 1 组"},
    {{RULE_FROZEN_BOXES, 0, -1, {0}},
     "booking B1: 1 box of the earlier plan is frozen on its way",
     "订舱 B1：原方案的 1 箱已冻结，须按原径路运输"},
    {{RULE_FROZEN_BOXES, 1, -1, {0}},
     "booking B2: 10 boxes of the earlier plan are frozen on their way",
     "订舱 B2：原方案的 10 箱已冻结，须按原径路运输"},
    {{RULE_END_MIN, 0, 1, {0}},
     "equipment 40HC: at least 6 in stock at BBB at the end (end_min.BBB)",
     "箱型 40HC：BBB 的期末箱存至少 6 箱（end_min.BBB）"},
    {{RULE_BALANCE, 0, BALANCE_OF_TRAINS, {0}},
     "balance even: return trains at least 0.5 of outbound trains (trains.ratio)",
     "平衡规则 even：回程列车数至少为去程的 0.5 倍（trains.ratio）"},
    {{RULE_BALANCE, 1, BALANCE_OF_TRAINS, {0}},
     "balance weekly: return trains at least 1 of outbound trains in each week (trains.ratio)",
     "平衡规则 weekly：每周回程列车数至少为去程的 1 倍（trains.ratio）"},
    {{RULE_BALANCE, 0, BALANCE_OF_TEU, {0}},
     "balance even: return loaded TEU at least 1 of outbound loaded TEU (teu.ratio)",
     "平衡规则 even：回程重箱 TEU 至少为去程的 1 倍（teu.ratio）"},
    {{RULE_BALANCE, 1, BALANCE_OF_TEU, {0}},
     "balance weekly: return loaded TEU at least 0.25 of outbound loaded TEU in each week "
     "(teu.ratio)",
     "平衡规则 weekly：每周回程重箱 TEU 至少为去程的 0.25 倍（teu.ratio）"},
    {{RULE_LOAD_FACTOR, 0, 0, {0}},
     "line A-B: each train at least 0.8 full (load_factors min)",
     "线路 A-B：每列满载率至少 0.8（load_factors min）"},
    {{RULE_LOAD_FACTOR, 1, 0, {0}},
     "line A-B: the trains of a week at least 0.75 full (load_factors min)",
     "线路 A-B：每周列车合计满载率至少 0.75（load_factors min）"},
    {{RULE_LOAD_FACTOR, 2, 0, {0}},
     "line A-B: its trains together at least 0.123456789 full (load_factors min)",
     "线路 A-B：全部列车合计满载率至少 0.123456789（load_factors min）"},
    {{RULE_REGULAR, 0, -1, {0}},
     "line A-B: the same trains in every week (regular: true)",
     "线路 A-B：固定班期，每周开行相同的列车（regular: true）"},
    {{RULE_SETS, 0, -1, {0}},
     "rakes CN: wagon sets: 1 at AAA, 2 at BBB, usable again 1.5 h after arrival (sets, turn)",
     "车板 CN：配置：AAA 1 组、BBB 2 组；到达 1.5 小时后可再次使用（sets, turn）"},
    {{RULE_SETS, 1, -1, {0}},
     "rakes EU: wagon sets: none, usable again 0 h after arrival (sets, turn)",
     "车板 EU：配置：无；到达 0 小时后可再次使用（sets, turn）"},
    {{RULE_STOCK, 0, -1, {0}},
     "equipment 40HC: of our own: 5 at AAA, 2 at BBB; to lease: 4 at AAA (stock, lease)",
     "箱型 40HC：自有箱：AAA 5 箱、BBB 2 箱；可租箱：AAA 4 箱（stock, lease）"},
    {{RULE_STOCK, 1, -1, {0}},
     "equipment 40HC: of our own: none; to lease: none (stock, lease)",
     "箱型 40HC：自有箱：无；可租箱：无（stock, lease）"},
    {{RULE_CLASS_BOXES, 0, -1, {0}},
     "cargo general: at most 1 box on a train (max_boxes_per_train)",
     "货物类别 general：每列最多 1 箱（max_boxes_per_train）"},
    {{RULE_CLASS_BOXES, 1, -1, {0}},
     "cargo food: at most 12 boxes on a train (max_boxes_per_train)",
     "货物类别 food：每列最多 12 箱（max_boxes_per_train）"},
    {{RULE_APART, 0, 1, {0}},
     "cargo general: never on a train with food (apart_from)",
     "货物类别 general：不得与 food 同列装运（apart_from）"},
    {{RULE_SLOT_TRAINS, 0, -1, {0}},
     "slot S1: 1 train on each of its runs (trains)",
     "运行线 S1：每个班次限 1 列（trains）"},
    {{RULE_SLOT_TRAINS, 1, -1, {0}},
     "slot S2: 2 trains on each of its runs (trains)",
     "运行线 S2：每个班次限 2 列（trains）"},
    {{RULE_TRAINS_PER_DAY, 0, -1, {0}},
     "station AAA: at most 2 trains a day (trains_per_day)",
     "车站 AAA：每天最多 2 列（trains_per_day）"},
    {{RULE_TRAINS_PER_DAY, 1, -1, {0}},
     "station BBB: at most 1 train a day (trains_per_day)",
     "车站 BBB：每天最多 1 列（trains_per_day）"},
    {{RULE_LIFTS, 0, -1, {0}},
     "station AAA: at most 1 lift a day (lifts_per_day)",
     "车站 AAA：每天最多 1 次吊装（lifts_per_day）"},
    {{RULE_LIFTS, 1, -1, {0}},
     "station BBB: at most 40 lifts a day (lifts_per_day)",
     "车站 BBB：每天最多 40 次吊装（lifts_per_day）"},
    {{RULE_FEEDER, 0, -1, {0}},
     "feeder NGB-AAA: at most 8 boxes a day (boxes_per_day)",
     "接驳 NGB-AAA：每天最多 8 箱（boxes_per_day）"},
    {{RULE_CLOSED_SLOT, 0, -1, {0}},
     "slot S1: no train departs on 2026-12-07 (closed)",
     "运行线 S1：2026-12-07 停运（closed）"},
    {{RULE_CLOSED_STATION, 0, -1, {0}},
     "station AAA: no train arrives or departs on 2026-12-07, 2026-12-20..2026-12-26 (closed)",
     "车站 AAA：2026-12-07、2026-12-20..2026-12-26 不办理到发（closed）"},
    {{RULE_CLOSED_FEEDER, 0, -1, {0}},
     "feeder NGB-AAA: none departs on 2026-12-07 (closed)",
     "接驳 NGB-AAA：2026-12-07 停运（closed）"},
};

START_TEST(every_kind_of_rule_is_said_in_both_languages) {
    const Case kase = words_case();
    bool said[N_RULE_KINDS] = {false};
    for (size_t i = 0; i < G_N_ELEMENTS(RULES); i++) {
        g_autofree char *english = rule_words(LANG_EN, &kase, &RULES[i].rule);
        g_autofree char *chinese = rule_words(LANG_ZH, &kase, &RULES[i].rule);
        ck_assert_str_eq(english, RULES[i].en);
        ck_assert_str_eq(chinese, RULES[i].zh);
        said[RULES[i].rule.kind] = true;
    }
    for (int kind = 0; kind < N_RULE_KINDS; kind++) {
        ck_assert_msg(said[kind], "no rule of kind %d", kind);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("rule words");
    TCase *tcase = tcase_create("rule words");
    tcase_add_test(tcase, every_kind_of_rule_is_said_in_both_languages);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
