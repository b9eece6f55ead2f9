/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the duals of a solved master to the prices of a plan. */
#include "solver/shadow_prices.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/problem/equipment.h"
#include "model/ways/itinerary.h"
#include "solver/master/branch_bounds.h"
#include "solver/master/master_view.h"
#include "solver/price_proof.h"
#include "solver/pricing/pricing_itineraries.h"
#include "solver/settled_duals.h"
#include "solver/tolerances.h"

/** Price per TEU that keeps boxes off trains that do not run: beyond any revenue a case may name.
 */
static const double CLOSED = 1e21;

static size_t n_stocks(const Problem *problem) {
    return stock_index(problem, problem->kase->n_equipment, 0, 0);
}

static bool allocate_prices(const Problem *problem, Prices *prices) {
    size_t legs = (size_t)problem->n_legs + 1, bookings = (size_t)problem->n_bookings + 1;
    prices->leg_teu = calloc(legs, sizeof(double));
    prices->leg_tonne = calloc(legs, sizeof(double));
    prices->lift = calloc((size_t)problem->n_station_days + 1, sizeof(double));
    prices->feeder = calloc((size_t)problem->n_feeder_days + 1, sizeof(double));
    prices->stock = calloc(n_stocks(problem) + 1, sizeof(double));
    prices->floor_price = calloc(bookings, sizeof(double));
    prices->opportunity = calloc(bookings, sizeof(double));
    return prices->leg_teu != NULL && prices->leg_tonne != NULL && prices->lift != NULL &&
           prices->feeder != NULL && prices->stock != NULL && prices->floor_price != NULL &&
           prices->opportunity != NULL;
}

/** Price of a limit from above, 0 where there is none. */
static double limit_price(const double *dual, RowId row) {
    return row == NONE ? 0 : fmax(0, dual[row]);
}

/** True where the row is about a train that does not run. */
static bool is_idle(const Problem *problem, const LpRow *row, const bool *runs) {
    switch (row->group) {
    case ROW_TEU:
    case ROW_FLAT_TEU:
    case ROW_TONNES:
    case ROW_CLASS_BOXES:
    case ROW_CLASS_PRESENT:
    case ROW_EMPTIES_KEPT:
        return !runs[problem->legs[row->subject].train];
    case ROW_CLASSES_APART:
        return !runs[row->subject];
    default:
        return false;
    }
}

/** Trains that do not run are no part of the LP. */
static bool read_rows(const PriceReading *reading, Prices *prices) {
    const LpModel *lp = &reading->formulation->lp;
    const bool *runs = reading->runs;
    prices->rows = calloc((size_t)lp->n_rows + 1, sizeof *prices->rows);
    for (RowId id = 0; id < lp->n_rows && prices->rows != NULL && runs != NULL; id++) {
        const LpRow *row = &lp->rows[id];
        double price =
            row->group == ROW_DEMAND ? reading->of_demand[row->subject] : reading->dual[id];
        if (price != 0 && !is_idle(reading->problem, row, runs)) {
            prices->rows[prices->n_rows++] = (RowPrice){.row = *row, .price = price};
        }
    }
    return prices->rows != NULL;
}

static void read_limits(const PriceReading *reading, Prices *prices) {
    const Problem *problem = reading->problem;
    const Formulation *formulation = reading->formulation;
    const double *dual = reading->dual;
    for (LegId leg = 0; leg < problem->n_legs; leg++) {
        /* Room on the first level is room on both levels together, too. */
        prices->leg_teu[leg] = limit_price(dual, formulation->teu_row[leg]) +
                               limit_price(dual, formulation->flat_row[leg]);
        prices->leg_tonne[leg] = limit_price(dual, formulation->tonne_row[leg]);
    }
    for (StationDayId day = 0; day < problem->n_station_days; day++) {
        prices->lift[day] = limit_price(dual, formulation->lift_row[day]);
    }
    for (FeederDayId day = 0; day < problem->n_feeder_days; day++) {
        prices->feeder[day] = limit_price(dual, formulation->feeder_row[day]);
    }
}

