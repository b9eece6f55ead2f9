/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The engine's own search for whole numbers when its n-th LP fails, is the last before the user's
 * stop, or its n-th allocation gets no memory, for every n: nothing is proven by that, and the
 * bound is one. The linker wraps our own allocations. */
#include "solver/whole/whole_search.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "solver/lp/backends.h"
#include "tests/unit/searched_program.h"

/** Programs of each kind that are tried. */
enum { DRAWN = 12, SPLITS = 1 };

/* ---- what goes wrong ---- */

/** What the n-th LP meets. */
typedef enum { LP_FAILS, LP_FAILS_FROM_THERE_ON, USER_STOPS, N_FAULTS } Fault;

/* A backend's functions are told of nothing but their LP: the faults are the file's. */
static const Backend *sound;
static Backend faulty; /**< made of it */
static Fault fault;
static int solves, faulty_solve;
static volatile sig_atomic_t stop;

/** The user stops once the LP is solved. */
static Outcome solve_lp(Lp *lp, LpMethod method, double time_limit_s,
                        const volatile sig_atomic_t *stopped) {
    bool now = ++solves == faulty_solve;
    if ((fault == LP_FAILS && now) || (fault == LP_FAILS_FROM_THERE_ON && solves >= faulty_solve)) {
        return OUTCOME_SOLVER_FAILED;
    }
    Outcome status = sound->solve(lp, method, time_limit_s, stopped);
    stop = stop != 0 || (fault == USER_STOPS && now);
    return status;
}

static long allocations, failing_allocation;

/* The names that the linker gives what it wraps. NOLINTBEGIN(bugprone-reserved-identifier) */
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *items, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *items, size_t size);

static bool fails(void) {
    return failing_allocation > 0 && ++allocations == failing_allocation;
}

void *__wrap_malloc(size_t size) {
    return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size) {
    return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *items, size_t size) {
    return fails() ? NULL : __real_realloc(items, size);
}
/* NOLINTEND(bugprone-reserved-identifier) */

static void setup(void) {
    faulty = *sound;
    faulty.solve = solve_lp;
}

/* ---- programs ---- */

/** Tries a program under some options; goes on until nothing goes wrong any more. */
typedef void Trial(const KnownProgram *known, const IntegerOptions *options);

/** To the best, to a gap, and with a cutoff just below the best. */
static void try_with_options(Trial *trial, KnownProgram *known) {
    IntegerOptions exactly = searched_exactly(), nearly = exactly, beyond = exactly;
    nearly.relative_gap = 0.1;
    beyond.cutoff = isfinite(known->best) ? known->best - 0.01 * fmax(1, fabs(known->best)) : 0;
    trial(known, &exactly);
    trial(known, &nearly);
    trial(known, &beyond);
    lp_model_clear(&known->model);
}

static void try_all(Trial *trial) {
    for (int number = 0; number < DRAWN; number++) {
        KnownProgram known = known_drawn(47, number);
        try_with_options(trial, &known);
    }
    for (unsigned seed = 0; seed < SPLITS; seed++) {
        KnownProgram known = known_split(seed);
        try_with_options(trial, &known);
    }
}

/* ---- the sweeps ---- */

static void try_faults(const KnownProgram *known, const IntegerOptions *options) {
    IntegerOptions stoppable = *options;
    stoppable.stop = &stop;
    faulty_solve = 0;
    do {
        faulty_solve += 1 + faulty_solve / 8;
        solves = 0;
        stop = 0;
        Searched searched = search_program(&faulty, &known->model, &stoppable);
        expect_honest(known, &stoppable, &searched);
        ck_assert(searched.status != OUTCOME_STOPPED || fault == USER_STOPS);
        ck_assert(!outcome_failed(searched.status) || fault != USER_STOPS);
    } while (solves >= faulty_solve);
}

START_TEST(an_lp_that_fails_or_is_the_last_proves_nothing) {
    fault = (Fault)_i;
    try_all(try_faults);
}
END_TEST

static void try_memory(const KnownProgram *known, const IntegerOptions *options) {
    long failing = 0;
    bool failed;
    do {
        failing += 1 + failing / 8;
        allocations = 0;
        failing_allocation = failing;
        Searched searched = search_program(sound, &known->model, options);
        failed = allocations >= failing;
        failing_allocation = 0;
        expect_honest(known, options, &searched);
        ck_assert(searched.status != OUTCOME_SOLVER_FAILED);
        ck_assert(searched.status != OUTCOME_NO_MEMORY || failed);
    } while (failed);
}

START_TEST(without_memory_nothing_is_proven) {
    try_all(try_memory);
}
END_TEST

static Suite *suite_of_backend(void) {
    Suite *suite = suite_create(sound->name);
    TCase *tests = tcase_create("whole_faults");
    tcase_set_timeout(tests, 400);
    tcase_add_checked_fixture(tests, setup, NULL);
    tcase_add_loop_test(tests, an_lp_that_fails_or_is_the_last_proves_nothing, 0, N_FAULTS);
    tcase_add_test(tests, without_memory_nothing_is_proven);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void) {
    int failed = 0;
    for (int i = 0; (sound = backend_at(i)) != NULL; i++) {
        SRunner *runner = srunner_create(suite_of_backend());
        srunner_run_all(runner, CK_ENV);
        failed += srunner_ntests_failed(runner);
        srunner_free(runner);
    }
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
