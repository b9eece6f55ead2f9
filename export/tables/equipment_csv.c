/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes equipment.csv: the stock of our containers by type, station and day. */
#include <math.h>

#include "export/tables/plan_csv.h"
#include "model/problem/equipment.h"

static bool is_named(const Equipment *type, StationId station) {
    for (int i = 0; i < type->n_at; i++) {
        if (type->at[i].station == station) {
            return true;
        }
    }
    return false;
}

/** True where boxes of the type join or leave the stock of the station.
 *  @param entries  of its days */
static bool has_moves(const StockEntry *entries, int n_days) {
    for (StockDay day = 0; day < n_days; day++) {
        const StockEntry *entry = &entries[day];
        if (entry->taken != 0 || entry->returned != 0 || entry->empties_in != 0 ||
            entry->empties_out != 0) {
            return true;
        }
    }
    return false;
}

/** True where a box more would be worth anything at the station.
 *  @param prices  of its days */
static bool stock_has_price(const double *prices, int n_days) {
    for (StockDay day = 0; day < n_days; day++) {
        if (isfinite(prices[day]) && prices[day] != 0) {
            return true;
        }
    }
    return false;
}

static void put_days(const PlanView *view, CsvWriter *csv, int equipment, StationId station) {
    const Problem *problem = view->problem;
    const Case *kase = problem->kase;
    for (StockDay day = 0; day < problem->n_stock_days; day++) {
        const size_t index = stock_index(problem, equipment, station, day);
        const StockEntry *entry = &view->kpi->stock->entries[index];
        csv_put_text(csv, kase->containers[kase->equipment[equipment].container].code);
        csv_put_text(csv, kase->stations[station].code);
        csv_put_date(csv, kase->horizon.start + day);
        csv_put_int(csv, entry->stock);
        csv_put_int(csv, entry->taken);
        csv_put_int(csv, entry->returned);
        csv_put_int(csv, entry->empties_in);
        csv_put_int(csv, entry->empties_out);
        csv_put_int(csv, entry->leased);
        csv_put_ratio(csv, view->plan->prices.stock[index]);
        csv_end_row(csv);
    }
}

void equipment_csv_write(const PlanView *view, CsvWriter *csv) {
    const Problem *problem = view->problem;
    for (int equipment = 0; equipment < problem->kase->n_equipment; equipment++) {
        for (StationId station = 0; station < problem->kase->n_stations; station++) {
            const size_t first = stock_index(problem, equipment, station, 0);
            if (is_named(&problem->kase->equipment[equipment], station) ||
                has_moves(&view->kpi->stock->entries[first], problem->n_stock_days) ||
                stock_has_price(&view->plan->prices.stock[first], problem->n_stock_days)) {
                put_days(view, csv, equipment, station);
            }
        }
    }
}
