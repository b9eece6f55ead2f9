/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks where in an itinerary feeders stand, when they leave, and how many boxes they take a day,
 * docs/model.md (8): feeders.csv. */
#include "verify/checks/checks.h"
#include "verify/read/expect.h"
#include "verify/read/period.h"
#include "verify/read/plan_moves.h"
#include "verify/read/run_times.h"

enum { DAYS_AFTER_READY = 6 /* an unscheduled feeder waits so many midnights at most */ };

#define FEEDER_CHECK(holds, row, ...)                                                              \
    ROW_CHECK(&plan->tables[TABLE_LEGS], VERIFY_FEEDERS, (holds), (row), __VA_ARGS__)

/** True where a feeder without a timetable may leave then: when the box is ready, or at one of the
 * next midnights. */
static bool leaves_unscheduled(const Zone *zone, Minute ready, Minute departs) {
    if (departs == ready) {
        return true;
    }
    for (int day = 1; day <= DAYS_AFTER_READY; day++) {
        if (zone_to_minute(zone, zone_date(zone, ready) + day, 0, NULL) == departs) {
            return true;
        }
    }
    return false;
}

static void check_departure(const PlanRead *plan, const PlanMove *move, Minute ready) {
    const Feeder *feeder = &plan->kase->feeders[move->feeder];
    const Zone *zone = plan->kase->stations[feeder->from].zone;
    char text[INSTANT_TEXT_SIZE];
    if (plan->kase->carried) { // what has happened has: none leaves before
        ready = MAX(ready, plan->kase->horizon.start_at);
    }
    FEEDER_CHECK(move->departs >= ready, move->row,
                 "feeder %s leaves before the boxes are ready, at %s", feeder->code,
                 instant_format(zone, ready, text));
    Date day;
    bool leaves = feeder->n_departs > 0 ? feeder_departs_at(plan->kase, feeder, move->departs, &day)
                                        : leaves_unscheduled(zone, ready, move->departs);
    FEEDER_CHECK(!on_closed_day(plan->kase, &feeder->closed, zone, move->departs), move->row,
                 "feeder %s is closed at %s", feeder->code,
                 instant_format(zone, move->departs, text));
    FEEDER_CHECK(leaves, move->row, "feeder %s does not leave at %s", feeder->code,
                 instant_format(zone, move->departs, text));
}

/** The train after a feeder: in time for its cutoff, and another one than before the feeder. */
static void check_train_after(const PlanRead *plan, const PlanMove *moves, int move) {
    const PlanMove *feeder = &moves[move - 1], *train = &moves[move];
    const Station *station = &plan->kase->stations[train->from];
    char text[INSTANT_TEXT_SIZE];
    Minute earliest = feeder->arrives + station->load_cutoff_min;
    FEEDER_CHECK(train->departs >= earliest, train->row,
                 "%s departs too early after feeder %s: with the cutoff of %s, no sooner than %s",
                 plan->trains[train->train].name, plan->kase->feeders[feeder->feeder].code,
                 station->code, instant_format(station->zone, earliest, text));
    FEEDER_CHECK(move < 2 || !moves_same_train(&moves[move - 2], train), train->row,
                 "boxes leave %s for a feeder and board it again", plan->trains[train->train].name);
}

static void check_feeder_moves(const PlanRead *plan, const PlanItinerary *itinerary) {
    const PlanMove *moves = itinerary->moves;
    for (int i = 0; i < itinerary->n_moves; i++) {
        const PlanMove *move = &moves[i];
        const PlanMove *before = i > 0 ? &moves[i - 1] : NULL;
        if (move->feeder >= 0 && before && before->feeder >= 0) {
            FEEDER_CHECK(false, move->row, "feeder %s follows another feeder",
                         plan->kase->feeders[move->feeder].code);
        } else if (move->feeder >= 0) {
            check_departure(plan, move,
                            before ? before->arrives +
                                         plan->kase->stations[before->to].unload_release_min
                                   : plan->kase->demand[itinerary->demand].ready);
        } else if (before && before->feeder >= 0) {
            check_train_after(plan, moves, i);
        }
    }
}

