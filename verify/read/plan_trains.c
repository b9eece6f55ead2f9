/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings trains back from trains.csv: names taken apart, slot runs looked up, legs laid out. */
#include "verify/read/plan_trains.h"

#include <string.h>

#include "verify/read/expect.h"
#include "verify/read/plan_moves.h"
#include "verify/read/run_times.h"
#include "verify/read/under_way.h"

/** Takes `X8020@2026-12-01.2` apart: code, date, number. */
static bool read_name(PlanTrain *train, char **code) {
    char **parts = g_strsplit(train->name, "@", 2);
    bool reads = false;
    if (parts[0] && parts[1]) {
        char *dot = strchr(parts[1], '.');
        long number = 1;
        reads = !dot || (cell_count(dot + 1, &number) && number >= 2 && number < INT_MAX &&
                         dot[1] != '0' && dot[1] != '-');
        if (dot) {
            *dot = '\0';
        }
        train->number = (int)number;
        train->base_name = g_strdup_printf("%s@%s", parts[0], parts[1]);
        *code = g_strdup(parts[0]);
        reads = reads && cell_date(parts[1], &train->day);
    }
    g_strfreev(parts);
    return reads;
}

/** The line, and the train given by hand that the name calls on. */
static bool read_line(const PlanRead *plan, PlanTrain *train, const char *code) {
    const CheckedTable *table = &plan->tables[TABLE_TRAINS];
    const Case *kase = plan->kase;
    const char *line_code = checked_cell(table, train->row, TRAIN_LINE);
    for (LineId line = 0; line < kase->n_lines && train->line < 0; line++) {
        if (strcmp(kase->lines[line].code, line_code) == 0) {
            train->line = line;
        }
    }
    if (!ROW_CHECK(table, VERIFY_TRAINS, train->line >= 0, train->row,
                   "%s: the case has no line \"%s\"", train->name, line_code)) {
        return false;
    }
    if (kase->lines[train->line].n_trains == 0) {
        return ROW_CHECK(table, VERIFY_TRAINS, strcmp(code, line_code) == 0, train->row,
                         "%s: a train of line %s has to be named after the line", train->name,
                         line_code);
    }
    for (int i = 0; i < kase->n_trains && train->hand < 0; i++) {
        if (kase->trains[i].line == train->line && strcmp(kase->trains[i].code, code) == 0) {
            train->hand = i;
        }
    }
    return ROW_CHECK(table, VERIFY_TRAINS, train->hand >= 0, train->row,
                     "%s: line %s has trains given by hand, and %s is none of them", train->name,
                     line_code, code);
}

static bool read_runs(const PlanRead *plan, PlanTrain *train) {
    const CheckedTable *table = &plan->tables[TABLE_TRAINS];
    train->run_names = g_strsplit(checked_cell(table, train->row, TRAIN_SLOTS), ";", -1);
    train->n_runs = (int)g_strv_length(train->run_names);
    train->slot_runs = g_new0(PlanRun, (gsize)train->n_runs + 1);
    bool found = ROW_CHECK(table, VERIFY_TRAINS, train->n_runs > 0, train->row,
                           "%s has no slot runs", train->name);
    for (int i = 0; i < train->n_runs; i++) {
        const char *why = slot_run_find(plan->kase, train->run_names[i], &train->slot_runs[i]);
        found &= ROW_CHECK(table, VERIFY_TRAINS, why == NULL, train->row,
                           "%s: slot run \"%s\" does not exist: %s", train->name,
                           train->run_names[i], why ? report_format(plan->report, why) : "");
    }
    return found;
}

/** Lays out the legs of one slot run: from its start over its stops to its end. */
static void lay_run(const Case *kase, PlanTrain *train, int run, double share) {
    const PlanRun *at = &train->slot_runs[run];
    const Slot *slot = &kase->slots[at->slot];
    StationId from = slot->from;
    Minute departs = at->departs;
    double from_km = 0;
    for (int part = 0; part <= slot->n_stops; part++) {
        const Stop *stop = part < slot->n_stops ? &slot->stops[part] : NULL;
        const Zone *zone = stop ? kase->stations[stop->at].zone : NULL;
        double to_km = stop ? stop->dist_km : slot->dist_km;
        train->legs[train->n_legs++] = (PlanLeg){
            .run = run,
            .from = from,
            .to = stop ? stop->at : slot->to,
            .departs = departs,
            .arrives = stop ? run_said_time(slot, &stop->arrives, at->departs, at->day, zone)
                            : at->arrives,
            .dist_km = to_km - from_km,
            .cost_per_teu = slot->cost_per_teu * (to_km - from_km) / slot->dist_km,
            .cost_per_empty_teu = slot->cost_per_empty_teu * (to_km - from_km) / slot->dist_km,
            .offered_teu = share * (slot->teu + slot->upper_teu),
            .flat_teu = share * slot->teu,
            .limit_t = slot->tonnes,
            .class_boxes = g_new0(long, (gsize)kase->n_cargo + 1),
            .gone_class_boxes = g_new0(long, (gsize)kase->n_cargo + 1),
        };
        if (stop) {
            from = stop->at;
            departs = run_said_time(slot, &stop->departs, at->departs, at->day, zone);
            from_km = to_km;
        }
    }
}