/** One type at one station: a day with a row has its dual; a box that joins on another day stands,
 * and costs storage, until the next that has one. */
static void read_station_stock(const PriceReading *reading, int equipment, StationId station,
                               double *price) {
    const Problem *problem = reading->problem;
    const RowId *rows =
        &reading->formulation->stock_row[stock_index(problem, equipment, station, 0)];
    const double storage = equipment_at(problem->kase, equipment, station).storage_cost;
    double worth = 0;
    for (StockDay day = problem->n_stock_days - 1; day >= 0; day--) {
        worth = rows[day] == NONE ? worth - storage : reading->dual[rows[day]];
        price[day] = worth;
    }
}

/** In a cyclic plan a box that joins has to leave again somewhere: only differences of the prices
 * mean anything, and are taken from the least.
 *  @param has_stock  per station: it has rows */
static void count_from_least(const PriceReading *reading, int equipment, const bool *has_stock,
                             double *price) {
    const int days = reading->problem->n_stock_days;
    const int count = reading->problem->kase->n_stations * days;
    const RowId *rows =
        &reading->formulation->stock_row[stock_index(reading->problem, equipment, 0, 0)];
    double least = HUGE_VAL;
    for (int i = 0; i < count; i++) {
        least = has_stock[i / days] ? fmin(least, price[i]) : least;
    }
    for (int i = 0; i < count; i++) {
        price[i] -= has_stock[i / days] ? least : 0;
        if (rows[i] != NONE) {
            reading->dual[rows[i]] = price[i] = price_without_noise(price[i]);
        }
    }
}

static bool read_stocks(const PriceReading *reading, Prices *prices) {
    const Problem *problem = reading->problem;
    bool *has_stock = calloc((size_t)problem->kase->n_stations + 1, sizeof *has_stock);
    const bool ok = has_stock != NULL;
    for (int equipment = 0; equipment < problem->kase->n_equipment && ok; equipment++) {
        const size_t first = stock_index(problem, equipment, 0, 0);
        for (StationId station = 0; station < problem->kase->n_stations; station++) {
            const size_t index = stock_index(problem, equipment, station, 0);
            has_stock[station] = reading->formulation->stock_row[index] != NONE;
            read_station_stock(reading, equipment, station, &prices->stock[index]);
        }
        if (problem->kase->horizon.cyclic) {
            count_from_least(reading, equipment, has_stock, &prices->stock[first]);
        }
    }
    free(has_stock);
    return ok;
}

double *shadow_prices_of_runs(const Master *master) {
    const Ground *ground = master_ground(master);
    const Problem *problem = ground->problem;
    double *prices = calloc((size_t)problem->n_runs + 1, sizeof *prices);
    for (SlotRunId run = 0; run < problem->n_runs && prices != NULL; run++) {
        SlotRunId base = problem->runs[run].base;
        RowId row = ground->formulation->run_row[base];
        bool unknown = row != NONE && master_run_held(master, base);
        prices[run] = unknown ? (double)NAN : limit_price(master_duals(master), row);
    }
    return prices;
}

/** Takes the trains that do not run out of the itineraries a further box could take.
 *  @param price  per row of the formulation */
static void close_idle_trains(const PriceReading *reading, double *price) {
    const Problem *problem = reading->problem;
    const bool *runs = reading->runs;
    for (LegId leg = 0; leg < problem->n_legs; leg++) {
        TrainId train = problem->legs[leg].train;
        bool open = runs != NULL ? runs[train] : master_train(reading->master, train) > TRAIN_OPEN;
        if (!open) {
            price[reading->formulation->teu_row[leg]] = CLOSED;
        }
    }
}

