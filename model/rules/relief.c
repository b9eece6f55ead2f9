/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds the columns by which rules give way to a formulation, and tells which rules a row is made
 * of. */
#include "model/rules/relief.h"

#include <math.h>
#include <stdlib.h>

#include "base/grow.h"
#include "model/problem/train_candidate.h"
#include "model/rules/ruled_case.h"

/** What a unit of relief costs, against WORTH_TEU_LEFT: what is the planner's own to grant is
 * cheaper than what others have to. */
static double relief_price(RuleKind kind) {
    switch (kind) {
    case RULE_LINE_MIN:
        return 20;
    case RULE_LINE_MAX:
        return 15;
    case RULE_SETS:
        return 30;
    case RULE_CLASS_BOXES:
        return 2;
    case RULE_SLOT_TRAINS:
    case RULE_TRAINS_PER_DAY:
        return 40;
    default: /* a lift, or a box on a feeder, a day */
        return 1;
    }
}

/** More relief than any plan needs. */
static double relief_most(const Problem *problem, const Rule *rule) {
    double boxes = 0;
    switch (rule->kind) {
    case RULE_LINE_MIN:
        return problem->kase->lines[rule->subject].min_trains_per_week;
    case RULE_CLASS_BOXES:
    case RULE_LIFTS:
    case RULE_FEEDER:
        for (BookingId id = 0; id < problem->n_bookings; id++) {
            boxes += problem->bookings[id].boxes;
        }
        return rule->kind == RULE_LIFTS ? 4 * boxes : boxes; /* on, off, and one transfer */
    default:
        return problem->n_trains;
    }
}

/** The rule that a row's upper bound (or lower, for a line's minimum) stands for, where there is
 * just one; NONE. */
static int rule_of_row(const Rules *rules, const Problem *problem, const LpRow *row, bool lower) {
    switch (row->group) {
    case ROW_LINE_WEEK:
        return rules_find(rules, lower ? RULE_LINE_MIN : RULE_LINE_MAX, row->subject, NONE);
    case ROW_REGULAR:
        return rules_find(rules, RULE_REGULAR, problem->trains[row->subject].line, NONE);
    case ROW_LIFTS:
        return rules_find(rules, RULE_LIFTS, problem->station_days[row->subject].station, NONE);
    case ROW_TRAINS:
        return rules_find(rules, RULE_TRAINS_PER_DAY, problem->station_days[row->subject].station,
                          NONE);
    case ROW_FEEDER:
        return rules_find(rules, RULE_FEEDER, problem->feeder_days[row->subject].feeder, NONE);
    case ROW_CLASS_BOXES:
        return rules_find(rules, RULE_CLASS_BOXES, row->detail, NONE);
    case ROW_SLOT_RUN:
        return rules_find(rules, RULE_SLOT_TRAINS, problem->runs[row->subject].slot, NONE);
    case ROW_SETS:
    case ROW_POOL:
        return rules_find(rules, RULE_SETS, row->subject, NONE);
    case ROW_FLEET:
        return rules_find(rules, RULE_STOCK, row->subject, NONE);
    case ROW_LOAD_FACTOR:
        return rules_find(rules, RULE_LOAD_FACTOR,
                          line_load_factor_rule(problem->kase, row->subject), row->subject);
    case ROW_BALANCE_TRAINS:
        return rules_find(rules, RULE_BALANCE, row->subject, BALANCE_OF_TRAINS);
    case ROW_BALANCE_TEU:
        return rules_find(rules, RULE_BALANCE, row->subject, BALANCE_OF_TEU);
    case ROW_COMMITMENT:
        return rules_find(rules, RULE_FROZEN_BOXES,
                          problem->itinerary_promises[row->subject].demand, NONE);
    default:
        return NONE;
    }
}

/* ---- columns ---- */

/** The relief of a rule (or part of it), made on first sight. */
static Relief *relief_of(Formulation *formulation, Reliefs *reliefs, const Rules *rules, int rule,
                         int part) {
    for (int i = 0; i < reliefs->count; i++) {
        if (reliefs->items[i].rule == rule && reliefs->items[i].part == part) {
            return &reliefs->items[i];
        }
    }
    if (!GROW(reliefs->items, reliefs->count + 1, reliefs->room)) {
        formulation->lp.failed = true;
        return NULL;
    }
    RuleKind kind = rules->items[rule].kind;
    LpColumn column = {.objective = -relief_price(kind),
                       .lower = 0,
                       .upper = relief_most(formulation->problem, &rules->items[rule]),
                       .integer = true};
    Relief *relief = &reliefs->items[reliefs->count++];
    *relief = (Relief){rule, part, lp_model_column(&formulation->lp, column)};
    return relief;
}

static void relief_enter(Formulation *formulation, Reliefs *reliefs, const Rules *rules, int rule,
                         int part, RowId row, double value) {
    if (rule != NONE) {
        const Relief *relief = relief_of(formulation, reliefs, rules, rule, part);
        if (relief != NULL) {
            lp_model_entry(&formulation->lp, row, relief->column, value);
        }
    }
}

