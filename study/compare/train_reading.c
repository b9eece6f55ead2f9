/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the trains that a plan train_is_run, and averages what they carry over their km. */
#include "study/compare/train_reading.h"

#include <math.h>
#include <string.h>

#include "config/finding_codes.h"
#include "study/compare/cell_reading.h"

static const int TRAIN_WANTED[] = {TRAIN_NAME,    TRAIN_LINE,  TRAIN_WEEK,   TRAIN_RUNS,
                                   TRAIN_DEPARTS, TRAIN_SLOTS, TRAIN_MARGIN, -1};
static const int STOP_WANTED[] = {STOP_TRAIN, STOP_SEQ, STOP_STATION, STOP_KM, -1};
static const int CAPACITY_WANTED[] = {CAPACITY_TRAIN,
                                      CAPACITY_LEG,
                                      CAPACITY_FROM,
                                      CAPACITY_TO,
                                      CAPACITY_LOADED_TEU,
                                      CAPACITY_EMPTY_TEU,
                                      -1};

static bool train_is_run(const ComparedPlan *plan, int row) {
    return strcmp(cells_text(plan, TABLE_TRAINS, row, TRAIN_RUNS), "false") != 0;
}

static bool read_compared_train(ComparedPlan *plan, int row) {
    ComparedTrain train = {.name = cells_text(plan, TABLE_TRAINS, row, TRAIN_NAME),
                           .line = cells_text(plan, TABLE_TRAINS, row, TRAIN_LINE),
                           .slots = cells_text(plan, TABLE_TRAINS, row, TRAIN_SLOTS),
                           .departs = cells_text(plan, TABLE_TRAINS, row, TRAIN_DEPARTS),
                           .loaded_teu = (double)NAN};
    g_autofree char *first = g_strndup(train.slots, strcspn(train.slots, ";"));
    train.first_slot = g_string_chunk_insert_const(plan->texts, first);
    const bool ok = cells_count(plan, TABLE_TRAINS, row, TRAIN_WEEK, &train.week) &&
                    cells_instant(plan, TABLE_TRAINS, row, TRAIN_DEPARTS, &train.departs_at) &&
                    cells_number(plan, TABLE_TRAINS, row, TRAIN_MARGIN, &train.margin);
    g_array_append_val(plan->trains, train);
    return ok;
}

/* ---- loaded TEU ---- */

/** Rows of capacity.csv and of timetable.csv, both by train and along it. */
typedef struct {
    ComparedPlan *plan;
    GArray *legs, *stops; /**< int */
} Chains;

static int row_of(const GArray *rows, guint index) {
    return index < rows->len ? g_array_index(rows, int, index) : 0;
}

static bool cell_is(const Chains *chains, PlanTableId id, int row, int column, const char *text) {
    return row > 0 && strcmp(cells_text(chains->plan, id, row, column), text) == 0;
}

/** The first of the rows from here on that is this train's or of one that comes after. */
static guint rows_find_train(const Chains *chains, PlanTableId id, const GArray *rows, int column,
                             guint from, const char *train) {
    while (from < rows->len &&
           strcmp(cells_text(chains->plan, id, row_of(rows, from), column), train) < 0) {
        from++;
    }
    return from;
}

/** How far it is from a stop to the next one. */
static bool stop_km(const Chains *chains, guint stop, double *km) {
    double from = 0, to = 0;
    const bool ok =
        cells_number(chains->plan, TABLE_TIMETABLE, row_of(chains->stops, stop), STOP_KM, &from) &&
        cells_number(chains->plan, TABLE_TIMETABLE, row_of(chains->stops, stop + 1), STOP_KM, &to);
    *km = to - from;
    return ok;
}

