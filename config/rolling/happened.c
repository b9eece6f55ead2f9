/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what really happened: `kind,id,itinerary,boxes`. */
#include "config/rolling/happened.h"

#include <string.h>

#include "base/csv.h"
#include "base/values.h"
#include "config/finding_codes.h"

static const char *const KINDS[] = {[HAPPENED_BOX] = "box",
                                    [HAPPENED_TRAIN] = "train",
                                    [HAPPENED_STOCK] = "stock",
                                    [HAPPENED_SETS] = "sets"};

enum { KIND, ID, ITINERARY, BOXES, COLUMNS };
static const char *const NAMES[COLUMNS] = {"kind", "id", "itinerary", "boxes"};

/** The file while it is read. */
typedef struct {
    const EarlierFolder *folder;
    const char *shown;
    CsvTable csv;
    int at[COLUMNS];
} HappenedFile;

static void happened_clear(gpointer row) {
    g_free(((Happened *)row)->id);
    g_free(((Happened *)row)->itinerary);
}

GArray *happened_new(void) {
    GArray *rows = g_array_new(FALSE, FALSE, sizeof(Happened));
    g_array_set_clear_func(rows, happened_clear);
    return rows;
}

static Place happened_place(const HappenedFile *file, int row, int column) {
    CsvPlace at = file->csv.places[row * file->csv.n_columns + file->at[column]];
    return place_at(file->shown, at.line, at.column);
}

static bool read_happened_kind(const HappenedFile *file, int row, HappenedKind *kind) {
    const char *text = csv_cell(&file->csv, row, file->at[KIND]);
    for (size_t i = 0; i < G_N_ELEMENTS(KINDS); i++) {
        if (strcmp(KINDS[i], text) == 0) {
            *kind = (HappenedKind)i;
            return true;
        }
    }
    finding_error(file->folder->findings, happened_place(file, row, KIND), FINDING_HAPPENED_KIND,
                  phrase_cut(text, EARLIER_SHOWN_BYTES));
    return false;
}

static bool read_happened_row(const HappenedFile *file, int row, Happened *happened) {
    const char *boxes = csv_cell(&file->csv, row, file->at[BOXES]);
    *happened = (Happened){.place = happened_place(file, row, ID)};
    if (!read_happened_kind(file, row, &happened->kind)) {
        return false;
    }
    int fault = count_parse(boxes, &happened->boxes);
    bool train = happened->kind == HAPPENED_TRAIN;
    if (fault == FAULT_NONE && happened->boxes < 0) {
        fault = REASON_NOT_NEGATIVE;
    }
    if (fault != FAULT_NONE) {
        finding_error(file->folder->findings, happened_place(file, row, BOXES), FINDING_PLAN_CELL,
                      phrase_cut(boxes, EARLIER_SHOWN_BYTES), phrase_word(fault));
        return false;
    }
    if (train && happened->boxes != 0) {
        finding_error(file->folder->findings, happened_place(file, row, BOXES),
                      FINDING_HAPPENED_TRAIN);
        return false;
    }
    happened->id = text_composed(csv_cell(&file->csv, row, file->at[ID]));
    happened->itinerary = g_strdup(csv_cell(&file->csv, row, file->at[ITINERARY]));
    return true;
}

static bool find_happened_columns(HappenedFile *file) {
    bool all = true;
    for (int i = 0; i < COLUMNS; i++) {
        file->at[i] = csv_column(&file->csv, NAMES[i]);
        if (file->at[i] < 0) {
            finding_error(file->folder->findings, place_at(file->shown, 1, 1), FINDING_PLAN_COLUMN,
                          NAMES[i]);
            all = false;
        }
    }
    return all;
}

bool happened_read(const EarlierFolder *folder, GArray *rows) {
    const Commitments *commitments = &folder->kase->commitments;
    if (commitments->happened == NULL) {
        return true;
    }
    CsvError error;
    HappenedFile file = {.folder = folder,
                         .shown = findings_file_name(folder->findings, commitments->happened)};
    CsvStatus status = csv_read(commitments->happened, &file.csv, &error);
    if (status == CSV_UNREADABLE) {
        finding_error(folder->findings, commitments->place, FINDING_PLAN_UNREADABLE, file.shown,
                      &error.phrase);
    } else if (status != CSV_OK) {
        findings_add(folder->findings, place_at(file.shown, error.line, error.column),
                     FINDING_ERROR, &error.phrase);
    }
    bool ok = status == CSV_OK && find_happened_columns(&file);
    for (int row = 1; ok && row < file.csv.n_rows; row++) {
        Happened happened;
        ok = read_happened_row(&file, row, &happened);
        if (ok) {
            g_array_append_val(rows, happened);
        }
    }
    csv_free(&file.csv);
    return ok;
}

const Happened *happened_find(GArray *rows, HappenedKind kind, const char *id,
                              const char *itinerary) {
    for (guint i = 0; i < rows->len; i++) {
        Happened *row = &g_array_index(rows, Happened, i);
        if (row->kind == kind && strcmp(row->id, id) == 0 &&
            (itinerary == NULL || strcmp(row->itinerary, itinerary) == 0)) {
            row->found = true;
            return row;
        }
    }
    return NULL;
}

void happened_check(const EarlierFolder *folder, const GArray *rows) {
    for (guint i = 0; i < rows->len; i++) {
        const Happened *row = &g_array_index(rows, Happened, i);
        if (!row->found) {
            finding_error(folder->findings, row->place, FINDING_HAPPENED_UNKNOWN, KINDS[row->kind],
                          phrase_cut(row->id, EARLIER_SHOWN_BYTES));
        }
    }
}
