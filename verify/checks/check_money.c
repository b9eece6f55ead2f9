/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks lines.csv, the sums of the trains by line and week, and money.csv, the margin by part and
 * line, which has to add up to the cent. */
#include <jansson.h>
#include <math.h>
#include <string.h>

#include "verify/checks/checks.h"
#include "verify/read/expect.h"
#include "verify/read/plan_moves.h"
#include "verify/read/under_way.h"

/* ---- lines.csv ---- */

/** Sums of the trains of a line that run in a week. */
typedef struct {
    long trains, boxes, empties;
    double offered_teu, loaded_teu, offered_teu_km, loaded_teu_km, cost, revenue;
} WeekSum;

static WeekSum week_sum(const PlanRead *plan, LineId line, int week) {
    WeekSum sum = {0};
    for (int i = 0; i < plan->n_trains; i++) {
        const PlanTrain *train = &plan->trains[i];
        if (!train->sound || !train->runs || train->line != line || train->week != week) {
            continue;
        }
        sum.trains++;
        sum.boxes += train->boxes;
        sum.empties += train->empty_boxes;
        if (train->dist_km > 0) { // a train under way may have no leg that is known
            sum.offered_teu += train->offered_teu_km / train->dist_km;
            sum.loaded_teu += train->loaded_teu_km / train->dist_km;
        }
        sum.offered_teu_km += train->offered_teu_km;
        sum.loaded_teu_km += train->loaded_teu_km;
        sum.cost += train->cost;
        sum.revenue += train->revenue;
    }
    return sum;
}

static void check_week_row(const CheckedTable *table, int row, Direction direction,
                           const WeekSum *sum) {
    static const char *const directions[] = {
        [DIRECTION_NONE] = "", [DIRECTION_OUTBOUND] = "outbound", [DIRECTION_RETURN] = "return"};
    expect_text(table, row, LINE_DIRECTION, directions[direction]);
    expect_count(table, row, LINE_TRAINS, sum->trains);
    expect_number(table, row, LINE_OFFERED_TEU, NUMBER_QUANTITY, sum->offered_teu);
    expect_number(table, row, LINE_LOADED_TEU, NUMBER_QUANTITY, sum->loaded_teu);
    expect_number(table, row, LINE_LOAD_FACTOR, NUMBER_RATIO,
                  sum->offered_teu_km > 0 ? sum->loaded_teu_km / sum->offered_teu_km : (double)NAN);
    expect_count(table, row, LINE_BOXES, sum->boxes);
    expect_count(table, row, LINE_EMPTIES, sum->empties);
    expect_number(table, row, LINE_COST, NUMBER_MONEY, sum->cost);
    expect_number(table, row, LINE_REVENUE, NUMBER_MONEY, sum->revenue);
    expect_number(table, row, LINE_MARGIN, NUMBER_MONEY, sum->revenue - sum->cost);
}

/** Trains under way have left in weeks below 0. */
static int least_week(const PlanRead *plan) {
    int week = -1;
    for (int i = 0; i < plan->n_trains; i++) {
        week = plan->trains[i].sound && plan->trains[i].week < week ? plan->trains[i].week : week;
    }
    return week;
}

static void check_lines_table(const PlanRead *plan) {
    const CheckedTable *table = &plan->tables[TABLE_LINES];
    GHashTable *index = checked_index(table, LINE_CODE, LINE_WEEK);
    const int first = least_week(plan);
    int found = 0;
    for (LineId line = 0; line < plan->kase->n_lines; line++) {
        for (int week = first; week < plan->kase->horizon.weeks; week++) {
            const WeekSum sum = week_sum(plan, line, week);
            if (sum.trains == 0) {
                continue;
            }
            char number[16];
            g_snprintf(number, sizeof number, "%d", week);
            int row = checked_find(index, plan->kase->lines[line].code, number);
            if (report_check(plan->report, VERIFY_FILES, row > 0, table->file, 0,
                             "a row of line %s in week %d is missing", plan->kase->lines[line].code,
                             week)) {
                check_week_row(table, row, plan->kase->lines[line].direction, &sum);
                found++;
            }
        }
    }
    report_check(plan->report, VERIFY_FILES, found == table->n_rows - 1, table->file, 0,
                 "%d of its rows are of no line and week with trains", table->n_rows - 1 - found);
    g_hash_table_unref(index);
}

