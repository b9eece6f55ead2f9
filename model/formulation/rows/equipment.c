/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docs/model.md (11): containers of our own, by type, station and day.
 *
 * s_d = s_{d−1} + returned + empties in + leased − taken − empties out, s_d ≥ 0. Days on which
 * nothing can happen at a station have no row: the stock stands from one row's day to the next. A
 * cyclic plan has no first day: the last row's stock is what the first one starts from, and instead
 * of a stock to begin with the boxes in circulation are counted. */
#include <math.h>
#include <stdlib.h>

#include "model/formulation/rows/rows.h"
#include "model/problem/equipment.h"
#include "model/problem/under_way.h"

/** One type at one station. */
typedef struct {
    Formulation *formulation;
    int equipment;
    StationId station;
    EquipmentAt at;
    double fleet;
    RowId lease_row; /**< NONE where nothing can be leased, or the plan is cyclic */
} StockPlace;

static RowId stock_row_new(const StockPlace *place, StockDay day, double start) {
    return lp_model_row(&place->formulation->lp,
                        (LpRow){.group = ROW_STOCK,
                                .subject = (int)stock_index(place->formulation->problem,
                                                            place->equipment, place->station, day),
                                .detail = NONE,
                                .lower = start,
                                .upper = start});
}

/** The stock that stands at the end of `day` and until `next`, a day that has a row. Its upper
 * bound is more than there can be: one that held would take its part of the rows' prices. */
static ColumnId stock_column_new(const StockPlace *place, StockDay day, StockDay next) {
    bool last = day == place->formulation->problem->n_stock_days - 1;
    double worth = last ? place->at.end_value : 0;
    return lp_model_column(
        &place->formulation->lp,
        (LpColumn){.objective = worth - place->at.storage_cost * (next - day),
                   .lower = last ? place->at.end_min : 0,
                   .upper = 1 + fmax(place->fleet, last ? place->at.end_min : 0),
                   .group = COLUMN_STOCK,
                   .subject = (int)stock_index(place->formulation->problem, place->equipment,
                                               place->station, day)});
}

static void add_lease(const StockPlace *place, size_t index, RowId row) {
    LpModel *lp = &place->formulation->lp;
    ColumnId lease = lp_model_column(lp, (LpColumn){.objective = -place->at.lease_cost,
                                                    .lower = 0,
                                                    .upper = place->at.lease_boxes,
                                                    .group = COLUMN_LEASE,
                                                    .subject = (int)index});
    lp_model_entry(lp, row, lease, -1);
    lp_model_entry(lp, place->lease_row, lease, 1);
    place->formulation->lease_column[index] = lease;
}

/** The first marked day after `day`; the number of days where there is none. */
static StockDay next_marked(const Problem *problem, const bool *marked, StockDay day) {
    do {
        day++;
    } while (day < problem->n_stock_days && !marked[day]);
    return day;
}

static void balance_days(const StockPlace *place, const bool *marked) {
    Formulation *formulation = place->formulation;
    const Problem *problem = formulation->problem;
    LpModel *lp = &formulation->lp;
    bool cyclic = problem->kase->horizon.cyclic;
    ColumnId before = NONE;
    RowId first = NONE;
    for (StockDay day = 0; day < problem->n_stock_days; day = next_marked(problem, marked, day)) {
        size_t index = stock_index(problem, place->equipment, place->station, day);
        double start = day == 0 && !cyclic ? place->at.stock : 0;
        double back = under_way_returns(problem, place->equipment, place->station, day);
        RowId row = stock_row_new(place, day, start + back);
        ColumnId stock = stock_column_new(place, day, next_marked(problem, marked, day));
        lp_model_entry(lp, row, stock, 1);
        if (before != NONE) {
            lp_model_entry(lp, row, before, -1);
        }
        if (place->lease_row != NONE) {
            add_lease(place, index, row);
        }
        formulation->stock_row[index] = row;
        formulation->stock_column[index] = stock;
        first = day == 0 ? row : first;
        before = stock;
    }
    if (cyclic && first != NONE && problem->n_stock_days > 1) {
        lp_model_entry(lp, first, before, -1);
        lp_model_entry(lp, formulation->fleet_row[place->equipment], before, 1);
    }
}

/** Boxes that can be leased at the station: a limit over all days. In a cyclic plan they enlarge
 * the fleet. */
static void lease_limit(StockPlace *place) {
    LpModel *lp = &place->formulation->lp;
    RowId fleet = place->formulation->fleet_row[place->equipment];
    if (place->at.lease_boxes == 0) {
        return;
    }
    if (fleet == NONE) {
        place->lease_row = lp_model_row(lp, (LpRow){.group = ROW_LEASE,
                                                    .subject = place->equipment,
                                                    .detail = place->station,
                                                    .lower = -HUGE_VAL,
                                                    .upper = place->at.lease_boxes});
        return;
    }
    size_t index = stock_index(place->formulation->problem, place->equipment, place->station, 0);
    ColumnId lease = lp_model_column(lp, (LpColumn){.objective = -place->at.lease_cost,
                                                    .lower = 0,
                                                    .upper = place->at.lease_boxes,
                                                    .group = COLUMN_LEASE,
                                                    .subject = (int)index});
    lp_model_entry(lp, fleet, lease, -1);
    place->formulation->lease_column[index] = lease;
}

/** In a cyclic plan: Σ stock at the end of the period + boxes under way then ≤ boxes owned and
 * leased. */
static void fleet_limit(Formulation *formulation, int equipment) {
    const Equipment *type = &formulation->problem->kase->equipment[equipment];
    double owned = 0;
    for (int i = 0; i < type->n_at; i++) {
        owned += type->at[i].stock;
    }
    formulation->fleet_row[equipment] = lp_model_row(&formulation->lp, (LpRow){.group = ROW_FLEET,
                                                                               .subject = equipment,
                                                                               .detail = NONE,
                                                                               .lower = -HUGE_VAL,
                                                                               .upper = owned});
}

void rows_equipment(Formulation *formulation) {
    const Problem *problem = formulation->problem;
    const Case *kase = problem->kase;
    bool *marked = calloc((size_t)problem->n_stock_days + 1, sizeof *marked);
    if (marked == NULL) {
        formulation->lp.failed = true;
        return;
    }
    for (int equipment = 0; equipment < kase->n_equipment; equipment++) {
        if (kase->horizon.cyclic) {
            fleet_limit(formulation, equipment);
        }
        for (StationId station = 0; station < kase->n_stations; station++) {
            if (equipment_mark_days(problem, equipment, station, marked)) {
                StockPlace place = {.formulation = formulation,
                                    .equipment = equipment,
                                    .station = station,
                                    .at = equipment_at(kase, equipment, station),
                                    .fleet = equipment_fleet(kase, equipment),
                                    .lease_row = NONE};
                lease_limit(&place);
                balance_days(&place, marked);
            }
        }
    }
    free(marked);
}
