/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes all files of a plan into a folder, from a table of them. */
#include "export/plan_folder.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "export/tables/plan_csv.h"

typedef struct {
    const char *name;
    void (*write)(const PlanView *view, CsvWriter *csv);
    bool of_relaxation;  /**< also written where there are prices alone */
    bool of_commitments; /**< only written where the case has commitments */
} PlanFile;

static const PlanFile CSV_FILES[] = {
    {"trains.csv", trains_csv_write, false, false},
    {"timetable.csv", timetable_csv_write, false, false},
    {"allocations.csv", allocations_csv_write, false, false},
    {"legs.csv", legs_csv_write, false, false},
    {"empties.csv", empties_csv_write, false, false},
    {"bookings.csv", bookings_csv_write, true, false},
    {"balance.csv", balance_csv_write, false, false},
    {"equipment.csv", equipment_csv_write, false, false},
    {"rakes.csv", rakes_csv_write, false, false},
    {"slots.csv", slots_csv_write, false, false},
    {"feeders.csv", feeders_csv_write, false, false},
    {"capacity.csv", capacity_csv_write, true, false},
    {"stations.csv", stations_csv_write, true, false},
    {"prices.csv", prices_csv_write, false, false},
    {"changes.csv", changes_csv_write, false, true},
};

/* A name that is no longer written stays here: an older plan has such a file, and without this line
 * it would pass for the planner's own. */
static const char *const FILE_NAMES[] = {
    "summary.json", "trains.csv",   "timetable.csv", "allocations.csv", "legs.csv",  "empties.csv",
    "bookings.csv", "balance.csv",  "equipment.csv", "rakes.csv",       "slots.csv", "feeders.csv",
    "capacity.csv", "stations.csv", "prices.csv",    "changes.csv",     NULL,
};

const FolderKind PLAN_FOLDER = {.names = FILE_NAMES, .is_marker = summary_json_is_ours};

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

Outcome plan_folder_write(const PlanView *view, const RunInfo *run, bool bom, const char *dir,
                          char *error, size_t error_size) {
    Outcome status = write_summary(view, run, dir, error, error_size);
    for (size_t i = 0; i < G_N_ELEMENTS(CSV_FILES) && status == OUTCOME_DONE; i++) {
        const PlanFile *file = &CSV_FILES[i];
        if ((plan_view_relaxed(view) && !file->of_relaxation) ||
            (!view->problem->kase->commitments.given && file->of_commitments)) {
            continue;
        }
        CsvWriter csv = csv_writer_open(dir, file->name, bom);
        file->write(view, &csv);
        status = write_outcome(csv_writer_close(&csv), file->name, error, error_size);
    }
    return status;
}
