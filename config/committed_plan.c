/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what an earlier plan has promised: its trains, and the itineraries of its boxes. */
#include "config/committed_plan.h"

#include <string.h>

#include <glib.h>

#include "base/values.h"
#include "config/case_memory.h"
#include "config/finding_codes.h"
#include "config/plan_folder/plan_table.h"
#include "config/totals.h"

enum { SHOWN_BYTES = 60 /**< of a cell in a finding */ };

/** One file of the earlier plan. */
typedef struct {
    const char *shown; /**< its path, for places */
    PlanTable table;
} EarlierFile;

/** The columns that are looked at; the last is followed by -1. */
static const int TRAINS_WANTED[] = {TRAIN_NAME,    TRAIN_LINE,  TRAIN_RUNS,
                                    TRAIN_DEPARTS, TRAIN_SLOTS, -1};
static const int BOXES_WANTED[] = {ALLOCATION_BOOKING, ALLOCATION_ITINERARY, ALLOCATION_BOXES, -1};
static const int LEGS_WANTED[] = {LEG_BOOKING, LEG_ITINERARY, LEG_SEQ,     LEG_TRAIN, LEG_SLOT,
                                  LEG_FROM,    LEG_TO,        LEG_DEPARTS, -1};

/** An itinerary while its legs come in. */
typedef struct {
    CommittedItinerary read;
    GArray *legs; /**< CommittedLeg */
    bool outside; /**< one of its trains leaves outside the horizon */
    bool faulty;  /**< that is told already */
} Growing;

typedef struct {
    Case *kase;
    Commitments *into;
    Findings *findings;
    EarlierFile trains, boxes, legs;
    GArray *kept_trains;       /**< CommittedTrain */
    GHashTable *train_numbers; /**< name → index in kept_trains + 1; 0: outside the horizon */
    GArray *growing;           /**< Growing, in order of allocations.csv */
    GHashTable *by_key;        /**< `booking\nitinerary` → index in growing + 1 */
    int outside_trains, outside_itineraries;
    int64_t n_boxes; /**< of all itineraries read */
} Earlier;

/* ---- files and cells ---- */

/** Where a cell stands. */
typedef struct {
    const EarlierFile *file;
    int row, column;
} Cell;

static const char *cell_text(Cell cell) {
    return plan_table_text(&cell.file->table, cell.row, cell.column);
}

static PhraseArg cell_shown(Cell cell) {
    return phrase_cut(cell_text(cell), SHOWN_BYTES);
}

static Place cell_place(Cell cell) {
    CsvPlace at = plan_table_place(&cell.file->table, cell.row, cell.column);
    return (Place){cell.file->shown, at.line, at.column};
}

static const char *keep(const Earlier *earlier, const char *text) {
    return case_memory_text(earlier->kase->memory, text);
}

/** Tells of the columns that the file lacks. */
static bool check_columns(const Earlier *earlier, const EarlierFile *file, const int *wanted) {
    bool ok = true;
    for (int i = 0; wanted[i] >= 0; i++) {
        if (!plan_table_has(&file->table, wanted[i])) {
            finding_error(earlier->findings, place_at(file->shown, 1, 1), FINDING_PLAN_COLUMN,
                          plan_file(file->table.id)->columns[wanted[i]].name);
            ok = false;
        }
    }
    return ok;
}

static bool open_file(Earlier *earlier, EarlierFile *file, PlanTableId id, const int *wanted) {
    const char *folder = earlier->into->plan;
    g_autofree char *path = g_build_filename(folder, plan_file(id)->name, NULL);
    CsvError error;
    file->shown = findings_file_name(earlier->findings, path);
    CsvStatus status = plan_table_read(&file->table, id, folder, &error);
    if (status == CSV_UNREADABLE) {
        finding_error(earlier->findings, earlier->into->place, FINDING_PLAN_UNREADABLE, file->shown,
                      &error.phrase);
    } else if (status != CSV_OK) {
        findings_add(earlier->findings, place_at(file->shown, error.line, error.column),
                     FINDING_ERROR, &error.phrase);
    }
    return status == CSV_OK && check_columns(earlier, file, wanted);
}