/** A train's group misses its load factor by so much; each row has a relief of its own, in the
 * row's TEU·km. */
static void relieve_load_factor(Formulation *formulation, Reliefs *reliefs, const Rules *rules,
                                RowId row) {
    LpModel *lp = &formulation->lp;
    const Problem *problem = formulation->problem;
    double most = 0, km = 0;
    for (int i = 0; i < lp->n_entries; i++) {
        if (lp->entries[i].row == row && lp->entries[i].column < problem->n_trains) {
            most -= lp->entries[i].value;
            km = fmax(km, problem->trains[lp->entries[i].column].dist_km);
        }
    }
    if (km <= 0) {
        return;
    }
    Relief *relief = relief_of(formulation, reliefs, rules,
                               rule_of_row(rules, problem, &lp->rows[row], true), row);
    if (relief != NULL) {
        lp->columns[relief->column] =
            (LpColumn){.objective = -WORTH_TEU_UNBALANCED * 1000 / km, .lower = 0, .upper = most};
        lp_model_entry(lp, row, relief->column, 1);
    }
}

/** True for the first row of a pool at a station: whose sets are those at the start. */
static bool starts_station(const LpModel *lp, RowId row) {
    return row == 0 || lp->rows[row - 1].group != ROW_SETS ||
           lp->rows[row - 1].subject != lp->rows[row].subject ||
           lp->rows[row - 1].detail != lp->rows[row].detail;
}

static void relieve_row(Formulation *formulation, Reliefs *reliefs, const Rules *rules, RowId id) {
    const Problem *problem = formulation->problem;
    const LpRow row = formulation->lp.rows[id];
    int rule = rule_of_row(rules, problem, &row, false);
    bool cyclic = problem->kase->horizon.cyclic;
    switch (row.group) {
    case ROW_LINE_WEEK:
        relief_enter(formulation, reliefs, rules, rule_of_row(rules, problem, &row, true), NONE, id,
                     1);
        relief_enter(formulation, reliefs, rules, rule, NONE, id, -1);
        break;
    case ROW_LIFTS:
    case ROW_TRAINS:
    case ROW_FEEDER:
    case ROW_CLASS_BOXES:
    case ROW_SLOT_RUN:
        relief_enter(formulation, reliefs, rules, rule, NONE, id, -1);
        break;
    case ROW_SETS:
        if (!cyclic && starts_station(&formulation->lp, id)) {
            relief_enter(formulation, reliefs, rules, rule, row.detail, id, -1);
        }
        break;
    case ROW_POOL:
        relief_enter(formulation, reliefs, rules, rule, NONE, id, -1);
        break;
    case ROW_LOAD_FACTOR:
        relieve_load_factor(formulation, reliefs, rules, id);
        break;
    default:
        break;
    }
}

/** Sets that come with a relief may stand anywhere, and be moved. */
static void widen_sets(Formulation *formulation) {
    LpModel *lp = &formulation->lp;
    int n_trains = formulation->problem->n_trains;
    for (int i = 0; i < lp->n_entries; i++) {
        RowGroup group = lp->rows[lp->entries[i].row].group;
        ColumnId column = lp->entries[i].column;
        if (group == ROW_SETS && column >= n_trains && lp->columns[column].upper < 2.0 * n_trains) {
            lp->columns[column].upper = 2.0 * n_trains;
        }
    }
}

bool reliefs_add(Formulation *formulation, const Rules *rules, Reliefs *reliefs) {
    *reliefs = (Reliefs){0};
    int n_rows = formulation->lp.n_rows;
    widen_sets(formulation);
    for (RowId row = 0; row < n_rows && !formulation->lp.failed; row++) {
        relieve_row(formulation, reliefs, rules, row);
    }
    lp_model_merge(&formulation->lp);
    return !formulation->lp.failed;
}

void reliefs_clear(Reliefs *reliefs) {
    free(reliefs->items);
    *reliefs = (Reliefs){0};
}

/* ---- what a dual leans on ---- */

static void mark_kind(const Rules *rules, RuleKind kind, int subject, bool *on) {
    for (int i = 0; i < rules->count; i++) {
        const Rule *rule = &rules->items[i];
        on[i] |= rule->kind == kind && (subject == NONE || rule->subject == subject);
    }
}

void rules_mark_row(const Rules *rules, const Problem *problem, const LpRow *row, double dual,
                    bool *on) {
    if (row->group == ROW_STOCK || row->group == ROW_LEASE || row->group == ROW_FLEET) {
        int equipment = row->group != ROW_STOCK
                            ? row->subject
                            : row->subject / problem->n_stock_days / problem->kase->n_stations;
        mark_kind(rules, RULE_STOCK, equipment, on);
        mark_kind(rules, RULE_END_MIN, equipment, on);
    } else if (row->group == ROW_CLASSES_APART || row->group == ROW_CLASS_PRESENT) {
        mark_kind(rules, RULE_APART, NONE, on);
    } else {
        int rule = rule_of_row(rules, problem, row, dual < 0);
        if (rule != NONE) {
            on[rule] = true;
        }
    }
}
