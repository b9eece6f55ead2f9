/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a point is done is read off its row; the queue only says when to wait no longer. */
#include "study/sweep/slurm_engine.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "study/sweep/points.h"
#include "study/sweep/slurm_queue.h"

enum {
    ROWS_LOOK_US = 500 * 1000,       /**< between two looks at the rows */
    QUEUE_LOOK_US = 5 * 1000 * 1000, /**< between two looks at the queue */
    LOOKS_AFTER = 2,                 /**< at the queue without the job: file servers may be late */
    LOST_TOLD = 10,                  /**< points named */
    LOG_FOLDER_MODE = 0777
};

#define JOB_FILE "job"
#define SCRIPT_FILE "job.sh"

/** Points on their way. */
typedef struct {
    const EngineWork *work;
    const SlurmOrder *order;
    int *waiting; /**< numbers of points without a row, rising */
    int n_waiting;
    bool silent; /**< it was told that the queue does not answer */
} SlurmCourse;

static void tell(const SlurmCourse *course, SlurmNews news) {
    course->order->told(&news, course->order->user);
}

/* ---- handing in ---- */

/** The script of all tasks; what is no part of an array makes the base. */
static bool put_script(const char *dir) {
    g_autofree char *command = deal_command(dir);
    g_autofree char *text = g_strdup_printf(
        "#!/bin/sh\nexec %s \"${1:-${SLURM_ARRAY_TASK_ID:-" TASK_OF_BASE "}}\"\n", command);
    return deal_put_text(dir, SCRIPT_FILE, text);
}

/** Makes the folder of the logs, which Slurm does not. @return the option that sends a task's
 * output there; NULL on failure, errno says why */
static char *output_option(const char *dir, const char *task) {
    g_autofree char *whole = g_canonicalize_filename(dir, NULL);
    g_autofree char *logs = g_build_filename(whole, "log", NULL);
    if (g_mkdir_with_parents(logs, LOG_FOLDER_MODE) != 0) {
        return NULL;
    }
    g_auto(GStrv) parts = g_strsplit(logs, "%", -1);
    g_autofree char *literal = g_strjoinv("%%", parts); /* or Slurm would fill it in */
    return g_strdup_printf("--output=%s/slurm-%s.txt", literal, task);
}

static void add_words(GPtrArray *words, const char *const *list) {
    for (; list != NULL && *list != NULL; list++) {
        g_ptr_array_add(words, g_strdup(*list));
    }
}

/** Hands a job in and writes its number down.
 *  @param own   words of this job, ended by NULL
 *  @param task  argument of the script; NULL for an array
 *  @param job   receives the number, to be freed with g_free() */
static Outcome hand_in(const SlurmCourse *course, const char *const *own, const char *task,
                       char **job) {
    static const char *const first[] = {"sbatch", "--parsable", "--job-name=banlie", NULL};
    static const char *const shared[] = {"--ntasks=1", "--cpus-per-task=1", "--requeue", NULL};
    const char *dir = course->work->dir;
    g_autofree char *output = output_option(dir, task == NULL ? "%a" : task);
    if (output == NULL) {
        return OUTCOME_UNWRITABLE;
    }
    g_autofree char *place = deal_path(dir, SCRIPT_FILE);
    g_autofree char *script = g_canonicalize_filename(place, NULL);
    const char *const last[] = {script, task, NULL};
    const char *const outputs[] = {output, NULL};
    const char *const *const lists[] = {first, own, shared, outputs, course->order->more, last};
    g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
        add_words(words, lists[i]);
    }
    g_ptr_array_add(words, NULL);
    g_autofree char *said = NULL;
    *job = slurm_submit((const char *const *)words->pdata, &said);
    if (*job == NULL) {
        tell(course, (SlurmNews){.event = SLURM_REFUSED, .text = said});
        return OUTCOME_MISUSED;
    }
    g_autofree char *line = g_strdup_printf("%s\n", *job);
    return deal_put_text(dir, JOB_FILE, line) ? OUTCOME_DONE : OUTCOME_UNWRITABLE;
}

