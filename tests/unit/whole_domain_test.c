/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bounds drawn in and carried through rows: by hand, and against all points of drawn programs. The
 * linker wraps realloc(), so that a trail can be refused its memory. */
#include "solver/whole/domain.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "tests/unit/drawn_program.h"

enum { PROGRAMS = 1500 };

/** Rounding of the sums in a row, as a share of its limit: what holds up to here holds. */
static const double ROUNDING = 1e-9;

/* ---- memory ---- */

static bool refusing;

/* The names that the linker gives what it wraps. NOLINTBEGIN(bugprone-reserved-identifier) */
void *__real_realloc(void *items, size_t size);
void *__wrap_realloc(void *items, size_t size);
/* NOLINTEND(bugprone-reserved-identifier) */

void *__wrap_realloc(void *items, size_t size) {
    return refusing ? NULL : __real_realloc(items, size);
}

/* ---- by hand ---- */

/** Columns of one kind, no rows yet. */
static LpModel columns(int count, double lower, double upper, bool integer) {
    LpModel model = {0};
    for (int i = 0; i < count; i++) {
        lp_model_column(&model, (LpColumn){.lower = lower, .upper = upper, .integer = integer});
    }
    return model;
}

/** Adds a row over the first columns. */
static void add_row(LpModel *model, double lower, double upper, int count, const double *value) {
    RowId row = lp_model_row(model, (LpRow){.lower = lower, .upper = upper});
    for (int i = 0; i < count; i++) {
        lp_model_entry(model, row, i, value[i]);
    }
    ck_assert(!model->failed);
}

static Domain domain_over(const LpModel *model) {
    Domain domain;
    ck_assert(domain_init(&domain, model));
    return domain;
}

static void expect_bounds(const Domain *domain, ColumnId column, double lower, double upper) {
    ck_assert_double_eq(domain->lower[column], lower);
    ck_assert_double_eq(domain->upper[column], upper);
}

START_TEST(whole_columns_end_at_whole_numbers_and_others_where_they_did) {
    LpModel model = columns(1, -1.5, 2.7, true);
    lp_model_column(&model, (LpColumn){.lower = -1.5, .upper = 2.7});
    lp_model_column(&model, (LpColumn){.lower = 1 + 1e-7, .upper = 3 - 1e-7, .integer = true});
    Domain domain = domain_over(&model);
    expect_bounds(&domain, 0, -1, 2);
    expect_bounds(&domain, 1, -1.5, 2.7);
    expect_bounds(&domain, 2, 1, 3);
    ck_assert(domain_propagate_all(&domain));
    domain_clear(&domain);
    lp_model_clear(&model);
}
END_TEST

START_TEST(bounds_and_limits_that_cross_leave_nothing) {
    const double one[] = {1};
    LpModel model = columns(1, 0.3, 0.7, true); /* no whole number */
    Domain domain = domain_over(&model);
    ck_assert(!domain_propagate_all(&domain));
    domain_clear(&domain);
    lp_model_clear(&model);
    model = columns(1, 2, 1, false);
    domain = domain_over(&model);
    ck_assert(!domain_propagate_all(&domain));
    domain_clear(&domain);
    lp_model_clear(&model);
    model = columns(1, -HUGE_VAL, HUGE_VAL, false);
    add_row(&model, 2, 1, 1, one);
    domain = domain_over(&model);
    ck_assert(!domain_propagate_all(&domain));
    domain_clear(&domain);
    lp_model_clear(&model);
}
END_TEST

START_TEST(nothing_follows_from_a_row_while_two_of_its_parts_may_be_anything) {
    const double ones[] = {1, 1, 2};
    LpModel model = columns(3, -HUGE_VAL, HUGE_VAL, true);
    add_row(&model, -HUGE_VAL, 5, 3, ones);
    Domain domain = domain_over(&model);
    ck_assert(domain_draw_in(&domain, 0, 1, HUGE_VAL));
    ck_assert(domain_propagate(&domain));
    expect_bounds(&domain, 2, -HUGE_VAL, HUGE_VAL);
    ck_assert(domain_draw_in(&domain, 1, -2, HUGE_VAL));
    ck_assert(domain_propagate(&domain));
    expect_bounds(&domain, 0, 1, HUGE_VAL);
    expect_bounds(&domain, 1, -2, HUGE_VAL);
    expect_bounds(&domain, 2, -HUGE_VAL, 3); /* 2z <= 5 - 1 + 2 */
    ck_assert(domain_draw_in(&domain, 2, 1.5, HUGE_VAL));
    ck_assert(domain_propagate(&domain));
    domain_clear(&domain);
    lp_model_clear(&model);
}
END_TEST

