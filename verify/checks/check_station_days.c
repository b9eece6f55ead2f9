/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks lifts and trains at every station on every day, docs/model.md (7): stations.csv. */
#include "verify/checks/checks.h"
#include "verify/read/expect.h"
#include "verify/read/period.h"
#include "verify/read/plan_moves.h"
#include "verify/read/under_way.h"

typedef struct {
    PlanRead *plan;
    GHashTable *index; /**< station and day to position in plan->days + 1 */
} DayBook;

/** The calendar day of an instant at a station, put in where it is new. */
static PlanDay *day_at(DayBook *book, StationId station, Minute at) {
    const Case *kase = book->plan->kase;
    Date day = period_fold_day(kase, zone_date(kase->stations[station].zone, at));
    gint64 key = subject_day_key(station, day);
    GArray *days = book->plan->days;
    guint position = GPOINTER_TO_UINT(g_hash_table_lookup(book->index, &key));
    if (position == 0) {
        PlanDay fresh = {station, day, 0, 0};
        g_array_append_val(days, fresh);
        position = days->len;
        gint64 *kept = g_new(gint64, 1);
        *kept = key;
        g_hash_table_insert(book->index, kept, GUINT_TO_POINTER(position));
    }
    return &g_array_index(days, PlanDay, position - 1);
}

/** What gone things use up of days that are not over. */
static void enter_gone(DayBook *book) {
    const CarriedOver *carried = book->plan->kase->carried;
    for (int i = 0; carried && i < carried->n_station_days; i++) {
        const CarriedDay *gone = &carried->station_days[i];
        PlanDay fresh = {gone->subject, gone->day, gone->lifts, gone->trains};
        gint64 *kept = g_new(gint64, 1);
        *kept = subject_day_key(gone->subject, gone->day);
        g_array_append_val(book->plan->days, fresh);
        g_hash_table_insert(book->index, kept, GUINT_TO_POINTER(book->plan->days->len));
    }
}

static void count_trains(DayBook *book) {
    for (int i = 0; i < book->plan->n_trains; i++) {
        const PlanTrain *train = &book->plan->trains[i];
        if (!plan_train_own(train)) {
            continue;
        }
        day_at(book, train->legs[0].from, train->departs)->trains++;
        for (int leg = 0; leg < train->n_legs; leg++) {
            day_at(book, train->legs[leg].to, train->legs[leg].arrives)->trains++;
        }
    }
}

/** Lifts of boxes on their way, loaded or empty: wherever they board or leave a train, and where a
 * train takes them through a gauge break. */
static void count_lifts(DayBook *book, const PlanMove *moves, int n_moves, long boxes) {
    for (int i = 0; i < n_moves; i++) {
        const PlanMove *move = &moves[i];
        if (move->train < 0) {
            continue;
        }
        bool stays_from = i > 0 && moves_same_train(&moves[i - 1], move);
        bool stays_to = i + 1 < n_moves && moves_same_train(move, &moves[i + 1]);
        if (!stays_from || book->plan->kase->stations[move->from].gauge_break) {
            day_at(book, move->from, move->departs)->lifts += boxes;
        }
        if (!stays_to) {
            day_at(book, move->to, move->arrives)->lifts += boxes;
        }
    }
}

static void check_day(const PlanRead *plan, const PlanDay *day, GHashTable *rows) {
    const CheckedTable *table = &plan->tables[TABLE_STATIONS];
    const Station *station = &plan->kase->stations[day->station];
    char date[DATE_TEXT_SIZE];
    date_format(day->day, date);
    const CarriedDay *gone = carried_station_day(plan->kase->carried, day->station, day->day);
    report_check(plan->report, VERIFY_STATIONS,
                 day->lifts <= MAX(station->lifts_per_day, gone ? gone->lifts : 0), table->file, 0,
                 "%s has %ld lifts on %s, it can make %d", station->code, day->lifts, date,
                 station->lifts_per_day);
    report_check(plan->report, VERIFY_STATIONS,
                 day->trains <= MAX(station->trains_per_day, gone ? gone->trains : 0), table->file,
                 0, "%s has %d trains on %s, it takes %d", station->code, day->trains, date,
                 station->trains_per_day);
    if (day->lifts > 0 || day->trains > 0) {
        report_check(plan->report, VERIFY_FILES, checked_find(rows, station->code, date) > 0,
                     table->file, 0, "a row of %s on %s is missing", station->code, date);
    }
}

static void check_day_row(const PlanRead *plan, int row, GHashTable *days) {
    const CheckedTable *table = &plan->tables[TABLE_STATIONS];
    StationId id = station_find(plan->kase, checked_cell(table, row, DAY_STATION));
    const char *date = checked_cell(table, row, DAY_DATE);
    if (!ROW_CHECK(table, VERIFY_FILES, id >= 0, row, "the case has no station \"%s\"",
                   checked_cell(table, row, DAY_STATION))) {
        return;
    }
    Date day = 0;
    if (!ROW_CHECK(table, VERIFY_FILES, cell_date(date, &day), row, "\"%s\" is no date", date)) {
        return;
    }
    gint64 key = subject_day_key(id, day);
    guint position = GPOINTER_TO_UINT(g_hash_table_lookup(days, &key));
    const PlanDay none = {0};
    const PlanDay *at = position ? &g_array_index(plan->days, PlanDay, position - 1) : &none;
    expect_count(table, row, DAY_LIFTS, at->lifts);
    expect_count(table, row, DAY_TRAINS, at->trains);
    expect_limit(table, row, DAY_LIFTS_LIMIT, plan->kase->stations[id].lifts_per_day);
    expect_limit(table, row, DAY_TRAINS_LIMIT, plan->kase->stations[id].trains_per_day);
    double price = 0;
    bool priced = cell_number(checked_cell(table, row, DAY_LIFT_PRICE), &price, NULL) && price > 0;
    ROW_CHECK(table, VERIFY_FILES, at->lifts > 0 || at->trains > 0 || priced, row,
              "the row has neither lifts nor trains nor a price");
}

void verify_station_days(PlanRead *plan) {
    const CheckedTable *table = &plan->tables[TABLE_STATIONS];
    DayBook book = {plan, g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL)};
    enter_gone(&book);
    count_trains(&book);
    for (int i = 0; i < plan->n_itineraries; i++) {
        count_lifts(&book, plan->itineraries[i].moves, plan->itineraries[i].n_moves,
                    plan->itineraries[i].boxes);
    }
    for (int i = 0; i < plan->n_empties; i++) {
        count_lifts(&book, plan->empties[i].moves, plan->empties[i].n_moves,
                    plan->empties[i].boxes);
    }
    GHashTable *rows = checked_index(table, DAY_STATION, DAY_DATE);
    for (guint i = 0; i < plan->days->len; i++) {
        const PlanDay *day = &g_array_index(plan->days, PlanDay, i);
        check_day(plan, day, rows);
        const CarriedDay *gone = carried_station_day(plan->kase->carried, day->station, day->day);
        plan->report->kpi.lifts += day->lifts - (gone ? gone->lifts : 0);
    }
    for (int row = 1; row < table->n_rows; row++) {
        check_day_row(plan, row, book.index);
    }
    g_hash_table_unref(rows);
    g_hash_table_unref(book.index);
}