/* ---- money.csv ---- */

enum {
    PART_REVENUE,
    PART_TRAIN,
    PART_LEG,
    PART_LOAD,
    PART_UNLOAD,
    PART_TRANSFER,
    PART_FEEDER,
    PART_LATE,
    PART_EMPTY,
    PART_UNSERVED,
    PART_LEASE,
    PART_STORAGE,
    PART_END_VALUE,
    PART_REPOSITION,
    PART_BALANCE,
    PART_MOVED,
    N_PARTS
};

static const char *const PART_NAMES[N_PARTS] = {
    "revenue", "train",    "leg",   "load",    "unload",    "transfer",   "feeder",  "late",
    "empty",   "unserved", "lease", "storage", "end_value", "reposition", "balance", "moved"};

/** What a row has to say; costs are below 0. */
typedef struct {
    double amount;
    bool seen;
} Part;

/** [line][part]; the row after the last line is of no line. */
typedef Part PartRow[N_PARTS];

static void part_add_itinerary(const PlanRead *plan, PartRow *parts,
                               const PlanItinerary *itinerary) {
    const Demand *demand = &plan->kase->demand[itinerary->demand];
    double teu = (double)itinerary->boxes * plan->kase->containers[demand->container].teu;
    for (int i = 0; i < itinerary->n_moves; i++) {
        const PlanMove *move = &itinerary->moves[i];
        if (move->train < 0) {
            continue;
        }
        Part *line = parts[plan->trains[move->train].line];
        double share = plan_leg(plan, move)->dist_km / itinerary->dist_km;
        line[PART_REVENUE].amount += share * itinerary->revenue;
        line[PART_LEG].amount -= teu * plan_leg(plan, move)->cost_per_teu;
        line[PART_LOAD].amount -= share * itinerary->load_cost;
        line[PART_UNLOAD].amount -= share * itinerary->unload_cost;
        line[PART_TRANSFER].amount -= share * itinerary->transfer_cost;
        line[PART_FEEDER].amount -= share * itinerary->feeder_cost;
        line[PART_LATE].amount -= share * itinerary->late_cost;
    }
}

static void part_add_empty(const PlanRead *plan, PartRow *parts, const PlanEmpty *empty) {
    double teu = (double)empty->boxes * plan->kase->containers[empty->container].teu;
    for (int i = 0; i < empty->n_moves; i++) {
        const PlanMove *move = &empty->moves[i];
        double share = plan_leg(plan, move)->dist_km / empty->dist_km;
        parts[plan->trains[move->train].line][PART_EMPTY].amount -=
            teu * plan_leg(plan, move)->cost_per_empty_teu +
            share * (empty->transfer_cost + empty->handling_cost);
    }
}

static void part_add_trains(const PlanRead *plan, PartRow *parts) {
    for (int i = 0; i < plan->n_trains; i++) {
        const PlanTrain *train = &plan->trains[i];
        if (!plan_train_own(train)) {
            continue;
        }
        double cost = plan->kase->lines[train->line].cost_per_train;
        for (int run = 0; run < train->n_runs; run++) {
            cost += plan->kase->slots[train->slot_runs[run].slot].cost_per_train;
        }
        parts[train->line][PART_TRAIN].amount -= cost;
    }
}

static PartRow *parts_of_plan(const PlanRead *plan) {
    const VerifyKpi *kpi = &plan->report->kpi;
    PartRow *parts = g_new0(PartRow, (gsize)plan->kase->n_lines + 1);
    Part *none = parts[plan->kase->n_lines];
    part_add_trains(plan, parts);
    for (int i = 0; i < plan->n_itineraries; i++) {
        if (plan->itineraries[i].moves) {
            part_add_itinerary(plan, parts, &plan->itineraries[i]);
        }
    }
    for (int i = 0; i < plan->n_empties; i++) {
        if (plan->empties[i].moves) {
            part_add_empty(plan, parts, &plan->empties[i]);
        }
    }
    none[PART_UNSERVED].amount = -kpi->cost_parts.unserved;
    none[PART_LEASE].amount = -kpi->cost_parts.lease;
    none[PART_STORAGE].amount = -kpi->cost_parts.storage;
    none[PART_END_VALUE].amount = -kpi->cost_parts.end_value;
    none[PART_REPOSITION].amount = -kpi->cost_parts.reposition;
    none[PART_BALANCE].amount = -kpi->cost_parts.balance;
    none[PART_MOVED].amount = -kpi->cost_parts.moved;
    return parts;
}

