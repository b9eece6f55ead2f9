/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Runs a fuzz target on files, in place of libFuzzer: the corpus stays right without it.
 *
 *  Arguments: folders of inputs. What the target says on standard output and error is dropped. */
#include <stdio.h>
#include <stdlib.h>

#include <glib.h>

#include "tests/fuzz/fuzz.h"

static gint compare_names(gconstpointer a, gconstpointer b) {
    return g_strcmp0(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *names_in(const char *folder) {
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    GDir *dir = g_dir_open(folder, 0, NULL);
    const char *name = dir == NULL ? NULL : g_dir_read_name(dir);
    for (; name != NULL; name = g_dir_read_name(dir)) {
        g_ptr_array_add(names, g_build_filename(folder, name, NULL));
    }
    if (dir != NULL) {
        g_dir_close(dir);
    }
    g_ptr_array_sort(names, compare_names);
    return names;
}

int main(int argc, char **argv) {
    int count = 0;
    /* The last line of the log names the input of a crash. */
    FILE *log = fopen("/dev/fd/2", "w");
    if (log == NULL || freopen("/dev/null", "w", stdout) == NULL ||
        freopen("/dev/null", "w", stderr) == NULL) {
        return EXIT_FAILURE;
    }
    setvbuf(log, NULL, _IONBF, 0);
    for (int i = 1; i < argc; i++) {
        GPtrArray *names = names_in(argv[i]);
        for (guint j = 0; j < names->len; j++, count++) {
            const char *name = g_ptr_array_index(names, j);
            char *bytes = NULL;
            gsize size = 0;
            fprintf(log, "%s\n", name);
            if (!g_file_get_contents(name, &bytes, &size, NULL)) {
                return EXIT_FAILURE;
            }
            LLVMFuzzerTestOneInput((const uint8_t *)bytes, size);
            g_free(bytes);
        }
        g_ptr_array_free(names, TRUE);
    }
    fprintf(log, "%d inputs\n", count);
    fclose(log);
    return count > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
