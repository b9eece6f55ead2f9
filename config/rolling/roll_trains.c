/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trains that an earlier plan has sent off: those of its trains.csv that depart before this plan
 * begins, with their calls in timetable.csv, and all that it had under way itself. */
#include <string.h>

#include "config/finding_codes.h"
#include "config/rolling/rolling.h"

static const int TRAINS_READ[] = {TRAIN_NAME,    TRAIN_LINE,    TRAIN_RUNS,
                                  TRAIN_DEPARTS, TRAIN_ARRIVES, -1};
static const int CALLS_READ[] = {STOP_TRAIN, STOP_SEQ, STOP_STATION, STOP_ARRIVES, STOP_DEPARTS,
                                 STOP_SLOT,  -1};

/** A leg from one row of timetable.csv to the next. */
static bool read_train_leg(const Rolling *rolling, const EarlierFile *calls, int at,
                           CarriedRow *row) {
    const EarlierFolder *folder = &rolling->folder;
    Cell departs = {calls, at, STOP_DEPARTS}, arrives = {calls, at + 1, STOP_ARRIVES};
    row->slot = earlier_keep(folder, (Cell){calls, at, STOP_SLOT});
    row->from = earlier_keep(folder, (Cell){calls, at, STOP_STATION});
    row->to = earlier_keep(folder, (Cell){calls, at + 1, STOP_STATION});
    row->departs = earlier_keep(folder, departs);
    row->arrives = earlier_keep(folder, arrives);
    return earlier_instant(folder, departs, &row->departs_at) &&
           earlier_instant(folder, arrives, &row->arrives_at);
}

/** The legs of one train: its rows of timetable.csv from `first` on. */
static bool add_train_rows(Rolling *rolling, const EarlierFile *calls, int first, const char *name,
                           const char *line) {
    CarriedRow row = carried_row(CARRIED_TRAIN);
    row.id = line;
    row.train = name;
    for (int at = first; at + 1 < calls->table.csv.n_rows; at++) {
        const char *next = earlier_text((Cell){calls, at + 1, STOP_TRAIN});
        row.seq = at - first + 1;
        if (strcmp(next, name) != 0) {
            return true;
        }
        if (!read_train_leg(rolling, calls, at, &row)) {
            return false;
        }
        g_array_append_val(rolling->rows, row);
    }
    return true;
}

/** The first row of timetable.csv of each train, by name. */
static GHashTable *first_calls(const EarlierFile *calls) {
    GHashTable *first = g_hash_table_new(g_str_hash, g_str_equal);
    for (int at = calls->table.csv.n_rows - 1; at >= 1; at--) {
        g_hash_table_insert(first, (gpointer)earlier_text((Cell){calls, at, STOP_TRAIN}),
                            GINT_TO_POINTER(at));
    }
    return first;
}

static bool roll_train(Rolling *rolling, const EarlierFile *trains, int at,
                       const EarlierFile *calls, GHashTable *first) {
    const EarlierFolder *folder = &rolling->folder;
    const char *name = earlier_keep(folder, (Cell){trains, at, TRAIN_NAME});
    const char *runs = earlier_text((Cell){trains, at, TRAIN_RUNS});
    Minute departs, arrives;
    if (strcmp(runs, "under_way") == 0) {
        g_hash_table_add(rolling->gone, (gpointer)name);
        return true; /* its legs stand in carried_over.csv */
    }
    if (strcmp(runs, "true") != 0) {
        return true;
    }
    if (!earlier_instant(folder, (Cell){trains, at, TRAIN_DEPARTS}, &departs) ||
        !earlier_instant(folder, (Cell){trains, at, TRAIN_ARRIVES}, &arrives)) {
        return false;
    }
    if (departs >= rolling->start) {
        return true;
    }
    if (happened_find(&rolling->folder.kase->commitments, rolling->found, HAPPENED_TRAIN, name,
                      NULL) != NULL) {
        g_hash_table_add(rolling->stayed, (gpointer)name);
        return true;
    }
    g_hash_table_add(rolling->gone, (gpointer)name);
    int call = GPOINTER_TO_INT(g_hash_table_lookup(first, name));
    if (call == 0) {
        finding_error(folder->findings, earlier_place((Cell){trains, at, TRAIN_NAME}),
                      FINDING_PLAN_TRAIN_CALLS, name);
        return false;
    }
    return !rolling_keeps(rolling, arrives) ||
           add_train_rows(rolling, calls, call, name,
                          earlier_keep(folder, (Cell){trains, at, TRAIN_LINE}));
}

/** What the earlier plan had under way, as far as it is not over for long. */
static void roll_earlier_trains(Rolling *rolling) {
    guint end;
    for (guint first = 0; first < rolling->before->len; first = end) {
        const CarriedRow *rows = &g_array_index(rolling->before, CarriedRow, first);
        end = carried_group_end(rolling->before, first);
        if (rows->kind == CARRIED_TRAIN || rows->kind == CARRIED_SET) {
            g_hash_table_add(rolling->gone, (gpointer)rows->train);
        }
        if (rows->kind == CARRIED_TRAIN &&
            rolling_keeps(rolling, rows[end - first - 1].arrives_at)) {
            g_array_append_vals(rolling->rows, rows, end - first);
        }
    }
}

bool roll_trains(Rolling *rolling) {
    EarlierFile trains, calls;
    bool ok = earlier_file_open(&rolling->folder, &trains, TABLE_TRAINS, TRAINS_READ);
    ok = earlier_file_open(&rolling->folder, &calls, TABLE_TIMETABLE, CALLS_READ) && ok;
    if (ok) {
        GHashTable *first = first_calls(&calls);
        for (int at = 1; ok && at < trains.table.csv.n_rows; at++) {
            ok = roll_train(rolling, &trains, at, &calls, first);
        }
        g_hash_table_destroy(first);
        roll_earlier_trains(rolling);
    }
    plan_table_free(&trains.table);
    plan_table_free(&calls.table);
    return ok;
}