static bool read_positive(Earlier *earlier, Cell cell, int *number) {
    int fault = count_parse(cell_text(cell), number);
    if (fault == FAULT_NONE && *number < 1) {
        fault = REASON_AT_LEAST_ONE;
    }
    if (fault != FAULT_NONE) {
        finding_error(earlier->findings, cell_place(cell), FINDING_PLAN_CELL, cell_shown(cell),
                      phrase_word(fault));
    }
    return fault == FAULT_NONE;
}

static bool read_departs(Earlier *earlier, Cell cell, Minute *departs) {
    bool ok = instant_parse(cell_text(cell), departs);
    if (!ok) {
        finding_error(earlier->findings, cell_place(cell), FINDING_PLAN_INSTANT, cell_shown(cell));
    }
    return ok;
}

/* ---- trains ---- */

static bool in_horizon(const Earlier *earlier, Minute departs) {
    const Horizon *horizon = &earlier->kase->horizon;
    return departs >= horizon->start_at && departs < horizon->end_at;
}

static bool is_frozen(const CommitmentRule *rule, const char *code, Minute departs) {
    return pattern_matches(rule->frozen, code) || departs < rule->frozen_before;
}

/** Tells of a pattern that gave up on a code of the earlier plan. */
static void check_frozen(const Earlier *earlier, const CommitmentRule *rule) {
    const char *code = pattern_gave_up(rule->frozen);
    if (code != NULL) {
        finding_error(earlier->findings, rule->frozen_place, FINDING_PLAN_WILD,
                      phrase_cut(code, SHOWN_BYTES));
    }
}

static void split_slots(const Earlier *earlier, CommittedTrain *train) {
    char **names = g_strsplit(train->slots, ";", -1);
    train->n_runs = (int)g_strv_length(names);
    train->runs =
        case_memory_array(earlier->kase->memory, (size_t)train->n_runs, sizeof *train->runs);
    for (int i = 0; i < train->n_runs; i++) {
        train->runs[i] = keep(earlier, names[i]);
    }
    g_strfreev(names);
}

static void keep_train(Earlier *earlier, int row, Minute departs) {
    const EarlierFile *file = &earlier->trains;
    CommittedTrain train = {.name = keep(earlier, cell_text((Cell){file, row, TRAIN_NAME})),
                            .line = keep(earlier, cell_text((Cell){file, row, TRAIN_LINE})),
                            .slots = keep(earlier, cell_text((Cell){file, row, TRAIN_SLOTS})),
                            .departs = departs,
                            .place = cell_place((Cell){file, row, TRAIN_NAME})};
    int number = 0;
    if (in_horizon(earlier, departs)) {
        train.frozen = is_frozen(&earlier->into->trains, train.line, departs);
        split_slots(earlier, &train);
        g_array_append_val(earlier->kept_trains, train);
        number = (int)earlier->kept_trains->len;
    } else {
        earlier->outside_trains += departs != INT64_MIN;
    }
    if (!g_hash_table_insert(earlier->train_numbers, (gpointer)(guintptr)train.name,
                             GINT_TO_POINTER(number))) {
        finding_error(earlier->findings, train.place, FINDING_PLAN_TRAIN_TWICE, train.name);
    }
}

static void read_trains(Earlier *earlier) {
    const EarlierFile *file = &earlier->trains;
    for (int row = 1; row < file->table.csv.n_rows; row++) {
        Minute departs =
            INT64_MIN; /* its boxes are looked at nevertheless: they are not at fault */
        if (strcmp(cell_text((Cell){file, row, TRAIN_RUNS}), "true") == 0) {
            (void)read_departs(earlier, (Cell){file, row, TRAIN_DEPARTS}, &departs);
            keep_train(earlier, row, departs);
        }
    }
}

/* ---- itineraries ---- */

static char *key_of(const EarlierFile *file, int row, int booking, int itinerary) {
    return g_strconcat(cell_text((Cell){file, row, booking}), "\n",
                       cell_text((Cell){file, row, itinerary}), NULL);
}

/** Boxes of an itinerary; 0 where they are wrong: its legs, which are read nevertheless, are not at
 * fault. */
static void read_count(Earlier *earlier, Cell cell, int *boxes) {
    int64_t before = earlier->n_boxes;
    if (!read_positive(earlier, cell, boxes)) {
        *boxes = 0;
        return;
    }
    earlier->n_boxes += *boxes;
    if (earlier->n_boxes > TOTAL_MAX) {
        if (before <= TOTAL_MAX) {
            finding_error(earlier->findings, cell_place(cell), FINDING_PLAN_BOXES, TOTAL_MAX);
        }
        *boxes = 0;
    }
}