/** True where the train's leg of this row goes from this stop to the next one. */
static bool is_leg(const Chains *chains, guint stop, int row, const char *train) {
    const int at = row_of(chains->stops, stop), next = row_of(chains->stops, stop + 1);
    return cell_is(chains, TABLE_TIMETABLE, at, STOP_STATION,
                   cells_text(chains->plan, TABLE_CAPACITY, row, CAPACITY_FROM)) &&
           cell_is(chains, TABLE_TIMETABLE, next, STOP_TRAIN, train) &&
           cell_is(chains, TABLE_TIMETABLE, next, STOP_STATION,
                   cells_text(chains->plan, TABLE_CAPACITY, row, CAPACITY_TO));
}

/** Averages a train's legs, of those that capacity.csv has: of a train under way some are over. */
static bool average(const Chains *chains, ComparedTrain *train, guint leg, guint stop) {
    double teu_km = 0, km = 0;
    for (; cell_is(chains, TABLE_CAPACITY, row_of(chains->legs, leg), CAPACITY_TRAIN, train->name);
         leg++, stop++) {
        const int row = row_of(chains->legs, leg);
        double teu = 0, leg_km = 0;
        while (cell_is(chains, TABLE_TIMETABLE, row_of(chains->stops, stop), STOP_TRAIN,
                       train->name) &&
               !is_leg(chains, stop, row, train->name)) {
            stop++;
        }
        if (!is_leg(chains, stop, row, train->name)) {
            return cells_wrong(chains->plan, TABLE_CAPACITY, row, CAPACITY_TRAIN,
                               PHRASE(FINDING_PLAN_TRAIN_CALLS, train->name));
        }
        if (!stop_km(chains, stop, &leg_km) ||
            !cells_number(chains->plan, TABLE_CAPACITY, row, CAPACITY_LOADED_TEU, &teu)) {
            return false;
        }
        teu_km += teu * leg_km;
        km += leg_km;
    }
    train->loaded_teu = km > 0 ? teu_km / km : (double)NAN;
    return true;
}

static int compare_names(gconstpointer a, gconstpointer b) {
    return strcmp((*(ComparedTrain *const *)a)->name, (*(ComparedTrain *const *)b)->name);
}

/** The trains in order of their names; to be freed with g_ptr_array_unref(). */
static GPtrArray *trains_by_name(const ComparedPlan *plan) {
    GPtrArray *trains = g_ptr_array_new();
    for (guint i = 0; i < plan->trains->len; i++) {
        g_ptr_array_add(trains, &g_array_index(plan->trains, ComparedTrain, i));
    }
    g_ptr_array_sort(trains, compare_names);
    return trains;
}

static bool average_all(ComparedPlan *plan) {
    const Chains chains = {plan,
                           cells_in_order(plan, TABLE_CAPACITY, CAPACITY_TRAIN, -1, CAPACITY_LEG),
                           cells_in_order(plan, TABLE_TIMETABLE, STOP_TRAIN, -1, STOP_SEQ)};
    GPtrArray *trains = trains_by_name(plan);
    guint leg = 0, stop = 0;
    bool ok = true;
    for (guint i = 0; i < trains->len && ok; i++) {
        ComparedTrain *train = g_ptr_array_index(trains, i);
        leg =
            rows_find_train(&chains, TABLE_CAPACITY, chains.legs, CAPACITY_TRAIN, leg, train->name);
        stop =
            rows_find_train(&chains, TABLE_TIMETABLE, chains.stops, STOP_TRAIN, stop, train->name);
        ok = average(&chains, train, leg, stop);
    }
    g_ptr_array_unref(trains);
    g_array_unref(chains.legs);
    g_array_unref(chains.stops);
    return ok;
}

bool trains_read_compared(ComparedPlan *plan) {
    bool ok = cells_open(plan, TABLE_TRAINS, TRAIN_WANTED) &&
              cells_open(plan, TABLE_TIMETABLE, STOP_WANTED) &&
              cells_open(plan, TABLE_CAPACITY, CAPACITY_WANTED);
    for (int row = 1; ok && row < cells_rows(plan, TABLE_TRAINS); row++) {
        ok = !train_is_run(plan, row) || read_compared_train(plan, row);
    }
    return ok && average_all(plan);
}
