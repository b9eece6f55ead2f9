/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks the figures of trains.csv; each train's rows of timetable.csv with them. */
#include "verify/checks/check_timetable.h"
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

/** What its line is called, and where it begins and ends. */
static void check_train_names(const PlanRead *plan, const PlanTrain *train) {
    const CheckedTable *table = &plan->tables[TABLE_TRAINS];
    const Case *kase = plan->kase;
    const bool known = train->line >= 0;
    expect_free_text(table, train->row, TRAIN_LINE_EN,
                     known ? kase->lines[train->line].name.en : NULL);
    expect_free_text(table, train->row, TRAIN_LINE_ZH,
                     known ? kase->lines[train->line].name.zh : NULL);
    if (train->carried >= 0) {
        const CarriedTrain *told = &kase->carried->trains[train->carried];
        expect_text(table, train->row, TRAIN_ORIGIN, told->legs[0].row->from);
        expect_text(table, train->row, TRAIN_DESTINATION, told->legs[told->n_legs - 1].row->to);
        return;
    }
    expect_text(table, train->row, TRAIN_ORIGIN, kase->stations[train->legs[0].from].code);
    expect_text(table, train->row, TRAIN_DESTINATION,
                kase->stations[train->legs[train->n_legs - 1].to].code);
}

static void check_train_row(const PlanRead *plan, const PlanTrain *train) {
    const CheckedTable *table = &plan->tables[TABLE_TRAINS];
    const Case *kase = plan->kase;
    int row = train->row;
    double factor = train->offered_teu_km > 0 ? train->loaded_teu_km / train->offered_teu_km : 0;
    expect_text(table, row, TRAIN_DIRECTION,
                train->line < 0 ? "" : direction_name(kase->lines[train->line].direction));
    expect_count(table, row, TRAIN_WEEK, train->week);
    if (train->carried >= 0) {
        const CarriedTrain *told = &kase->carried->trains[train->carried];
        expect_text(table, row, TRAIN_DEPARTS, told->legs[0].row->departs);
        expect_text(table, row, TRAIN_ARRIVES, told->legs[told->n_legs - 1].row->arrives);
        expect_text(table, row, TRAIN_LINE, told->legs[0].row->id);
    } else {
        const Zone *from = kase->stations[train->legs[0].from].zone;
        const Zone *to = kase->stations[train->legs[train->n_legs - 1].to].zone;
        expect_instant(table, row, TRAIN_DEPARTS, from, train->departs);
        expect_instant(table, row, TRAIN_ARRIVES, to, train->arrives);
    }
    expect_number(table, row, TRAIN_TRANSIT_HOURS, NUMBER_HOURS,
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
    check_train_names(plan, train);
}

void verify_train_figures(PlanRead *plan) {
    TimetableCheck timetable = timetable_begin(plan);
    for (int i = 0; i < plan->n_trains; i++) {
        if (!plan->trains[i].sound) {
            continue;
        }
        check_train_row(plan, &plan->trains[i]);
        timetable_check_train(&timetable, &plan->trains[i]);
    }
    timetable_end(&timetable);
}
