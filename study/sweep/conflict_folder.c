/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file in a folder of its own, where a plan would be. */
#include "study/sweep/conflict_folder.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/atomic_file.h"
#include "export/conflict_json.h"

enum { CONFLICT_FOLDER_MODE = 0777 };

static char *conflict_path(const char *folder) {
    return g_build_filename(folder, "conflict.json", NULL);
}

bool conflict_folder_put(const char *folder, const Conflict *conflict) {
    g_autofree char *path = conflict_path(folder);
    char *text = conflict_json_text(conflict);
    AtomicFile file;
    bool put = false;
    if (text != NULL && g_mkdir_with_parents(folder, CONFLICT_FOLDER_MODE) == 0 &&
        atomic_file_begin(path, &file)) {
        out_file_write(&file.out, text, strlen(text));
        out_file_write(&file.out, "\n", 1);
        put = atomic_file_commit(&file);
    }
    free(text);
    return put;
}

void conflict_folder_drop(const char *folder) {
    g_autofree char *path = conflict_path(folder);
    if (g_unlink(path) == 0) {
        (void)g_rmdir(folder);
    }
}
