/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Written models, MPS and LP, against files that were written by hand. */
#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number_text.h"
#include "export/model/model_file.h"
#include "export/model/model_text.h"
#include "model/formulation_build.h"
#include "tests/unit/case_fixture.h"

static const char head[] =
    "banlie: 1\n"
    "currency: EUR\n"
    "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai}\n"
    "stations:\n"
    "  A: {country: CN, zone: Asia/Shanghai, load: {cost: 10}}\n"
    "  B: {country: DE, zone: Europe/Berlin, unload: {cost: 7}, transfer: {max: 9d}}\n"
    "  C: {country: DE, zone: Europe/Berlin}\n"
    "slots:\n"
    "  - {id: S, from: A, to: B, departs: [Tue 04:00], runs: 2d, km: 4000, teu: 10,"
    " cost: {train: 400.1, teu: 20}}\n";

static const char tiny[] = "lines: {A-B: {route: [A, B], trains_per_week: {max: 1}}}\n"
                           "demand:\n"
                           "  - {id: B-1, from: A, to: B, boxes: 3, container: 20GP, revenue: 1000,"
                           " unserved: 50, ready: 2026-11-30, due: 2026-12-20}\n";

/** A case's model, and what is written of it. */
typedef struct {
    CaseFixture fixture;
    Formulation *formulation;
    LpModel lp;
    CompactArc *arcs;
    ModelNames *names;
    char *text;
    size_t size;
} Written;

static Written written_new(const char *tail) {
    Written written = {.fixture = case_fixture_new(head, tail)};
    ck_assert_int_eq(findings_errors(written.fixture.findings), 0);
    written.formulation = formulation_new(written.fixture.problem, &AIM_MARGIN);
    ck_assert_ptr_nonnull(written.formulation);
    ck_assert(compact_build(written.formulation, &written.lp, &written.arcs));
    return written;
}

static void written_name(Written *written) {
    written->names = model_names_new(written->fixture.problem, &written->lp, written->arcs);
    ck_assert_ptr_nonnull(written->names);
}

static void written_write(Written *written, bool relax,
                          bool (*write)(const ModelFile *model, OutFile *out)) {
    const ModelFile file = {.lp = &written->lp,
                            .names = written->names,
                            .currency = written->fixture.kase->currency,
                            .relax = relax};
    OutFile out = {.stream = open_memstream(&written->text, &written->size)};
    ck_assert_ptr_nonnull(out.stream);
    ck_assert(write(&file, &out));
    ck_assert_int_eq(out.error, 0);
    ck_assert_int_eq(fclose(out.stream), 0);
}

static void written_free(Written *written) {
    free(written->text);
    model_names_free(written->names);
    free(written->arcs);
    lp_model_clear(&written->lp);
    formulation_free(written->formulation);
    case_fixture_free(&written->fixture);
}

/** The text from `begin` on is `expected`. */
static void assert_from(const char *text, const char *begin, const char *expected) {
    const char *found = strstr(text, begin);
    ck_assert_ptr_nonnull(found);
    ck_assert_str_eq(found, expected);
}

