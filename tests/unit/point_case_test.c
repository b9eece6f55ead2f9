/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Cases of the points of a sweep. The program's argument is the folder of sweep files. */
#include "study/sweep/point_case.h"

#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "study/sweep/sweep_read.h"
#include "tests/unit/findings_text.h"

/** A sweep over the case of the folder. */
typedef struct {
    Findings *findings;
    CaseSource *source;
    Sweep *sweep;
} CaseBench;

static CaseBench case_bench(const char *file) {
    CaseBench bench = {.findings = findings_new()};
    bool unreadable;
    bench.source = case_source_read("points/case.yaml", bench.findings, &unreadable);
    bench.sweep = sweep_read(file, bench.findings, &unreadable);
    ck_assert_ptr_nonnull(bench.sweep);
    return bench;
}

static void case_bench_clear(CaseBench *bench) {
    sweep_free(bench->sweep);
    case_source_free(bench->source);
    findings_free(bench->findings);
}

/** The case of a point; to be freed with case_free(). */
static Case *case_of(const CaseBench *bench, int number) {
    SweepPoint *point = point_new(bench->sweep);
    Arena *arena = arena_new();
    ChangeList *list = change_list_new();
    ChangeNotes *notes = change_notes_new();
    point_set(bench->sweep, number, point);
    ck_assert_int_eq(
        point_changes(bench->source, bench->sweep, point, arena, list, bench->findings),
        SCENARIO_FOUND);
    Case *kase = case_source_make(bench->source, list, NULL, notes, bench->findings);
    if (kase == NULL) {
        findings_print(bench->findings, LANG_EN, stderr);
        ck_abort_msg("point %d is no case", number);
    }
    change_notes_free(notes);
    change_list_free(list);
    arena_free(arena);
    point_free(point);
    return kase;
}

static const Station *station_of(const Case *kase, const char *code) {
    for (int i = 0; i < kase->n_stations; i++) {
        if (strcmp(kase->stations[i].code, code) == 0) {
            return &kase->stations[i];
        }
    }
    ck_abort_msg("no station %s", code);
}

static int64_t shift_of(const Case *kase, const char *code) {
    for (int i = 0; i < kase->n_slots; i++) {
        if (strcmp(kase->slots[i].code, code) == 0) {
            return kase->slots[i].shift_min;
        }
    }
    ck_abort_msg("no slot %s", code);
}

static int boxes_of(const Case *kase, const char *code) {
    for (int i = 0; i < kase->n_demand; i++) {
        if (strcmp(kase->demand[i].code, code) == 0) {
            return kase->demand[i].tiers[0].boxes;
        }
    }
    ck_abort_msg("no booking %s", code);
}

START_TEST(a_point_is_the_case_with_its_scenarios_and_its_values) {
    CaseBench bench = case_bench("points/1.yaml");
    Case *base = case_of(&bench, 0);
    ck_assert_int_eq(station_of(base, "MAL")->trains_per_day, 3);
    ck_assert_int_eq(boxes_of(base, "Y0"), 6);
    Case *first = case_of(&bench, 3); /* base;demand=0.8;MAL=4;delay=822m */
    ck_assert_int_eq(station_of(first, "MAL")->trains_per_day, 4);
    ck_assert_int_eq(shift_of(first, "EU-MAL-DUI"), 822);
    ck_assert_int_eq(shift_of(first, "KZ-ALA-MAL"), 0);
    ck_assert_int_eq(boxes_of(first, "Y0"), 5); /* 4.8 */
    Case *last = case_of(&bench, 28); /* surge;demand=0.8;MAL=4;delay=0m: 6 × 1.2 is 7, × 0.8 6 */
    ck_assert_int_eq(boxes_of(last, "Y0"), 6);
    ck_assert_int_eq(shift_of(last, "EU-MAL-DUI"), 0);
    case_free(base);
    case_free(first);
    case_free(last);
    case_bench_clear(&bench);
}
END_TEST

START_TEST(every_kind_of_value_is_taken_by_the_case) {
    CaseBench bench = case_bench("points/5.yaml");
    for (int number = 0; number <= bench.sweep->n_points; number += 9) {
        case_free(case_of(&bench, number));
    }
    Case *first = case_of(&bench, 1);
    ck_assert_int_eq(station_of(first, "MAL")->trains_per_day, 2);
    ck_assert_int_eq(shift_of(first, "EU-MAL-DUI"), 1042);
    ck_assert_int_eq(shift_of(first, "CN-YIW-ALA"), 10);
    case_free(first);
    case_bench_clear(&bench);
}
END_TEST

int main(int argc, char **argv) {
    if (argc < 2 || chdir(argv[1]) != 0) {
        fputs("usage: point_case_test FOLDER\n", stderr);
        return EXIT_FAILURE;
    }
    Suite *suite = suite_create("point case");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, a_point_is_the_case_with_its_scenarios_and_its_values);
    tcase_add_test(cases, every_kind_of_value_is_taken_by_the_case);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
