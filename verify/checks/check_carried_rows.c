/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks carried_over.csv row by row against what the earlier plan has sent off, worked out once
 * more. */
#include "verify/checks/check_carried_rows.h"

#include <string.h>

#include "verify/read/expect.h"

/** The rows of the file, and those that should be there. */
typedef struct {
    const CheckedTable *table;
    const State *state;
    int *found; /**< per row of the state: the row of the file that it is, 0 */
    bool *met;  /**< per row of the file: the state has one that it is */
} CarriedCheck;

/* ---- cells ---- */

static double carried_number(const StateRow *row, int column) {
    return column == CARRY_SEQ      ? (double)row->seq
           : column == CARRY_BOXES  ? (double)row->boxes
           : column == CARRY_TEU    ? row->teu
           : column == CARRY_TONNES ? row->tonnes
                                    : row->revenue;
}

static void check_carried_row(const CheckedTable *table, int at, const StateRow *row) {
    for (int column = 0; column < CARRY_COLUMNS; column++) {
        if (state_has_number(row->kind, column)) {
            expect_number(table, at, column,
                          column == CARRY_REVENUE ? NUMBER_MONEY : NUMBER_QUANTITY,
                          carried_number(row, column));
        } else {
            expect_text(table, at, column, row->cells[column]);
        }
    }
}

/* ---- which row is which ---- */

/** What tells a row from others; to be freed. */
static char *carried_key(const char *const *cells, CarriedKind kind, const char *seq,
                         const char *revenue, bool comes) {
    bool legs = kind == CARRIED_BOX || kind == CARRIED_EMPTY;
    bool train = kind == CARRIED_TRAIN || kind == CARRIED_SET;
    bool place = !legs && kind != CARRIED_TRAIN;
    bool day = kind == CARRIED_RETURN || kind == CARRIED_SET;
    return g_strjoin("\x1f", cells[CARRY_KIND], cells[CARRY_ID], cells[CARRY_ITINERARY],
                     legs || kind == CARRIED_TRAIN ? seq : "", train ? cells[CARRY_TRAIN] : "",
                     place ? cells[CARRY_CONTAINER] : "", place ? cells[CARRY_TO] : "",
                     day ? cells[CARRY_ARRIVES] : "", kind == CARRIED_SOLD ? revenue : "",
                     kind == CARRIED_SET && comes ? "+" : "", NULL);
}

/** The kind that a cell names; CARRIED_KINDS where it names none. */
static CarriedKind carried_kind_of(const char *name) {
    CarriedKind kind = 0;
    while (kind < CARRIED_KINDS && strcmp(carried_kind_name(kind), name) != 0) {
        kind++;
    }
    return kind;
}

static char *key_of_file_row(const CheckedTable *table, int at) {
    const char *cells[CARRY_COLUMNS];
    for (int column = 0; column < CARRY_COLUMNS; column++) {
        cells[column] = checked_cell(table, at, column);
    }
    return carried_key(cells, carried_kind_of(cells[CARRY_KIND]), cells[CARRY_SEQ],
                       cells[CARRY_REVENUE], cells[CARRY_BOXES][0] != '-');
}

static char *key_of_state_row(const StateRow *row) {
    g_autofree char *seq = g_strdup_printf("%ld", row->seq);
    g_autofree char *revenue = g_strdup_printf("%.2f", row->revenue);
    return carried_key(row->cells, row->kind, seq, revenue, row->boxes >= 0);
}

static void match_carried_rows(const CarriedCheck *check) {
    GHashTable *rows = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < check->state->rows->len; i++) {
        g_hash_table_insert(rows, key_of_state_row(&g_array_index(check->state->rows, StateRow, i)),
                            GUINT_TO_POINTER(i + 1));
    }
    for (int at = 1; at < check->table->n_rows; at++) {
        g_autofree char *key = key_of_file_row(check->table, at);
        guint found = GPOINTER_TO_UINT(g_hash_table_lookup(rows, key));
        if (found > 0 && check->found[found - 1] == 0) {
            check->found[found - 1] = at;
            check->met[at] = true;
        }
    }
    g_hash_table_unref(rows);
}

/* ---- findings ---- */

static void check_row_missing(const CarriedCheck *check, const StateRow *row) {
    const char *const *cells = row->cells;
    report_check(check->table->report, VERIFY_COMMITMENTS, false, check->table->file, 0,
                 "a row is missing: %s %s%s %s %s %s %s, boxes %ld", cells[CARRY_KIND],
                 cells[CARRY_ID], cells[CARRY_CONTAINER], cells[CARRY_ITINERARY],
                 cells[CARRY_TRAIN], cells[CARRY_TO], cells[CARRY_ARRIVES], row->boxes);
}

/** The next row of the file that is none of the state, from `at` on; n_rows. */
static int next_unmet(const CarriedCheck *check, int at) {
    while (at < check->table->n_rows && check->met[at]) {
        at++;
    }
    return at;
}

/** Rows that agree in what tells them apart are held against each other; of the others, those of
 *  one kind in their order, and what is left over then is missing or too many. */
static void check_matched_rows(const CarriedCheck *check) {
    for (guint i = 0; i < check->state->rows->len; i++) {
        const StateRow *row = &g_array_index(check->state->rows, StateRow, i);
        int at = check->found[i];
        if (at == 0) {
            at = next_unmet(check, 1);
            while (at < check->table->n_rows && strcmp(checked_cell(check->table, at, CARRY_KIND),
                                                       row->cells[CARRY_KIND]) != 0) {
                at = next_unmet(check, at + 1);
            }
        }
        if (at < check->table->n_rows) {
            check->met[at] = true;
            check_carried_row(check->table, at, row);
        } else {
            check_row_missing(check, row);
        }
    }
    for (int at = 1; at < check->table->n_rows; at++) {
        ROW_CHECK(check->table, VERIFY_COMMITMENTS, check->met[at], at,
                  "nothing of the earlier plan is carried over so");
    }
}

StateRow carried_file_row(const CheckedTable *table, int at) {
    StateRow row = {.kind = carried_kind_of(checked_cell(table, at, CARRY_KIND))};
    for (int column = 0; column < CARRY_COLUMNS; column++) {
        bool number = column == CARRY_SEQ || column >= CARRY_BOXES;
        row.cells[column] = number ? "" : checked_cell(table, at, column);
    }
    (void)cell_count(checked_cell(table, at, CARRY_SEQ), &row.seq);
    (void)cell_count(checked_cell(table, at, CARRY_BOXES), &row.boxes);
    (void)cell_number(checked_cell(table, at, CARRY_TEU), &row.teu, NULL);
    (void)cell_number(checked_cell(table, at, CARRY_TONNES), &row.tonnes, NULL);
    (void)cell_number(checked_cell(table, at, CARRY_REVENUE), &row.revenue, NULL);
    return row;
}

void check_carried_order(const CheckedTable *table) {
    for (int at = 2; at < table->n_rows; at++) {
        StateRow before = carried_file_row(table, at - 1), row = carried_file_row(table, at);
        ROW_CHECK(table, VERIFY_FILES, state_row_order(&before, &row) < 0, at,
                  "rows should stand by kind, then by all columns, each once");
    }
}

void check_carried_rows(const CheckedTable *table, const State *state) {
    CarriedCheck check = {.table = table,
                          .state = state,
                          .found = g_new0(int, state->rows->len + 1),
                          .met = g_new0(bool, (gsize)table->n_rows + 1)};
    match_carried_rows(&check);
    check_matched_rows(&check);
    check_carried_order(table);
    g_free(check.found);
    g_free(check.met);
}
