/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts and the search that works with them, against all solutions of small drawn programs, counted
 * one by one; over every LP solver that is built in. */
#include "solver/closed/closed_search.h"

#include <check.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "solver/closed/separate.h"
#include "solver/lp/backends.h"

static const double TOLERANCE = 1e-6;

/** Whole columns, the first of them of a plan where reasons are asked for; one that is not, rows;
 * programs drawn; rounds of cuts in each. */
enum { WHOLE_COLUMNS = 5, PLAN_COLUMNS = 3, COLUMNS = 6, ROWS = 4, PROGRAMS = 400, ROUNDS = 4 };

static const Backend *backend;

static uint64_t state;

/** A number from `low` to `high`. */
static int draw(int low, int high) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return low + (int)((state >> 33) % (uint64_t)(high - low + 1));
}

/** Mostly small whole numbers, some of them divided. */
static double draw_number(int low, int high) {
    double number = draw(low, high);
    return draw(0, 2) == 0 ? number / 4 : number;
}

static void draw_row(LpModel *model) {
    double room = draw_number(2, 14);
    int kind = draw(0, 5);
    RowId row = lp_model_row(model, (LpRow){.lower = kind == 0   ? room
                                                     : kind == 1 ? -draw(0, 4)
                                                                 : -HUGE_VAL,
                                            .upper = room});
    for (ColumnId column = 0; column < COLUMNS; column++) {
        if (draw(0, 3) > 0) {
            lp_model_entry(model, row, column, draw_number(-4, 7));
        }
    }
}

static LpModel draw_program(void) {
    LpModel model = {.constant = 10};
    for (ColumnId column = 0; column < COLUMNS; column++) {
        int lower = draw(-1, 1);
        lp_model_column(&model, (LpColumn){.objective = draw(-5, 12),
                                           .lower = lower,
                                           .upper = lower + draw(1, 3),
                                           .integer = column < WHOLE_COLUMNS});
    }
    for (RowId row = 0; row < ROWS; row++) {
        draw_row(&model);
    }
    lp_model_merge(&model);
    ck_assert(!model.failed);
    return model;
}

/** Draws in what a row leaves the last column, the others being given. */
static void draw_in(const LpModel *model, RowId row, const double *point, double *low,
                    double *high) {
    double sum = 0, last = 0;
    for (int i = 0; i < model->n_entries; i++) {
        const LpEntry *entry = &model->entries[i];
        if (entry->row == row && entry->column < WHOLE_COLUMNS) {
            sum += entry->value * point[entry->column];
        } else if (entry->row == row) {
            last = entry->value;
        }
    }
    double least = model->rows[row].lower - sum, most = model->rows[row].upper - sum;
    if (last == 0) {
        *high = least > 1e-9 || most < -1e-9 ? -HUGE_VAL : *high;
    } else {
        *low = fmax(*low, last > 0 ? least / last : most / last);
        *high = fmin(*high, last > 0 ? most / last : least / last);
    }
}

/** Calls a function with every solution, the last column at both its ends. */
static void all_solutions(const LpModel *model, void (*visit)(const double *point, void *user),
                          void *user) {
    double point[COLUMNS];
    for (ColumnId column = 0; column < WHOLE_COLUMNS; column++) {
        point[column] = model->columns[column].lower;
    }
    for (int at = 0; at < WHOLE_COLUMNS;) {
        double low = model->columns[WHOLE_COLUMNS].lower;
        double high = model->columns[WHOLE_COLUMNS].upper;
        for (RowId row = 0; row < ROWS; row++) {
            draw_in(model, row, point, &low, &high);
        }
        for (int end = 0; end < 2 && low <= high + 1e-9; end++) {
            point[WHOLE_COLUMNS] = end == 0 ? low : high;
            visit(point, user);
        }
        for (at = 0; at < WHOLE_COLUMNS && ++point[at] > model->columns[at].upper; at++) {
            point[at] = model->columns[at].lower;
        }
    }
}

static void keeps_cuts(const double *point, void *user) {
    const ClosedModel *closed = user;
    for (RowId row = closed->n_model_rows; row < closed->n_rows; row++) {
        double activity = closed_row_activity(&closed->rows[row], point);
        ck_assert_double_le(activity, closed->rows[row].upper + TOLERANCE);
    }
}

