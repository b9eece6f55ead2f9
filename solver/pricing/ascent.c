/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moves prices against over-use, round by round, before there is a master. */
#include "solver/pricing/ascent.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/formulation/move.h"
#include "solver/pricing/pricing_itineraries.h"
#include "solver/tolerances.h"

enum {
    BOOKINGS_MIN = 500, /**< with fewer the first master is solved at once anyway */
    ROUNDS = 150,
    BOUND_EVERY = 10 /**< rounds between two bounds */
};

/** One ascent's working set; arrays per row of the formulation. */
typedef struct {
    const Formulation *formulation;
    Pricing *pricing;
    double *price;
    double *capacity; /**< what the row lets through: its bound less the fixed part */
    double *use;      /**< boxes, TEU or tonnes of all bookings' best itineraries */
    double *smoothed; /**< over-use, smoothed */
    double *square;   /**< sum of squares of past over-uses */
    bool *priced;     /**< rows that may have a price here */
    Paths seen;
    CargoColumn column;
    double best_bound;
    double *best_price;
} Working;

bool ascent_worthwhile(const Problem *problem) {
    int fixed = 0;
    for (TrainId id = 0; id < problem->n_trains; id++) {
        fixed += problem->trains[id].fixed;
    }
    return problem->n_bookings >= BOOKINGS_MIN && 2 * fixed > problem->n_trains;
}

static bool working_init(Working *working, const Formulation *formulation) {
    size_t rows = (size_t)formulation->lp.n_rows + 1;
    *working = (Working){.formulation = formulation, .best_bound = HUGE_VAL};
    double **arrays[] = {&working->price,    &working->capacity, &working->use,
                         &working->smoothed, &working->square,   &working->best_price};
    bool ok = true;
    for (size_t i = 0; i < sizeof arrays / sizeof arrays[0]; i++) {
        *arrays[i] = calloc(rows, sizeof(double));
        ok = ok && *arrays[i] != NULL;
    }
    working->priced = calloc(rows, sizeof(bool));
    working->pricing = pricing_new(formulation);
    return paths_init(&working->seen, formulation->problem->n_flows) && ok &&
           working->priced != NULL && working->pricing != NULL;
}

static void working_clear(Working *working) {
    free(working->price);
    free(working->capacity);
    free(working->use);
    free(working->smoothed);
    free(working->square);
    free(working->best_price);
    free(working->priced);
    pricing_free(working->pricing);
    paths_clear(&working->seen);
    cargo_column_free(&working->column);
}

/** Upper limits on cargo are priced, with every train running: the room of all candidates is what
 * the ascent divides. */
static void find_capacity(Working *working) {
    const LpModel *lp = &working->formulation->lp;
    for (RowId row = 0; row < lp->n_rows; row++) {
        RowGroup group = lp->rows[row].group;
        working->priced[row] = group == ROW_TEU || group == ROW_TONNES ||
                               group == ROW_CLASS_BOXES || group == ROW_LIFTS;
        working->capacity[row] = lp->rows[row].upper;
    }
    for (int i = 0; i < lp->n_entries; i++) {
        if (lp->entries[i].column < working->formulation->problem->n_trains) {
            working->capacity[lp->entries[i].row] -= lp->entries[i].value;
        }
    }
}

/** What a box earns on average, and a TEU. */
static double mean_worth(const Problem *problem, bool per_teu) {
    double worth = 0, count = 0;
    for (BookingId id = 0; id < problem->n_bookings; id++) {
        const Booking *booking = &problem->bookings[id];
        worth += booking->boxes * formulation_box_worth(booking);
        count += booking->boxes * (per_teu ? booking->teu : 1);
    }
    return count > 0 ? worth / count : 0;
}

/** All bookings take their best itinerary at the present prices, or all until the clock runs out.
 *  @param value  receives what they earn at these prices */
static bool take_best_itineraries(Working *working, double *value) {
    const Problem *problem = working->formulation->problem;
    const LpModel *lp = &working->formulation->lp;
    memset(working->use, 0, (size_t)lp->n_rows * sizeof(double));
    *value = 0;
    pricing_set_prices(working->pricing, working->price, false);
    for (BookingId id = 0; id < problem->n_bookings && !pricing_stopped(working->pricing); id++) {
        PricedItinerary best;
        if (!pricing_best(working->pricing, id, 0, &best)) {
            continue;
        }
        int boxes = problem->bookings[id].boxes;
        *value += boxes * best.worth_less_cost;
        if (!paths_add(&working->seen, id, best.rides, best.n_rides, NULL) ||
            !cargo_column_make(working->formulation, id, best.rides, best.n_rides,
                               &working->column)) {
            return false;
        }
        for (int i = 0; i < working->column.count; i++) {
            working->use[working->column.rows[i]] += boxes * working->column.values[i];
        }
    }
    return true;
}

