/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/formulation/move.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "model/formulation_build.h"
#include "tests/unit/case_fixture.h"
#include "tests/unit/drawn_network.h"
#include "tests/unit/pricing_oracle.h"

enum { SEEDS = 8 };

static const double TOLERANCE = 1e-6;

static double *drawn_duals(const Formulation *formulation, GRand *rand) {
    double *dual = g_new(double, (gsize)formulation->lp.n_rows + 1);
    for (RowId row = 0; row < formulation->lp.n_rows; row++) {
        bool own =
            formulation->lp.rows[row].group == ROW_DEMAND; /* not in the itineraries' values */
        dual[row] = own ? 0 : g_rand_double_range(rand, -100, 100);
    }
    return dual;
}

static void check_form(const CargoColumn *column, const Formulation *formulation) {
    for (int i = 0; i < column->count; i++) {
        ck_assert_int_ge(column->rows[i], 0);
        ck_assert_int_lt(column->rows[i], formulation->lp.n_rows);
        ck_assert(i == 0 || column->rows[i - 1] < column->rows[i]);
    }
}

/** The columns of all itineraries of all flows are worth what the itineraries are. */
static void check_drawn(guint32 seed, Drawn drawn) {
    GRand *rand = g_rand_new_with_seed(seed);
    g_autofree char *text = drawn_network(rand, drawn);
    CaseFixture fixture = case_fixture_new(text, "");
    Formulation *formulation = formulation_new(fixture.problem, &AIM_MARGIN);
    ck_assert_ptr_nonnull(formulation);
    double *dual = drawn_duals(formulation, rand);
    double *link = g_new0(double, (gsize)fixture.problem->n_trains + 1);
    const TestPrices prices = {.dual = dual, .link = link};
    CargoColumn column = {0};
    for (BookingId flow = 0; flow < fixture.problem->n_flows; flow++) {
        Itineraries itineraries = itineraries_of(formulation, flow, &prices);
        for (int i = 0; i < itineraries.count; i++) {
            const ListedItinerary *listed = &itineraries.items[i];
            ck_assert(
                cargo_column_make(formulation, flow, listed->rides, listed->n_rides, &column));
            check_form(&column, formulation);
            ck_assert_double_eq_tol(cargo_column_reduced(&column, dual), listed->value, TOLERANCE);
        }
        itineraries_clear(&itineraries);
    }
    cargo_column_free(&column);
    formulation_free(formulation);
    case_fixture_free(&fixture);
    g_free(dual);
    g_free(link);
    g_rand_free(rand);
}

START_TEST(a_column_is_worth_what_the_rules_say_of_its_itinerary) {
    check_drawn((guint32)_i, (Drawn){.feeders = true, .equipment = true});
}
END_TEST

START_TEST(a_column_of_a_cyclic_plan_meets_the_rows_of_its_period) {
    check_drawn((guint32)_i, (Drawn){.feeders = true, .equipment = true, .cyclic = true});
}
END_TEST

int main(void) {
    Suite *suite = suite_create("move");
    TCase *tests = tcase_create("move");
    tcase_set_timeout(tests, 120);
    tcase_add_loop_test(tests, a_column_is_worth_what_the_rules_say_of_its_itinerary, 0, SEEDS);
    tcase_add_loop_test(tests, a_column_of_a_cyclic_plan_meets_the_rows_of_its_period, 0, SEEDS);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
