/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a train's boxes together from trains.csv, allocations.csv, legs.csv and empties.csv;
 * what earlier plans have put on it from carried_over.csv. */
#include "study/show/manifest.h"

#include <math.h>
#include <string.h>

#include "base/suggest.h"
#include "base/values.h"
#include "config/carried_over.h"
#include "config/finding_codes.h"

static const PlanTableId TABLES[] = {TABLE_TRAINS,  TABLE_ALLOCATIONS, TABLE_LEGS,
                                     TABLE_EMPTIES, TABLE_BOOKINGS,    TABLE_CARRIED_OVER};

/** The columns of a table of legs. */
typedef struct {
    PlanTableId table;
    int owner, number; /**< which itinerary or move a row is of */
    int train, from, to, departs, arrives, boxes;
} LegTable;

static const LegTable LOADED = {TABLE_LEGS, LEG_BOOKING, LEG_ITINERARY, LEG_TRAIN, LEG_FROM,
                                LEG_TO,     LEG_DEPARTS, LEG_ARRIVES,   LEG_BOXES};
static const LegTable EMPTY = {TABLE_EMPTIES, EMPTY_CONTAINER, EMPTY_MOVE,
                               EMPTY_TRAIN,   EMPTY_FROM,      EMPTY_TO,
                               EMPTY_DEPARTS, EMPTY_ARRIVES,   EMPTY_BOXES};

static const LegTable CARRIED = {TABLE_CARRIED_OVER, CARRY_ID,      CARRY_ITINERARY,
                                 CARRY_TRAIN,        CARRY_FROM,    CARRY_TO,
                                 CARRY_DEPARTS,      CARRY_ARRIVES, CARRY_BOXES};

/** Only a plan that was rolled on has all files. */
static bool lacks_table(const char *dir, PlanTableId id) {
    g_autofree char *path = g_build_filename(dir, plan_file(id)->name, NULL);
    return plan_file(id)->of_rolling && !g_file_test(path, G_FILE_TEST_EXISTS);
}

static bool open_tables(Manifest *manifest, const char *dir) {
    for (size_t i = 0; i < G_N_ELEMENTS(TABLES); i++) {
        const PlanTableId id = TABLES[i];
        if (lacks_table(dir, id)) {
            continue;
        }
        const CsvStatus status = plan_table_read(&manifest->tables[id], id, dir, &manifest->error);
        manifest->read[id] = true;
        manifest->file = plan_file(id)->name;
        if (status != CSV_OK) {
            return false;
        }
        for (int column = 0; column < plan_file(id)->n_columns; column++) {
            if (!plan_table_has(&manifest->tables[id], column)) {
                manifest->error = (CsvError){
                    .phrase = PHRASE(FINDING_PLAN_COLUMN, plan_file(id)->columns[column].name),
                    .line = 1};
                return false;
            }
        }
    }
    manifest->file = NULL;
    return true;
}

static const char *manifest_cell(const Manifest *manifest, const LegTable *legs, int row,
                                 int column) {
    return plan_table_text(&manifest->tables[legs->table], row, column);
}

static bool is_on_train(const Manifest *manifest, const LegTable *legs, int row,
                        const char *train) {
    return row < manifest->tables[legs->table].csv.n_rows &&
           strcmp(manifest_cell(manifest, legs, row, legs->train), train) == 0;
}

/** True where boxes of an earlier plan, loaded or empty, are on the row's leg. */
static bool is_carried(const Manifest *manifest, int row) {
    const char *kind = plan_table_cell(&manifest->tables[TABLE_CARRIED_OVER], row, CARRY_KIND);
    return strcmp(kind, carried_kind_name(CARRIED_BOX)) == 0 ||
           strcmp(kind, carried_kind_name(CARRIED_EMPTY)) == 0;
}

static bool same_owner(const Manifest *manifest, const LegTable *legs, int row, int other) {
    return strcmp(manifest_cell(manifest, legs, row, legs->owner),
                  manifest_cell(manifest, legs, other, legs->owner)) == 0 &&
           strcmp(manifest_cell(manifest, legs, row, legs->number),
                  manifest_cell(manifest, legs, other, legs->number)) == 0;
}

/** The row of allocations.csv that an itinerary is; 0 where there is none. */
static int manifest_allocation(const Manifest *manifest, const char *booking,
                               const char *itinerary) {
    const PlanTable *table = &manifest->tables[TABLE_ALLOCATIONS];
    for (int row = 1; row < table->csv.n_rows; row++) {
        if (strcmp(plan_table_text(table, row, ALLOCATION_BOOKING), booking) == 0 &&
            strcmp(plan_table_text(table, row, ALLOCATION_ITINERARY), itinerary) == 0) {
            return row;
        }
    }
    return 0;
}

/** What is said of loaded boxes beside where they ride. */
static void describe_boxes(Manifest *manifest, ManifestRow *found, int leg) {
    const PlanTable *table = &manifest->tables[TABLE_ALLOCATIONS];
    const PlanTable *legs = &manifest->tables[TABLE_LEGS];
    const int row = manifest_allocation(manifest, found->booking, found->itinerary);
    found->customer = plan_table_text(legs, leg, LEG_CUSTOMER);
    found->remark = plan_table_text(legs, leg, LEG_REMARK);
    found->teu = g_ascii_strtod(plan_table_cell(legs, leg, LEG_TEU), NULL);
    found->tonnes = g_ascii_strtod(plan_table_cell(legs, leg, LEG_TONNES), NULL);
    found->container = row > 0 ? plan_table_text(table, row, ALLOCATION_CONTAINER) : "";
    found->cargo = row > 0 ? plan_table_text(table, row, ALLOCATION_CARGO) : "";
    manifest->boxes += found->boxes;
    manifest->teu += found->teu;
    manifest->tonnes += found->tonnes;
}

