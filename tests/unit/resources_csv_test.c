/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "export/plan_writer.h"
#include "export/screen/screen.h"
#include "model/problem/equipment.h"
#include "tests/unit/case_fixture.h"
#include "tests/unit/temp_dir.h"

/* Twelve boxes of the carrier's go by lorry from NGB to YIW and by train to DUI; four empties and a
 * wagon set come back. 2026-11-30 is a Monday, day 0 of 27. */
static const char once[] =
    "banlie: 1\n"
    "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai, tail: 20d}\n";

static const char cyclic[] =
    "banlie: 1\n"
    "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai, tail: 20d, mode: cyclic}\n";

static const char rest[] =
    "currency: CNY\n"
    "stations:\n"
    "  NGB: {country: CN, zone: Asia/Shanghai}\n"
    "  YIW: {country: CN, zone: Asia/Shanghai, load: {cost: 300, cutoff: 6h}}\n"
    "  DUI: {country: DE, zone: Europe/Berlin, unload: {cost: 50, release: 2h}}\n"
    "slots:\n"
    "  - {id: OUT, from: YIW, to: DUI, departs: [Wed 08:00], runs: 10d, km: 10000, teu: 80,\n"
    "     rake: P, cost: {train: 1000, teu: 100, empty_teu: 40}}\n"
    "  - {id: BACK, from: DUI, to: YIW, departs: [Tue 10:00], runs: 9d, km: 10000, teu: 80,\n"
    "     rake: P, cost: {train: 1000, teu: 100, empty_teu: 40}, trains: 2}\n"
    "lines:\n"
    "  OUT: {route: [YIW, DUI], direction: outbound}\n"
    "  BACK: {route: [DUI, YIW], direction: return}\n"
    "feeders:\n"
    "  - {id: NGB-YIW, mode: road, from: NGB, to: YIW, takes: 9h, cost: 100, boxes_per_day: 60}\n"
    "equipment:\n"
    "  40HC: {stock: {NGB: 10, DUI: 6}, turn: {load: 1d, unload: 2d}, storage: {DUI: 4},\n"
    "         lease: {NGB: {cost: 900, boxes: 5}}}\n"
    "rakes:\n"
    "  P: {sets: {DUI: 2}, turn: 10h, reposition: [{from: DUI, to: YIW, takes: 1d, cost: 500}]}\n"
    "demand:\n"
    "  - {id: B1, from: NGB, to: DUI, boxes: 12, container: 40HC, tonnes: 10, revenue: 20000,\n"
    "     ready: 2026-11-30 08:00, due: 2026-12-30}\n";

static CaseFixture fixture;
static Plan *plan;
static char *dir;

static TrainId train_named(const char *name) {
    for (TrainId id = 0; id < fixture.problem->n_trains; id++) {
        if (strcmp(fixture.problem->trains[id].base_name, name) == 0) {
            return id;
        }
    }
    ck_abort_msg("no train %s", name);
    return NONE;
}

static FeederRunId feeder_run_at(const char *instant) {
    for (FeederRunId id = 0; id < fixture.problem->n_feeder_runs; id++) {
        if (fixture.problem->feeder_runs[id].departs == minute_at(instant)) {
            return id;
        }
    }
    ck_abort_msg("no feeder at %s", instant);
    return NONE;
}

static double *prices(size_t count) {
    double *all = calloc(count + 1, sizeof *all);
    ck_assert_ptr_nonnull(all);
    return all;
}

/** A plan with both trains and prices of 0. */
static Plan *plan_new(void) {
    const Problem *problem = fixture.problem;
    Plan *made = calloc(1, sizeof *made);
    ck_assert_ptr_nonnull(made);
    made->runs = calloc((size_t)problem->n_trains + 1, sizeof *made->runs);
    made->repositions = calloc((size_t)problem_n_repositions(problem) + 1, sizeof(int));
    made->allocations = calloc(2, sizeof *made->allocations);
    made->rides = calloc(2, sizeof *made->rides);
    ck_assert(made->runs != NULL && made->repositions != NULL);
    ck_assert(made->allocations != NULL && made->rides != NULL);
    made->runs[train_named("OUT@2026-12-02")] = true;
    made->runs[train_named("BACK@2026-12-01")] = true;
    made->prices = (Prices){.leg_teu = prices((size_t)problem->n_legs),
                            .leg_tonne = prices((size_t)problem->n_legs),
                            .lift = prices((size_t)problem->n_station_days),
                            .feeder = prices((size_t)problem->n_feeder_days),
                            .stock = prices(stock_index(problem, 1, 0, 0)),
                            .slot_run = prices((size_t)problem->n_runs),
                            .floor_price = prices((size_t)problem->n_bookings),
                            .opportunity = prices((size_t)problem->n_bookings)};
    return made;
}

