/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks the full-route timetable (全程时刻表), timetable.csv. */
#include "verify/checks/check_timetable.h"

#include <math.h>

#include "verify/read/expect.h"

/** A call of a train at a station; the leg before or after it is NULL at the ends. */
typedef struct {
    const PlanLeg *before, *after;
    double dist_km; /**< since the train's start */
} StationCall;

static void expect_time(const PlanRead *plan, int row, int column, int beijing_column,
                        const Zone *zone, const Minute *at) {
    const CheckedTable *table = &plan->tables[TABLE_TIMETABLE];
    if (at) {
        expect_instant(table, row, column, zone, *at);
        expect_instant(table, row, beijing_column, plan->kase->beijing, *at);
    } else {
        expect_text(table, row, column, "");
        expect_text(table, row, beijing_column, "");
    }
}

static void check_call(const PlanRead *plan, const PlanTrain *train, const StationCall *call,
                       int row) {
    const CheckedTable *table = &plan->tables[TABLE_TIMETABLE];
    const PlanLeg *before = call->before, *after = call->after;
    const Station *station = &plan->kase->stations[after ? after->from : before->to];
    const Station *start = &plan->kase->stations[train->legs[0].from];
    Date first = zone_date(start->zone, train->departs);
    Date today = zone_date(station->zone, before ? before->arrives : after->departs);
    expect_text(table, row, STOP_STATION, station->code);
    expect_free_text(table, row, STOP_STATION_EN, station->name.en);
    expect_free_text(table, row, STOP_STATION_ZH, station->name.zh);
    expect_text(table, row, STOP_COUNTRY, station->country);
    expect_time(plan, row, STOP_ARRIVES, STOP_ARRIVES_BEIJING, station->zone,
                before ? &before->arrives : NULL);
    expect_time(plan, row, STOP_DEPARTS, STOP_DEPARTS_BEIJING, station->zone,
                after ? &after->departs : NULL);
    expect_number(table, row, STOP_DWELL_HOURS, NUMBER_HOURS,
                  before && after ? (double)(after->departs - before->arrives) / MINUTES_PER_HOUR
                                  : (double)NAN);
    char day[24];
    g_snprintf(day, sizeof day, "D+%d", today - first);
    expect_text(table, row, STOP_DAY, day);
    expect_text(table, row, STOP_SLOT, after ? train->run_names[after->run] : "");
    expect_number(table, row, STOP_KM, NUMBER_QUANTITY, call->dist_km);
    expect_flag(table, row, STOP_GAUGE_BREAK, station->gauge_break);
}

/** @return rows of timetable.csv that are of this train */
static int check_calls(const PlanRead *plan, const PlanTrain *train, GHashTable *index) {
    StationCall call = {0};
    int found = 0;
    for (int i = 0; i <= train->n_legs; i++) {
        char seq[16];
        g_snprintf(seq, sizeof seq, "%d", i + 1);
        call.before = i > 0 ? &train->legs[i - 1] : NULL;
        call.after = i < train->n_legs ? &train->legs[i] : NULL;
        if (call.before) {
            call.dist_km += call.before->dist_km;
        }
        int row = checked_find(index, train->name, seq);
        if (row > 0) {
            check_call(plan, train, &call, row);
        }
        report_check(plan->report, VERIFY_FILES, row > 0 || !train->runs, "timetable.csv", 0,
                     "a row of %s seq %d is missing", train->name, i + 1);
        found += row > 0;
    }
    return found;
}

TimetableCheck timetable_begin(const PlanRead *plan) {
    const CheckedTable *table = &plan->tables[TABLE_TIMETABLE];
    return (TimetableCheck){.plan = plan, .index = checked_index(table, STOP_TRAIN, STOP_SEQ)};
}

void timetable_check_train(TimetableCheck *check, const PlanTrain *train) {
    check->found += check_calls(check->plan, train, check->index);
}

void timetable_end(TimetableCheck *check) {
    const PlanRead *plan = check->plan;
    const CheckedTable *table = &plan->tables[TABLE_TIMETABLE];
    report_check(plan->report, VERIFY_FILES, check->found == table->n_rows - 1, table->file, 0,
                 "%d of its rows are not of a station of a train of the plan",
                 table->n_rows - 1 - check->found);
    g_hash_table_unref(check->index);
}