START_TEST(an_mps_file_minimises_the_negative_margin) {
    Written written = written_new(tiny);
    written_name(&written);
    written_write(&written, false, model_mps_write);
    ck_assert_ptr_nonnull(strstr(written.text, "negative margin in EUR"));
    assert_from(written.text, "NAME",
                "NAME banlie FREE\n"
                "ROWS\n"
                " N minus_margin\n"
                " L teu(A_B@2026_12_01,1)\n"
                " L trains_per_week(A_B,1)\n"
                " L demand(B_1)\n"
                " E flow(B_1,A_B@2026_12_01,1)\n"
                "COLUMNS\n"
                " MARKER 'MARKER' 'INTORG'\n"
                " run(A_B@2026_12_01) minus_margin 400.1\n"
                " run(A_B@2026_12_01) teu(A_B@2026_12_01,1) -10\n"
                " run(A_B@2026_12_01) trains_per_week(A_B,1) 1\n"
                " box(B_1,load,A_B@2026_12_01,1) minus_margin -1020\n"
                " box(B_1,load,A_B@2026_12_01,1) teu(A_B@2026_12_01,1) 1\n"
                " box(B_1,load,A_B@2026_12_01,1) demand(B_1) 1\n"
                " box(B_1,load,A_B@2026_12_01,1) flow(B_1,A_B@2026_12_01,1) 1\n"
                " box(B_1,unload,A_B@2026_12_01,1) minus_margin 7\n"
                " box(B_1,unload,A_B@2026_12_01,1) flow(B_1,A_B@2026_12_01,1) -1\n"
                " MARKER 'MARKER' 'INTEND'\n"
                " constant minus_margin 150\n"
                "RHS\n"
                " RHS trains_per_week(A_B,1) 1\n"
                " RHS demand(B_1) 3\n"
                "RANGES\n"
                " RANGE trains_per_week(A_B,1) 1\n"
                "BOUNDS\n"
                " UP BOUND run(A_B@2026_12_01) 1\n"
                " UP BOUND box(B_1,load,A_B@2026_12_01,1) 3\n"
                " UP BOUND box(B_1,unload,A_B@2026_12_01,1) 3\n"
                " FX BOUND constant 1\n"
                "ENDATA\n");
    written_free(&written);
}
END_TEST

START_TEST(an_lp_file_says_the_same) {
    Written written = written_new(tiny);
    written_name(&written);
    written_write(&written, false, model_lp_write);
    assert_from(written.text, "Minimize",
                "Minimize\n"
                " minus_margin: + 150 constant + 400.1 run(A_B@2026_12_01)"
                " - 1020 box(B_1,load,A_B@2026_12_01,1)\n"
                "  + 7 box(B_1,unload,A_B@2026_12_01,1)\n"
                "Subject To\n"
                " teu(A_B@2026_12_01,1): - 10 run(A_B@2026_12_01)"
                " + 1 box(B_1,load,A_B@2026_12_01,1) <= 0\n"
                " trains_per_week(A_B,1): + 1 run(A_B@2026_12_01) <= 1\n"
                " trains_per_week(A_B,1)~low: + 1 run(A_B@2026_12_01) >= 0\n"
                " demand(B_1): + 1 box(B_1,load,A_B@2026_12_01,1) <= 3\n"
                " flow(B_1,A_B@2026_12_01,1): + 1 box(B_1,load,A_B@2026_12_01,1)"
                " - 1 box(B_1,unload,A_B@2026_12_01,1) = 0\n"
                "Bounds\n"
                " constant = 1\n"
                " 0 <= run(A_B@2026_12_01) <= 1\n"
                " 0 <= box(B_1,load,A_B@2026_12_01,1) <= 3\n"
                " 0 <= box(B_1,unload,A_B@2026_12_01,1) <= 3\n"
                "General\n"
                " run(A_B@2026_12_01)\n"
                " box(B_1,load,A_B@2026_12_01,1)\n"
                " box(B_1,unload,A_B@2026_12_01,1)\n"
                "End\n");
    written_free(&written);
}
END_TEST

START_TEST(nothing_is_whole_in_a_relaxed_model) {
    bool (*const writers[])(const ModelFile *, OutFile *) = {model_mps_write, model_lp_write};
    for (int i = 0; i < 2; i++) {
        Written written = written_new(tiny);
        written_name(&written);
        written_write(&written, true, writers[i]);
        ck_assert_ptr_null(strstr(written.text, "MARKER"));
        ck_assert_ptr_null(strstr(written.text, "General"));
        ck_assert_ptr_nonnull(strstr(written.text, "demand(B_1)"));
        written_free(&written);
    }
}
END_TEST

