/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes of the duals that a solver leaves those that a plan states: no noise, no sign that a row
 * does not allow, and one choice where an LP leaves several. */
#include "solver/settled_duals.h"

#include <math.h>

#include "model/problem/equipment.h"
#include "solver/master/master_view.h"
#include "solver/tolerances.h"

/** Millionths of money. */
static const double MILLIONTHS = 1e6;

/** True where the row's price is the master's. With the trains fixed the rows of trains alone have
 * none; those of leases and of bookings follow from the others. */
static bool row_priced(RowGroup group) {
    switch (group) {
    case ROW_TEU:
    case ROW_FLAT_TEU:
    case ROW_TONNES:
    case ROW_CLASS_BOXES:
    case ROW_CLASS_PRESENT:
    case ROW_CLASSES_APART:
    case ROW_LIFTS:
    case ROW_FEEDER:
    case ROW_LOAD_FACTOR:
    case ROW_STOCK:
    case ROW_FLEET:
    case ROW_SETS:
    case ROW_POOL:
    case ROW_BALANCE_TEU:
    case ROW_COMMITMENT:
    case ROW_EMPTIES_KEPT:
        return true;
    default:
        return false;
    }
}

double price_without_noise(double dual) {
    double near = round(dual * MILLIONTHS) / MILLIONTHS;
    return fabs(dual - near) <= PRICE_NOISE ? near : dual;
}

/** True where the boxes of an earlier plan cannot stay on their itinerary: one of its trains does
 * not run.
 */
static bool promise_cannot_stay(const Problem *problem, int promise, const bool *runs) {
    const ItineraryPromise *made = &problem->itinerary_promises[promise];
    for (int i = 0; i < made->n_rides; i++) {
        LegId leg = problem->promise_rides[made->first_ride + i].first;
        if (!runs[problem->legs[leg].train]) {
            return true;
        }
    }
    return false;
}

/** Boxes that have to move cost what the case says: any price from that on is right, and nobody can
 * travel for it. */
static void settle_promises(PriceReading *reading) {
    const Problem *problem = reading->problem;
    const bool *runs = reading->runs;
    const Commitments *commitments = &problem->kase->commitments;
    for (int i = 0; i < commitments->n_earlier_itineraries && runs != NULL; i++) {
        RowId row = reading->formulation->promise_row[i];
        if (row != NONE && promise_cannot_stay(problem, i, runs)) {
            reading->dual[row] = -commitments->earlier_itineraries[i].price;
        }
    }
}

/** The master's duals, rid of noise and of wrong signs. */
static void take_duals(PriceReading *reading) {
    const Problem *problem = reading->problem;
    const LpModel *lp = &reading->formulation->lp;
    const double *found = master_duals(reading->master);
    for (RowId row = 0; row < lp->n_rows; row++) {
        double dual = row_priced(lp->rows[row].group) ? found[row] : 0;
        if (dual != 0 && !isfinite(lp->rows[row].lower)) {
            dual = fmax(0, dual);
        }
        if (dual != 0 && !isfinite(lp->rows[row].upper)) {
            dual = fmin(0, dual);
        }
        if (dual != 0 && lp->rows[row].group == ROW_BALANCE_TEU) { /* what is short is paid for */
            dual = fmax(dual, -problem->kase->balance[lp->rows[row].subject].teu.penalty);
        }
        reading->dual[row] = price_without_noise(dual);
    }
}

/** Rules for trains that these miss at a price: one train more to be made up for costs as much. */
static void settle_train_balance(PriceReading *reading) {
    const LpModel *lp = &reading->formulation->lp;
    for (ColumnId id = 0; id < lp->n_columns && reading->runs != NULL; id++) {
        const LpColumn *column = &lp->columns[id];
        if (column->group != COLUMN_SHORT ||
            lp->rows[column->subject].group != ROW_BALANCE_TRAINS) {
            continue;
        }
        double balance = 0;
        for (int i = 0; i < lp->n_entries; i++) {
            const LpEntry *entry = &lp->entries[i];
            const LpColumn *train = &lp->columns[entry->column];
            if (entry->row == column->subject && train->group == COLUMN_TRAIN) {
                balance += reading->runs[train->subject] ? entry->value : 0;
            }
        }
        reading->dual[column->subject] = balance < -WHOLE_TO_THE_LAST ? column->objective : 0;
    }
}

/** In a cyclic plan a set that comes has to leave again somewhere: only differences of the prices
 * mean anything, and are taken from the least. */
static void settle_sets(PriceReading *reading) {
    const LpModel *lp = &reading->formulation->lp;
    const Case *kase = reading->problem->kase;
    for (int pool = 0; pool < kase->n_rakes && kase->horizon.cyclic; pool++) {
        double least = HUGE_VAL;
        for (RowId row = 0; row < lp->n_rows; row++) {
            const bool own = lp->rows[row].group == ROW_SETS && lp->rows[row].subject == pool;
            least = own ? fmin(least, reading->dual[row]) : least;
        }
        for (RowId row = 0; row < lp->n_rows && isfinite(least); row++) {
            if (lp->rows[row].group == ROW_SETS && lp->rows[row].subject == pool) {
                reading->dual[row] = price_without_noise(reading->dual[row] - least);
            }
        }
    }
}

void settle_duals(PriceReading *reading) {
    take_duals(reading);
    settle_promises(reading);
    settle_train_balance(reading);
    settle_sets(reading);
}

void settle_leases(PriceReading *reading) {
    const LpModel *lp = &reading->formulation->lp;
    for (int i = 0; i < lp->n_entries; i++) {
        const LpEntry *limit = &lp->entries[i];
        if (lp->rows[limit->row].group != ROW_LEASE) {
            continue;
        }
        const LpColumn *lease = &lp->columns[limit->column];
        double worth = reading->dual[reading->formulation->stock_row[lease->subject]];
        reading->dual[limit->row] =
            fmax(reading->dual[limit->row], price_without_noise(worth + lease->objective));
    }
}
