/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an earlier plan promised, read and found again. The plan is tests/broken/earlier-plan:
 * trains of YIW-DUI on 1 and 8 December and one of EXTRA on the 2nd; B1 has 10 boxes on the first
 * of them, B2 4 on it and 6 on EXTRA's, B3 5. */
#include <check.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/case_read.h"
#include "export/words/findings/finding_words.h"
#include "model/problem/problem_memory.h"
#include "model/problem_build.h"
#include "model/promises/commitment.h"

static const char *earlier_plan;

static const char CASE_HEAD[] =
    "banlie: 1\n"
    "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai}\n"
    "stations:\n"
    "  YIW: {country: CN, zone: Asia/Shanghai}\n"
    "  ALA: {country: CN, zone: Asia/Shanghai}\n"
    "  DUI: {country: DE, zone: Europe/Berlin}\n"
    "slots:\n"
    "  - {id: CN-1, from: YIW, to: ALA, departs: [Tue 04:30], runs: 3d14h, km: 4480, teu: 110}\n"
    "  - {id: EU-1, from: ALA, to: DUI, departs: [Sat 08:00], runs: 7d, km: 6000, teu: 110}\n"
    "lines:\n"
    "  YIW-DUI: {route: [YIW, ALA, DUI]}\n"
    "demand:\n"
    "  - {id: B1, from: YIW, to: DUI, boxes: 12, container: 40HC, ready: 2026-11-30, due: "
    "2026-12-20,\n"
    "     revenue: 20000}\n"
    "  - {id: B2, from: YIW, to: DUI, boxes: 12, container: 40HC, ready: 2026-12-01 12:00,\n"
    "     due: 2026-12-20, revenue: 20000}\n";

typedef struct {
    Findings *findings;
    Case *kase;
    Problem *problem;
} Loaded;

static Loaded load(const char *tail, const CommitmentOrder *order) {
    Loaded loaded = {.findings = findings_new()};
    g_autofree char *text = g_strconcat(CASE_HEAD, tail, NULL);
    g_autofree char *path = NULL;
    bool unreadable;
    int file = g_file_open_tmp("banlie-XXXXXX.yaml", &path, NULL);
    ck_assert_int_ge(file, 0);
    ck_assert(g_close(file, NULL));
    ck_assert(g_file_set_contents(path, text, -1, NULL));
    loaded.kase = case_read_committed(path, order, loaded.findings, &unreadable);
    ck_assert_ptr_nonnull(loaded.kase);
    loaded.problem = problem_build(loaded.kase, loaded.findings);
    g_unlink(path);
    return loaded;
}

static void unload(Loaded *loaded) {
    problem_free(loaded->problem);
    case_free(loaded->kase);
    findings_free(loaded->findings);
}

static bool is_fixed(const Loaded *loaded) {
    ck_assert_int_eq(loaded->problem->n_trains, 1);
    return loaded->problem->trains[0].fixed;
}

START_TEST(trains_within_the_horizon_are_read) {
    CommitmentOrder order = {.plan = earlier_plan};
    Loaded loaded = load("commitments: {trains: {price: 7}}\n", &order);
    const Commitments *read = &loaded.kase->commitments;
    ck_assert_int_eq(read->n_earlier_trains, 2);
    ck_assert_str_eq(read->earlier_trains[0].name, "YIW-DUI@2026-12-01");
    ck_assert_int_eq(read->earlier_trains[0].n_runs, 2);
    ck_assert_str_eq(read->earlier_trains[0].runs[1], "EU-1@2026-12-05");
    ck_assert_str_eq(read->earlier_trains[1].line, "EXTRA");
    ck_assert_int_eq(read->n_earlier_itineraries, 4);
    ck_assert_int_eq(read->earlier_itineraries[2].boxes, 6);
    ck_assert_int_eq(read->earlier_itineraries[2].legs[0].train, 1);
    ck_assert_double_eq(read->trains.price, 7);
    unload(&loaded);
}
END_TEST