START_TEST(an_equality_is_carried_both_ways) {
    const double values[] = {1, -1};
    LpModel model = columns(2, 0, 9, true);
    add_row(&model, 2, 2, 2, values);
    Domain domain = domain_over(&model);
    ck_assert(domain_propagate_all(&domain));
    expect_bounds(&domain, 0, 2, 9);
    expect_bounds(&domain, 1, 0, 7);
    ck_assert(domain_draw_in(&domain, 1, 3, 4));
    ck_assert(domain_propagate(&domain));
    expect_bounds(&domain, 0, 5, 6);
    domain_clear(&domain);
    lp_model_clear(&model);
}
END_TEST

START_TEST(a_column_that_need_not_be_whole_is_left_alone_but_counts) {
    const double ones[] = {1, 1};
    LpModel model = columns(2, 0, 9, true);
    model.columns[1].integer = false;
    model.columns[1].lower = 2.5;
    add_row(&model, -HUGE_VAL, 4, 2, ones);
    Domain domain = domain_over(&model);
    ck_assert(domain_propagate_all(&domain));
    expect_bounds(&domain, 0, 0, 1);
    expect_bounds(&domain, 1, 2.5, 9);
    domain_clear(&domain);
    lp_model_clear(&model);
}
END_TEST

START_TEST(bounds_that_creep_towards_each_other_are_left_to_others) {
    const double there[] = {1, -1}, back[] = {-1, 1};
    LpModel model = columns(2, 0, 1e9, true);
    add_row(&model, -HUGE_VAL, -1, 2, there);
    add_row(&model, -HUGE_VAL, -1, 2, back);
    Domain domain = domain_over(&model);
    ck_assert(domain_propagate_all(&domain)); /* not found, but soon */
    ck_assert_double_lt(domain.lower[0], 1000);
    ck_assert_int_eq(domain.queue_count, 0);
    domain_clear(&domain);
    lp_model_clear(&model);
}
END_TEST

START_TEST(a_model_of_no_rows_or_no_columns_holds) {
    LpModel model = columns(2, 0, 3, true), nothing = {0};
    Domain domain = domain_over(&model);
    ck_assert(domain_propagate_all(&domain));
    ck_assert(domain_draw_in(&domain, 1, 2, HUGE_VAL));
    ck_assert(domain_propagate(&domain));
    expect_bounds(&domain, 1, 2, 3);
    ck_assert(!domain_draw_in(&domain, 1, -HUGE_VAL, 1));
    domain_take_back(&domain, 0);
    expect_bounds(&domain, 1, 0, 3);
    domain_clear(&domain);
    domain = domain_over(&nothing);
    ck_assert(domain_propagate_all(&domain));
    domain_clear(&domain);
    lp_model_clear(&model);
}
END_TEST

START_TEST(rows_without_columns_are_asked_for_nothing) {
    LpModel model = columns(1, 0, 3, true);
    add_row(&model, -1, 1, 0, NULL);
    Domain domain = domain_over(&model);
    ck_assert(domain_propagate_all(&domain));
    domain_clear(&domain);
    model.rows[0].lower = 1;
    domain = domain_over(&model);
    ck_assert(!domain_propagate_all(&domain));
    domain_clear(&domain);
    lp_model_clear(&model);
}
END_TEST

