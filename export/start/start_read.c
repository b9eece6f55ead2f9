/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the file whole, and takes it only where all of it is as it should be. */
#include <errno.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>

#include "export/start/start_document.h"
#include "export/start/start_shape.h"

/** The whole file; NULL where it cannot be read, or is larger than any start. */
static char *read_start_bytes(const char *path, size_t *size, StartFileError *error) {
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    size_t room = 0;
    *size = 0;
    while (file != NULL) {
        if (*size == room) {
            room = room == 0 ? 65536 : 2 * room;
            char *larger = realloc(bytes, room);
            if (larger == NULL || room > START_FILE_BYTES_MAX) {
                free(larger == NULL ? bytes : larger);
                (void)fclose(file);
                *error =
                    (StartFileError){larger == NULL ? START_FILE_MEMORY : START_FILE_FOREIGN, 0, 0};
                return NULL;
            }
            bytes = larger;
        }
        const size_t more = fread(bytes + *size, 1, room - *size, file);
        *size += more;
        if (more == 0) {
            break;
        }
    }
    if (file == NULL || ferror(file)) {
        *error = (StartFileError){START_FILE_MISSING, errno, 0};
        free(bytes);
        bytes = NULL;
    }
    if (file != NULL) {
        (void)fclose(file);
    }
    return bytes;
}

/** What is wrong with a document; false where nothing is. */
static bool find_fault(const json_t *root, const json_error_t *parsed, StartFileError *error) {
    if (root == NULL) {
        const bool memory = json_error_code(parsed) == json_error_out_of_memory;
        *error = (StartFileError){memory ? START_FILE_MEMORY : START_FILE_FOREIGN, 0,
                                  memory ? 0 : parsed->line};
        return true;
    }
    const json_t *version = json_object_get(root, START_VERSION);
    if (json_is_integer(version) && json_integer_value(version) != START_FILE_FORMAT) {
        *error = (StartFileError){START_FILE_VERSION, 0, 0};
        return true;
    }
    if (!json_is_integer(version) || !start_shape_right(root)) {
        *error = (StartFileError){START_FILE_FOREIGN, 0, 0};
        return true;
    }
    return false;
}

StartFile *start_file_read(const char *dir, StartFileError *error) {
    g_autofree char *path = g_build_filename(dir, START_FILE_NAME, NULL);
    size_t size = 0;
    char *bytes = read_start_bytes(path, &size, error);
    if (bytes == NULL) {
        return NULL;
    }
    json_error_t parsed;
    json_t *root = json_loadb(bytes, size, JSON_REJECT_DUPLICATES, &parsed);
    free(bytes);
    if (find_fault(root, &parsed, error)) {
        json_decref(root);
        return NULL;
    }
    StartFile *file = g_new0(StartFile, 1);
    file->root = root;
    return file;
}

void start_file_free(StartFile *file) {
    if (file != NULL) {
        json_decref(file->root);
        g_free(file);
    }
}