static void allocate(BookingId flow, int boxes, Ride ride) {
    plan->rides[plan->n_rides] = ride;
    plan->allocations[plan->n_allocations++] =
        (Allocation){.booking = flow, .boxes = boxes, .first_ride = plan->n_rides++, .n_rides = 1};
}

static void begin(const char *horizon) {
    fixture = case_fixture_new(horizon, rest);
    ck_assert_int_eq(findings_errors(fixture.findings), 0);
    plan = plan_new();
}

/** The plan of the comment above. */
static void begin_once(void) {
    begin(once);
    const Problem *problem = fixture.problem;
    const LegId out = problem->trains[train_named("OUT@2026-12-02")].first_leg;
    const LegId back = problem->trains[train_named("BACK@2026-12-01")].first_leg;
    allocate(0, 12, (Ride){out, out, feeder_run_at("2026-11-30T08:00+08:00"), NONE});
    allocate(problem->n_bookings, 4, (Ride){back, back, NONE, NONE});
    plan->repositions[problem_reposition(problem, 0, 0, 0)] = 1;
}

static void set_up(void) {
    dir = temp_dir_make();
}

static void tear_down(void) {
    plan_free(plan);
    case_fixture_free(&fixture);
    temp_dir_remove(dir);
}

static PlanView *view_new(void) {
    PlanView *view = plan_view_new(fixture.problem, plan, false);
    ck_assert_ptr_nonnull(view);
    return view;
}

static void write_folder(void) {
    const RunInfo run = {.version = "0.1.0"};
    char error[128] = "";
    PlanView *view = view_new();
    ck_assert_int_eq(
        plan_folder_write(view, &run, &(TableForm){.bom = false}, dir, error, sizeof error),
        OUTCOME_DONE);
    plan_view_free(view);
}

static void expect_bytes(const char *name, const char *bytes) {
    char *text = temp_dir_read(dir, name);
    ck_assert_ptr_nonnull(text);
    ck_assert_str_eq(text, bytes);
    g_free(text);
}

static void expect_part(const char *name, const char *part) {
    char *text = temp_dir_read(dir, name);
    ck_assert_ptr_nonnull(text);
    ck_assert_msg(strstr(text, part) != NULL, "%s lacks %s\n%s", name, part, text);
    g_free(text);
}

START_TEST(a_feeder_leg_has_its_mode_and_its_own_cost) {
    // On the train: 12 · (300 + 2 · 100 + 50).
    begin_once();
    write_folder();
    expect_bytes("legs.csv",
                 "booking,itinerary,seq,mode,train_or_feeder,slot,from,to,departs,arrives,boxes,"
                 "teu,tonnes,cost,customer,remark\r\n"
                 "B1,1,1,road,NGB-YIW,,NGB,YIW,2026-11-30T08:00+08:00,2026-11-30T17:00+08:00,12,"
                 "24,166.8,1200.00,,\r\n"
                 "B1,1,2,train,OUT@2026-12-02,OUT@2026-12-02,YIW,DUI,2026-12-02T08:00+08:00,"
                 "2026-12-12T01:00+01:00,12,24,166.8,6600.00,,\r\n");
}
END_TEST

START_TEST(an_itinerary_goes_from_the_feeders_origin_and_empties_are_none) {
    begin_once();
    write_folder();
    expect_bytes("allocations.csv",
                 "booking,itinerary,boxes,from,to,departs,arrives,transit_hours,late_hours,"
                 "revenue,cost,margin,trains,container,cargo,customer,remark,taken,returned\r\n"
                 "B1,1,12,NGB,DUI,2026-11-30T08:00+08:00,2026-12-12T01:00+01:00,288,0,240000.00,"
                 "7800.00,232200.00,OUT@2026-12-02,40HC,general,,,2026-11-29,2026-12-14\r\n");
}
END_TEST

START_TEST(empties_have_a_file_of_their_own) {
    begin_once();
    write_folder();
    expect_bytes("empties.csv", "container,move,seq,mode,train_or_feeder,from,to,departs,arrives,"
                                "boxes,cost\r\n"
                                "40HC,1,1,train,BACK@2026-12-01,DUI,YIW,2026-12-01T10:00+01:00,"
                                "2026-12-10T17:00+08:00,4,320.00\r\n");
}
END_TEST