static Part *part_of_row(const PlanRead *plan, PartRow *parts, int row) {
    const CheckedTable *table = &plan->tables[TABLE_MONEY];
    const char *name = checked_cell(table, row, MONEY_PART);
    const char *code = checked_cell(table, row, MONEY_LINE);
    int part = 0;
    LineId line = code[0] == '\0' ? plan->kase->n_lines : 0;
    while (part < N_PARTS && strcmp(PART_NAMES[part], name) != 0) {
        part++;
    }
    while (line < plan->kase->n_lines && strcmp(plan->kase->lines[line].code, code) != 0) {
        line++;
    }
    bool known = code[0] == '\0' || line < plan->kase->n_lines;
    return ROW_CHECK(table, VERIFY_FILES, part < N_PARTS && known, row,
                     "\"%s\" of line \"%s\" is no part of the margin", name, code)
               ? &parts[line][part]
               : NULL;
}

/** Rounding to the cent is handed on from row to row, so that a row may be off by one. */
static bool cent_agrees(double written, double expected) {
    return fabs(written - expected) <= 0.01 + 1e-9 + 1e-6 * fabs(expected);
}

static double check_money_row(const PlanRead *plan, PartRow *parts, int row) {
    const CheckedTable *table = &plan->tables[TABLE_MONEY];
    const char *cell = checked_cell(table, row, MONEY_AMOUNT);
    Part *part = part_of_row(plan, parts, row);
    double written = 0;
    if (!ROW_CHECK(table, VERIFY_FILES, cell_number(cell, &written, NULL), row,
                   "%s is \"%s\", it should be a number", "amount", cell)) {
        return 0;
    }
    if (part) {
        ROW_CHECK(table, VERIFY_FIGURES, cent_agrees(written, part->amount), row,
                  "%s is %s, it should be %.6f", "amount", cell, part->amount);
        part->seen = true;
    }
    return written;
}

static void check_money_whole(const PlanRead *plan, PartRow *parts) {
    const CheckedTable *table = &plan->tables[TABLE_MONEY];
    for (LineId line = 0; line <= plan->kase->n_lines; line++) {
        for (int part = 0; part < N_PARTS; part++) {
            report_check(plan->report, VERIFY_FILES,
                         parts[line][part].seen || cent_agrees(0, parts[line][part].amount),
                         table->file, 0, "a row of %s of line \"%s\" is missing", PART_NAMES[part],
                         line < plan->kase->n_lines ? plan->kase->lines[line].code : "");
        }
    }
}

void verify_money(PlanRead *plan) {
    const CheckedTable *table = &plan->tables[TABLE_MONEY];
    PartRow *parts = parts_of_plan(plan);
    double sum = 0, size = 0;
    g_hash_table_unref(checked_index(table, MONEY_PART, MONEY_LINE));
    for (int row = 1; row < table->n_rows; row++) {
        double written = check_money_row(plan, parts, row);
        sum += written;
        size += fabs(written);
    }
    check_money_whole(plan, parts);
    const json_t *margin = json_object_get(json_object_get(plan->summary, "kpi"), "margin");
    // To the cent; but amounts above some 1e13 have no exact cents to add up.
    report_check(plan->report, VERIFY_FIGURES,
                 fabs(sum - json_number_value(margin)) < 0.005 + 1e-14 * size, table->file, 0,
                 "its rows add up to %.2f, kpi.margin is %.2f", sum, json_number_value(margin));
    g_free(parts);
    check_lines_table(plan);
}
