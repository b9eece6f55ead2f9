/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digests, the base, the other points, the tables: each step rests on the rows on disk alone. */
#include "study/sweep/sweep_run.h"

#include <errno.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "study/sweep/points.h"

/** A sweep under way. */
typedef struct {
    const SweepOrder *order;
    SweepResult *result;
    char (*digests)[DIGEST_TEXT_SIZE]; /**< per point, those that its row has or will have */
    int *to_do;                        /**< numbers of points, rising */
    int n_to_do;
    int done;
} SweepCourse;

/* ---- what is to be done ---- */

/** Works out the digest of a row.
 *  @param base  digest of the base's changed case; "" where it is not known yet */
static bool find_digest(const SweepCourse *course, int number, char base[DIGEST_TEXT_SIZE]) {
    const SweepOrder *order = course->order;
    const PointSolver *solver = &order->solver;
    char changed[DIGEST_TEXT_SIZE];
    if (!solver->digest(number, changed, solver->user)) {
        return false;
    }
    if (number == 0) {
        memcpy(base, changed, sizeof changed);
    }
    RowOrigin origin = order->origin;
    origin.base = order->warm ? base : NULL;
    row_digest(&origin, changed, course->digests[number]);
    return true;
}

/** Works out those of the base and of some others. @return false where memory ran out */
static bool find_digests(const SweepCourse *course, const int *numbers, int count) {
    char base[DIGEST_TEXT_SIZE] = "";
    bool found = find_digest(course, 0, base);
    for (int i = 0; found && i < count; i++) {
        found = find_digest(course, numbers[i], base);
    }
    return found;
}

static bool find_all_digests(const SweepCourse *course) {
    char base[DIGEST_TEXT_SIZE] = "";
    bool found = true;
    for (int number = 0; found && number <= course->order->sweep->n_points; number++) {
        found = find_digest(course, number, base);
    }
    return found;
}

static ResumeState state_of(const SweepCourse *course, int number, bool retry) {
    const SweepOrder *order = course->order;
    char id[POINT_ID_SIZE];
    StoredRow stored = row_store_get(order->dir, point_id(order->sweep, number, id));
    const ResumeState state = resume_state(&stored, course->digests[number], retry);
    stored_row_clear(&stored);
    return state;
}

/** Reads the rows that stand, and notes the points whose do not. */
static void find_work(SweepCourse *course) {
    const SweepOrder *order = course->order;
    ResumeCounts counts = {0};
    for (int number = 0; number <= order->sweep->n_points; number++) {
        const ResumeState state = state_of(course, number, order->retry);
        resume_count(&counts, state);
        if (state != RESUME_STANDS) {
            course->to_do[course->n_to_do++] = number;
        }
    }
    if (order->watch.counted != NULL) {
        order->watch.counted(&counts, order->watch.user);
    }
}

/* ---- doing it ---- */

/** Stores a row. @return false on failure; errno says why */
static bool store_row(const SweepCourse *course, int number, const SweepRow *row,
                      const RowMaking *making) {
    const SweepOrder *order = course->order;
    char id[POINT_ID_SIZE];
    return row_store_put(order->dir, point_id(order->sweep, number, id), row,
                         course->digests[number], making);
}

/** Solves a point, in its own process. */
static Outcome solve_point(int number, void *user) {
    const SweepCourse *course = user;
    const PointSolver *solver = &course->order->solver;
    const int64_t started_us = g_get_real_time();
    SweepRow row = sweep_row_missing();
    const Outcome outcome = solver->solve(number, &row, solver->user);
    if (outcome != OUTCOME_DONE) {
        return outcome;
    }
    const RowMaking making = row_making_now(started_us);
    return store_row(course, number, &row, &making) ? OUTCOME_DONE : OUTCOME_UNWRITABLE;
}

static bool store_crash(SweepCourse *course, const PointEnd *end) {
    SweepRow row = sweep_row_missing();
    row.status = ROW_CRASHED;
    row.reason = end->crashed;
    RowMaking making = row_making_now(end->started_us);
    making.seconds = end->seconds;
    making.peak_memory_bytes = end->peak_memory_bytes;
    if (!store_row(course, end->number, &row, &making)) {
        course->result->cause = errno;
        return false;
    }
    return true;
}

/** Notes the end of a point; one that crashed gets its row here. */
static bool take_end(const PointEnd *end, void *user) {
    SweepCourse *course = user;
    const SweepWatch *watch = &course->order->watch;
    const bool stored = end->crashed == NULL || store_crash(course, end);
    course->done++;
    if (watch->ended != NULL) {
        watch->ended(end, course->done, course->n_to_do, watch->user);
    }
    return stored;
}

/** Tells the solver that the base stands.
 *  @param workers  receives how many processes there are to be */
static Outcome pass_base(int *workers, void *user) {
    const SweepCourse *course = user;
    const SweepOrder *order = course->order;
    const PointSolver *solver = &order->solver;
    char id[POINT_ID_SIZE];
    StoredRow base = row_store_get(order->dir, point_id(order->sweep, 0, id));
    *workers = order->workers > 0 ? order->workers : sweep_workers(base.making.peak_memory_bytes);
    const Outcome outcome =
        solver->base_stands == NULL ? OUTCOME_DONE : solver->base_stands(&base.row, solver->user);
    stored_row_clear(&base);
    if (order->workers == 0 && *workers < sweep_workers(0) && order->watch.crowded != NULL) {
        order->watch.crowded(*workers, order->watch.user);
    }
    return outcome;
}