START_TEST(every_kind_of_bound_is_written) {
    Written written = written_new(tiny);
    written_name(&written);
    written.lp.columns[0].lower = 1;
    written.lp.columns[1].lower = 2;
    written.lp.columns[1].upper = (double)INFINITY;
    written.lp.columns[2].lower = -(double)INFINITY;
    written_write(&written, false, model_mps_write);
    assert_from(written.text, "BOUNDS",
                "BOUNDS\n"
                " FX BOUND run(A_B@2026_12_01) 1\n"
                " LO BOUND box(B_1,load,A_B@2026_12_01,1) 2\n"
                " PL BOUND box(B_1,load,A_B@2026_12_01,1)\n"
                " MI BOUND box(B_1,unload,A_B@2026_12_01,1)\n"
                " UP BOUND box(B_1,unload,A_B@2026_12_01,1) 3\n"
                " FX BOUND constant 1\n"
                "ENDATA\n");
    written_free(&written);
}
END_TEST

START_TEST(codes_that_grow_alike_are_told_apart) {
    Written written = written_new(
        "lines: {A-B: {route: [A, B]}, A_B: {route: [A, B]}}\n"
        "demand:\n"
        "  - {id: B-1, from: A, to: B, container: 20GP, ready: 2026-11-30, due: 2026-12-20,"
        " tiers: [{boxes: 3, revenue: 900}, {boxes: 3, revenue: 800}]}\n");
    written_name(&written);
    written_write(&written, false, model_mps_write);
    ck_assert_ptr_nonnull(strstr(written.text, " L teu(A_B@2026_12_01,1)\n"));
    ck_assert_ptr_nonnull(strstr(written.text, " L teu(A_B@2026_12_01~2,1)\n"));
    ck_assert_ptr_nonnull(strstr(written.text, " L demand(B_1)\n"));
    ck_assert_ptr_nonnull(strstr(written.text, " L demand(B_1~2)\n"));
    written_free(&written);
}
END_TEST

/* Two trains to change between, all codes as long as may be. */
static const char two_long_lines[] =
    "  - {id: T, from: B, to: C, departs: [Fri 04:00], runs: 2d, km: 1000, teu: 10}\n"
    "lines: {Line-with-code-as-long-as-may-be: {route: [A, B]},"
    " line-with-code-as-long-as-may-be: {route: [B, C]}}\n"
    "demand:\n"
    "  - {id: Booking-whose-code-is-quite-long, from: A, to: C, boxes: 3, container: 20GP,"
    " revenue: 1000, ready: 2026-11-30, due: 2026-12-20}\n";

START_TEST(long_names_are_cut_and_stay_unique) {
    Written written = written_new(two_long_lines);
    written_name(&written);
    char name[MODEL_NAME_SIZE];
    ck_assert_int_eq(written.lp.n_columns, 2 + 3);
    ck_assert_str_eq(model_names_column(written.names, 3, name),
                     "box(Booking_whose_code_is_quite_long,change,"
                     "Line_with_code_as_long_as_may_be@20~9d59be69de4932db");
    written_free(&written);
}
END_TEST

START_TEST(a_number_reads_back_as_the_same) {
    static const double numbers[] = {0.1, 1.0 / 3, 1e300, -12345678.9, 5e-324, 100, 0.1 + 0.2};
    char text[NUMBER_TEXT_SIZE];
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        ck_assert(strtod(number_shortest(numbers[i], text), NULL) == numbers[i]);
    }
    ck_assert_str_eq(number_shortest(0.1, text), "0.1");
    ck_assert_str_eq(number_shortest(-0.0, text), "0");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("model_mps");
    TCase *tests = tcase_create("model_mps");
    tcase_add_test(tests, an_mps_file_minimises_the_negative_margin);
    tcase_add_test(tests, an_lp_file_says_the_same);
    tcase_add_test(tests, nothing_is_whole_in_a_relaxed_model);
    tcase_add_test(tests, every_kind_of_bound_is_written);
    tcase_add_test(tests, codes_that_grow_alike_are_told_apart);
    tcase_add_test(tests, long_names_are_cut_and_stay_unique);
    tcase_add_test(tests, a_number_reads_back_as_the_same);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
