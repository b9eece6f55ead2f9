/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <errno.h>
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "export/plan_writer.h"
#include "tests/unit/fixture.h"
#include "tests/unit/temp_dir.h"

/* Figures: see the hand calculation in kpi_test.c. */

static const RunInfo RUN = {.version = "0.1.0", .seconds = 1.25, .peak_memory_bytes = 1048576};

static Fixture *fixture;
static char *dir;

static void set_up(void) {
    fixture = fixture_new();
    dir = temp_dir_make();
}

static void tear_down(void) {
    temp_dir_remove(dir);
    fixture_free(fixture);
}

/* What bookings.csv says beside boxes and prices. */
#define B1_TERMS(parts)                                                                            \
    "YIW,DUI,40HC,general,20000.00,1970-01-01T08:00+08:00,2026-12-13T23:59+01:00," parts           \
    ",'=ACME,\"义乌, urgent\",0"
#define B2_TERMS(parts)                                                                            \
    "DUI,YIW,40HC,general,9000.00;6000.00,1970-01-01T01:00+01:00,2027-01-03T06:59+08:00," parts    \
    ",,,0"
#define B3_TERMS(parts)                                                                            \
    "MAL,YIW,40HC,general,7000.00,1970-01-01T01:00+01:00,2027-01-03T06:59+08:00," parts ",,,0"