static bool has_row(int number, void *user) {
    return state_of(user, number, false) == RESUME_STANDS;
}

static Outcome do_work(SweepCourse *course) {
    const SweepOrder *order = course->order;
    const EngineWork work = {.sweep = order->sweep,
                             .dir = order->dir,
                             .numbers = course->to_do,
                             .count = course->n_to_do,
                             .solve = solve_point,
                             .base_stands = pass_base,
                             .ended = take_end,
                             .stands = has_row,
                             .user = course,
                             .stop = order->stop};
    const Outcome outcome = order->engine.run(&work, order->engine.engine);
    if (outcome == OUTCOME_UNWRITABLE && course->result->cause == 0) {
        course->result->cause = errno;
    }
    return outcome;
}

/* ---- what came of it ---- */

/** Counts a row that stands with the digest that it is to have; others are taken for missing. */
static void take_row_of(const SweepCourse *course, int number, StoredRow *stored) {
    if (stored->row.status == ROW_MISSING || strcmp(stored->digest, course->digests[number]) != 0) {
        stored_row_clear(stored);
        course->result->missing++;
        return;
    }
    course->result->rows++;
    course->result->no_plan += !sweep_row_has_plan(&stored->row);
}

static Outcome put_tables(const SweepCourse *course) {
    const SweepOrder *order = course->order;
    const int count = order->sweep->n_points + 1;
    StoredRow *stored = g_new(StoredRow, (gsize)count);
    for (int number = 0; number < count; number++) {
        char id[POINT_ID_SIZE];
        stored[number] = row_store_get(order->dir, point_id(order->sweep, number, id));
        take_row_of(course, number, &stored[number]);
    }
    const bool put = sweep_folder_put_results(order->sweep, stored, order->dir, &order->form);
    course->result->cause = put ? course->result->cause : errno;
    for (int number = 0; number < count; number++) {
        stored_row_clear(&stored[number]);
    }
    g_free(stored);
    return put ? OUTCOME_DONE : OUTCOME_UNWRITABLE;
}

static SweepCourse course_new(const SweepOrder *order, SweepResult *result) {
    const gsize room = (gsize)order->sweep->n_points + 1;
    return (SweepCourse){.order = order,
                         .result = result,
                         .digests = g_malloc0(room * DIGEST_TEXT_SIZE),
                         .to_do = g_new(int, room)};
}

static void course_clear(const SweepCourse *course) {
    g_free(course->digests);
    g_free(course->to_do);
}

/** True where the others can be done: the base that they start from stands, or they start from
 * none, or there are none. */
static bool can_begin(const SweepCourse *course) {
    return !course->order->warm || course->n_to_do == 0 || course->to_do[0] == 0 ||
           has_row(0, (void *)(uintptr_t)course);
}

Outcome sweep_share(const SweepOrder *order, const int *numbers, int count, SweepResult *result) {
    *result = (SweepResult){0};
    SweepCourse course = course_new(order, result);
    Outcome outcome = outcome_of_memory(find_digests(&course, numbers, count));
    for (int i = 0; i < count && outcome == OUTCOME_DONE; i++) {
        if (state_of(&course, numbers[i], order->retry) != RESUME_STANDS) {
            course.to_do[course.n_to_do++] = numbers[i];
        }
    }
    if (outcome == OUTCOME_DONE) {
        outcome = can_begin(&course) ? do_work(&course) : OUTCOME_MISUSED;
    }
    course_clear(&course);
    return outcome;
}

Outcome sweep_run(const SweepOrder *order, SweepResult *result) {
    *result = (SweepResult){0};
    if (!sweep_folder_put_scenarios(order->sweep, order->dir, &order->form)) {
        result->cause = errno;
        return OUTCOME_UNWRITABLE;
    }
    SweepCourse course = course_new(order, result);
    Outcome outcome = outcome_of_memory(find_all_digests(&course));
    if (outcome == OUTCOME_DONE) {
        find_work(&course);
        outcome = do_work(&course);
        const Outcome put = put_tables(&course);
        outcome = outcome == OUTCOME_DONE ? put : outcome;
    }
    course_clear(&course);
    return outcome;
}

/** Bytes of memory that are free or can be made so; 0 where the system does not say. */
static int64_t free_bytes(void) {
    g_autofree char *text = NULL;
    if (!g_file_get_contents("/proc/meminfo", &text, NULL, NULL)) {
        return 0;
    }
    const char *at = strstr(text, "MemAvailable:");
    return at == NULL ? 0 : g_ascii_strtoll(at + strlen("MemAvailable:"), NULL, 10) * 1024;
}

int sweep_workers(int64_t bytes_of_one) {
    const int64_t processors = (int64_t)g_get_num_processors();
    const int64_t room = free_bytes() / 5 * 4;
    const int64_t fit = bytes_of_one > 0 && room > 0 ? room / bytes_of_one : processors;
    return (int)MAX(MIN(processors, fit), 1);
}
