/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row as JSON: every figure with as many digits as read back the same. */
#include "study/sweep/row_store.h"

#include <errno.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "base/atomic_file.h"

enum { EXACT_DIGITS = 17, FOLDER_MODE = 0777, ROW_BYTES_MAX = 1024 * 1024 };

/** The figures beside those of the plan. */
static const struct {
    const char *key;
    size_t offset;
} FIGURES[] = {
    {"objective", offsetof(SweepRow, objective)},
    {"bound", offsetof(SweepRow, bound)},
    {"relaxation", offsetof(SweepRow, relaxation)},
    {"gap", offsetof(SweepRow, gap)},
};

static double *figure_of(SweepRow *row, size_t which) {
    return (double *)(void *)((char *)row + FIGURES[which].offset);
}

RowMaking row_making_now(int64_t started_us) {
    struct rusage usage;
    RowMaking making = {.started_s = started_us / G_USEC_PER_SEC,
                        .seconds = (double)(g_get_real_time() - started_us) / G_USEC_PER_SEC};
    g_strlcpy(making.host, g_get_host_name(), sizeof making.host);
    if (getrusage(RUSAGE_SELF, &usage) == 0) {
        making.peak_memory_bytes = (int64_t)usage.ru_maxrss * 1024; /* Linux counts in KiB */
    }
    return making;
}

/* ---- writing ---- */

static json_t *exact_number(double value) {
    return isfinite(value) ? json_real(value) : json_null();
}

/** How the row was made. */
static json_t *making_object(const RowMaking *making) {
    json_t *object = json_object();
    int failed =
        json_object_set_new(object, "host", json_string(making->host)) |
        json_object_set_new(object, "started", json_integer(making->started_s)) |
        json_object_set_new(object, "seconds", exact_number(making->seconds)) |
        json_object_set_new(object, "peak_memory_bytes", json_integer(making->peak_memory_bytes));
    if (failed != 0) {
        json_decref(object);
        return NULL;
    }
    return object;
}

static json_t *text_or_null(const char *text) {
    return text == NULL ? json_null() : json_string(text);
}

/** The row as an object; NULL where memory ran out. */
static json_t *row_object(const char *id, const SweepRow *row, const char *digest,
                          const RowMaking *making) {
    json_t *root = json_object();
    json_t *kpi = json_object();
    SweepRow copy = *row;
    int failed =
        json_object_set_new(root, "id", json_string(id)) |
        json_object_set_new(root, "digest", json_string(digest)) |
        json_object_set_new(root, "status", json_string(row_status_word(row->status))) |
        json_object_set_new(root, "reason", text_or_null(row->reason)) |
        json_object_set_new(root, "repeatable",
                            row->repeatable < 0 ? json_null() : json_boolean(row->repeatable));
    for (size_t i = 0; i < G_N_ELEMENTS(FIGURES); i++) {
        failed |= json_object_set_new(root, FIGURES[i].key, exact_number(*figure_of(&copy, i)));
    }
    for (int i = 0; i < N_KPI_COLUMNS; i++) {
        failed |= json_object_set_new(kpi, kpi_columns[i].name, exact_number(row->kpi[i]));
    }
    failed |= json_object_set_new(root, "kpi", kpi);
    failed |= json_object_set_new(root, "run", making_object(making));
    if (failed != 0) {
        json_decref(root);
        return NULL;
    }
    return root;
}

/** The text of the file, to be freed with free(); NULL where memory ran out. */
static char *stored_row_text(const char *id, const SweepRow *row, const char *digest,
                             const RowMaking *making) {
    json_t *root = row_object(id, row, digest, making);
    char *text =
        root == NULL ? NULL : json_dumps(root, JSON_INDENT(2) | JSON_REAL_PRECISION(EXACT_DIGITS));
    json_decref(root);
    return text;
}

static char *row_path(const char *dir, const char *id) {
    g_autofree char *name = g_strconcat(id, ".json", NULL);
    return g_build_filename(dir, "rows", name, NULL);
}

