/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes all files of a plan into a folder, from a table of them; study/run/delivery.c has the
 * folder verified and puts it in place. */
#include "export/plan_writer.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "config/plan_folder/plan_files.h"
#include "export/tables/plan_csv.h"
#include "export/words/folder_words.h"

/** How the rows of a file are written; its columns stand in config/plan_folder. */
typedef struct {
    PlanTableId id;
    void (*write)(const PlanView *view, CsvWriter *csv);
} TableWriter;

static const TableWriter WRITERS[] = {
    {TABLE_TRAINS, trains_csv_write},
    {TABLE_TIMETABLE, timetable_csv_write},
    {TABLE_ALLOCATIONS, allocations_csv_write},
    {TABLE_LEGS, legs_csv_write},
    {TABLE_EMPTIES, empties_csv_write},
    {TABLE_BOOKINGS, bookings_csv_write},
    {TABLE_BALANCE, balance_csv_write},
    {TABLE_EQUIPMENT, equipment_csv_write},
    {TABLE_RAKES, rakes_csv_write},
    {TABLE_SLOTS, slots_csv_write},
    {TABLE_FEEDERS, feeders_csv_write},
    {TABLE_CAPACITY, capacity_csv_write},
    {TABLE_STATIONS, stations_csv_write},
    {TABLE_PRICES, prices_csv_write},
    {TABLE_CHANGES, changes_csv_write},
    {TABLE_LINES, lines_csv_write},
    {TABLE_MONEY, money_csv_write},
    {TABLE_CARRIED_OVER, carried_over_csv_write},
};

/* A name that is no longer written stays here: an older plan has such a file, and without this line
 * it would pass for the planner's own. */
static const char *const FILE_NAMES[] = {
    "summary.json", "trains.csv",   "timetable.csv", "allocations.csv",  "legs.csv",
    "empties.csv",  "bookings.csv", "balance.csv",   "equipment.csv",    "rakes.csv",
    "slots.csv",    "feeders.csv",  "capacity.csv",  "stations.csv",     "prices.csv",
    "changes.csv",  "lines.csv",    "money.csv",     "carried_over.csv", "changes.yaml",
    "start",        NULL,
};

const FolderKind PLAN_FOLDER = {
    .names = FILE_NAMES, .is_marker = summary_json_is_ours, .noun = "plan", .where = " with -o"};
const FolderKind PLAN_FOLDER_CHINESE = {.names = FILE_NAMES,
                                        .is_marker = summary_json_is_ours,
                                        .noun = "plan",
                                        .where = " with -o",
                                        .say = folder_words_chinese};

static Outcome write_outcome(int error_number, const char *name, char *error, size_t size) {
    if (error_number == 0) {
        return OUTCOME_DONE;
    }
    (void)g_snprintf(error, size, "%s cannot be written: %s", name, g_strerror(error_number));
    return OUTCOME_UNWRITABLE;
}

static Outcome write_summary(const PlanView *view, const RunInfo *run, const char *dir, char *error,
                             size_t error_size) {
    char *text = summary_json_text(view, run);
    if (text == NULL) {
        (void)g_snprintf(error, error_size, "summary.json cannot be made: memory ran out");
        return OUTCOME_NO_MEMORY;
    }
    OutFile file = out_file_open(dir, "summary.json");
    out_file_write(&file, text, strlen(text));
    free(text);
    return write_outcome(out_file_close(&file), "summary.json", error, error_size);
}

/** The changes of the scenarios that the plan was made with. */
static Outcome write_changes(const Case *kase, const char *dir, char *error, size_t error_size) {
    if (kase->changes == NULL) {
        return OUTCOME_DONE;
    }
    OutFile file = out_file_open(dir, "changes.yaml");
    out_file_write(&file, kase->changes, strlen(kase->changes));
    return write_outcome(out_file_close(&file), "changes.yaml", error, error_size);
}

static Outcome write_table(const PlanView *view, const TableWriter *writer, const TableForm *form,
                           const char *dir, char *error, size_t error_size) {
    const PlanFile *file = plan_file(writer->id);
    g_autofree char *header = plan_file_heading(writer->id, form);
    CsvWriter csv = csv_writer_open(dir, file->name, form);
    csv_put_header(&csv, header);
    writer->write(view, &csv);
    return write_outcome(csv_writer_close(&csv), file->name, error, error_size);
}

Outcome plan_folder_write(const PlanView *view, const RunInfo *run, const TableForm *form,
                          const char *dir, char *error, size_t error_size) {
    Outcome status = write_summary(view, run, dir, error, error_size);
    if (status == OUTCOME_DONE) {
        status = write_changes(view->problem->kase, dir, error, error_size);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(WRITERS) && status == OUTCOME_DONE; i++) {
        const PlanFile *file = plan_file(WRITERS[i].id);
        if ((!plan_view_relaxed(view) || file->of_relaxation) &&
            (view->problem->kase->commitments.given || !file->of_commitments) &&
            (view->problem->kase->carried != NULL || !file->of_rolling)) {
            status = write_table(view, &WRITERS[i], form, dir, error, error_size);
        }
    }
    return status;
}