static void read_boxes(Earlier *earlier) {
    const EarlierFile *file = &earlier->boxes;
    for (int row = 1; row < file->table.csv.n_rows; row++) {
        Growing growing = {
            .read = {.booking = keep(earlier, cell_text((Cell){file, row, ALLOCATION_BOOKING})),
                     .place = cell_place((Cell){file, row, ALLOCATION_BOOKING})}};
        read_count(earlier, (Cell){file, row, ALLOCATION_BOXES}, &growing.read.boxes);
        growing.legs = g_array_new(FALSE, FALSE, sizeof(CommittedLeg));
        char *key = key_of(file, row, ALLOCATION_BOOKING, ALLOCATION_ITINERARY);
        growing.faulty = g_hash_table_contains(earlier->by_key, key);
        g_array_append_val(earlier->growing, growing);
        if (growing.faulty) {
            finding_error(earlier->findings, growing.read.place, FINDING_ITINERARY_TWICE,
                          growing.read.booking);
            g_free(key);
        } else {
            g_hash_table_insert(earlier->by_key, key, GINT_TO_POINTER((int)earlier->growing->len));
        }
    }
}

/** The train or feeder of a leg; false where the train is none of trains.csv. */
static bool read_carrier(Earlier *earlier, int row, Growing *growing, CommittedLeg *leg) {
    const EarlierFile *file = &earlier->legs;
    const char *slot = cell_text((Cell){file, row, LEG_SLOT});
    Cell carrier = {file, row, LEG_TRAIN};
    gpointer number;
    leg->train = -1;
    leg->run = keep(earlier, slot[0] == '\0' ? cell_text(carrier) : slot);
    if (slot[0] == '\0') {
        return true;
    }
    if (!g_hash_table_lookup_extended(earlier->train_numbers, cell_text(carrier), NULL, &number)) {
        finding_error(earlier->findings, cell_place(carrier), FINDING_PLAN_TRAIN_UNKNOWN,
                      cell_shown(carrier));
        return false;
    }
    leg->train = GPOINTER_TO_INT(number) - 1;
    growing->outside |= leg->train < 0;
    return true;
}

static void read_leg(Earlier *earlier, int row) {
    const EarlierFile *file = &earlier->legs;
    g_autofree char *key = key_of(file, row, LEG_BOOKING, LEG_ITINERARY);
    int number = GPOINTER_TO_INT(g_hash_table_lookup(earlier->by_key, key));
    Cell seq = {file, row, LEG_SEQ};
    int place;
    CommittedLeg leg = {.leaves = keep(earlier, cell_text((Cell){file, row, LEG_DEPARTS})),
                        .from = keep(earlier, cell_text((Cell){file, row, LEG_FROM})),
                        .to = keep(earlier, cell_text((Cell){file, row, LEG_TO}))};
    if (number == 0) {
        finding_error(earlier->findings, cell_place((Cell){file, row, LEG_BOOKING}),
                      FINDING_ITINERARY_UNKNOWN);
        return;
    }
    Growing *growing = &g_array_index(earlier->growing, Growing, number - 1);
    if (!read_positive(earlier, seq, &place) ||
        !read_departs(earlier, (Cell){file, row, LEG_DEPARTS}, &leg.departs) ||
        !read_carrier(earlier, row, growing, &leg)) {
        growing->faulty = true;
        return;
    }
    if (place != (int)growing->legs->len + 1) {
        finding_error(earlier->findings, cell_place(seq), FINDING_LEG_ORDER, place,
                      (int)growing->legs->len + 1);
        return;
    }
    g_array_append_val(growing->legs, leg);
}

static bool same_legs(const CommittedItinerary *a, const CommittedItinerary *b) {
    if (a->booking != b->booking || a->n_legs != b->n_legs) { /* equal texts are shared */
        return false;
    }
    for (int i = 0; i < a->n_legs; i++) {
        const CommittedLeg *x = &a->legs[i], *y = &b->legs[i];
        if (x->train != y->train || x->run != y->run || x->from != y->from || x->to != y->to ||
            x->departs != y->departs) {
            return false;
        }
    }
    return true;
}

