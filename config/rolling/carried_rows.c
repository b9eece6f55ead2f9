/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of carried_over.csv: those of an earlier plan read, and sums kept. */
#include <string.h>

#include "config/finding_codes.h"
#include "config/rolling/rolling.h"

CarriedRow carried_row(CarriedKind kind) {
    return (CarriedRow){.kind = kind,
                        .id = "",
                        .itinerary = "",
                        .mode = "",
                        .train = "",
                        .slot = "",
                        .container = "",
                        .cargo = "",
                        .from = "",
                        .to = "",
                        .departs = "",
                        .arrives = "",
                        .departs_at = INT64_MIN,
                        .arrives_at = INT64_MIN};
}

guint carried_group_end(const GArray *rows, guint first) {
    const CarriedRow *head = &g_array_index(rows, CarriedRow, first);
    guint end = first + 1;
    for (; end < rows->len; end++) {
        const CarriedRow *row = &g_array_index(rows, CarriedRow, end);
        bool train = head->kind == CARRIED_TRAIN;
        if (row->kind != head->kind || strcmp(row->id, head->id) != 0 ||
            strcmp(row->itinerary, head->itinerary) != 0 ||
            (train && strcmp(row->train, head->train) != 0)) {
            break;
        }
    }
    return end;
}

static int compare_grouped(const void *a, const void *b) {
    const CarriedRow *x = a, *y = b;
    int order = (x->kind > y->kind) - (x->kind < y->kind);
    order = order != 0 ? order : strcmp(x->id, y->id);
    order = order != 0 ? order : strcmp(x->itinerary, y->itinerary);
    if (order == 0 && x->kind == CARRIED_TRAIN) {
        order = strcmp(x->train, y->train);
    }
    if (order == 0) {
        order = (x->seq > y->seq) - (x->seq < y->seq);
    }
    return order != 0 ? order : carried_compare(x, y);
}

void carried_group(GArray *rows) {
    g_array_sort(rows, compare_grouped);
}

static bool same_sum(const CarriedRow *a, const CarriedRow *b) {
    return a->kind == b->kind && strcmp(a->id, b->id) == 0 &&
           strcmp(a->container, b->container) == 0 && strcmp(a->to, b->to) == 0 &&
           strcmp(a->arrives, b->arrives) == 0 && a->revenue == b->revenue;
}

void rolling_sum(Rolling *rolling, const CarriedRow *row) {
    for (guint i = 0; i < rolling->rows->len; i++) {
        CarriedRow *known = &g_array_index(rolling->rows, CarriedRow, i);
        if (same_sum(known, row)) {
            known->boxes += row->boxes;
            return;
        }
    }
    g_array_append_val(rolling->rows, *row);
}

/* ---- the earlier plan's own ---- */

static bool read_carried_kind(const EarlierFolder *folder, Cell cell, CarriedKind *kind) {
    for (*kind = 0; *kind < CARRIED_KINDS; (*kind)++) {
        if (strcmp(earlier_text(cell), carried_kind_name(*kind)) == 0) {
            return true;
        }
    }
    finding_error(folder->findings, earlier_place(cell), FINDING_CARRIED_KIND, earlier_shown(cell));
    return false;
}

/** Numbers and instants are read where there is something. */
static bool read_carried_numbers(const EarlierFolder *folder, const EarlierFile *file, int at,
                                 CarriedRow *row) {
    struct {
        int column;
        int *count;
        double *number;
        Minute *instant;
    } cells[] = {{CARRY_SEQ, &row->seq, NULL, NULL},
                 {CARRY_TEU, NULL, &row->teu, NULL},
                 {CARRY_TONNES, NULL, &row->tonnes, NULL},
                 {CARRY_REVENUE, NULL, &row->revenue, NULL},
                 {CARRY_DEPARTS, NULL, NULL, &row->departs_at},
                 {CARRY_ARRIVES, NULL, NULL, &row->arrives_at},
                 {CARRY_BOXES, &row->boxes, NULL, NULL}};
    bool ok = true;
    for (size_t i = 0; i < G_N_ELEMENTS(cells) && ok; i++) {
        Cell cell = {file, at, cells[i].column};
        bool day = row->kind == CARRIED_RETURN && cells[i].instant != NULL;
        Date date;
        if (earlier_text(cell)[0] == '\0') {
            continue;
        }
        ok = day ? earlier_date(folder, cell, &date)
             : cells[i].count != NULL
                 ? earlier_count(folder, cell, row->kind == CARRIED_SET ? INT_MIN : 0,
                                 cells[i].count)
             : cells[i].number != NULL ? earlier_number(folder, cell, cells[i].number)
                                       : earlier_instant(folder, cell, cells[i].instant);
    }
    return ok;
}

static bool read_carried_row(const EarlierFolder *folder, const EarlierFile *file, int at,
                             CarriedRow *row) {
    const struct {
        int column;
        const char **text;
    } cells[] = {{CARRY_ID, &row->id},          {CARRY_ITINERARY, &row->itinerary},
                 {CARRY_MODE, &row->mode},      {CARRY_TRAIN, &row->train},
                 {CARRY_SLOT, &row->slot},      {CARRY_CONTAINER, &row->container},
                 {CARRY_CARGO, &row->cargo},    {CARRY_FROM, &row->from},
                 {CARRY_TO, &row->to},          {CARRY_DEPARTS, &row->departs},
                 {CARRY_ARRIVES, &row->arrives}};
    *row = carried_row(CARRIED_BOX);
    if (!read_carried_kind(folder, (Cell){file, at, CARRY_KIND}, &row->kind)) {
        return false;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++) {
        *cells[i].text = earlier_keep(folder, (Cell){file, at, cells[i].column});
    }
    return read_carried_numbers(folder, file, at, row);
}

bool roll_before(Rolling *rolling) {
    static const int wanted[] = {
        CARRY_KIND,    CARRY_ID,    CARRY_ITINERARY, CARRY_SEQ,    CARRY_MODE,    CARRY_TRAIN,
        CARRY_SLOT,    CARRY_CARGO, CARRY_CONTAINER, CARRY_FROM,   CARRY_TO,      CARRY_DEPARTS,
        CARRY_ARRIVES, CARRY_BOXES, CARRY_TEU,       CARRY_TONNES, CARRY_REVENUE, -1};
    const char *folder = rolling->folder.kase->commitments.plan;
    g_autofree char *path = g_build_filename(folder, plan_file(TABLE_CARRIED_OVER)->name, NULL);
    if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
        return true; /* nothing had been sent off when it began */
    }
    EarlierFile file;
    bool ok = earlier_file_open(&rolling->folder, &file, TABLE_CARRIED_OVER, wanted);
    for (int at = 1; ok && at < file.table.csv.n_rows; at++) {
        CarriedRow row;
        ok = read_carried_row(&rolling->folder, &file, at, &row);
        if (ok) {
            g_array_append_val(rolling->before, row);
        }
    }
    plan_table_free(&file.table);
    carried_group(rolling->before);
    return ok;
}
