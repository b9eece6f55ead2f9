/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Task k of T gets the k-th of the points that are missing, the k+T-th, and so on. */
#include "study/sweep/deal.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/atomic_file.h"
#include "study/sweep/points.h"
#include "study/sweep/row_store.h"

enum { TASKS_FOLDER_MODE = 0777 };

#define TASKS_FOLDER "slurm"
#define WORDS_FILE "sweep.json"

/* ---- writing ---- */

char *deal_path(const char *dir, const char *name) {
    return g_build_filename(dir, TASKS_FOLDER, name, NULL);
}

bool deal_put_text(const char *dir, const char *name, const char *text) {
    g_autofree char *path = deal_path(dir, name);
    AtomicFile file;
    if (!atomic_file_begin(path, &file)) {
        return false;
    }
    out_file_write(&file.out, text, strlen(text));
    return atomic_file_commit(&file);
}

bool deal_clear(const EngineWork *work) {
    for (int i = 0; i < work->count; i++) {
        char id[POINT_ID_SIZE];
        if (work->stands(work->numbers[i], work->user) &&
            !row_store_drop(work->dir, point_id(work->sweep, work->numbers[i], id))) {
            return false;
        }
    }
    return true;
}

/** How the sweep was asked for, as an object; NULL where it is not in UTF-8 or memory ran out. */
static json_t *words_object(const DealOrder *order) {
    g_autofree char *folder = g_get_current_dir();
    json_t *root = json_object(), *list = json_array();
    int failed = 0;
    for (int i = 0; i < order->n_words; i++) {
        failed |= json_array_append_new(list, json_string(order->words[i]));
    }
    failed |= json_object_set_new(root, "folder", json_string(folder)) |
              json_object_set_new(root, "program", json_string(order->program)) |
              json_object_set_new(root, "arguments", list);
    if (failed != 0) {
        json_decref(root);
        return NULL;
    }
    return root;
}

static bool put_words(const DealOrder *order, const char *dir) {
    json_t *root = words_object(order);
    char *text = root == NULL ? NULL : json_dumps(root, JSON_INDENT(2));
    json_decref(root);
    if (text == NULL) {
        errno = EILSEQ;
        return false;
    }
    const bool put = deal_put_text(dir, WORDS_FILE, text);
    const int cause = errno;
    free(text);
    errno = cause;
    return put;
}

static char *points_name(int task) {
    return g_strdup_printf("ids-%d.txt", task);
}

/** Writes the points of one task. */
static bool put_points(const EngineWork *work, const int *numbers, int count, int task, int tasks) {
    g_autoptr(GString) text = g_string_new(NULL);
    g_autofree char *name = points_name(task);
    for (int i = task; i < count; i += tasks) {
        char id[POINT_ID_SIZE];
        g_string_append_printf(text, "%s\n", point_id(work->sweep, numbers[i], id));
    }
    return deal_put_text(work->dir, name, text->str);
}

/** Removes the points of tasks that an earlier deal had beyond these. */
static void remove_points(const char *dir, int tasks) {
    for (int task = tasks;; task++) {
        g_autofree char *name = points_name(task);
        g_autofree char *path = deal_path(dir, name);
        if (g_unlink(path) != 0) {
            return;
        }
    }
}

bool deal_put(const DealOrder *order, const EngineWork *work, const int *numbers, int count,
              int tasks) {
    g_autofree char *folder = g_build_filename(work->dir, TASKS_FOLDER, NULL);
    if (g_mkdir_with_parents(folder, TASKS_FOLDER_MODE) != 0 || !put_words(order, work->dir)) {
        return false;
    }
    for (int task = 0; task < tasks; task++) {
        if (!put_points(work, numbers, count, task, tasks)) {
            return false;
        }
    }
    remove_points(work->dir, tasks);
    return true;
}

char *deal_command(const char *dir) {
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *whole = g_canonicalize_filename(dir, NULL);
    g_autofree char *quoted_program = g_shell_quote(program == NULL ? "banlie" : program);
    g_autofree char *quoted_dir = g_shell_quote(whole);
    return g_strdup_printf("%s sweep-task %s", quoted_program, quoted_dir);
}

/* ---- reading ---- */

char **deal_arguments(const char *dir, char **folder, char program[DIGEST_TEXT_SIZE]) {
    g_autofree char *path = deal_path(dir, WORDS_FILE);
    json_t *root = json_load_file(path, 0, NULL);
    const json_t *list = json_object_get(root, "arguments");
    const char *digest = json_string_value(json_object_get(root, "program"));
    *folder = g_strdup(json_string_value(json_object_get(root, "folder")));
    char **arguments = NULL;
    if (json_array_size(list) > 0 && digest != NULL && *folder != NULL) {
        arguments = g_new0(char *, json_array_size(list) + 1);
        for (size_t i = 0; i < json_array_size(list); i++) {
            const char *text = json_string_value(json_array_get(list, i));
            arguments[i] = g_strdup(text == NULL ? "" : text);
        }
        g_strlcpy(program, digest, DIGEST_TEXT_SIZE);
    }
    json_decref(root);
    return arguments;
}

GArray *deal_points(const char *dir, const char *task) {
    g_autofree char *name = g_strdup_printf("ids-%s.txt", task);
    g_autofree char *path = deal_path(dir, name);
    g_autofree char *text = NULL;
    const bool base = strcmp(task, TASK_OF_BASE) == 0;
    if (!base && !g_file_get_contents(path, &text, NULL, NULL)) {
        return NULL;
    }
    GArray *points = g_array_new(FALSE, FALSE, sizeof(int));
    if (base) {
        const int number = 0;
        g_array_append_val(points, number);
        return points;
    }
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (int i = 0; lines[i] != NULL; i++) {
        const int number = (int)g_ascii_strtoll(lines[i], NULL, 10);
        if (number > 0) {
            g_array_append_val(points, number);
        }
    }
    return points;
}
