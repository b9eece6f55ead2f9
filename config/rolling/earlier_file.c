/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens files of an earlier plan and reads their cells. */
#include "config/rolling/earlier_file.h"

#include <string.h>

#include <glib.h>

#include "base/values.h"
#include "config/case_memory.h"
#include "config/finding_codes.h"

const char *earlier_text(Cell cell) {
    return plan_table_text(&cell.file->table, cell.row, cell.column);
}

PhraseArg earlier_shown(Cell cell) {
    return phrase_cut(earlier_text(cell), EARLIER_SHOWN_BYTES);
}

Place earlier_place(Cell cell) {
    CsvPlace at = plan_table_place(&cell.file->table, cell.row, cell.column);
    return (Place){cell.file->shown, at.line, at.column};
}

const char *earlier_keep(const EarlierFolder *folder, Cell cell) {
    return case_memory_text(folder->kase->memory, earlier_text(cell));
}

/** Tells of the columns that the file lacks. */
static bool check_earlier_columns(const EarlierFolder *folder, const EarlierFile *file,
                                  const int *wanted) {
    bool ok = true;
    for (int i = 0; wanted[i] >= 0; i++) {
        if (!plan_table_has(&file->table, wanted[i])) {
            finding_error(folder->findings, place_at(file->shown, 1, 1), FINDING_PLAN_COLUMN,
                          plan_file(file->table.id)->columns[wanted[i]].name);
            ok = false;
        }
    }
    return ok;
}

bool earlier_file_open(const EarlierFolder *folder, EarlierFile *file, PlanTableId id,
                       const int *wanted) {
    const Commitments *commitments = &folder->kase->commitments;
    g_autofree char *path = g_build_filename(commitments->plan, plan_file(id)->name, NULL);
    CsvError error;
    file->shown = findings_file_name(folder->findings, path);
    CsvStatus status = plan_table_read(&file->table, id, commitments->plan, &error);
    if (status == CSV_UNREADABLE) {
        finding_error(folder->findings, commitments->place, FINDING_PLAN_UNREADABLE, file->shown,
                      &error.phrase);
    } else if (status != CSV_OK) {
        findings_add(folder->findings, place_at(file->shown, error.line, error.column),
                     FINDING_ERROR, &error.phrase);
    }
    return status == CSV_OK && check_earlier_columns(folder, file, wanted);
}

static bool earlier_faulty(const EarlierFolder *folder, Cell cell, int fault) {
    if (fault != FAULT_NONE) {
        finding_error(folder->findings, earlier_place(cell), FINDING_PLAN_CELL, earlier_shown(cell),
                      phrase_word(fault));
    }
    return fault != FAULT_NONE;
}

bool earlier_count(const EarlierFolder *folder, Cell cell, int least, int *number) {
    int fault = count_parse(earlier_text(cell), number);
    if (fault == FAULT_NONE && *number < least) {
        fault = least > 0 ? REASON_AT_LEAST_ONE : REASON_NOT_NEGATIVE;
    }
    return !earlier_faulty(folder, cell, fault);
}

bool earlier_number(const EarlierFolder *folder, Cell cell, double *number) {
    return !earlier_faulty(folder, cell, number_parse(earlier_text(cell), number));
}

bool earlier_instant(const EarlierFolder *folder, Cell cell, Minute *at) {
    bool ok = instant_parse(earlier_text(cell), at);
    if (!ok) {
        finding_error(folder->findings, earlier_place(cell), FINDING_PLAN_INSTANT,
                      earlier_shown(cell));
    }
    return ok;
}

bool earlier_date(const EarlierFolder *folder, Cell cell, Date *day) {
    return !earlier_faulty(folder, cell, date_parse(earlier_text(cell), day));
}