static void write_folder(bool bom, bool show_all) {
    char error[128] = "";
    PlanView *view = plan_view_new(fixture_problem(fixture), fixture_plan(fixture), show_all);
    ck_assert_ptr_nonnull(view);
    ck_assert_int_eq(
        plan_folder_write(view, &RUN, &(TableForm){.bom = bom}, dir, error, sizeof error),
        OUTCOME_DONE);
    ck_assert_str_eq(error, "");
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

START_TEST(trains_that_run_have_a_row) {
    write_folder(false, false);
    expect_bytes(
        "trains.csv",
        "train,line,direction,week,runs,departs,arrives,transit_hours,slots,offered_teu_km,"
        "loaded_teu_km,load_factor,loaded_boxes,empty_boxes,cost,revenue,margin,"
        "line_en,line_zh,origin,destination\r\n"
        "YIW-DUI@2026-12-01,YIW-DUI,outbound,0,true,2026-12-01T04:30+08:00,"
        "2026-12-12T23:30+01:00,290,CN-8020@2026-12-01;EU-41@2026-12-05,892000.0,448000.0,"
        "0.502242,26,0,68234.40,448000.00,379765.60,Yiwu–Duisburg,义乌—杜伊斯堡,YIW,DUI\r\n"
        "ALA-DUI@2026-12-06,ALA-DUI,outbound,0,true,2026-12-06T00:30+08:00,"
        "2026-12-13T05:30+01:00,180,EU-43@2026-12-06,480000.0,72000.0,0.150000,6,0,31811.60,"
        "72000.00,40188.40,,,ALA,DUI\r\n"
        "DUI-YIW@2026-12-03,DUI-YIW,return,0,true,2026-12-03T10:00+01:00,"
        "2026-12-15T17:00+08:00,288,W-1@2026-12-03,1000000.0,140000.0,0.140000,14,0,38820.00,"
        "114000.00,75180.00,,,DUI,YIW\r\n");
}
END_TEST

START_TEST(candidates_that_do_not_run_are_listed_on_demand) {
    write_folder(false, true);
    expect_part("trains.csv",
                "\r\nYIW-DUI@2026-12-01.2,YIW-DUI,outbound,0,false,2026-12-01T04:30+08:00,"
                "2026-12-13T05:30+01:00,296,CN-8020@2026-12-01;EU-43@2026-12-06,880000.0,0.0,"
                "0.000000,0,0,0.00,0.00,0.00,Yiwu–Duisburg,义乌—杜伊斯堡,YIW,DUI\r\n");
}
END_TEST

START_TEST(a_train_that_runs_has_the_plain_name_whatever_its_departures) {
    bool *runs = fixture_plan(fixture)->runs;
    runs[0] = false;
    runs[1] = true;
    TrainNames *names = train_names_new(fixture_problem(fixture), runs);
    ck_assert_str_eq(train_name(names, 1), "YIW-DUI@2026-12-01");
    ck_assert_str_eq(train_name(names, 0), "YIW-DUI@2026-12-01.2");
    train_names_free(names);
}
END_TEST

START_TEST(the_timetable_has_each_served_station_in_local_and_beijing_time) {
    write_folder(false, false);
    expect_part("timetable.csv",
                "train,seq,station,station_en,station_zh,country,arrives,departs,arrives_beijing,"
                "departs_beijing,dwell_hours,day,slot,km,gauge_break\r\n"
                "YIW-DUI@2026-12-01,1,YIW,Yiwu West,义乌西,CN,,2026-12-01T04:30+08:00,,"
                "2026-12-01T04:30+08:00,,D+0,CN-8020@2026-12-01,0,false\r\n"
                "YIW-DUI@2026-12-01,2,ALA,Alashankou–Dostyk,阿拉山口,CN,2026-12-04T18:30+08:00,"
                "2026-12-05T06:30+08:00,2026-12-04T18:30+08:00,2026-12-05T06:30+08:00,12,D+3,"
                "EU-41@2026-12-05,4000,true\r\n"
                "YIW-DUI@2026-12-01,3,DUI,Duisburg,杜伊斯堡,DE,2026-12-12T23:30+01:00,,"
                "2026-12-13T06:30+08:00,,,D+11,,10000,false\r\n");
    expect_part("timetable.csv",
                "ALA-DUI@2026-12-06,2,MAL,\"'=Malaszewicze, \"\"PL\"\"\",,PL,"
                "2026-12-10T17:30+01:00,2026-12-10T23:30+01:00,2026-12-11T00:30+08:00,"
                "2026-12-11T06:30+08:00,6,D+4,EU-43@2026-12-06,4500,false\r\n");
}
END_TEST

START_TEST(allocations_number_the_itineraries_of_a_booking) {
    write_folder(false, false);
    expect_bytes("allocations.csv",
                 "booking,itinerary,boxes,from,to,departs,arrives,transit_hours,late_hours,"
                 "revenue,cost,margin,trains,container,cargo,customer,remark,taken,returned\r\n"
                 "B1,1,20,YIW,DUI,2026-12-01T04:30+08:00,2026-12-12T23:30+01:00,290,0,400000.00,"
                 "22800.00,377200.00,YIW-DUI@2026-12-01,40HC,general,'=ACME,\"义乌, urgent\",,\r\n"
                 "B1,2,6,YIW,DUI,2026-12-01T04:30+08:00,2026-12-13T05:30+01:00,296,5.52,"
                 "120000.00,11946.00,108054.00,YIW-DUI@2026-12-01;ALA-DUI@2026-12-06,40HC,general,'"
                 "=ACME,\"义乌, urgent\",,\r\n"
                 "B2,1,10,DUI,YIW,2026-12-03T10:00+01:00,2026-12-15T17:00+08:00,288,0,90000.00,"
                 "6300.00,83700.00,DUI-YIW@2026-12-03,40HC,general,,,,\r\n"
                 "B2,2,4,DUI,YIW,2026-12-03T10:00+01:00,2026-12-15T17:00+08:00,288,0,24000.00,"
                 "2520.00,21480.00,DUI-YIW@2026-12-03,40HC,general,,,,\r\n");
}
END_TEST

START_TEST(the_legs_of_an_itinerary_add_up_to_its_cost) {
    // 1440 + 1800 to load; 1890 + 3000 to change; 630 + 1200 to unload + 1986 late: 11 946.
    write_folder(false, false);
    expect_part("legs.csv",
                "booking,itinerary,seq,mode,train_or_feeder,slot,from,to,departs,arrives,boxes,"
                "teu,tonnes,cost,customer,remark\r\n");
    expect_part("legs.csv", "B1,2,1,train,YIW-DUI@2026-12-01,CN-8020@2026-12-01,YIW,ALA,"
                            "2026-12-01T04:30+08:00,2026-12-04T18:30+08:00,6,12,143.4,3240.00,'="
                            "ACME,\"义乌, urgent\"\r\n"
                            "B1,2,2,train,ALA-DUI@2026-12-06,EU-43@2026-12-06,ALA,MAL,"
                            "2026-12-06T00:30+08:00,2026-12-10T17:30+01:00,6,12,143.4,4890.00,'="
                            "ACME,\"义乌, urgent\"\r\n"
                            "B1,2,3,train,ALA-DUI@2026-12-06,EU-43@2026-12-06,MAL,DUI,"
                            "2026-12-10T23:30+01:00,2026-12-13T05:30+01:00,6,12,143.4,3816.00,'="
                            "ACME,\"义乌, urgent\"\r\n");
}
END_TEST

START_TEST(bookings_say_why_boxes_stay_behind) {
    write_folder(false, false);
    expect_bytes("bookings.csv",
                 "booking,boxes,carried,unserved,reason,floor_price,opportunity_cost,from,to,"
                 "container,cargo,revenue,ready,due,parts,customer,remark,carried_before\r\n"
                 "B1,30,26,4,no_room,4000.000000,1000.000000," B1_TERMS(
                     "2") "\r\n"
                          "B2,20,14,6,below_floor_price,7000.000000,200.500000," B2_TERMS(
                              "2") "\r\n"
                                   "B3,5,0,5,no_itinerary,,," B3_TERMS("0") "\r\n");
}
END_TEST

START_TEST(a_booking_that_only_idle_trains_could_carry_finds_no_room) {
    fixture_plan(fixture)->n_allocations = 0;
    fixture_plan(fixture)->prices.floor_price[0] = (double)INFINITY;
    fixture_plan(fixture)->prices.opportunity[0] = (double)INFINITY;
    write_folder(false, false);
    expect_part("bookings.csv", "B1,30,0,30,no_room,,," B1_TERMS("0") "\r\n");
    expect_part("bookings.csv", "B3,5,0,5,no_itinerary,,," B3_TERMS("0") "\r\n");
}
END_TEST

START_TEST(balance_has_a_row_a_rule_and_period) {
    write_folder(false, false);
    expect_bytes("balance.csv",
                 "rule,period,outbound_trains,return_trains,train_ratio,outbound_teu,return_teu,"
                 "teu_ratio,short_trains,short_teu,penalty\r\n"
                 "Yiwu,horizon,2,1,0.500000,56.8,14,0.246479,0.6,20.08,21464.00\r\n");
}
END_TEST

START_TEST(a_side_that_a_balance_rule_does_not_give_stays_empty) {
    fixture_case(fixture)->balance[0].trains.given = false;
    fixture_case(fixture)->balance[0].per = PER_WEEK;
    write_folder(false, false);
    expect_part("balance.csv", "\r\nYiwu,0,2,1,,56.8,14,0.246479,,20.08,16064.00\r\n"
                               "Yiwu,1,0,0,,0,0,,,0,0.00\r\n");
}
END_TEST

START_TEST(capacity_and_stations_show_use_limits_and_prices) {
    write_folder(false, false);
    expect_part("capacity.csv",
                "train,leg,slot,from,to,offered_teu,loaded_teu,empty_teu,tonnes,limit_tonnes,"
                "price_per_teu,price_per_tonne\r\n"
                "YIW-DUI@2026-12-01,1,CN-8020@2026-12-01,YIW,ALA,100,52,0,621.4,2400,75.250000,"
                "0.000000\r\n"
                "YIW-DUI@2026-12-01,2,EU-41@2026-12-05,ALA,DUI,82,40,0,478,,0.000000,"
                "0.000000\r\n"
                "ALA-DUI@2026-12-06,1,EU-43@2026-12-06,ALA,MAL,80,12,0,143.4,1500,0.000000,"
                "2.500000\r\n");
    expect_bytes("stations.csv", "station,day,lifts,lifts_limit,lift_price,trains,trains_limit\r\n"
                                 "YIW,2026-12-01,26,1200,0.000000,1,8\r\n"
                                 "YIW,2026-12-15,14,1200,0.000000,1,8\r\n"
                                 "ALA,2026-12-04,6,60,33.333333,1,\r\n"
                                 "ALA,2026-12-05,20,60,0.000000,0,\r\n"
                                 "ALA,2026-12-06,6,60,0.000000,1,\r\n"
                                 "MAL,2026-12-10,0,,0.000000,1,\r\n"
                                 "DUI,2026-12-03,14,,0.000000,1,\r\n"
                                 "DUI,2026-12-12,20,,0.000000,1,\r\n"
                                 "DUI,2026-12-13,6,,0.000000,1,\r\n");
}
END_TEST

START_TEST(the_summary_states_values_figures_and_counts) {
    write_folder(true, false);
    expect_part("summary.json", "{\n  \"case\": \"Yiwu, week 49 义乌\",\n  \"scenario\": null,\n"
                                "  \"digest\": null,\n  \"cancelled\": [],\n"
                                "  \"horizon\": {\n    \"start\": \"2026-11-30\",\n"
                                "    \"weeks\": 2,\n    \"zone\": \"Asia/Shanghai\",\n"
                                "    \"tail_days\": 0.0,\n    \"mode\": \"once\"\n  },\n"
                                "  \"status\": \"gap\",\n  \"objective\": 467170.0,\n"
                                "  \"bound\": 470000.000001,\n  \"relaxation\": 471000.5,\n"
                                "  \"gap\": 0.006058,\n  \"priced_value\": 0.0,\n"
                                "  \"kpi\": {\n    \"revenue\": 634000.0,\n"
                                "    \"cost\": 166830.0,\n    \"margin\": 467170.0,\n"
                                "    \"cost_parts\": {\n      \"train\": 95300.0,\n");
    expect_part("summary.json", "\"load_factor\": {\n      \"all\": 0.278246,\n"
                                "      \"outbound\": 0.379009,\n      \"return\": 0.14\n    }");
    expect_part("summary.json", "\"equivalent_trains\": {\n      \"outbound\": 0.692683,\n"
                                "      \"return\": 0.170732\n    }");
    expect_part("summary.json", "\"transit_hours\": {\n      \"mean\": 290.2,\n"
                                "      \"p90\": 296.0\n    },\n    \"lifts\": 112\n  }");
    expect_part("summary.json", "\"train_candidates\": 4,\n    \"trains_run\": 3,\n"
                                "    \"legs\": 8,\n    \"bookings\": 3,\n    \"boxes\": 55,\n"
                                "    \"itineraries\": 4,\n    \"columns\": 40,\n"
                                "    \"rounds\": 7,\n    \"nodes\": 3\n  }");
    expect_part("summary.json", "\"peak_memory_bytes\": 1048576,\n    \"iterations\": 7,\n"
                                "    \"repeatable\": true\n  }\n}\n");
    expect_part("trains.csv", "\xEF\xBB\xBFtrain,");
}
END_TEST

START_TEST(prices_have_all_digits_and_the_names_of_model_files) {
    Prices *prices = &fixture_plan(fixture)->prices;
    const RowPrice rows[] = {
        {.row = {.group = ROW_TEU, .subject = 1, .detail = NONE}, .price = 1.0 / 3},
        {.row = {.group = ROW_DEMAND, .subject = 2, .detail = NONE}, .price = -0.00001},
        {.row = {.group = ROW_DEMAND, .subject = 0, .detail = NONE}, .price = 12000}};
    prices->n_rows = G_N_ELEMENTS(rows);
    prices->rows = calloc(G_N_ELEMENTS(rows), sizeof *rows);
    ck_assert_ptr_nonnull(prices->rows);
    memcpy(prices->rows, rows, sizeof rows);
    write_folder(false, false);
    expect_bytes("prices.csv", "row,price\r\n"
                               "demand(B1),12000\r\n"
                               "demand(B2~2),-0.000010000000000000001\r\n"
                               "\"teu(YIW_DUI@2026_12_01,2)\",0.33333333333333331\r\n");
    free(prices->rows);
    prices->rows = NULL;
    prices->n_rows = 0;
}
END_TEST

START_TEST(a_ratio_of_nothing_is_null) {
    fixture_case(fixture)->lines[LINE_YIW_DUI].direction = DIRECTION_NONE;
    fixture_case(fixture)->lines[LINE_ALA_DUI].direction = DIRECTION_NONE;
    fixture_plan(fixture)->status = PLAN_LIMIT;
    fixture_plan(fixture)->bound = (double)NAN;
    fixture_plan(fixture)->relaxation = (double)NAN;
    write_folder(false, false);
    expect_part("summary.json", "\"return_ratio\": {\n      \"trains\": null,\n"
                                "      \"teu\": null\n    }");
    expect_part("summary.json", "\"bound\": null,\n  \"relaxation\": null,\n  \"gap\": null,\n");
}
END_TEST

START_TEST(a_relaxation_has_prices_alone) {
    fixture_relax(fixture);
    write_folder(false, false);
    ck_assert_int_eq(temp_dir_count(dir), 4);
    expect_bytes("bookings.csv",
                 "booking,boxes,carried,unserved,reason,floor_price,opportunity_cost,from,to,"
                 "container,cargo,revenue,ready,due,parts,customer,remark,carried_before\r\n"
                 "B1,30,,,,4000.000000,1000.000000," B1_TERMS(
                     "") "\r\n"
                         "B2,20,,,,7000.000000,200.500000," B2_TERMS(
                             "") "\r\n"
                                 "B3,5,,,no_itinerary,,," B3_TERMS("") "\r\n");
    expect_bytes("stations.csv", "station,day,lifts,lifts_limit,lift_price,trains,trains_limit\r\n"
                                 "ALA,2026-12-04,,60,33.333333,,\r\n");
    expect_part("capacity.csv", "YIW-DUI@2026-12-01.2,2,EU-43@2026-12-06,ALA,MAL,80,,,,1500,"
                                "5000.000000,0.000000\r\n");
    expect_part("summary.json", "\"status\": \"relaxed\",\n  \"bound\": 471000.5,\n"
                                "  \"relaxation\": 471000.5,\n  \"counts\": {");
}
END_TEST

/* Whether the list of files that may be replaced has the name. */
static bool is_listed(const char *name) {
    for (const char *const *at = PLAN_FOLDER.names; *at != NULL; at++) {
        if (strcmp(*at, name) == 0) {
            return true;
        }
    }
    return false;
}

START_TEST(every_file_that_is_written_is_known_as_ours) {
    write_folder(true, true);
    GDir *entries = g_dir_open(dir, 0, NULL);
    ck_assert_ptr_nonnull(entries);
    int count = 0;
    for (const char *name = g_dir_read_name(entries); name != NULL;
         name = g_dir_read_name(entries)) {
        ck_assert_msg(is_listed(name), "%s", name);
        count++;
    }
    g_dir_close(entries);
    ck_assert_int_ge(count, 14);
    ck_assert(!is_listed("Trains.csv"));
    ck_assert(!is_listed("notes.xlsx"));
}
END_TEST

static bool is_ours(const char *text) {
    temp_dir_write(dir, "a.json", text);
    char *path = g_build_filename(dir, "a.json", NULL);
    const bool ours = summary_json_is_ours(path);
    ck_assert_int_eq(errno, 0);
    g_free(path);
    return ours;
}

START_TEST(a_summary_is_known_by_what_it_says) {
    write_folder(false, false);
    char *text = temp_dir_read(dir, "summary.json");
    ck_assert(is_ours(text));
    text[strlen(text) / 2] = '\0';
    ck_assert(!is_ours(text));
    ck_assert(!is_ours(""));
    ck_assert(!is_ours("[]"));
    ck_assert(!is_ours("{\"total\": {\"lines\": {\"pct\": 94.9}}}"));
    ck_assert(!is_ours("{\"case\": \"C\", \"status\": \"passed\", \"run\": 7}"));
    ck_assert(!summary_json_is_ours("/nowhere/summary.json"));
    ck_assert_int_eq(errno, ENOENT);
    g_free(text);
}
END_TEST

START_TEST(a_folder_that_is_missing_is_reported_with_the_file) {
    char error[128] = "";
    PlanView *view = plan_view_new(fixture_problem(fixture), fixture_plan(fixture), false);
    ck_assert_int_eq(plan_folder_write(view, &RUN, &(TableForm){.bom = true}, "/nonexistent", error,
                                       sizeof error),
                     OUTCOME_UNWRITABLE);
    ck_assert(g_str_has_prefix(error, "summary.json"));
    plan_view_free(view);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("export");
    TCase *tests = tcase_create("export");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, trains_that_run_have_a_row);
    tcase_add_test(tests, candidates_that_do_not_run_are_listed_on_demand);
    tcase_add_test(tests, a_train_that_runs_has_the_plain_name_whatever_its_departures);
    tcase_add_test(tests, the_timetable_has_each_served_station_in_local_and_beijing_time);
    tcase_add_test(tests, allocations_number_the_itineraries_of_a_booking);
    tcase_add_test(tests, the_legs_of_an_itinerary_add_up_to_its_cost);
    tcase_add_test(tests, bookings_say_why_boxes_stay_behind);
    tcase_add_test(tests, a_booking_that_only_idle_trains_could_carry_finds_no_room);
    tcase_add_test(tests, balance_has_a_row_a_rule_and_period);
    tcase_add_test(tests, a_side_that_a_balance_rule_does_not_give_stays_empty);
    tcase_add_test(tests, capacity_and_stations_show_use_limits_and_prices);
    tcase_add_test(tests, the_summary_states_values_figures_and_counts);
    tcase_add_test(tests, prices_have_all_digits_and_the_names_of_model_files);
    tcase_add_test(tests, a_ratio_of_nothing_is_null);
    tcase_add_test(tests, a_relaxation_has_prices_alone);
    tcase_add_test(tests, every_file_that_is_written_is_known_as_ours);
    tcase_add_test(tests, a_summary_is_known_by_what_it_says);
    tcase_add_test(tests, a_folder_that_is_missing_is_reported_with_the_file);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