/** Counts the boxes of one feeder run on the day it leaves, and checks the sum so far. */
static void count_feeder_boxes(const PlanRead *plan, const PlanMove *move, long boxes,
                               GHashTable *days) {
    const Feeder *feeder = &plan->kase->feeders[move->feeder];
    const Zone *zone = plan->kase->stations[feeder->from].zone;
    Date day = period_fold_day(plan->kase, zone_date(zone, move->departs));
    gint64 *key = g_new(gint64, 1);
    *key = subject_day_key(move->feeder, day);
    long sum = boxes + (long)GPOINTER_TO_SIZE(g_hash_table_lookup(days, key));
    g_hash_table_insert(days, key, GSIZE_TO_POINTER((gsize)sum));
    char date[DATE_TEXT_SIZE];
    const CarriedDay *gone = carried_feeder_day(plan->kase->carried, move->feeder, day);
    FEEDER_CHECK(sum <= MAX(feeder->boxes_per_day, gone ? gone->boxes : 0), move->row,
                 "feeder %s takes %ld boxes on %s, it may take %d", feeder->code, sum,
                 date_format(day, date), feeder->boxes_per_day);
}

/** @param seen  keys of the rows so far */
static void check_feeder_row(const PlanRead *plan, int row, GHashTable *days, GHashTable *seen) {
    const CheckedTable *table = &plan->tables[TABLE_FEEDERS];
    const char *code = checked_cell(table, row, FEEDER_CODE);
    const char *date = checked_cell(table, row, FEEDER_DAY);
    int feeder = feeder_find(plan->kase, code);
    Date day = 0;
    if (!ROW_CHECK(table, VERIFY_FILES, feeder >= 0, row, "the case has no feeder \"%s\"", code) ||
        !ROW_CHECK(table, VERIFY_FILES, cell_date(date, &day), row, "\"%s\" is no date", date)) {
        return;
    }
    gint64 *key = g_new(gint64, 1);
    *key = subject_day_key(feeder, day);
    long boxes = (long)GPOINTER_TO_SIZE(g_hash_table_lookup(days, key));
    double price = 0;
    bool priced = cell_number(checked_cell(table, row, FEEDER_PRICE), &price, NULL) && price > 0;
    ROW_CHECK(table, VERIFY_FILES, g_hash_table_add(seen, key), row,
              "%s on %s stands here a second time", code, date);
    expect_count(table, row, FEEDER_BOXES, boxes);
    expect_limit(table, row, FEEDER_BOXES_LIMIT, plan->kase->feeders[feeder].boxes_per_day);
    ROW_CHECK(table, VERIFY_FILES, boxes > 0 || priced, row,
              "the row has neither boxes nor a price");
}

static void check_feeder_days_there(const PlanRead *plan, GHashTable *days, GHashTable *seen) {
    GHashTableIter iter;
    gpointer key, boxes;
    int missing = 0;
    g_hash_table_iter_init(&iter, days);
    while (g_hash_table_iter_next(&iter, &key, &boxes)) {
        missing += !g_hash_table_contains(seen, key);
    }
    report_check(plan->report, VERIFY_FILES, missing == 0, plan->tables[TABLE_FEEDERS].file, 0,
                 "rows of %d days on which feeders take boxes are missing", missing);
}

static void check_feeder_rows(const PlanRead *plan, GHashTable *days) {
    GHashTable *seen = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (int row = 1; row < plan->tables[TABLE_FEEDERS].n_rows; row++) {
        check_feeder_row(plan, row, days, seen);
    }
    check_feeder_days_there(plan, days, seen);
    g_hash_table_unref(seen);
}

void verify_feeders(PlanRead *plan) {
    GHashTable *days = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    const CarriedOver *carried = plan->kase->carried;
    for (int i = 0; carried && i < carried->n_feeder_days; i++) {
        gint64 *key = g_new(gint64, 1);
        *key = subject_day_key(carried->feeder_days[i].subject, carried->feeder_days[i].day);
        g_hash_table_insert(days, key, GSIZE_TO_POINTER((gsize)carried->feeder_days[i].boxes));
    }
    for (int i = 0; i < plan->n_itineraries; i++) {
        const PlanItinerary *itinerary = &plan->itineraries[i];
        check_feeder_moves(plan, itinerary);
        for (int move = 0; move < itinerary->n_moves; move++) {
            if (itinerary->moves[move].feeder >= 0) {
                count_feeder_boxes(plan, &itinerary->moves[move], itinerary->boxes, days);
            }
        }
    }
    check_feeder_rows(plan, days);
    g_hash_table_unref(days);
}
