/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wagon sets as this plan begins, and what gone trains and reposition runs take and bring later: by
 * the earlier plan's rakes.csv, and what it was told of stations at which nothing happened. */
#include <string.h>

#include "config/rolling/rolling.h"

static const int RAKES_READ[] = {RAKE_POOL,   RAKE_STATION, RAKE_AT, RAKE_TRAIN,
                                 RAKE_CHANGE, RAKE_SETS,    -1};

static const char REPOSITION[] = "reposition ";

static Standing *sets_of(Rolling *rolling, const char *pool, const char *station) {
    for (guint i = 0; i < rolling->sets->len; i++) {
        Standing *standing = &g_array_index(rolling->sets, Standing, i);
        if (strcmp(standing->what, pool) == 0 && strcmp(standing->station, station) == 0) {
            return standing;
        }
    }
    Standing none = {pool, station, 0, 0};
    g_array_append_val(rolling->sets, none);
    return &g_array_index(rolling->sets, Standing, rolling->sets->len - 1);
}

/** The day in `reposition ALA-YIW@2026-12-01` lies before this plan; other names: the train's gone.
 */
static bool cause_is_gone(const Rolling *rolling, const char *train) {
    const char *day = strchr(train, '@');
    Date date;
    if (strncmp(train, REPOSITION, sizeof REPOSITION - 1) != 0 || day == NULL) {
        return g_hash_table_contains(rolling->gone, train);
    }
    return date_parse(day + 1, &date) == FAULT_NONE && date < rolling->first_day;
}

/** @param seen  stations of pools that the file names, as `pool\nstation` */
static bool roll_rake_row(Rolling *rolling, const EarlierFile *file, int at, GHashTable *seen) {
    const EarlierFolder *folder = &rolling->folder;
    CarriedRow row = carried_row(CARRIED_SET);
    Cell instant = {file, at, RAKE_AT};
    int sets;
    row.id = earlier_keep(folder, (Cell){file, at, RAKE_POOL});
    row.to = earlier_keep(folder, (Cell){file, at, RAKE_STATION});
    row.train = earlier_keep(folder, (Cell){file, at, RAKE_TRAIN});
    row.arrives = earlier_keep(folder, instant);
    if (!earlier_instant(folder, instant, &row.arrives_at) ||
        !earlier_count(folder, (Cell){file, at, RAKE_CHANGE}, INT_MIN, &row.boxes) ||
        !earlier_count(folder, (Cell){file, at, RAKE_SETS}, INT_MIN, &sets)) {
        return false;
    }
    Standing *standing = sets_of(rolling, row.id, row.to);
    bool first = g_hash_table_add(seen, g_strjoin("\n", row.id, row.to, NULL));
    if (g_hash_table_contains(rolling->stayed, row.train)) {
        standing->undone += row.boxes; /* the set stayed where it was */
    }
    if (row.arrives_at < rolling->start) {
        standing->count = sets - standing->undone;
        return true;
    }
    if (first) {
        standing->count = sets - row.boxes;
        standing->undone = 0;
    }
    if (cause_is_gone(rolling, row.train)) {
        g_array_append_val(rolling->rows, row);
    }
    return true;
}

bool roll_sets(Rolling *rolling) {
    EarlierFile file;
    bool ok = earlier_file_open(&rolling->folder, &file, TABLE_RAKES, RAKES_READ);
    GHashTable *seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < rolling->before->len; i++) {
        const CarriedRow *row = &g_array_index(rolling->before, CarriedRow, i);
        if (row->kind == CARRIED_SETS) {
            sets_of(rolling, row->id, row->to)->count = row->boxes;
        }
    }
    for (int at = 1; ok && at < file.table.csv.n_rows; at++) {
        ok = roll_rake_row(rolling, &file, at, seen);
    }
    g_hash_table_destroy(seen);
    plan_table_free(&file.table);
    return ok;
}
