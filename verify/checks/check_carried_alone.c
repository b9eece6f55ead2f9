/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the rows of carried_over.csv against one another and against the plan's other files. */
#include "verify/checks/check_carried_alone.h"

#include <string.h>

#include "verify/checks/check_carried_rows.h"
#include "verify/read/expect.h"

/** The file, and where its legs are. */
typedef struct {
    PlanRead *plan;
    const CheckedTable *table;
    StateCounts *counts;
} AloneCheck;

/* ---- what each kind has ---- */

#define ROW_OF(kind) (1U << (kind))

/** Kinds that have something in a column that is no number. */
static unsigned kinds_with(int column) {
    const unsigned legs = ROW_OF(CARRIED_BOX) | ROW_OF(CARRIED_EMPTY);
    const unsigned rides = legs | ROW_OF(CARRIED_TRAIN);
    const unsigned boxes = ROW_OF(CARRIED_RETURN) | ROW_OF(CARRIED_LEASE);
    switch (column) {
    case CARRY_ID:
        return ~boxes;
    case CARRY_ITINERARY:
    case CARRY_MODE:
        return legs;
    case CARRY_TRAIN:
        return rides | ROW_OF(CARRIED_SET);
    case CARRY_CONTAINER:
        return legs | boxes;
    case CARRY_CARGO:
        return ROW_OF(CARRIED_BOX);
    case CARRY_FROM:
    case CARRY_DEPARTS:
        return rides;
    case CARRY_TO:
        return ~ROW_OF(CARRIED_SOLD);
    case CARRY_ARRIVES:
        return rides | ROW_OF(CARRIED_RETURN) | ROW_OF(CARRIED_SET);
    default:
        return ~0U;
    }
}

static bool cell_is_instant(const char *cell) {
    Minute at;
    return instant_parse(cell, &at);
}

/** True where a cell that has to be there is of its kind. */
static bool cell_is_sound(CarriedKind kind, int column, const char *cell) {
    double number = 0;
    Date day;
    if (state_has_number(kind, column)) {
        return cell_number(cell, &number, NULL) && (number >= 0 || kind == CARRIED_SET);
    }
    if (column == CARRY_ARRIVES && kind == CARRIED_RETURN) {
        return cell_date(cell, &day);
    }
    if (column == CARRY_DEPARTS || column == CARRY_ARRIVES) {
        return cell_is_instant(cell);
    }
    return cell[0] != '\0';
}

static bool check_cells_of_kind(const CheckedTable *table, int at, CarriedKind kind) {
    bool sound = true;
    for (int column = 0; column < CARRY_COLUMNS; column++) {
        const char *cell = checked_cell(table, at, column);
        bool number = column == CARRY_SEQ || column >= CARRY_BOXES;
        bool has =
            number ? state_has_number(kind, column) : (kinds_with(column) & ROW_OF(kind)) != 0;
        if (column == CARRY_SLOT) {
            continue; /* on trains, not on feeders */
        }
        sound &= ROW_CHECK(
            table, VERIFY_FILES, has ? cell_is_sound(kind, column, cell) : cell[0] == '\0', at,
            "%s is \"%s\", which no row of this kind has", checked_cell(table, 0, column), cell);
    }
    return sound;
}

/* ---- legs ---- */

static Minute leg_instant(const StateRow *row, int column) {
    Minute at;
    return instant_parse(row->cells[column], &at) ? at : INT64_MIN;
}

/** A leg begins where and when the one before it is over. */
static void check_leg_follows(const AloneCheck *check, int at, const StateRow *before,
                              const StateRow *leg) {
    ROW_CHECK(
        check->table, VERIFY_COMMITMENTS,
        leg->seq == (before ? before->seq + 1 : 1) &&
            (!before || (strcmp(before->cells[CARRY_TO], leg->cells[CARRY_FROM]) == 0 &&
                         leg_instant(before, CARRY_ARRIVES) <= leg_instant(leg, CARRY_DEPARTS) &&
                         before->boxes == leg->boxes)) &&
            leg_instant(leg, CARRY_DEPARTS) < leg_instant(leg, CARRY_ARRIVES),
        at, "this leg does not follow the one before it");
}

/** Where trains.csv has the train: as one that is under way, or not at all. */
static void check_train_listed(const AloneCheck *check, int at, const StateRow *row,
                               bool under_way) {
    const CheckedTable *trains = &check->plan->tables[TABLE_TRAINS];
    bool listed = false;
    for (int i = 1; i < trains->n_rows; i++) {
        listed |= strcmp(checked_cell(trains, i, TRAIN_NAME), row->cells[CARRY_TRAIN]) == 0 &&
                  strcmp(checked_cell(trains, i, TRAIN_LINE), row->cells[CARRY_ID]) == 0 &&
                  strcmp(checked_cell(trains, i, TRAIN_RUNS), "under_way") == 0;
    }
    ROW_CHECK(check->table, VERIFY_COMMITMENTS, listed == under_way, at,
              "trains.csv should have %s under way where it is, and not where it has arrived",
              row->cells[CARRY_TRAIN]);
}

/** All legs of one thing.
 *  @param rows  their rows, in order */