/** A bound on the cargo's part with every train running: enough to compare prices by. */
static void note_bound(Working *working, double value) {
    const LpModel *lp = &working->formulation->lp;
    double bound = value;
    for (RowId row = 0; row < lp->n_rows; row++) {
        bound += working->priced[row] ? working->price[row] * working->capacity[row] : 0;
    }
    if (bound < working->best_bound) {
        working->best_bound = bound;
        memcpy(working->best_price, working->price, (size_t)lp->n_rows * sizeof(double));
    }
}

/** Moves each price with its row's smoothed over-use, divided by the root mean square of its past
 * over-use. */
static void move_prices(Working *working, int round, double step) {
    const LpModel *lp = &working->formulation->lp;
    for (RowId row = 0; row < lp->n_rows; row++) {
        if (!working->priced[row] || !isfinite(working->capacity[row])) {
            continue;
        }
        double over = working->use[row] - working->capacity[row];
        if (over <= 0 && working->price[row] <= 0) {
            continue; /* a row that never binds keeps no history */
        }
        working->smoothed[row] =
            ASCENT_SMOOTHING * working->smoothed[row] + (1 - ASCENT_SMOOTHING) * over;
        working->square[row] += over * over;
        double size = sqrt(working->square[row] / (round + 1));
        if (size > 0) {
            working->price[row] =
                fmax(0, working->price[row] + step * working->smoothed[row] / size);
        }
    }
}

static bool climb(Working *working, const Clock *clock) {
    double step = ASCENT_STEP * mean_worth(working->formulation->problem, true);
    for (int round = 0; round < ROUNDS && !clock_expired(clock); round++) {
        double value;
        if (!take_best_itineraries(working, &value)) {
            return false;
        }
        if (pricing_stopped(working->pricing)) {
            return true;
        }
        if (round % BOUND_EVERY == BOUND_EVERY - 1) {
            note_bound(working, value);
        }
        move_prices(working, round, step / (1 + ASCENT_FALL * round));
    }
    return true;
}

/** Keeps the itineraries seen that are nearly their booking's best at the best prices; where the
 * clock runs out, those of some bookings. */
static bool ascent_keep_good(Working *working, Ascent *ascent) {
    const Problem *problem = working->formulation->problem;
    double margin = ASCENT_KEPT * mean_worth(problem, false);
    pricing_set_prices(working->pricing, working->best_price, false);
    for (BookingId id = 0; id < problem->n_bookings && !pricing_stopped(working->pricing); id++) {
        PricedItinerary best;
        double least = -margin;
        if (pricing_best(working->pricing, id, 0, &best)) {
            least = fmax(least, best.worth_less_cost - margin);
        }
        for (PathId path = working->seen.newest[id]; path != NONE;
             path = working->seen.items[path].next) {
            const Ride *rides = paths_rides(&working->seen, path);
            int n_rides = working->seen.items[path].n_rides;
            if (!cargo_column_make(working->formulation, id, rides, n_rides, &working->column)) {
                return false;
            }
            double reduced = cargo_column_reduced(&working->column, working->best_price);
            if (reduced >= least && !paths_add(&ascent->paths, id, rides, n_rides, NULL)) {
                return false;
            }
        }
    }
    return true;
}

bool ascent_run(const Formulation *formulation, const Clock *clock, Ascent *ascent) {
    Working working;
    *ascent = (Ascent){0};
    bool ok = paths_init(&ascent->paths, formulation->problem->n_flows);
    ok = working_init(&working, formulation) && ok;
    if (ok) {
        pricing_watch(working.pricing, clock);
        find_capacity(&working);
        ok = climb(&working, clock) && ascent_keep_good(&working, ascent);
    }
    if (ok) {
        ascent->price = working.best_price;
        working.best_price = NULL;
    }
    working_clear(&working);
    return ok;
}

void ascent_clear(Ascent *ascent) {
    free(ascent->price);
    paths_clear(&ascent->paths);
    *ascent = (Ascent){0};
}