/** Hands in the base, where it is waited for, and then the array of the others. */
static Outcome hand_in_all(const SlurmCourse *course, int tasks, char **job) {
    static const char *const none[] = {NULL};
    const bool base = course->waiting[0] == 0;
    g_autofree char *first = NULL;
    Outcome outcome = base ? hand_in(course, none, TASK_OF_BASE, &first) : OUTCOME_DONE;
    if (outcome != OUTCOME_DONE || tasks == 0) {
        *job = g_steal_pointer(&first);
        return outcome;
    }
    g_autofree char *array = g_strdup_printf("--array=0-%d", tasks - 1);
    g_autofree char *after = g_strdup_printf("--dependency=afterok:%s", base ? first : "");
    const char *const alone[] = {array, NULL};
    const char *const dependent[] = {array, after, "--kill-on-invalid-dep=yes", NULL};
    return hand_in(course, base ? dependent : alone, NULL, job);
}

/** Deals out the points that have no row. @param job  receives the number of the job that is to be
 * waited for, to be freed with g_free() */
static Outcome submit(const SlurmCourse *course, char **job) {
    const EngineWork *work = course->work;
    const int base = course->waiting[0] == 0;
    const int count = course->n_waiting - base, tasks = MIN(count, course->order->tasks);
    const int limit = slurm_array_max(work->stop);
    if (limit > 0 && tasks > limit) {
        tell(course, (SlurmNews){.event = SLURM_TOO_MANY, .tasks = tasks, .limit = limit});
        return OUTCOME_MISUSED;
    }
    if (engine_is_stopped(work)) {
        return OUTCOME_STOPPED;
    }
    if (!deal_put(&course->order->deal, work, course->waiting + base, count, tasks) ||
        !put_script(work->dir)) {
        return OUTCOME_UNWRITABLE;
    }
    const Outcome outcome = hand_in_all(course, tasks, job);
    if (outcome == OUTCOME_DONE) {
        tell(course, (SlurmNews){.event = SLURM_HANDED_IN,
                                 .job = *job,
                                 .tasks = tasks,
                                 .points = course->n_waiting});
    }
    return outcome;
}

/* ---- waiting ---- */

/** Names of the rows that are there. To list the folder is to look at it anew, where a file server
 * would tell from memory that a name is not there. */
static GHashTable *row_names(const char *dir) {
    GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autofree char *path = g_build_filename(dir, "rows", NULL);
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    const char *name = NULL;
    while (folder != NULL && (name = g_dir_read_name(folder)) != NULL) {
        g_hash_table_add(names, g_strdup(name));
    }
    return names;
}

/** Takes points off the list that have their rows. */
static Outcome take_rows(SlurmCourse *course) {
    const EngineWork *work = course->work;
    g_autoptr(GHashTable) names = row_names(work->dir);
    int left = 0;
    Outcome outcome = OUTCOME_DONE;
    for (int i = 0; i < course->n_waiting; i++) {
        const PointEnd end = {.number = course->waiting[i]};
        char id[POINT_ID_SIZE];
        g_autofree char *name = g_strconcat(point_id(work->sweep, end.number, id), ".json", NULL);
        if (!g_hash_table_contains(names, name) || !work->stands(end.number, work->user)) {
            course->waiting[left++] = end.number;
        } else if (!work->ended(&end, work->user)) {
            outcome = OUTCOME_UNWRITABLE;
        }
    }
    course->n_waiting = left;
    return outcome;
}

static QueueState look(SlurmCourse *course, const char *job) {
    g_autofree char *said = NULL;
    const QueueState state = slurm_look(job, course->work->stop, &said);
    if (state == QUEUE_SILENT && !course->silent && !engine_is_stopped(course->work)) {
        tell(course, (SlurmNews){.event = SLURM_SILENT, .job = job, .text = said});
    }
    course->silent = state == QUEUE_SILENT;
    return state;
}

