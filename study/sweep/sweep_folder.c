/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables are written in a hidden folder within, and put in their places one by one. */
#include "study/sweep/sweep_folder.h"

#include <errno.h>
#include <glib.h>
#include <glib/gstdio.h>

#include "base/temporary.h"
#include "study/sweep/sweep_tables.h"
#include "study/sweep/table_cells.h"

enum { SWEEP_FOLDER_MODE = 0777 };

/** What a table is written of. */
typedef struct {
    const Sweep *sweep;
    const StoredRow *stored; /**< NULL for scenarios.csv */
    const SweepRow *rows;    /**< likewise */
    const TableForm *form;
} TableSource;

typedef int TableWriter(const TableSource *source, const char *dir);

static int write_scenarios(const TableSource *source, const char *dir) {
    return scenarios_csv_write(source->sweep, dir, source->form);
}

static int write_results(const TableSource *source, const char *dir) {
    return results_csv_write(source->sweep, source->rows, dir, source->form);
}

static int write_effects(const TableSource *source, const char *dir) {
    return effects_csv_write(source->sweep, source->rows, dir, source->form);
}

static int write_percentiles(const TableSource *source, const char *dir) {
    return percentiles_csv_write(source->sweep, source->rows, dir, source->form);
}

/** `runs.csv`: `id,host,started,seconds,peak_memory_bytes`. */
static int write_runs(const TableSource *source, const char *dir) {
    static const char *const names[] = {"id", "host", "started", "seconds", "peak_memory_bytes"};
    CsvWriter csv = csv_writer_open(dir, "runs.csv", source->form);
    cells_put_names(&csv, names, G_N_ELEMENTS(names));
    csv_end_row(&csv);
    for (int number = 0; number <= source->sweep->n_points; number++) {
        const RowMaking *making = &source->stored[number].making;
        if (source->stored[number].row.status == ROW_MISSING) {
            continue;
        }
        char id[POINT_ID_SIZE];
        g_autoptr(GDateTime) started = g_date_time_new_from_unix_utc(making->started_s);
        g_autofree char *text =
            started == NULL ? NULL : g_date_time_format(started, "%Y-%m-%dT%H:%M:%SZ");
        csv_put_text(&csv, point_id(source->sweep, number, id));
        csv_put_text(&csv, making->host);
        csv_put_text(&csv, text);
        cells_put_figure(&csv, KPI_MONEY, making->seconds);
        csv_put_int(&csv, making->peak_memory_bytes);
        csv_end_row(&csv);
    }
    return csv_writer_close(&csv);
}

static const struct {
    const char *name;
    TableWriter *write;
} RESULT_TABLES[] = {{"effects.csv", write_effects},
                     {"percentiles.csv", write_percentiles},
                     {"runs.csv", write_runs},
                     {"results.csv", write_results}};

/** Removes a hidden folder of a run that is gone, with the one table that may be in it. */
static void remove_dead(const char *folder, void *user) {
    g_autofree char *file = g_build_filename(folder, (const char *)user, NULL);
    (void)g_unlink(file);
    (void)g_rmdir(folder);
}

/** Writes a table and puts it in its place. @return false on failure; errno says why */
static bool put_table(const TableSource *source, const char *dir, const char *name,
                      TableWriter *write) {
    Temporary temporary;
    temporary_each_dead(dir, name, remove_dead, (void *)(uintptr_t)name);
    if (!temporary_folder(dir, name, &temporary)) {
        return false;
    }
    g_autofree char *made = g_build_filename(temporary.path, name, NULL);
    g_autofree char *place = g_build_filename(dir, name, NULL);
    int cause = write(source, temporary.path);
    if (cause == 0 && g_rename(made, place) != 0) {
        cause = errno;
    }
    remove_dead(temporary.path, (void *)(uintptr_t)name);
    temporary_end(&temporary);
    errno = cause;
    return cause == 0;
}

bool sweep_folder_make(const char *dir) {
    return g_mkdir_with_parents(dir, SWEEP_FOLDER_MODE) == 0;
}

bool sweep_folder_put_scenarios(const Sweep *sweep, const char *dir, const TableForm *form) {
    const TableSource source = {.sweep = sweep, .form = form};
    return put_table(&source, dir, "scenarios.csv", write_scenarios);
}

bool sweep_folder_put_results(const Sweep *sweep, const StoredRow *stored, const char *dir,
                              const TableForm *form) {
    SweepRow *rows = g_new(SweepRow, (gsize)sweep->n_points + 1);
    for (int number = 0; number <= sweep->n_points; number++) {
        rows[number] = stored[number].row;
    }
    const TableSource source = {sweep, stored, rows, form};
    bool put = true;
    for (size_t i = 0; put && i < G_N_ELEMENTS(RESULT_TABLES); i++) {
        put = put_table(&source, dir, RESULT_TABLES[i].name, RESULT_TABLES[i].write);
    }
    const int cause = errno;
    g_free(rows);
    errno = cause;
    return put;
}