START_TEST(a_trail_without_memory_says_so_and_changes_nothing) {
    const double ones[] = {1, 1};
    LpModel model = columns(2, 0, 9, true);
    add_row(&model, -HUGE_VAL, 4, 2, ones);
    Domain domain = domain_over(&model);
    refusing = true;
    ck_assert(domain_draw_in(&domain, 0, 3, HUGE_VAL));
    ck_assert(domain_propagate_all(&domain));
    refusing = false;
    ck_assert(domain.no_memory);
    ck_assert_int_eq(domain.n_trail, 0);
    expect_bounds(&domain, 0, 0, 9);
    expect_bounds(&domain, 1, 0, 9);
    domain_clear(&domain);
    lp_model_clear(&model);
}
END_TEST

/* ---- drawn programs ---- */

/** A drawn program under its bounds, and what goes wrong with its points. */
typedef struct {
    LpModel model;
    Domain domain;
    int points;                                    /**< within what was drawn in by hand */
    int lost;                                      /**< of these: outside the domain's bounds */
    double from[DRAWN_COLUMNS], to[DRAWN_COLUMNS]; /**< what was drawn in by hand */
} Watched;

/** The domain points to the model beside it. */
static void watched_init(Watched *own, Random *random, int number) {
    *own = (Watched){.model = drawn_program(random, drawn_kind(number))};
    ck_assert(domain_init(&own->domain, &own->model));
    for (int i = 0; i < DRAWN_COLUMNS; i++) {
        own->from[i] = -HUGE_VAL;
        own->to[i] = HUGE_VAL;
    }
}

static void watched_clear(Watched *own) {
    domain_clear(&own->domain);
    lp_model_clear(&own->model);
}

static void look_for_point(const double *point, void *user) {
    Watched *own = user;
    bool inside = true, kept = true;
    for (ColumnId column = 0; column < own->model.n_columns; column++) {
        if (own->model.columns[column].integer) {
            inside =
                inside && point[column] >= own->from[column] && point[column] <= own->to[column];
            kept = kept && point[column] >= own->domain.lower[column] &&
                   point[column] <= own->domain.upper[column];
        }
    }
    own->points += inside;
    own->lost += inside && !kept;
}

/** Every point within what was drawn in is within the bounds; where the rows were found not to hold
 * there is none. */
static void expect_all_points(Watched *own, bool holds, int number) {
    own->points = own->lost = 0;
    drawn_points(&own->model, ROUNDING, look_for_point, own);
    if (holds) {
        ck_assert_msg(own->lost == 0, "program %d: %d of %d points lost", number, own->lost,
                      own->points);
    } else {
        ck_assert_msg(own->points == 0, "program %d: has %d points, none found", number,
                      own->points);
    }
}

/** Draws a random side of a random whole column in. */
static bool draw_in_anything(Watched *own, Random *random) {
    int whole =
        own->model.n_columns - (own->model.columns[own->model.n_columns - 1].integer ? 0 : 1);
    ColumnId column = random_int(random, 0, whole - 1);
    double at = random_int(random, -2, 4);
    if (random_chance(random, 0.5)) {
        own->from[column] = fmax(own->from[column], at);
        return domain_draw_in(&own->domain, column, at, HUGE_VAL);
    }
    own->to[column] = fmin(own->to[column], at);
    return domain_draw_in(&own->domain, column, -HUGE_VAL, at);
}

START_TEST(no_point_is_lost_and_none_is_left_where_nothing_holds) {
    Random random = random_seeded(11);
    int contradictions = 0, drawn = 0;
    for (int number = 0; number < PROGRAMS; number++) {
        Watched own;
        watched_init(&own, &random, number);
        bool holds = domain_propagate_all(&own.domain);
        expect_all_points(&own, holds, number);
        for (int i = 0; i < 4 && holds; i++) {
            holds = draw_in_anything(&own, &random);
            holds = domain_propagate(&own.domain) && holds;
            expect_all_points(&own, holds, number);
            drawn++;
        }
        contradictions += !holds;
        watched_clear(&own);
    }
    ck_assert_int_gt(contradictions, PROGRAMS / 10); /* both happen */
    ck_assert_int_gt(drawn, PROGRAMS);
}
END_TEST

/** Bounds as they stood. */
typedef struct {
    int n_trail;
    double lower[DRAWN_COLUMNS], upper[DRAWN_COLUMNS];
} Kept;

