/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks the figures of trains.csv and the full-route timetable (全程时刻表), timetable.csv. */
#include <math.h>

#include "verify/checks/checks.h"
#include "verify/read/expect.h"

static const char *direction_name(Direction direction) {
    switch (direction) {
    case DIRECTION_OUTBOUND:
        return "outbound";
    case DIRECTION_RETURN:
        return "return";
    case DIRECTION_NONE:
        break;
    }
    return "";
}

static void check_train_row(const PlanRead *plan, const PlanTrain *train) {
    const CheckedTable *table = &plan->tables[TABLE_TRAINS];
    const Case *kase = plan->kase;
    const Zone *from = kase->stations[train->legs[0].from].zone;
    const Zone *to = kase->stations[train->legs[train->n_legs - 1].to].zone;
    int row = train->row;
    double factor = train->offered_teu_km > 0 ? train->loaded_teu_km / train->offered_teu_km : 0;
    expect_text(table, row, TRAIN_DIRECTION, direction_name(kase->lines[train->line].direction));
    expect_count(table, row, TRAIN_WEEK, train->week);
    expect_instant(table, row, TRAIN_DEPARTS, from, train->departs);
    expect_instant(table, row, TRAIN_ARRIVES, to, train->arrives);
    expect_number(table, row, TRAIN_TRANSIT_HOURS, NUMBER_QUANTITY,
                  (double)(train->arrives - train->departs) / MINUTES_PER_HOUR);
    expect_number(table, row, TRAIN_OFFERED_TEU_KM, NUMBER_TEU_KM, train->offered_teu_km);
    expect_number(table, row, TRAIN_LOADED_TEU_KM, NUMBER_TEU_KM, train->loaded_teu_km);
    // Where nothing is offered there is no load factor; an empty cell says so as well as a 0.
    if (train->offered_teu_km > 0 || checked_cell(table, row, TRAIN_LOAD_FACTOR)[0] != '\0') {
        expect_number(table, row, TRAIN_LOAD_FACTOR, NUMBER_RATIO, factor);
    }
    expect_count(table, row, TRAIN_LOADED_BOXES, train->boxes);
    expect_count(table, row, TRAIN_EMPTY_BOXES, train->empty_boxes);
    expect_number(table, row, TRAIN_COST, NUMBER_MONEY, train->cost);
    expect_number(table, row, TRAIN_REVENUE, NUMBER_MONEY, train->revenue);
    expect_number(table, row, TRAIN_MARGIN, NUMBER_MONEY, train->revenue - train->cost);
}

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
    expect_number(table, row, STOP_DWELL_HOURS, NUMBER_QUANTITY,
                  before && after ? (double)(after->departs - before->arrives) / MINUTES_PER_HOUR
                                  : (double)NAN);
    expect_count(table, row, STOP_DAY, today - first);
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

void verify_train_figures(PlanRead *plan) {
    const CheckedTable *table = &plan->tables[TABLE_TIMETABLE];
    GHashTable *index = checked_index(table, STOP_TRAIN, STOP_SEQ);
    int found = 0;
    for (int i = 0; i < plan->n_trains; i++) {
        if (!plan->trains[i].sound) {
            continue;
        }
        check_train_row(plan, &plan->trains[i]);
        found += check_calls(plan, &plan->trains[i], index);
    }
    report_check(plan->report, VERIFY_FILES, found == table->n_rows - 1, table->file, 0,
                 "%d of its rows are not of a station of a train of the plan",
                 table->n_rows - 1 - found);
    g_hash_table_unref(index);
}