static bool put_text(const char *path, const char *text) {
    AtomicFile file;
    if (!atomic_file_begin(path, &file)) {
        return false;
    }
    out_file_write(&file.out, text, strlen(text));
    out_file_write(&file.out, "\n", 1);
    return atomic_file_commit(&file);
}

bool row_store_put(const char *dir, const char *id, const SweepRow *row, const char *digest,
                   const RowMaking *making) {
    g_autofree char *folder = g_build_filename(dir, "rows", NULL);
    g_autofree char *path = row_path(dir, id);
    if (g_mkdir_with_parents(folder, FOLDER_MODE) != 0) {
        return false;
    }
    char *text = stored_row_text(id, row, digest, making);
    if (text == NULL) {
        errno = ENOMEM;
        return false;
    }
    const bool put = put_text(path, text);
    const int cause = errno;
    free(text);
    errno = cause;
    return put;
}

/* ---- reading ---- */

static double number_or_none(const json_t *value) {
    return json_is_number(value) ? json_number_value(value) : (double)NAN;
}

static void take_making(const json_t *run, RowMaking *making) {
    const char *host = json_string_value(json_object_get(run, "host"));
    g_strlcpy(making->host, host == NULL ? "" : host, sizeof making->host);
    making->started_s = json_integer_value(json_object_get(run, "started"));
    making->seconds = json_number_value(json_object_get(run, "seconds"));
    making->peak_memory_bytes = json_integer_value(json_object_get(run, "peak_memory_bytes"));
}

/** Takes an object over. @return false where it is no row of this id */
static bool take_stored_row(const json_t *root, const char *id, StoredRow *stored) {
    const char *own = json_string_value(json_object_get(root, "id"));
    const char *digest = json_string_value(json_object_get(root, "digest"));
    const char *status = json_string_value(json_object_get(root, "status"));
    const json_t *kpi = json_object_get(root, "kpi");
    if (own == NULL || digest == NULL || status == NULL || strcmp(own, id) != 0 ||
        strlen(digest) >= sizeof stored->digest || !json_is_object(kpi)) {
        return false;
    }
    SweepRow *row = &stored->row;
    g_strlcpy(stored->digest, digest, sizeof stored->digest);
    stored->reason = g_strdup(json_string_value(json_object_get(root, "reason")));
    row->reason = stored->reason;
    row->status = row_status_of(status);
    const json_t *repeatable = json_object_get(root, "repeatable");
    row->repeatable = json_is_boolean(repeatable) ? json_is_true(repeatable) : -1;
    for (size_t i = 0; i < G_N_ELEMENTS(FIGURES); i++) {
        *figure_of(row, i) = number_or_none(json_object_get(root, FIGURES[i].key));
    }
    for (int i = 0; i < N_KPI_COLUMNS; i++) {
        row->kpi[i] = number_or_none(json_object_get(kpi, kpi_columns[i].name));
    }
    take_making(json_object_get(root, "run"), &stored->making);
    return row->status != ROW_MISSING;
}

StoredRow row_store_get(const char *dir, const char *id) {
    StoredRow stored = {.row = sweep_row_missing()};
    g_autofree char *path = row_path(dir, id);
    GStatBuf info;
    if (g_stat(path, &info) != 0 || info.st_size > ROW_BYTES_MAX) {
        return stored;
    }
    json_t *root = json_load_file(path, 0, NULL);
    if (!take_stored_row(root, id, &stored)) {
        stored_row_clear(&stored);
    }
    json_decref(root);
    return stored;
}

void stored_row_clear(StoredRow *stored) {
    g_free(stored->reason);
    *stored = (StoredRow){.row = sweep_row_missing()};
}

bool row_store_drop(const char *dir, const char *id) {
    g_autofree char *path = row_path(dir, id);
    return g_unlink(path) == 0 || errno == ENOENT;
}
