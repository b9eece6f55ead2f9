/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bound that prices prove, part by part: rows, columns, bookings. */
#include "solver/price_proof.h"

#include <math.h>
#include <stdlib.h>

#include "model/problem/equipment.h"

/** Σ over priced rows of the price times the limit. */
static double of_rows(const PriceProof *proof) {
    const LpModel *lp = &proof->formulation->lp;
    double sum = 0;
    for (RowId row = 0; row < lp->n_rows; row++) {
        double dual = proof->price[row];
        if (dual != 0) {
            sum += dual * (dual > 0 ? lp->rows[row].upper : lp->rows[row].lower);
        }
    }
    return sum;
}

/** What a column earns at best beyond the prices of its rows.
 *  @param reduced  its reduced cost */
static double of_column(const PriceProof *proof, const LpColumn *column, double reduced) {
    switch (column->group) {
    case COLUMN_TRAIN:
        return proof->runs[column->subject] ? reduced : 0;
    case COLUMN_CLASS:
        return proof->runs[column->subject] ? fmax(0, reduced) : 0;
    case COLUMN_STOCK: /* at least what has to stand; more of it earns nothing */
        return column->lower * reduced;
    case COLUMN_MOVED:
    case COLUMN_REPOSITION: /* sets never reach their bounds, nor do they earn anything */
    case COLUMN_SETS:
        return column->upper * fmax(0, reduced);
    default:
        return 0;
    }
}

/** Reduced costs of the formulation's columns; NULL where memory is out. */
static double *proof_reduced_costs(const PriceProof *proof) {
    const LpModel *lp = &proof->formulation->lp;
    double *reduced = calloc((size_t)lp->n_columns + 1, sizeof *reduced);
    for (ColumnId column = 0; column < lp->n_columns && reduced != NULL; column++) {
        reduced[column] = lp->columns[column].objective;
    }
    for (int i = 0; i < lp->n_entries && reduced != NULL; i++) {
        const LpEntry *entry = &lp->entries[i];
        reduced[entry->column] -= entry->value * proof->price[entry->row];
    }
    return reduced;
}

/** Boxes leased: as many as may be, where the dearest day (in a cyclic plan the fleet) pays more
 * than they cost. */
static double of_leases(const PriceProof *proof, const double *reduced) {
    const Problem *problem = proof->formulation->problem;
    const Formulation *formulation = proof->formulation;
    double sum = 0;
    for (int equipment = 0; equipment < problem->kase->n_equipment; equipment++) {
        for (StationId station = 0; station < problem->kase->n_stations; station++) {
            double most = 0;
            for (StockDay day = 0; day < problem->n_stock_days; day++) {
                size_t index = stock_index(problem, equipment, station, day);
                ColumnId lease = formulation->lease_column[index];
                most = lease == NONE ? most : fmax(most, reduced[lease]);
            }
            sum += most * equipment_at(problem->kase, equipment, station).lease_boxes;
        }
    }
    return sum;
}

double price_proof_of_limits(PriceProof *proof) {
    const LpModel *lp = &proof->formulation->lp;
    double *reduced = proof_reduced_costs(proof);
    if (reduced == NULL) {
        proof->failed = true;
        return 0;
    }
    double sum = lp->constant + of_rows(proof) + of_leases(proof, reduced);
    for (ColumnId column = 0; column < lp->n_columns; column++) {
        sum += of_column(proof, &lp->columns[column], reduced[column]);
    }
    free(reduced);
    return sum;
}

/** The best of the itineraries that an earlier plan promised the booking's boxes, whose rows reward
 * them; `best` where none is better. */
static double best_promised(PriceProof *proof, BookingId id, double best) {
    const Problem *problem = proof->formulation->problem;
    DemandId demand = problem->bookings[id].demand;
    if (problem->promise_start == NULL) {
        return best;
    }
    for (int i = problem->promise_start[demand]; i < problem->promise_start[demand + 1]; i++) {
        const ItineraryPromise *promise = &problem->itinerary_promises[problem->promises[i]];
        const Ride *rides = &problem->promise_rides[promise->first_ride];
        if (promise->n_rides == 0) {
            continue;
        }
        if (!cargo_column_make(proof->formulation, id, rides, promise->n_rides, &proof->column)) {
            proof->failed = true;
            return best;
        }
        best = fmax(best, cargo_column_reduced(&proof->column, proof->price));
    }
    return best;
}

double price_proof_of_booking(PriceProof *proof, BookingId id, double surplus) {
    const Booking *booking = &proof->formulation->problem->bookings[id];
    double best = best_promised(proof, id, surplus);
    if (!booking->must) {
        best = fmax(0, best);
    }
    return isfinite(best) ? best : 0;
}