void plan_train_lay(const Case *kase, PlanTrain *train) {
    const LoadFactor *rule = line_load_factor(kase, train->line);
    int n_legs = 0;
    train->cost = kase->lines[train->line].cost_per_train;
    for (int i = 0; i < train->n_runs; i++) {
        const Slot *slot = &kase->slots[train->slot_runs[i].slot];
        n_legs += slot->n_stops + 1;
        train->dist_km += slot->dist_km;
        train->cost += slot->cost_per_train;
    }
    train->legs = g_new0(PlanLeg, (gsize)n_legs);
    for (int i = 0; i < train->n_runs; i++) {
        lay_run(kase, train, i, rule ? rule->offered : 1);
    }
    train->departs = train->legs[0].departs;
    train->arrives = train->legs[n_legs - 1].arrives;
    Date day = zone_date(kase->horizon.zone, train->departs);
    // Days before the start are week -1, not week 0.
    int days = day - kase->horizon.start;
    train->week = days >= 0 ? days / 7 : -1;
    for (int i = 0; i < n_legs; i++) {
        train->offered_teu_km += train->legs[i].offered_teu * train->legs[i].dist_km;
    }
    if (!train->runs) {
        train->cost = 0;
    }
}

static void read_train(PlanRead *plan, int row) {
    const CheckedTable *table = &plan->tables[TABLE_TRAINS];
    PlanTrain *train = &plan->trains[plan->n_trains++];
    *train = (PlanTrain){.row = row,
                         .name = checked_cell(table, row, TRAIN_NAME),
                         .line = NOWHERE,
                         .hand = NOWHERE,
                         .carried = NOWHERE};
    const char *runs = checked_cell(table, row, TRAIN_RUNS);
    if (strcmp(runs, "under_way") == 0) {
        train->runs = train->sound = under_way_lay(plan, train);
        ROW_CHECK(table, VERIFY_TRAINS, train->sound, row, "no train %s is under way", train->name);
        return;
    }
    train->runs = strcmp(runs, "true") == 0;
    ROW_CHECK(table, VERIFY_FILES, train->runs || strcmp(runs, "false") == 0, row,
              "runs is \"%s\", it should be true or false", runs);
    char *code = NULL;
    if (ROW_CHECK(table, VERIFY_TRAINS, read_name(train, &code), row,
                  "\"%s\" is no name of a train: it should be like X8020@2026-12-01",
                  train->name)) {
        train->sound = read_line(plan, train, code) && read_runs(plan, train);
    }
    g_free(code);
    if (train->sound) {
        plan_train_lay(plan->kase, train);
    }
}

/** Each train under way has its row. */
static void check_under_way_there(PlanRead *plan) {
    const CarriedOver *carried = plan->kase->carried;
    int there = 0, wanted = 0;
    for (int i = 0; carried && i < carried->n_trains; i++) {
        wanted += carried->trains[i].under_way;
    }
    for (int i = 0; i < plan->n_trains; i++) {
        there += plan->trains[i].carried >= 0;
    }
    report_check(plan->report, VERIFY_TRAINS, there == wanted, "trains.csv", 0,
                 "it has %d trains under way, there are %d", there, wanted);
}

void plan_read_trains(PlanRead *plan) {
    int n_rows = plan->tables[TABLE_TRAINS].n_rows;
    plan->trains = g_new0(PlanTrain, (gsize)n_rows);
    plan->running = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int row = 1; row < n_rows; row++) {
        read_train(plan, row);
    }
    check_under_way_there(plan);
    for (int i = 0; i < plan->n_trains; i++) {
        if (plan->trains[i].sound && plan->trains[i].runs) {
            g_hash_table_insert(plan->running, train_name_fold(plan->kase, plan->trains[i].name),
                                &plan->trains[i]);
        }
    }
}