static void check_legs_together(const AloneCheck *check, const GArray *rows) {
    int first = g_array_index(rows, int, 0);
    StateRow head = carried_file_row(check->table, first), before = head;
    StateRow last = carried_file_row(check->table, g_array_index(rows, int, rows->len - 1));
    Minute start = check->plan->kase->horizon.start_at;
    bool under_way = leg_instant(&last, CARRY_ARRIVES) >= start;
    ROW_CHECK(check->table, VERIFY_COMMITMENTS,
              leg_instant(&head, CARRY_DEPARTS) < start &&
                  leg_instant(&last, CARRY_ARRIVES) > start - MINUTES_PER_DAY,
              first,
              "what is carried over sets out before the start, and is not over a day before");
    for (guint i = 0; i < rows->len; i++) {
        int at = g_array_index(rows, int, i);
        StateRow leg = carried_file_row(check->table, at);
        check_leg_follows(check, at, i > 0 ? &before : NULL, &leg);
        before = leg;
    }
    if (head.kind == CARRIED_TRAIN) {
        check_train_listed(check, first, &head, under_way);
        check->counts->trains += under_way;
    } else if (under_way) {
        *(head.kind == CARRIED_BOX ? &check->counts->boxes : &check->counts->empties) += head.boxes;
    }
}

static void legs_together_free(gpointer rows) {
    g_array_unref(rows);
}

static void check_all_legs(const AloneCheck *check) {
    GHashTable *things = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, legs_together_free);
    g_autoptr(GPtrArray) order = g_ptr_array_new();
    for (int at = 1; at < check->table->n_rows; at++) {
        StateRow row = carried_file_row(check->table, at);
        if (!state_has_number(row.kind, CARRY_SEQ)) {
            continue;
        }
        int what = row.kind == CARRIED_TRAIN ? CARRY_TRAIN : CARRY_ITINERARY;
        char *key =
            g_strjoin("\x1f", row.cells[CARRY_KIND], row.cells[CARRY_ID], row.cells[what], NULL);
        GArray *rows = g_hash_table_lookup(things, key);
        if (rows) {
            g_free(key);
        } else {
            rows = g_array_new(FALSE, FALSE, sizeof(int));
            g_hash_table_insert(things, key, rows);
            g_ptr_array_add(order, rows);
        }
        g_array_append_val(rows, at);
    }
    for (guint i = 0; i < order->len; i++) {
        check_legs_together(check, g_ptr_array_index(order, i));
    }
    g_hash_table_unref(things);
}

/* ---- beside the other files ---- */

/** bookings.csv says how many boxes of a booking are gone. */
static void check_sold_alone(const AloneCheck *check) {
    const CheckedTable *bookings = &check->plan->tables[TABLE_BOOKINGS];
    GHashTable *sold = g_hash_table_new(g_str_hash, g_str_equal);
    for (int at = 1; at < check->table->n_rows; at++) {
        StateRow row = carried_file_row(check->table, at);
        if (row.kind == CARRIED_SOLD) {
            const char *id = row.cells[CARRY_ID];
            long boxes = row.boxes + GPOINTER_TO_INT(g_hash_table_lookup(sold, id));
            g_hash_table_insert(sold, (gpointer)id, GINT_TO_POINTER((int)boxes));
        }
    }
    for (int row = 1; row < bookings->n_rows; row++) {
        const char *id = checked_cell(bookings, row, BOOKING_CODE);
        expect_count(bookings, row, BOOKING_CARRIED_BEFORE,
                     GPOINTER_TO_INT(g_hash_table_lookup(sold, id)));
    }
    g_hash_table_unref(sold);
}

/** rakes.csv has every change of sets of a pool of the case. */
static void check_set_alone(const AloneCheck *check, int at, const StateRow *row) {
    const CheckedTable *rakes = &check->plan->tables[TABLE_RAKES];
    const Case *kase = check->plan->kase;
    bool there = station_find(kase, row->cells[CARRY_TO]) < 0, pool = false;
    for (int i = 0; i < kase->n_rakes; i++) {
        pool |= strcmp(kase->rakes[i].code, row->cells[CARRY_ID]) == 0;
    }
    for (int i = 1; i < rakes->n_rows && !there; i++) {
        long change = 0;
        there = strcmp(checked_cell(rakes, i, RAKE_POOL), row->cells[CARRY_ID]) == 0 &&
                strcmp(checked_cell(rakes, i, RAKE_STATION), row->cells[CARRY_TO]) == 0 &&
                strcmp(checked_cell(rakes, i, RAKE_AT), row->cells[CARRY_ARRIVES]) == 0 &&
                strcmp(checked_cell(rakes, i, RAKE_TRAIN), row->cells[CARRY_TRAIN]) == 0 &&
                cell_count(checked_cell(rakes, i, RAKE_CHANGE), &change) && change == row->boxes;
    }
    ROW_CHECK(check->table, VERIFY_COMMITMENTS,
              (there || !pool) && leg_instant(row, CARRY_ARRIVES) >= kase->horizon.start_at, at,
              "rakes.csv has no such change of sets from the start on");
}

void check_carried_alone(PlanRead *plan, StateCounts *counts) {
    const AloneCheck check = {plan, &plan->tables[TABLE_CARRIED_OVER], counts};
    bool sound = true;
    for (int at = 1; at < check.table->n_rows; at++) {
        StateRow row = carried_file_row(check.table, at);
        Date day = DATE_MAX;
        if (!ROW_CHECK(check.table, VERIFY_FILES, row.kind != CARRIED_KINDS, at,
                       "kind is \"%s\", which is none",
                       checked_cell(check.table, at, CARRY_KIND)) ||
            !check_cells_of_kind(check.table, at, row.kind)) {
            sound = false;
            continue;
        }
        if (row.kind == CARRIED_SET) {
            check_set_alone(&check, at, &row);
            counts->sets += row.boxes > 0 ? row.boxes : 0;
        }
        ROW_CHECK(check.table, VERIFY_COMMITMENTS,
                  row.kind != CARRIED_RETURN || (cell_date(row.cells[CARRY_ARRIVES], &day) &&
                                                 day >= plan->kase->horizon.start),
                  at, "boxes that came back before the start are in the stock");
    }
    if (sound) {
        check_all_legs(&check);
        check_sold_alone(&check);
    }
}