/** Adds an itinerary to those kept; boxes of another tier on the same itinerary count together. */
static void keep_itinerary(Earlier *earlier, CommittedItinerary *itinerary) {
    Commitments *into = earlier->into;
    itinerary->frozen = is_frozen(&into->bookings, itinerary->booking, itinerary->legs[0].departs);
    for (int i = 0; i < into->n_earlier_itineraries; i++) {
        if (same_legs(&into->earlier_itineraries[i], itinerary)) {
            into->earlier_itineraries[i].boxes += itinerary->boxes;
            return;
        }
    }
    into->earlier_itineraries[into->n_earlier_itineraries++] = *itinerary;
}

static void keep_itineraries(Earlier *earlier) {
    CaseMemory *memory = earlier->kase->memory;
    earlier->into->earlier_itineraries =
        case_memory_array(memory, earlier->growing->len, sizeof(CommittedItinerary));
    for (guint i = 0; i < earlier->growing->len; i++) {
        Growing *growing = &g_array_index(earlier->growing, Growing, i);
        CommittedItinerary *itinerary = &growing->read;
        itinerary->n_legs = (int)growing->legs->len;
        itinerary->legs = case_memory_array(memory, growing->legs->len, sizeof *itinerary->legs);
        if (growing->legs->len > 0) {
            memcpy(itinerary->legs, growing->legs->data,
                   growing->legs->len * sizeof *itinerary->legs);
        }
        if (growing->faulty) {
            continue;
        }
        if (itinerary->n_legs == 0) {
            finding_error(earlier->findings, itinerary->place, FINDING_ITINERARY_EMPTY,
                          itinerary->booking);
        } else if (growing->outside) {
            earlier->outside_itineraries++;
        } else {
            keep_itinerary(earlier, itinerary);
        }
    }
}

/* ---- the whole ---- */

static void keep_earlier_trains(Earlier *earlier) {
    Commitments *into = earlier->into;
    into->n_earlier_trains = (int)earlier->kept_trains->len;
    into->earlier_trains = case_memory_array(earlier->kase->memory, earlier->kept_trains->len,
                                             sizeof *into->earlier_trains);
    if (into->n_earlier_trains > 0) {
        memcpy(into->earlier_trains, earlier->kept_trains->data,
               earlier->kept_trains->len * sizeof *into->earlier_trains);
    }
}

static void warn_outside(const Earlier *earlier) {
    if (earlier->outside_trains + earlier->outside_itineraries > 0) {
        finding_warning(earlier->findings, earlier->into->place, FINDING_PLAN_OUTSIDE,
                        earlier->outside_trains, earlier->outside_itineraries);
    }
}

void committed_plan_read(Case *kase, Findings *findings) {
    Earlier earlier = {
        .kase = kase,
        .into = &kase->commitments,
        .findings = findings,
        .kept_trains = g_array_new(FALSE, FALSE, sizeof(CommittedTrain)),
        .train_numbers = g_hash_table_new(g_str_hash, g_str_equal),
        .growing = g_array_new(FALSE, FALSE, sizeof(Growing)),
        .by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
    };
    bool ok = open_file(&earlier, &earlier.trains, TABLE_TRAINS, TRAINS_WANTED);
    ok = ok && open_file(&earlier, &earlier.boxes, TABLE_ALLOCATIONS, BOXES_WANTED);
    ok = ok && open_file(&earlier, &earlier.legs, TABLE_LEGS, LEGS_WANTED);
    if (ok) {
        read_trains(&earlier);
        read_boxes(&earlier);
        for (int row = 1; row < earlier.legs.table.csv.n_rows; row++) {
            read_leg(&earlier, row);
        }
        keep_earlier_trains(&earlier);
        keep_itineraries(&earlier);
        check_frozen(&earlier, &earlier.into->trains);
        check_frozen(&earlier, &earlier.into->bookings);
        warn_outside(&earlier);
    }
    for (guint i = 0; i < earlier.growing->len; i++) {
        g_array_free(g_array_index(earlier.growing, Growing, i).legs, TRUE);
    }
    g_array_free(earlier.kept_trains, TRUE);
    g_array_free(earlier.growing, TRUE);
    g_hash_table_destroy(earlier.train_numbers);
    g_hash_table_destroy(earlier.by_key);
    plan_table_free(&earlier.trains.table);
    plan_table_free(&earlier.boxes.table);
    plan_table_free(&earlier.legs.table);
}