static void whole_flags(const LpModel *model, bool *whole) {
    for (ColumnId column = 0; column < model->n_columns; column++) {
        whole[column] = model->columns[column].integer;
    }
}

/** Rounds of cuts on a program; how many there were. */
static int cut_program(const LpModel *model) {
    ClosedModel closed;
    ClosedLp lp;
    bool whole[COLUMNS], wanted[ROWS] = {true, true, true, true};
    const Clock clock = clock_start(1e9, NULL);
    int cuts = 0, added = 1;
    whole_flags(model, whole);
    ck_assert_int_eq(closed_model_init(&closed, model, whole), OUTCOME_DONE);
    ck_assert_int_eq(closed_lp_init(&lp, &closed, backend, &clock, wanted), OUTCOME_DONE);
    for (int round = 0; round < ROUNDS && added > 0; round++) {
        if (closed.empty || closed_lp_solve(&lp, -HUGE_VAL) != OUTCOME_DONE) {
            break;
        }
        ck_assert_int_eq(separate(&lp, 20, &added), OUTCOME_DONE);
        cuts += added;
        all_solutions(model, keeps_cuts, &closed);
    }
    closed_lp_clear(&lp);
    closed_model_clear(&closed);
    return cuts;
}

START_TEST(no_cut_takes_a_solution_away) {
    int cuts = 0;
    state = 1;
    for (int i = 0; i < PROGRAMS; i++) {
        LpModel model = draw_program();
        cuts += cut_program(&model);
        lp_model_clear(&model);
    }
    ck_assert_int_gt(cuts, PROGRAMS / 2);
}
END_TEST

static double value_of(const LpModel *model, const double *point) {
    double value = model->constant;
    for (ColumnId column = 0; column < model->n_columns; column++) {
        value += model->columns[column].objective * point[column];
    }
    return value;
}

/** Plans that agree in some columns, and that the search is told to be settled. */
typedef struct {
    int n_columns;
    ColumnId columns[PLAN_COLUMNS];
    double values[PLAN_COLUMNS];
} Settled;

/** What a host knows of a program. */
typedef struct {
    const LpModel *model;
    double best;
    bool settles;       /**< says that nothing better has the same whole numbers */
    Settled settled[8]; /**< more would not be different */
    int n_settled;
} Best;

static void note_best(const double *point, void *user) {
    Best *best = user;
    best->best = fmax(best->best, value_of(best->model, point));
}

static double best_cutoff(void *user) {
    const Best *best = user;
    return best->best;
}

static Outcome take_whole(void *user, const PlanPoint *point, PlanVerdict *verdict) {
    const Best *best = user;
    note_best(point->primal, user);
    verdict->settled = best->settles;
    return OUTCOME_DONE;
}

static bool agrees(const Settled *settled, const double *point) {
    for (int i = 0; i < settled->n_columns; i++) {
        if (fabs(point[settled->columns[i]] - settled->values[i]) > TOLERANCE) {
            return false;
        }
    }
    return true;
}

/** Whether a solution agrees with what the search was told. */
static bool is_settled(const Best *best, const double *point) {
    for (int i = 0; i < best->n_settled; i++) {
        if (agrees(&best->settled[i], point)) {
            return true;
        }
    }
    return false;
}

static void expect_settled(const double *point, void *user) {
    ck_assert(is_settled(user, point));
}

/** Says of each plan, without a look at it, that some of its columns settle it. */
static Outcome settle_by_some(void *user, const PlanPoint *point, PlanVerdict *verdict) {
    Best *best = user;
    int which = draw(1, (1 << PLAN_COLUMNS) - 1);
    ck_assert(!is_settled(best, point->primal));
    ck_assert_int_lt(best->n_settled, 8);
    Settled *settled = &best->settled[best->n_settled++];
    for (ColumnId column = 0; column < PLAN_COLUMNS; column++) {
        if ((which >> column) % 2 != 0) {
            settled->values[settled->n_columns] = point->primal[column];
            settled->columns[settled->n_columns++] = column;
        }
    }
    *verdict = (PlanVerdict){true, settled->columns, settled->n_columns};
    return OUTCOME_DONE;
}

static void no_report(void *user, double bound, long nodes) {
    (void)user;
    (void)bound;
    (void)nodes;
}