START_TEST(stock_is_counted_day_by_day_where_boxes_are_or_move) {
    begin_once();
    plan->prices.stock[stock_index(fixture.problem, 0, station_named(fixture.kase, "DUI"), 1)] =
        -2.5;
    write_folder();
    expect_part("equipment.csv", "container,station,day,stock,taken,returned,empties_in,"
                                 "empties_out,leased,price\r\n"
                                 "40HC,NGB,2026-11-30,0,12,0,0,0,2,0.000000\r\n");
    expect_part("equipment.csv", "40HC,YIW,2026-12-09,0,0,0,0,0,0,0.000000\r\n"
                                 "40HC,YIW,2026-12-10,4,0,0,4,0,0,0.000000\r\n");
    expect_part("equipment.csv", "40HC,DUI,2026-11-30,6,0,0,0,0,0,0.000000\r\n"
                                 "40HC,DUI,2026-12-01,2,0,0,0,4,0,-2.500000\r\n");
    expect_part("equipment.csv", "40HC,DUI,2026-12-13,2,0,0,0,0,0,0.000000\r\n"
                                 "40HC,DUI,2026-12-14,14,0,12,0,0,0,0.000000\r\n");
    expect_part("equipment.csv", "40HC,DUI,2026-12-26,14,0,0,0,0,0,0.000000\r\n");
}
END_TEST

START_TEST(wagon_sets_have_a_row_when_they_leave_and_when_they_are_free) {
    begin_once();
    write_folder();
    expect_bytes("rakes.csv", "pool,station,at,train,change,sets\r\n"
                              "P,YIW,2026-12-01T00:00+08:00,reposition DUI-YIW@2026-11-30,1,1\r\n"
                              "P,YIW,2026-12-02T08:00+08:00,OUT@2026-12-02,-1,0\r\n"
                              "P,YIW,2026-12-11T03:00+08:00,BACK@2026-12-01,1,1\r\n"
                              "P,DUI,2026-11-29T17:00+01:00,reposition DUI-YIW@2026-11-30,-1,1\r\n"
                              "P,DUI,2026-12-01T10:00+01:00,BACK@2026-12-01,-1,0\r\n"
                              "P,DUI,2026-12-12T11:00+01:00,OUT@2026-12-02,1,1\r\n");
}
END_TEST

START_TEST(slot_runs_that_candidates_use_are_listed_with_their_price) {
    begin_once();
    const Problem *problem = fixture.problem;
    plan->prices.slot_run[problem->train_runs[problem->trains[0].first_run]] = 12.25;
    write_folder();
    expect_bytes("slots.csv", "slot,departs,trains,trains_limit,price\r\n"
                              "OUT@2026-12-02,2026-12-02T08:00+08:00,1,1,12.250000\r\n"
                              "BACK@2026-12-01,2026-12-01T10:00+01:00,1,2,0.000000\r\n");
}
END_TEST

START_TEST(a_relaxation_that_was_not_solved_leaves_slot_runs_without_price) {
    begin_once();
    free(plan->prices.slot_run);
    plan->prices.slot_run = NULL;
    write_folder();
    expect_part("slots.csv", "OUT@2026-12-02,2026-12-02T08:00+08:00,1,1,\r\n");
}
END_TEST

START_TEST(a_feeder_day_is_listed_where_it_has_boxes_or_a_price) {
    begin_once();
    const FeederRunId later = feeder_run_at("2026-12-03T00:00+08:00");
    plan->prices.feeder[fixture.problem->feeder_runs[later].day] = 7.5;
    write_folder();
    expect_bytes("feeders.csv", "feeder,day,boxes,boxes_limit,price\r\n"
                                "NGB-YIW,2026-11-30,12,60,0.000000\r\n"
                                "NGB-YIW,2026-12-03,0,60,7.500000\r\n");
}
END_TEST

START_TEST(the_summary_has_the_cost_of_every_resource) {
    // Storage at DUI: 4 · (6 + 13 days · 2 + 13 days · 14).
    begin_once();
    write_folder();
    expect_part("summary.json", "\"feeder\": 1200.0,");
    expect_part("summary.json", "\"empty\": 320.0,\n      \"lease\": 1800.0,\n"
                                "      \"storage\": 856.0,\n      \"end_value\": 0.0,\n"
                                "      \"reposition\": 500.0,\n      \"balance\": 0.0,\n"
                                "      \"moved\": 0.0\n");
    expect_part("summary.json", "\"empty_teu\": {\n      \"outbound\": 0.0,\n"
                                "      \"return\": 8.0\n    }");
    expect_part("summary.json", "\"loaded_ratio\": {\n      \"all\": 0.75,\n"
                                "      \"outbound\": 1.0,\n      \"return\": 0.0\n    }");
    expect_part("summary.json", "\"feeder_boxes\": 12,\n    \"equipment\": 1,\n"
                                "    \"empty_moves\": 1,\n    \"empty_boxes\": 4,\n"
                                "    \"leased_boxes\": 2,\n    \"rakes\": 1,\n"
                                "    \"repositions\": 1,");
    expect_part("summary.json", "\"itineraries\": 1,");
}
END_TEST

