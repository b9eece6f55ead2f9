/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solver/conflict/hardest.h"

#include <check.h>
#include <glib.h>
#include <math.h>

#include "model/formulation_build.h"
#include "solver/lp/backends.h"
#include "tests/unit/case_fixture.h"

/* A train out costs 1000, one back 500; a box of 2 TEU pays 100 and costs 300 on its way, so a TEU
 * loses 100: what each rule asks for can be counted by hand. */
static const char *const HEAD =
    "banlie: 1\n"
    "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai}\n"
    "stations:\n"
    "  YIW: {country: CN, zone: Asia/Shanghai}\n"
    "  DUI: {country: DE, zone: Europe/Berlin}\n"
    "slots:\n"
    "  - {id: S, from: YIW, to: DUI, departs: [Tue 04:30, Thu 04:30], runs: 10d, km: 10000, teu: "
    "100, cost: {train: 1000, teu: 150}}\n"
    "  - {id: R, from: DUI, to: YIW, departs: [Tue 04:30, Thu 04:30], runs: 10d, km: 10000, teu: "
    "100, cost: {train: 500, teu: 150}}\n"
    "demand:\n"
    "  - {id: B, from: YIW, to: DUI, boxes: 60, container: 40HC, ready: 2026-11-30, due: "
    "2026-12-31, revenue: 100}\n"
    "  - {id: C, from: DUI, to: YIW, boxes: 60, container: 40HC, ready: 2026-11-30, due: "
    "2026-12-31, revenue: 100}\n";

typedef struct {
    const char *tail;
    RuleKind kind;
    int detail;
    double price;
} Asked;

static const char OUT_AND_BACK[] =
    "lines:\n"
    "  OUT: {direction: outbound, route: [YIW, DUI], trains_per_week: {min: 1}}\n"
    "  BACK: {direction: return, route: [DUI, YIW]}\n";

static const Asked ASKED[] = {
    {"lines: {OUT: {route: [YIW, DUI], trains_per_week: {min: 2}}}", RULE_LINE_MIN, -1, 1000},
    {"lines: {OUT: {}}\ntrains: [{id: X, line: OUT, slots: [S], departs: [Tue]}]", RULE_ALWAYS, -1,
     1000},
    /* Half of a train of 100 TEU, whose line has to run one: each TEU of it loses 100, and with
     * less to load the minimum is the dearer by itself. */
    {"lines: {OUT: {route: [YIW, DUI], trains_per_week: {min: 1}}}\n"
     "load_factors: [{lines: OUT, min: 0.5}]",
     RULE_LOAD_FACTOR, 0, 100},
    {"balance: [{name: even, outbound: OUT, return: BACK, trains: {ratio: 1}}]", RULE_BALANCE,
     BALANCE_OF_TRAINS, 500},
    {"load_factors: [{lines: OUT, min: 0.5}]\n"
     "balance: [{name: even, outbound: OUT, return: BACK, teu: {ratio: 1}}]",
     RULE_BALANCE, BALANCE_OF_TEU, 105}, /* and 5 for its part of a train back, 500 for 100 TEU */
    {"lines: {OUT: {route: [YIW, DUI]}}\n"
     "equipment: {40HC: {stock: {YIW: 0}, lease: {YIW: {cost: 70, boxes: 9}}, end_min: {YIW: 4}}}",
     RULE_END_MIN, 0, 70},
};

/** The rules of a relaxation that is solved. */
static Hardest hardest_of(const CaseFixture *fixture) {
    Hardest hardest = {0};
    const SolveOptions options = {.gap = 0.01, .hardest = &hardest};
    const Clock clock = clock_start(60, NULL);
    const StageContext context = {.problem = fixture->problem,
                                  .options = &options,
                                  .backend = backend_find(NULL),
                                  .clock = &clock};
    Stage stage;
    ck_assert_int_eq(stage_init(&stage, &context, &AIM_MARGIN, NULL), OUTCOME_DONE);
    hardest = hardest_rules(&stage);
    ck_assert(!hardest.solved); /* nothing is known before */
    ck_assert_int_eq(stage_relax(&stage), OUTCOME_DONE);
    hardest = hardest_rules(&stage);
    stage_clear(&stage);
    return hardest;
}

START_TEST(the_price_of_a_rule_is_what_one_less_of_it_gains) {
    const Asked *asked = &ASKED[_i];
    g_autofree char *tail =
        g_strconcat(strstr(asked->tail, "lines: {OUT") == asked->tail ? "" : OUT_AND_BACK,
                    asked->tail, "\n", NULL);
    CaseFixture fixture = case_fixture_new(HEAD, tail);
    ck_assert_int_eq(findings_errors(fixture.findings), 0);
    const Hardest hardest = hardest_of(&fixture);
    bool found = false;
    ck_assert(hardest.solved && hardest.in_money);
    for (int i = 0; i < hardest.count; i++) {
        const HardRule *hard = &hardest.items[i];
        if (hard->rule.kind == asked->kind && hard->rule.detail == asked->detail) {
            ck_assert_double_eq_tol(hard->price, asked->price, 1e-3);
            found = true;
        }
    }
    ck_assert_msg(found, "of %d rules none is the one asked for", hardest.count);
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(a_box_that_loses_much_is_harder_than_a_train_that_loses_little) {
    CaseFixture fixture = case_fixture_new(
        HEAD, "  - {id: M, from: YIW, to: DUI, boxes: 5, container: 40HC, ready: 2026-11-30, due: "
              "2026-12-31, revenue: 10, must: true}\n"
              "lines: {OUT: {route: [YIW, DUI], trains_per_week: {min: 2}}}\n");
    const Hardest hardest = hardest_of(&fixture);
    ck_assert_int_eq(hardest.count, 2);
    /* 290 a box against 1000 a train, which is worth twenty boxes */
    ck_assert_int_eq(hardest.items[0].rule.kind, RULE_MUST);
    ck_assert_double_eq_tol(hardest.items[0].price, 290, 1e-3);
    ck_assert_int_eq(hardest.items[1].rule.kind, RULE_LINE_MIN);
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(what_costs_nothing_is_not_hard) {
    CaseFixture fixture =
        case_fixture_new(HEAD, "lines: {OUT: {route: [YIW, DUI], trains_per_week: {max: 1}}}\n");
    const Hardest hardest = hardest_of(&fixture);
    ck_assert(hardest.solved);
    ck_assert_int_eq(hardest.count, 0);
    case_fixture_free(&fixture);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("hardest");
    TCase *cases = tcase_create("rules");
    tcase_add_loop_test(cases, the_price_of_a_rule_is_what_one_less_of_it_gains, 0,
                        G_N_ELEMENTS(ASKED));
    tcase_add_test(cases, a_box_that_loses_much_is_harder_than_a_train_that_loses_little);
    tcase_add_test(cases, what_costs_nothing_is_not_hard);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