static Kept keep(const Domain *domain) {
    Kept kept = {.n_trail = domain->n_trail};
    size_t size = (size_t)domain->model->n_columns * sizeof(double);
    memcpy(kept.lower, domain->lower, size);
    memcpy(kept.upper, domain->upper, size);
    return kept;
}

static void expect_as_kept(const Domain *domain, const Kept *kept) {
    for (ColumnId column = 0; column < domain->model->n_columns; column++) {
        expect_bounds(domain, column, kept->lower[column], kept->upper[column]);
    }
}

START_TEST(what_is_taken_back_is_as_it_was_step_by_step) {
    enum { STEPS = 5 };
    Random random = random_seeded(12);
    for (int number = 0; number < PROGRAMS; number++) {
        Watched own;
        watched_init(&own, &random, number);
        Kept kept[STEPS];
        int steps = 0;
        bool holds = domain_propagate_all(&own.domain);
        while (steps < STEPS) {
            kept[steps++] = keep(&own.domain);
            holds = draw_in_anything(&own, &random);
            if (!holds || !domain_propagate(&own.domain)) {
                break;
            }
        }
        while (steps-- > 0) {
            domain_take_back(&own.domain, kept[steps].n_trail);
            expect_as_kept(&own.domain, &kept[steps]);
        }
        watched_clear(&own);
    }
}
END_TEST

START_TEST(in_whatever_order_bounds_are_drawn_in_the_same_follows) {
    Random random = random_seeded(13);
    int compared = 0;
    for (int number = 0; number < PROGRAMS; number++) {
        Watched own;
        watched_init(&own, &random, number);
        int columns = own.model.n_columns;
        ColumnId first = random_int(&random, 0, columns - 1);
        ColumnId second = random_int(&random, 0, columns - 1);
        if (domain_propagate_all(&own.domain) && first != second) {
            int mark = own.domain.n_trail;
            bool there = domain_draw_in(&own.domain, first, 1, HUGE_VAL) &&
                         domain_draw_in(&own.domain, second, -HUGE_VAL, 1) &&
                         domain_propagate(&own.domain);
            Kept kept = keep(&own.domain);
            domain_take_back(&own.domain, mark);
            bool back = domain_draw_in(&own.domain, second, -HUGE_VAL, 1) &&
                        domain_propagate(&own.domain) &&
                        domain_draw_in(&own.domain, first, 1, HUGE_VAL) &&
                        domain_propagate(&own.domain);
            ck_assert_int_eq(there, back);
            if (there) {
                expect_as_kept(&own.domain, &kept);
                compared++;
            }
        }
        watched_clear(&own);
    }
    ck_assert_int_gt(compared, PROGRAMS / 10);
}
END_TEST

int main(void) {
    TCase *hand = tcase_create("by hand");
    tcase_add_test(hand, whole_columns_end_at_whole_numbers_and_others_where_they_did);
    tcase_add_test(hand, bounds_and_limits_that_cross_leave_nothing);
    tcase_add_test(hand, nothing_follows_from_a_row_while_two_of_its_parts_may_be_anything);
    tcase_add_test(hand, an_equality_is_carried_both_ways);
    tcase_add_test(hand, a_column_that_need_not_be_whole_is_left_alone_but_counts);
    tcase_add_test(hand, bounds_that_creep_towards_each_other_are_left_to_others);
    tcase_add_test(hand, a_model_of_no_rows_or_no_columns_holds);
    tcase_add_test(hand, rows_without_columns_are_asked_for_nothing);
    tcase_add_test(hand, a_trail_without_memory_says_so_and_changes_nothing);
    TCase *drawn = tcase_create("drawn programs");
    tcase_set_timeout(drawn, 60);
    tcase_add_test(drawn, no_point_is_lost_and_none_is_left_where_nothing_holds);
    tcase_add_test(drawn, what_is_taken_back_is_as_it_was_step_by_step);
    tcase_add_test(drawn, in_whatever_order_bounds_are_drawn_in_the_same_follows);
    Suite *suite = suite_create("whole_domain");
    suite_add_tcase(suite, hand);
    suite_add_tcase(suite, drawn);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
