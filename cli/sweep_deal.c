/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Task k of T gets the k-th of the missing points, the k+T-th, and so on. */
#include "cli/sweep_deal.h"

#include <errno.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/atomic_file.h"
#include "cli/speech.h"
#include "study/sweep/points.h"

enum { TASKS_FOLDER_MODE = 0777 };

/** Within that of the sweep: whatever queue runs them, the files are the same. */
#define TASKS_FOLDER "slurm"

static ExitCode deal_failed(const char *place) {
    fprintf(stderr, say("banlie sweep: %s: %s\n"), place, g_strerror(errno));
    return EXIT_IO;
}

static bool put_lines(const char *path, const char *text) {
    AtomicFile file;
    if (!atomic_file_begin(path, &file)) {
        return false;
    }
    out_file_write(&file.out, text, strlen(text));
    return atomic_file_commit(&file);
}

static char *tasks_path(const char *dir, const char *name) {
    return g_build_filename(dir, TASKS_FOLDER, name, NULL);
}

/** Writes down how the sweep was asked for. */
static bool put_arguments(const SweepJob *job, int argc, char **argv) {
    json_t *root = json_object(), *list = json_array();
    g_autofree char *folder = g_get_current_dir();
    g_autofree char *path = tasks_path(job->options->out_dir, "sweep.json");
    for (int i = 0; i < argc; i++) {
        (void)json_array_append_new(list, json_string(argv[i]));
    }
    (void)json_object_set_new(root, "folder", json_string(folder));
    (void)json_object_set_new(root, "program", json_string(job->program));
    (void)json_object_set_new(root, "arguments", list);
    char *text = json_dumps(root, JSON_INDENT(2));
    json_decref(root);
    const bool put = text != NULL && put_lines(path, text);
    free(text);
    return put;
}

/** Writes the points of one task. */
static bool put_points(const SweepJob *job, const int *missing, int count, int task, int tasks) {
    g_autoptr(GString) text = g_string_new(NULL);
    g_autofree char *name = g_strdup_printf("ids-%d.txt", task);
    g_autofree char *path = tasks_path(job->options->out_dir, name);
    for (int i = task; i < count; i += tasks) {
        char id[POINT_ID_SIZE];
        g_string_append_printf(text, "%s\n", point_id(job->sweep, missing[i], id));
    }
    return put_lines(path, text->str);
}

/** A command that can be run in any folder. */
static void print_command(const char *dir, int task) {
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *whole = g_canonicalize_filename(dir, NULL);
    g_autofree char *quoted_program = g_shell_quote(program == NULL ? "banlie" : program);
    g_autofree char *quoted_dir = g_shell_quote(whole);
    printf("%s sweep-task %s %d\n", quoted_program, quoted_dir, task);
}

ExitCode sweep_deal(const SweepJob *job, int argc, char **argv) {
    const char *dir = job->options->out_dir;
    g_autofree char *folder = g_build_filename(dir, TASKS_FOLDER, NULL);
    g_autofree int *missing = g_new(int, (gsize)job->sweep->n_points + 1);
    const int count = sweep_missing(&job->order, missing);
    const int tasks = MIN(count, job->options->tasks);
    if (count < 0) {
        fputs(say("banlie sweep: memory ran out\n"), stderr);
        return EXIT_INTERNAL;
    }
    if (g_mkdir_with_parents(folder, TASKS_FOLDER_MODE) != 0 || !put_arguments(job, argc, argv)) {
        return deal_failed(folder);
    }
    for (int task = 0; task < tasks; task++) {
        if (!put_points(job, missing, count, task, tasks)) {
            return deal_failed(folder);
        }
        print_command(dir, task);
    }
    return EXIT_ROWS_MISSING;
}

char **sweep_deal_arguments(const char *dir, char **folder, char program[DIGEST_TEXT_SIZE]) {
    g_autofree char *path = tasks_path(dir, "sweep.json");
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

GArray *sweep_deal_points(const char *dir, const char *task) {
    g_autofree char *name = g_strdup_printf("ids-%s.txt", task);
    g_autofree char *path = tasks_path(dir, name);
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL)) {
        return NULL;
    }
    GArray *points = g_array_new(FALSE, FALSE, sizeof(int));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (int i = 0; lines[i] != NULL; i++) {
        const int number = (int)g_ascii_strtoll(lines[i], NULL, 10);
        if (number > 0) {
            g_array_append_val(points, number);
        }
    }
    return points;
}