/** @return what one box more earns beyond its costs and prices; -INFINITY where none can travel */
static double price_booking(const PriceReading *reading, BookingId id, Prices *prices) {
    const Booking *booking = &reading->problem->bookings[id];
    PricedItinerary best;
    double worth = formulation_box_worth(booking);
    prices->floor_price[id] = HUGE_VAL;
    prices->opportunity[id] = HUGE_VAL;
    if (pricing_best(master_pricing(reading->master), id, worth - CLOSED / 1e3, &best)) {
        double carrying = worth - best.worth_less_cost;  /* direct cost and prices */
        double saved = worth - booking->revenue_per_box; /* the penalty for leaving it behind */
        prices->floor_price[id] = carrying - saved;
        prices->opportunity[id] =
            carrying - itinerary_cost(reading->problem, id, best.rides, best.n_rides);
        return best.worth_less_cost;
    }
    return -HUGE_VAL;
}

/** Looks for the best itinerary of every booking at the prices, and adds up what they prove. */
static Outcome price_bookings(PriceReading *reading, Prices *prices) {
    const Problem *problem = reading->problem;
    const bool *runs = reading->runs;
    Pricing *pricing = master_pricing(reading->master);
    PriceProof proof = {.formulation = reading->formulation, .price = reading->dual, .runs = runs};
    double value = runs != NULL ? price_proof_of_limits(&proof) : (double)NAN;
    double *priced = calloc((size_t)reading->formulation->lp.n_rows + 1, sizeof *priced);
    if (priced == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    memcpy(priced, reading->dual, (size_t)reading->formulation->lp.n_rows * sizeof *priced);
    close_idle_trains(reading, priced);
    pricing_set_prices(pricing, priced, false);
    for (BookingId id = 0; id < problem->n_bookings && !pricing_stopped(pricing); id++) {
        double surplus = price_booking(reading, id, prices);
        if (runs != NULL) {
            double price = price_without_noise(price_proof_of_booking(&proof, id, surplus));
            reading->of_demand[id] = price;
            value += problem->bookings[id].boxes * price;
        }
    }
    free(priced);
    cargo_column_free(&proof.column);
    prices->value = value;
    return proof.failed               ? OUTCOME_NO_MEMORY
           : pricing_stopped(pricing) ? OUTCOME_STOPPED
                                      : OUTCOME_DONE;
}

static Outcome reading_fill(PriceReading *reading, Prices *prices) {
    settle_duals(reading);
    if (!allocate_prices(reading->problem, prices) || !read_stocks(reading, prices)) {
        return OUTCOME_NO_MEMORY;
    }
    settle_leases(reading);
    read_limits(reading, prices);
    Outcome status = price_bookings(reading, prices);
    return status == OUTCOME_DONE ? outcome_of_memory(read_rows(reading, prices)) : status;
}

Outcome shadow_prices_read(Master *master, const bool *runs, Prices *prices) {
    const Ground *ground = master_ground(master);
    PriceReading reading = {
        .master = master,
        .problem = ground->problem,
        .formulation = ground->formulation,
        .dual = calloc((size_t)ground->formulation->lp.n_rows + 1, sizeof(double)),
        .of_demand = calloc((size_t)ground->problem->n_bookings + 1, sizeof(double)),
        .runs = runs};
    Outcome status = reading.dual == NULL || reading.of_demand == NULL
                         ? OUTCOME_NO_MEMORY
                         : reading_fill(&reading, prices);
    free(reading.dual);
    free(reading.of_demand);
    return status;
}

static void fill_nan(double *prices, int count) {
    for (int i = 0; i < count; i++) {
        prices[i] = (double)NAN;
    }
}

bool shadow_prices_none(const Problem *problem, Prices *prices) {
    prices_clear(prices);
    if (!allocate_prices(problem, prices)) {
        return false;
    }
    prices->missing = true;
    prices->value = NAN;
    fill_nan(prices->leg_teu, problem->n_legs);
    fill_nan(prices->leg_tonne, problem->n_legs);
    fill_nan(prices->lift, problem->n_station_days);
    fill_nan(prices->feeder, problem->n_feeder_days);
    fill_nan(prices->stock, (int)n_stocks(problem));
    fill_nan(prices->floor_price, problem->n_bookings);
    fill_nan(prices->opportunity, problem->n_bookings);
    return true;
}