START_TEST(an_order_alone_freezes_everything) {
    CommitmentOrder order = {.plan = earlier_plan};
    Loaded loaded = load("", &order);
    for (int i = 0; i < loaded.kase->commitments.n_earlier_itineraries; i++) {
        ck_assert(loaded.kase->commitments.earlier_itineraries[i].frozen);
    }
    ck_assert_int_gt(findings_errors(loaded.findings), 0); /* EXTRA and B3 are gone */
    unload(&loaded);
}
END_TEST

START_TEST(code_and_date_freeze_each_by_itself) {
    g_autofree char *tail = g_strdup_printf(
        "commitments: {plan: %s, bookings: {frozen: B1, frozen_before: 2026-12-02}}\n",
        earlier_plan);
    Loaded loaded = load(tail, NULL);
    const CommittedItinerary *read = loaded.kase->commitments.earlier_itineraries;
    ck_assert(read[0].frozen);  /* B1, by its code */
    ck_assert(read[1].frozen);  /* B2 of 1 December, by its date */
    ck_assert(!read[2].frozen); /* B2 of 2 December */
    ck_assert(!loaded.kase->commitments.earlier_trains[0].frozen);
    unload(&loaded);
}
END_TEST

START_TEST(frozen_boxes_keep_their_train) {
    CommitmentOrder order = {.plan = earlier_plan};
    Loaded loaded = load("commitments: {bookings: {frozen: B1}}\n", &order);
    ck_assert_int_eq(findings_errors(loaded.findings), 0);
    ck_assert(is_fixed(&loaded));
    unload(&loaded);
}
END_TEST

START_TEST(what_is_not_frozen_fixes_nothing) {
    CommitmentOrder order = {.plan = earlier_plan};
    Loaded loaded = load("commitments: {bookings: {price: 300}}\n", &order);
    ck_assert_int_eq(findings_errors(loaded.findings), 0);
    ck_assert(!is_fixed(&loaded));
    unload(&loaded);
}
END_TEST

START_TEST(a_promise_is_found_by_its_rides) {
    CommitmentOrder order = {.plan = earlier_plan};
    Loaded loaded = load("commitments: {bookings: {price: 300}}\n", &order);
    const Ride whole = {0, 1, NONE, NONE}, half = {0, 0, NONE, NONE};
    ck_assert_int_eq(loaded.problem->train_promises[0].train, 0);
    ck_assert_int_eq(commitment_find(loaded.problem, 0, &whole, 1), 0);
    ck_assert_int_eq(commitment_find(loaded.problem, 0, &half, 1), NONE);
    unload(&loaded);
}
END_TEST

static void expect_lost(const Phrase *lost, const char *why) {
    char *said = phrase_words(LANG_EN, lost);
    ck_assert_str_eq(said, why);
    g_free(said);
}

START_TEST(what_is_lost_says_why) {
    CommitmentOrder order = {.plan = earlier_plan};
    Loaded loaded = load("commitments: {bookings: {price: 300}}\n", &order);
    const Problem *problem = loaded.problem;
    const ItineraryPromise *promises = problem->itinerary_promises;
    expect_lost(problem->train_promises[1].lost, "line EXTRA is gone");
    ck_assert_ptr_null(promises[0].lost);
    expect_lost(promises[1].lost, "the booking is ready too late for its train");
    expect_lost(promises[2].lost, "its train EXTRA@2026-12-02 is lost: line EXTRA is gone");
    expect_lost(promises[3].lost, "booking B3 is gone");
    unload(&loaded);
}
END_TEST

int main(int argc, char **argv) {
    if (argc < 2) {
        fputs("usage: commitments_test EARLIER-PLAN\n", stderr);
        return EXIT_FAILURE;
    }
    earlier_plan = argv[1];
    Suite *suite = suite_create("commitments");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, trains_within_the_horizon_are_read);
    tcase_add_test(cases, an_order_alone_freezes_everything);
    tcase_add_test(cases, code_and_date_freeze_each_by_itself);
    tcase_add_test(cases, frozen_boxes_keep_their_train);
    tcase_add_test(cases, what_is_not_frozen_fixes_nothing);
    tcase_add_test(cases, a_promise_is_found_by_its_rides);
    tcase_add_test(cases, what_is_lost_says_why);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