/** The row of bookings.csv; 0 where the plan's case does not list it any more. */
static int manifest_booking(const Manifest *manifest, const char *booking) {
    const PlanTable *table = &manifest->tables[TABLE_BOOKINGS];
    for (int row = 1; row < table->csv.n_rows; row++) {
        if (strcmp(plan_table_text(table, row, BOOKING_CODE), booking) == 0) {
            return row;
        }
    }
    return 0;
}

/** Likewise of boxes that an earlier plan has sent off. */
static void describe_carried(Manifest *manifest, ManifestRow *found, int leg) {
    const PlanTable *table = &manifest->tables[TABLE_BOOKINGS];
    const PlanTable *legs = &manifest->tables[TABLE_CARRIED_OVER];
    const int row = manifest_booking(manifest, found->booking);
    found->customer = row > 0 ? plan_table_text(table, row, BOOKING_CUSTOMER) : "";
    found->remark = row > 0 ? plan_table_text(table, row, BOOKING_REMARK) : "";
    found->teu = g_ascii_strtod(plan_table_cell(legs, leg, CARRY_TEU), NULL);
    found->tonnes = g_ascii_strtod(plan_table_cell(legs, leg, CARRY_TONNES), NULL);
    found->container = plan_table_text(legs, leg, CARRY_CONTAINER);
    found->cargo = plan_table_text(legs, leg, CARRY_CARGO);
    manifest->boxes += found->boxes;
    manifest->teu += found->teu;
    manifest->tonnes += found->tonnes;
}

static bool is_loaded(const Manifest *manifest, const LegTable *legs, int row) {
    return legs->table == TABLE_LEGS ||
           (legs->table == TABLE_CARRIED_OVER &&
            strcmp(plan_table_cell(&manifest->tables[legs->table], row, CARRY_KIND),
                   carried_kind_name(CARRIED_BOX)) == 0);
}

static void describe_empties(Manifest *manifest, ManifestRow *found) {
    found->container = found->booking;
    found->booking = found->customer = found->cargo = found->remark = "";
    found->teu = found->tonnes = (double)NAN;
    manifest->empties += found->boxes;
}

/** Adds the ride that begins in this row.
 *  @return its last row */
static int manifest_add_ride(Manifest *manifest, const LegTable *legs, int row, const char *train) {
    int last = row;
    while (is_on_train(manifest, legs, last + 1, train) &&
           same_owner(manifest, legs, row, last + 1)) {
        last++;
    }
    ManifestRow found = {
        .booking = manifest_cell(manifest, legs, row, legs->owner),
        .itinerary = manifest_cell(manifest, legs, row, legs->number),
        .boards = manifest_cell(manifest, legs, row, legs->from),
        .leaves = manifest_cell(manifest, legs, last, legs->to),
        .departs = manifest_cell(manifest, legs, row, legs->departs),
        .arrives = manifest_cell(manifest, legs, last, legs->arrives),
    };
    (void)count_parse(manifest_cell(manifest, legs, row, legs->boxes), &found.boxes);
    if (!is_loaded(manifest, legs, row)) {
        describe_empties(manifest, &found);
    } else if (legs->table == TABLE_CARRIED_OVER) {
        describe_carried(manifest, &found, row);
    } else {
        describe_boxes(manifest, &found, row);
    }
    g_array_append_val(manifest->rows, found);
    return last;
}

static void add_rides(Manifest *manifest, const LegTable *legs, const char *train) {
    for (int row = 1; row < manifest->tables[legs->table].csv.n_rows; row++) {
        if (is_on_train(manifest, legs, row, train) &&
            (legs->table != TABLE_CARRIED_OVER || is_carried(manifest, row))) {
            row = manifest_add_ride(manifest, legs, row, train);
        }
    }
}

/** True where the plan runs it; else the name that is nearest is kept. */
static bool runs(Manifest *manifest, const char *train) {
    const PlanTable *table = &manifest->tables[TABLE_TRAINS];
    Suggestion nearest = suggestion_start(train);
    bool found = manifest->rows->len > 0;
    for (int row = 1; row < table->csv.n_rows && !found; row++) {
        const char *name = plan_table_text(table, row, TRAIN_NAME);
        if (strcmp(plan_table_cell(table, row, TRAIN_RUNS), "false") != 0) {
            found = strcmp(name, train) == 0;
            suggestion_try(&nearest, name);
        }
    }
    if (!found) {
        manifest->nearest = g_strdup(nearest.best);
    }
    return found;
}

Outcome manifest_read(Manifest *manifest, const char *dir, const char *train) {
    *manifest = (Manifest){.rows = g_array_new(FALSE, FALSE, sizeof(ManifestRow))};
    if (!open_tables(manifest, dir)) {
        return OUTCOME_UNREADABLE;
    }
    add_rides(manifest, &CARRIED, train);
    add_rides(manifest, &LOADED, train);
    add_rides(manifest, &EMPTY, train);
    return runs(manifest, train) ? OUTCOME_DONE : OUTCOME_FAULTY;
}

void manifest_clear(Manifest *manifest) {
    for (int id = 0; id < PLAN_TABLES; id++) {
        if (manifest->read[id]) {
            plan_table_free(&manifest->tables[id]);
        }
    }
    g_array_free(manifest->rows, TRUE);
    g_free(manifest->nearest);
}
