/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences in both languages: the table is whole, and every kind of rule and repair has its
 * words. */
#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "export/words/repair_words.h"
#include "export/words/rule_words.h"

/* ---- a case with one of everything ---- */

static Station stations[] = {{.code = "AAA", .trains_per_day = 2, .lifts_per_day = 1},
                             {.code = "BBB", .trains_per_day = 1, .lifts_per_day = 40}};
static Container containers[] = {{.code = "40HC"}};
static Cargo cargo[] = {{.code = "general", .max_boxes_per_train = 1},
                        {.code = "food", .max_boxes_per_train = 12}};
static Slot slots[] = {{.code = "S1", .max_trains = 1}, {.code = "S2", .max_trains = 2}};
static Line lines[] = {{.code = "A-B", .min_trains_per_week = 3, .max_trains_per_week = 1}};
static Train trains[] = {{.code = "X1"}};
static LoadFactor load_factors[] = {{.min = 0.8, .per = PER_TRAIN},
                                    {.min = 0.75, .per = PER_WEEK},
                                    {.min = 0.123456789, .per = PER_HORIZON}};
static Tier one_box[] = {{.boxes = 1}}, two_tiers[] = {{.boxes = 20}, {.boxes = 5}};
static Demand demand[] = {{.code = "B1", .tiers = one_box, .n_tiers = 1},
                          {.code = "B2", .tiers = two_tiers, .n_tiers = 2}};
static Feeder feeders[] = {{.code = "NGB-AAA", .boxes_per_day = 8}};
static EquipmentAt at[] = {{.station = 0, .stock = 5, .lease_boxes = 4},
                           {.station = 1, .stock = 2, .end_min = 6}};
static Equipment equipment[] = {{.at = at, .n_at = 2}, {.n_at = 0}};
static RakeSets sets[] = {{.station = 0, .sets = 1}, {.station = 1, .sets = 2}};
static Rake rakes[] = {{.code = "CN", .sets = sets, .n_sets = 2, .turn_min = 90},
                       {.code = "EU", .n_sets = 0}};
static Balance balance[] = {
    {.name = "even", .trains.ratio = 0.5, .teu.ratio = 1, .per = PER_HORIZON},
    {.name = "weekly", .trains.ratio = 1, .teu.ratio = 0.25, .per = PER_WEEK}};
static CommittedTrain earlier_trains[] = {
    {.name = "X1@2026-12-02", .line = "A-B", .departs = 100, .frozen = true}};
static CommittedLeg earlier_leg[] = {{.train = 0, .departs = 100}};
static CommittedItinerary itineraries[] = {
    {.booking = "B1", .boxes = 1, .legs = earlier_leg, .n_legs = 1, .frozen = true},
    {.booking = "B2", .boxes = 10, .legs = earlier_leg, .n_legs = 1, .frozen = true}};

static Case whole_case(void) {
    return (Case){.stations = stations,
                  .n_stations = G_N_ELEMENTS(stations),
                  .containers = containers,
                  .n_containers = G_N_ELEMENTS(containers),
                  .cargo = cargo,
                  .n_cargo = G_N_ELEMENTS(cargo),
                  .slots = slots,
                  .n_slots = G_N_ELEMENTS(slots),
                  .lines = lines,
                  .n_lines = G_N_ELEMENTS(lines),
                  .trains = trains,
                  .n_trains = G_N_ELEMENTS(trains),
                  .load_factors = load_factors,
                  .n_load_factors = G_N_ELEMENTS(load_factors),
                  .demand = demand,
                  .n_demand = G_N_ELEMENTS(demand),
                  .feeders = feeders,
                  .n_feeders = G_N_ELEMENTS(feeders),
                  .equipment = equipment,
                  .n_equipment = G_N_ELEMENTS(equipment),
                  .rakes = rakes,
                  .n_rakes = G_N_ELEMENTS(rakes),
                  .balance = balance,
                  .n_balance = G_N_ELEMENTS(balance),
                  .commitments = {.earlier_trains = earlier_trains,
                                  .n_earlier_trains = G_N_ELEMENTS(earlier_trains),
                                  .earlier_itineraries = itineraries,
                                  .n_earlier_itineraries = G_N_ELEMENTS(itineraries)}};
}

/* ---- the table ---- */

/** The gaps of a text: bit i for {i}. */
static unsigned gaps_of(const char *text) {
    unsigned gaps = 0;
    for (const char *p = strchr(text, '{'); p != NULL; p = strchr(p + 1, '{')) {
        ck_assert_msg(g_ascii_isdigit(p[1]) && p[1] != '0' && p[2] == '}', "a gap in \"%s\"", text);
        gaps |= 1U << (p[1] - '0');
    }
    return gaps;
}

START_TEST(the_languages_leave_the_same_gaps) {
    for (TextKey key = 0; key < N_TEXTS; key++) {
        for (Lang lang = 0; lang < N_LANGS; lang++) {
            ck_assert_msg(text_get(lang, key) != NULL, "text %d is missing in language %d",
                          (int)key, (int)lang);
        }
        ck_assert_msg(gaps_of(text_get(LANG_EN, key)) == gaps_of(text_get(LANG_ZH, key)),
                      "\"%s\" and \"%s\" differ in their gaps", text_get(LANG_EN, key),
                      text_get(LANG_ZH, key));
    }
}
END_TEST

START_TEST(gaps_are_filled_in_any_order) {
    g_autofree char *english = TEXT_WITH(LANG_EN, TEXT_SETS_AT, "3", "YIW");
    g_autofree char *chinese = TEXT_WITH(LANG_ZH, TEXT_SETS_AT, "3", "YIW");
    ck_assert_str_eq(english, "3 at YIW");
    ck_assert_str_eq(chinese, "YIW 3 组");
}
END_TEST

START_TEST(numbers_have_the_digits_that_they_need) {
    static const struct {
        double number;
        const char *text;
    } numbers[] = {{0, "0"}, {3, "3"}, {0.1, "0.1"}, {0.123456789, "0.123456789"}};
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        g_autofree char *text = text_number(numbers[i].number);
        ck_assert_str_eq(text, numbers[i].text);
    }
}
END_TEST

/* ---- rules ---- */

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
};

START_TEST(every_kind_of_rule_is_said_in_both_languages) {
    const Case kase = whole_case();
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

/* ---- repairs ---- */

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
    char error[100];
    Pattern *made = pattern_new(text, &budget, error, sizeof error);
    ck_assert_ptr_nonnull(made);
    return made;
}

START_TEST(every_kind_of_repair_is_said_in_both_languages) {
    Case kase = whole_case();
    bool said[N_RULE_KINDS] = {[RULE_REGULAR] = true, [RULE_APART] = true}; /* never offered */
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
    Case kase = whole_case();
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
    Suite *suite = suite_create("words");
    TCase *tcase = tcase_create("words");
    tcase_add_test(tcase, the_languages_leave_the_same_gaps);
    tcase_add_test(tcase, gaps_are_filled_in_any_order);
    tcase_add_test(tcase, numbers_have_the_digits_that_they_need);
    tcase_add_test(tcase, every_kind_of_rule_is_said_in_both_languages);
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