START_TEST(the_screen_has_a_line_for_each_resource_in_use) {
    static const char *const lines[N_LANGS][4] = {
        {"12 boxes carried for 1 200 CNY", "4 boxes (8.0 TEU) moved for 320 CNY",
         "2 leased for 1 800 CNY, storage 856 CNY", "1 moved without a train for 500 CNY"},
        {"承运 12 箱，费用 1 200 CNY", "调运 4 箱（8.0 TEU），费用 320 CNY",
         "租箱 2 个，租金 1 800 CNY；堆存费 856 CNY", "回送 1 组，费用 500 CNY"}};
    begin_once();
    for (Lang lang = LANG_EN; lang < N_LANGS; lang++) {
        PlanView *view = view_new();
        char *text = screen_text(view, &(ScreenOptions){.lang = lang, .where = "plan"});
        for (int i = 0; i < 4; i++) {
            ck_assert_msg(strstr(text, lines[lang][i]) != NULL, "no %s in\n%s", lines[lang][i],
                          text);
        }
        g_free(text);
        plan_view_free(view);
    }
}
END_TEST

START_TEST(resources_that_are_not_used_are_not_on_the_screen) {
    begin(once);
    plan->repositions[0] = 0;
    PlanView *view = view_new();
    char *text = screen_text(view, &(ScreenOptions){.lang = LANG_EN, .where = "plan"});
    ck_assert_ptr_null(strstr(text, "Feeders"));
    ck_assert_ptr_null(strstr(text, "Empties"));
    ck_assert_ptr_null(strstr(text, "Wagon sets"));
    ck_assert_ptr_null(strstr(text, "    leases"));
    g_free(text);
    plan_view_free(view);
}
END_TEST

/** The leg of OUT one period later. */
static LegId repeated_leg(void) {
    for (LegId id = fixture.problem->n_base_legs; id < fixture.problem->n_legs; id++) {
        const Leg *leg = &fixture.problem->legs[id];
        if (leg->shift == 1 && leg->train == train_named("OUT@2026-12-02")) {
            return id;
        }
    }
    ck_abort_msg("the leg is not repeated");
    return NONE;
}

START_TEST(a_repeated_leg_is_named_by_its_own_dates) {
    begin(cyclic);
    const LegId leg = repeated_leg();
    allocate(0, 12, (Ride){leg, leg, feeder_run_at("2026-12-03T00:00+08:00"), NONE});
    write_folder();
    expect_part("legs.csv", "B1,1,2,train,OUT@2026-12-09,OUT@2026-12-09,YIW,DUI,"
                            "2026-12-09T08:00+08:00,2026-12-19T01:00+01:00,12,24,166.8,");
    expect_part("trains.csv", "\r\nOUT@2026-12-02,OUT,outbound,0,true,");
    expect_bytes("slots.csv", "slot,departs,trains,trains_limit,price\r\n"
                              "OUT@2026-12-02,2026-12-02T08:00+08:00,1,1,0.000000\r\n"
                              "BACK@2026-12-01,2026-12-01T10:00+01:00,1,2,0.000000\r\n");
}
END_TEST

START_TEST(wagon_sets_of_a_cyclic_plan_are_counted_within_the_period) {
    begin(cyclic);
    write_folder();
    expect_bytes("rakes.csv", "pool,station,at,train,change,sets\r\n"
                              "P,YIW,2026-12-02T08:00+08:00,OUT@2026-12-02,-1,0\r\n"
                              "P,YIW,2026-12-04T03:00+08:00,BACK@2026-12-01,1,1\r\n"
                              "P,DUI,2026-12-01T10:00+01:00,BACK@2026-12-01,-1,0\r\n"
                              "P,DUI,2026-12-05T11:00+01:00,OUT@2026-12-02,1,1\r\n");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("resources");
    TCase *tests = tcase_create("resources");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_feeder_leg_has_its_mode_and_its_own_cost);
    tcase_add_test(tests, an_itinerary_goes_from_the_feeders_origin_and_empties_are_none);
    tcase_add_test(tests, empties_have_a_file_of_their_own);
    tcase_add_test(tests, stock_is_counted_day_by_day_where_boxes_are_or_move);
    tcase_add_test(tests, wagon_sets_have_a_row_when_they_leave_and_when_they_are_free);
    tcase_add_test(tests, slot_runs_that_candidates_use_are_listed_with_their_price);
    tcase_add_test(tests, a_relaxation_that_was_not_solved_leaves_slot_runs_without_price);
    tcase_add_test(tests, a_feeder_day_is_listed_where_it_has_boxes_or_a_price);
    tcase_add_test(tests, the_summary_has_the_cost_of_every_resource);
    tcase_add_test(tests, the_screen_has_a_line_for_each_resource_in_use);
    tcase_add_test(tests, resources_that_are_not_used_are_not_on_the_screen);
    tcase_add_test(tests, a_repeated_leg_is_named_by_its_own_dates);
    tcase_add_test(tests, wagon_sets_of_a_cyclic_plan_are_counted_within_the_period);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
