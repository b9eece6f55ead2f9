/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE // nftw
#include "tests/unit/temp_dir.h"

#include <ftw.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>

char *temp_dir_make(void) {
    char *dir = g_dir_make_tmp("banlie-test-XXXXXX", NULL);
    if (dir == NULL) {
        abort();
    }
    return dir;
}

static int remove_entry(const char *path, const struct stat *info, int kind, struct FTW *walk) {
    (void)info;
    (void)kind;
    (void)walk;
    return remove(path);
}

void temp_dir_remove(char *dir) {
    (void)nftw(dir, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
    g_free(dir);
}

char *temp_dir_read(const char *dir, const char *name) {
    char *path = g_build_filename(dir, name, NULL);
    char *text = NULL;
    (void)g_file_get_contents(path, &text, NULL, NULL);
    g_free(path);
    return text;
}

void temp_dir_write(const char *dir, const char *name, const char *text) {
    char *path = g_build_filename(dir, name, NULL);
    if (!g_file_set_contents(path, text, -1, NULL)) {
        abort();
    }
    g_free(path);
}

int temp_dir_count(const char *dir) {
    GDir *entries = g_dir_open(dir, 0, NULL);
    int count = 0;
    while (entries != NULL && g_dir_read_name(entries) != NULL) {
        count++;
    }
    if (entries != NULL) {
        g_dir_close(entries);
    }
    return count;
}

bool temp_dir_has(const char *dir, const char *name) {
    char *path = g_build_filename(dir, name, NULL);
    const bool found = g_file_test(path, G_FILE_TEST_EXISTS);
    g_free(path);
    return found;
}