/** A basis to start from: a column stands for the first row, where it has one. */
static void draw_basis(const LpModel *model, unsigned char *rows, unsigned char *columns) {
    memset(rows, BASIS_BASIC, ROWS);
    memset(columns, BASIS_LOWER, COLUMNS);
    for (int i = 0; i < model->n_entries && rows[0] == BASIS_BASIC; i++) {
        if (model->entries[i].row == 0 && model->entries[i].value != 0) {
            rows[0] = BASIS_UPPER;
            columns[model->entries[i].column] = BASIS_BASIC;
        }
    }
}

/** Searches a program to its end.
 *  @param behind  level of the columns that are not of its plan */
static void search_program(Best *host, int behind,
                           Outcome (*on_plan)(void *, const PlanPoint *, PlanVerdict *),
                           ClosedResult *result) {
    bool whole[COLUMNS];
    int row_level[ROWS] = {-1, -1, -1, -1};
    int column_level[COLUMNS] = {0, 0, 0, behind, behind, -1};
    const Clock clock = clock_start(1e9, NULL);
    unsigned char slacks[ROWS], columns[COLUMNS];
    draw_basis(host->model, slacks, columns);
    const Basis start = {slacks, columns, ROWS, COLUMNS};
    const ClosedOptions options = {.backend = backend,
                                   .start = &start,
                                   .clock = &clock,
                                   .levels = {row_level, column_level, 1, behind + 1},
                                   .host = {best_cutoff, on_plan, no_report, host}};
    whole_flags(host->model, whole);
    ck_assert_int_eq(closed_search(host->model, whole, &options, result), OUTCOME_DONE);
}

START_TEST(the_search_finds_the_best_solution_and_proves_it) {
    int infeasible = 0;
    state = 2;
    for (int i = 0; i < PROGRAMS; i++) {
        LpModel model = draw_program();
        Best best = {.model = &model, .best = -HUGE_VAL};
        Best found = {.model = &model, .best = -HUGE_VAL, .settles = i % 2 == 0};
        ClosedResult result;
        all_solutions(&model, note_best, &best);
        search_program(&found, 0, take_whole, &result);
        infeasible += isinf(best.best) != 0;
        if (isinf(best.best)) {
            ck_assert(isinf(found.best));
        } else {
            ck_assert_double_eq_tol(found.best, best.best, TOLERANCE);
        }
        ck_assert(result.bound >= best.best - TOLERANCE);
        ck_assert(result.bound <= best.best + TOLERANCE);
        lp_model_clear(&model);
    }
    ck_assert_int_gt(infeasible, 0);
    ck_assert_int_lt(infeasible, PROGRAMS * 2 / 3);
}
END_TEST

START_TEST(what_settles_a_plan_settles_all_that_agree_and_no_others) {
    int plans = 0, programs = 0;
    state = 3;
    for (int i = 0; i < PROGRAMS; i++) {
        LpModel model = draw_program();
        for (ColumnId column = 0; column < PLAN_COLUMNS; column++) {
            model.columns[column].lower = 0;
            model.columns[column].upper = 1;
        }
        Best host = {.model = &model, .best = -HUGE_VAL};
        ClosedResult result;
        search_program(&host, 1, settle_by_some, &result);
        ck_assert(isinf(result.bound) && result.bound < 0);
        all_solutions(&model, expect_settled, &host);
        plans += host.n_settled;
        programs += host.n_settled > 0;
        lp_model_clear(&model);
    }
    ck_assert_int_gt(programs, PROGRAMS / 3);
    ck_assert_int_gt(plans, 2 * programs);
}
END_TEST

int main(void) {
    int failed = 0;
    for (int i = 0; (backend = backend_at(i)) != NULL; i++) {
        Suite *suite = suite_create(backend->name);
        TCase *tests = tcase_create("closed search");
        tcase_set_timeout(tests, 120);
        suite_add_tcase(suite, tests);
        tcase_add_test(tests, no_cut_takes_a_solution_away);
        tcase_add_test(tests, the_search_finds_the_best_solution_and_proves_it);
        tcase_add_test(tests, what_settles_a_plan_settles_all_that_agree_and_no_others);
        SRunner *runner = srunner_create(suite);
        srunner_run_all(runner, CK_NORMAL);
        failed += srunner_ntests_failed(runner);
        srunner_free(runner);
    }
    return failed > 0;
}
