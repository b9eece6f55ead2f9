/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The verifier on a plan that repeats itself every week: what wraps round is counted as it should,
 *  and every single tampering with it is found.
 *
 *  The case and its plan lie in tests/cases/verify-cyclic/. */
#include <check.h>
#include <glib.h>
#include <stdlib.h>

#include "tests/unit/tampering.h"

static const Tampering TAMPERINGS[] = {
    {"legs.csv", "K5,1,2,train,OUT@2026-12-15", "K5,1,2,train,OUT@2026-12-16",
     "no train OUT@2026-12-16 that runs"},
    {"legs.csv", "K5,1,2,train,OUT@2026-12-15", "K5,1,2,train,OUT@2026-12-08",
     "OUT@2026-12-08 has no leg YIW-ALA on slot run A1@2026-12-15"},
    {"legs.csv", "OUT@2026-12-15,A2@2026-12-18,ALA,DUI,2026-12-18T16:30",
     "OUT@2026-12-15,A2@2026-12-18,ALA,DUI,2026-12-11T16:30",
     "departs is \"2026-12-11T16:30+08:00\", it should be \"2026-12-18T16:30+08:00\""},
    {"legs.csv", "OUT@2026-12-15,A2@2026-12-18", "OUT@2026-12-22,A2@2026-12-25",
     "boxes cannot change trains at ALA"},
    {"legs.csv", "BACK@2026-11-25,B2@2026-12-02", "BACK@2026-11-18,B2@2026-11-25",
     "K3 departs too early"},
    {"case.yaml", "boxes_per_day: 5", "boxes_per_day: 4",
     "feeder NGB-YIW takes 5 boxes on 2026-12-06, it may take 4"},
    {"case.yaml", "lifts_per_day: 40", "lifts_per_day: 14", "ALA has 15 lifts on 2026-12-04"},
    {"case.yaml", "rake: CN, teu: 50", "rake: CN, teu: 24",
     "carries 25.00 TEU from YIW to ALA, it offers 24"},
    {"case.yaml", "cost: 900, boxes: 3", "cost: 900, boxes: 1",
     "DUI leases 2 boxes of 40HC, it may lease 1"},
    {"case.yaml", "stock: {YIW: 30, DUI: 8}", "stock: {YIW: 30, DUI: 7}",
     "14 boxes of 40HC stand and 26 are away when the period ends, the fleet has 39"},
    {"case.yaml", "end_min: {DUI: 5}", "end_min: {DUI: 11}", "DUI ends with 10 boxes of 40HC"},
    {"case.yaml", "turn: {load: 1d, unload: 2d}", "turn: {load: 1d, unload: 4d}",
     "14 boxes of 40HC stand and 36 are away"},
    {"case.yaml", "revenue: 9000}", "revenue: 9000, owner: shipper}",
     "stock is 4, it should be -2"},
    {"equipment.csv", "DUI,2026-12-03,0,0,0,0,0,2", "DUI,2026-12-03,0,0,0,0,0,1",
     "the fleet has 39"},
    {"equipment.csv", "YIW,2026-12-06,4", "YIW,2026-12-06,5",
     "15 boxes of 40HC stand and 26 are away when the period ends, the fleet has 40"},
    {"equipment.csv", "YIW,2026-12-06,4", "YIW,2026-12-06,3",
     "YIW has -1 boxes of 40HC on 2026-11-30"},
    {"equipment.csv", "YIW,2026-12-06", "YIW,2026-12-13", "2026-12-13 is none of the days"},
    {"case.yaml", "EU: {sets: {DUI: 3}", "EU: {sets: {DUI: 2}",
     "1 sets of EU stand and 2 are in use as the period begins, it has 2"},
    {"case.yaml", "EU: {sets: {DUI: 3}, turn: 10h", "EU: {sets: {DUI: 3}, turn: 8d",
     "1 sets of EU stand and 4 are in use as the period begins, it has 3"},
    {"rakes.csv", "EU,ALA,2026-12-02T03:00+08:00", "EU,ALA,2026-12-09T03:00+08:00",
     "no set of EU moves here for BACK@2026-12-02 then"},
    {"rakes.csv", "EU,DUI,2026-12-03T19:30+01:00,OUT@2026-12-01,1,1\n", "",
     "DUI begins the period with 1 sets of EU and ends it with 0"},
    {"rakes.csv", "CN,YIW,2026-12-01T04:30+08:00,OUT@2026-12-01,-1,0",
     "CN,YIW,2026-12-01T04:30+08:00,OUT@2026-12-01,-1,-1", "YIW has -1 sets of CN left"},
    {"stations.csv", "DUI,2026-12-03", "DUI,2026-12-10", "a row of DUI on 2026-12-03 is missing"},
    {"stations.csv", "ALA,2026-12-02,14", "ALA,2026-12-02,4", "lifts is 4, it should be 14"},
    {"slots.csv", "A1@2026-12-01,2026-12-01T04:30+08:00,1",
     "A1@2026-12-01,2026-12-01T04:30+08:00,3", "trains is 3, it should be 1"},
};

