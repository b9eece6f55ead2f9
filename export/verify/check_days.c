/** @file
 *  Lifts and trains at every station on every calendar day; stations.csv. */
#include <inttypes.h>
#include <string.h>

#include "export/verify/plan_read.h"

typedef struct {
    PlanRead *plan;
    GHashTable *index; /**< station and day to position in plan->days + 1 */
} DayBook;

static gint64 day_key(StationId station, Date day) {
    return (gint64)station * (INT64_C(1) << 32) + day;
}

/** The calendar day of an instant at a station, put in where it is new. */
static PlanDay *day_at(DayBook *book, StationId station, Minute at) {
    Date day = zone_date(book->plan->kase->stations[station].zone, at);
    gint64 key = day_key(station, day);
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

static void count_trains(DayBook *book) {
    for (int i = 0; i < book->plan->n_trains; i++) {
        const PlanTrain *train = &book->plan->trains[i];
        if (!train->sound || !train->runs)
            continue;
        day_at(book, train->legs[0].from, train->departs)->trains++;
        for (int leg = 0; leg < train->n_legs; leg++)
            day_at(book, train->legs[leg].to, train->legs[leg].arrives)->trains++;
    }
}

static void count_lifts(DayBook *book, const PlanItinerary *itinerary) {
    const PlanRead *plan = book->plan;
    for (int i = 0; i <= itinerary->n_moves; i++) {
        const PlanLeg *before = i > 0 ? plan_leg(plan, itinerary->moves[i - 1]) : NULL;
        const PlanLeg *after = i < itinerary->n_moves ? plan_leg(plan, itinerary->moves[i]) : NULL;
        bool passes = before && after && itinerary->moves[i - 1].train == itinerary->moves[i].train;
        if (before && !passes)
            day_at(book, before->to, before->arrives)->lifts += itinerary->boxes;
        if (after && (!passes || plan->kase->stations[after->from].gauge_break))
            day_at(book, after->from, after->departs)->lifts += itinerary->boxes;
    }
}

static void check_day(const PlanRead *plan, const PlanDay *day, GHashTable *rows) {
    const PlanTable *table = &plan->tables[TABLE_STATIONS];
    const Station *station = &plan->kase->stations[day->station];
    char date[DATE_TEXT_SIZE];
    date_format(day->day, date);
    report_check(plan->report, VERIFY_STATIONS, day->lifts <= station->lifts_per_day, table->file,
                 0, "%s has %ld lifts on %s, it can make %d", station->code, day->lifts, date,
                 station->lifts_per_day);
    report_check(plan->report, VERIFY_STATIONS, day->trains <= station->trains_per_day, table->file,
                 0, "%s has %d trains on %s, it takes %d", station->code, day->trains, date,
                 station->trains_per_day);
    if (day->lifts > 0 || day->trains > 0)
        report_check(plan->report, VERIFY_FILES, plan_table_find(rows, station->code, date) > 0,
                     table->file, 0, "a row of %s on %s is missing", station->code, date);
}

static StationId station_of(const Case *kase, const char *code) {
    for (StationId station = 0; station < kase->n_stations; station++)
        if (strcmp(kase->stations[station].code, code) == 0)
            return station;
    return NOWHERE;
}

static void check_row(const PlanRead *plan, int row, GHashTable *days) {
    const PlanTable *table = &plan->tables[TABLE_STATIONS];
    StationId id = station_of(plan->kase, plan_table_cell(table, row, DAY_STATION));
    const char *date = plan_table_cell(table, row, DAY_DATE);
    if (!ROW_CHECK(table, VERIFY_FILES, id >= 0, row, "the case has no station \"%s\"",
                   plan_table_cell(table, row, DAY_STATION)))
        return;
    int year, month, in_month;
    Date day = 0;
    char text[DATE_TEXT_SIZE];
    bool reads = sscanf(date, "%4d-%2d-%2d", &year, &month, &in_month) == 3 &&
                 date_from_ymd(year, month, in_month, &day) &&
                 strcmp(date_format(day, text), date) == 0;
    if (!ROW_CHECK(table, VERIFY_FILES, reads, row, "\"%s\" is no date", date))
        return;
    gint64 key = day_key(id, day);
    guint position = GPOINTER_TO_UINT(g_hash_table_lookup(days, &key));
    const PlanDay none = {0};
    const PlanDay *at = position ? &g_array_index(plan->days, PlanDay, position - 1) : &none;
    expect_count(table, row, DAY_LIFTS, at->lifts);
    expect_count(table, row, DAY_TRAINS, at->trains);
    expect_limit(table, row, DAY_LIFTS_LIMIT, plan->kase->stations[id].lifts_per_day);
    expect_limit(table, row, DAY_TRAINS_LIMIT, plan->kase->stations[id].trains_per_day);
    expect_price(table, row, DAY_LIFT_PRICE, -1e-6, true);
}

void check_days(PlanRead *plan) {
    const PlanTable *table = &plan->tables[TABLE_STATIONS];
    DayBook book = {plan, g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL)};
    count_trains(&book);
    for (int i = 0; i < plan->n_itineraries; i++)
        if (plan->itineraries[i].moves)
            count_lifts(&book, &plan->itineraries[i]);
    GHashTable *rows = plan_table_index(table, DAY_STATION, DAY_DATE);
    for (guint i = 0; i < plan->days->len; i++) {
        const PlanDay *day = &g_array_index(plan->days, PlanDay, i);
        check_day(plan, day, rows);
        plan->report->kpi.lifts += day->lifts;
    }
    for (int row = 1; row < table->csv.n_rows; row++)
        check_row(plan, row, book.index);
    g_hash_table_unref(rows);
    g_hash_table_unref(book.index);
}