/** Waits until all rows are there, or the job has left the queue. */
static Outcome await_job(SlurmCourse *course, const char *job) {
    int without = 0; /* looks at the queue in a row that did not find it */
    gint64 next_us = g_get_monotonic_time() + QUEUE_LOOK_US;
    for (;;) {
        const bool over = without >= LOOKS_AFTER;
        const Outcome outcome = take_rows(course);
        if (outcome != OUTCOME_DONE || course->n_waiting == 0 || over) {
            return outcome;
        }
        if (g_get_monotonic_time() >= next_us) {
            const QueueState state = look(course, job);
            without = state == QUEUE_LEFT ? without + 1 : 0;
            next_us = g_get_monotonic_time() + QUEUE_LOOK_US;
        }
        if (engine_is_stopped(course->work)) {
            tell(course, (SlurmNews){.event = SLURM_GOES_ON, .job = job});
            return OUTCOME_STOPPED;
        }
        g_usleep(ROWS_LOOK_US);
    }
}

static void tell_lost(const SlurmCourse *course, const char *job) {
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < MIN(course->n_waiting, LOST_TOLD); i++) {
        char id[POINT_ID_SIZE];
        g_string_append_printf(text, i == 0 ? "%s" : " %s",
                               point_id(course->work->sweep, course->waiting[i], id));
    }
    if (course->n_waiting > LOST_TOLD) {
        g_string_append(text, " …");
    }
    tell(course,
         (SlurmNews){
             .event = SLURM_LOST, .job = job, .points = course->n_waiting, .text = text->str});
}

/* ---- both ---- */

/** The job that an earlier command handed in, to be freed with g_free(); NULL where there is none.
 */
static char *earlier_job(const char *dir) {
    g_autofree char *path = deal_path(dir, JOB_FILE);
    char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL)) {
        return NULL;
    }
    text[strspn(text, "0123456789")] = '\0';
    if (text[0] == '\0') {
        g_clear_pointer(&text, g_free);
    }
    return text;
}

/** Waits for a job that is under way already: what it makes need not be made twice, nor by two at
 * the same time.
 *  @param over  receives whether there is none any more */
static Outcome await_earlier(SlurmCourse *course, bool *over) {
    g_autofree char *job = earlier_job(course->work->dir);
    *over = true;
    if (job == NULL || look(course, job) == QUEUE_LEFT) {
        return take_rows(course);
    }
    if (!course->order->wait || engine_is_stopped(course->work)) {
        *over = false;
        tell(course, (SlurmNews){.event = SLURM_GOES_ON, .job = job});
        return engine_is_stopped(course->work) ? OUTCOME_STOPPED : take_rows(course);
    }
    tell(course, (SlurmNews){.event = SLURM_BEFORE, .job = job});
    return await_job(course, job);
}

static Outcome submit_and_wait(SlurmCourse *course) {
    g_autofree char *job = NULL;
    Outcome outcome = submit(course, &job);
    if (outcome != OUTCOME_DONE) {
        return outcome;
    }
    if (!course->order->wait) {
        tell(course, (SlurmNews){.event = SLURM_GOES_ON, .job = job});
        return OUTCOME_DONE;
    }
    outcome = await_job(course, job);
    if (outcome == OUTCOME_DONE && course->n_waiting > 0) {
        tell_lost(course, job);
    }
    return outcome;
}

static Outcome run_slurm(const EngineWork *work, void *engine) {
    SlurmCourse course = {.work = work,
                          .order = engine,
                          .waiting = g_new(int, work->count),
                          .n_waiting = work->count};
    for (int i = 0; i < work->count; i++) {
        course.waiting[i] = work->numbers[i];
    }
    bool over = false; /* nothing is under way, and all that is missing can be handed in */
    Outcome outcome = OUTCOME_DONE;
    if (work->count > 0 && !slurm_is_there()) {
        tell(&course, (SlurmNews){.event = SLURM_ABSENT});
        outcome = OUTCOME_MISUSED;
    } else if (work->count > 0) {
        outcome = deal_clear(work) ? await_earlier(&course, &over) : OUTCOME_UNWRITABLE;
    }
    if (outcome == OUTCOME_DONE && over && course.n_waiting > 0) {
        outcome = submit_and_wait(&course);
    }
    const int cause = errno;
    g_free(course.waiting);
    errno = cause;
    return outcome;
}

Engine slurm_engine(SlurmOrder *order) {
    return (Engine){run_slurm, order};
}