FOR_EACH_TAMPERING(what_does_not_wrap_round_is_found, TAMPERINGS)

START_TEST(a_plan_that_repeats_itself_passes) {
    char *dir = copy_new();
    VerifyReport report;
    VerifyStatus status = copy_verify(dir, &report);
    if (status != VERIFY_OK) {
        verify_report_print(&report, stderr);
    }
    ck_assert_int_eq(status, VERIFY_OK);
    ck_assert_double_eq_tol(report.objective, -261636, 1e-6);
    verify_report_free(&report);
    copy_free(dir);
}
END_TEST

START_TEST(a_slot_run_may_be_named_by_any_of_its_weeks) {
    expect_fine("slots.csv", "B2@2026-12-09,2026-12-09T06:00+08:00",
                "B2@2026-12-02,2026-12-02T06:00+08:00");
}
END_TEST

START_TEST(slot_runs_whole_weeks_apart_are_shared) {
    static const Tampering together[] = {
        {"case.yaml", "through: {min: 8h, max: 48h}", "through: {min: 8h, max: 9d}", NULL},
        {"trains.csv", "\nBACK",
         "\nOUT@2026-12-01.2,OUT,outbound,0,true,2026-12-01T04:30+08:00,2026-12-17T09:30+01:00,396,"
         "A1@2026-12-01;A2@2026-12-11,500000.0,0.0,0.000000,0,0,300000.00,0.00,-300000.00,,,YIW,"
         "DUI\nBACK",
         "slot run A2@2026-12-11 is used by 2 trains, it takes 1"},
    };
    expect_found_together(together, G_N_ELEMENTS(together));
}
END_TEST

START_TEST(every_row_that_is_dropped_or_doubled_is_found) {
    every_row_counts();
}
END_TEST

START_TEST(every_cell_that_is_spoilt_is_found) {
    every_cell_counts();
}
END_TEST

int main(int argc, char **argv) {
    tampering_case_dir(argc > 1 ? argv[1] : "tests/cases/verify-cyclic");
    Suite *suite = suite_create("verify cyclic");
    TCase *tests = tcase_create("verify cyclic");
    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, a_plan_that_repeats_itself_passes);
    tcase_add_loop_test(tests, what_does_not_wrap_round_is_found, 0, G_N_ELEMENTS(TAMPERINGS));
    tcase_add_test(tests, a_slot_run_may_be_named_by_any_of_its_weeks);
    tcase_add_test(tests, slot_runs_whole_weeks_apart_are_shared);
    tcase_add_test(tests, every_row_that_is_dropped_or_doubled_is_found);
    tcase_add_test(tests, every_cell_that_is_spoilt_is_found);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
