/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solver/shadow_prices.h"

#include <math.h>
#include <stdlib.h>

#include "model/problem/equipment.h"
#include "model/ways/itinerary.h"
#include "solver/price_proof.h"

/** Price per TEU that keeps boxes off trains that do not run: beyond any revenue a case may name.
 */
static const double CLOSED = 1e21;

/** Prices are written with 6 decimals. */
static const double PRICE_SCALE = 1e6;

static size_t n_stocks(const Problem *problem) {
    return stock_index(problem, problem->kase->n_equipment, 0, 0);
}

static bool allocate(const Problem *problem, Prices *prices) {
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

/** True where what the row says has a price in the plan's files, or a booking's own behind it. With
 * the trains chosen the other rows, of trains and wagon sets, say nothing of boxes. */
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
    case ROW_BALANCE_TEU:
    case ROW_COMMITMENT:
        return true;
    default:
        return false;
    }
}

/** True where the boxes of an earlier plan cannot stay on their way: one of its trains does not
 * run.
 */
static bool promise_broken(const Problem *problem, int promise, const bool *runs) {
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
static void settle_promises(Master *master, const bool *runs) {
    const Problem *problem = master->problem;
    const Commitments *commitments = &problem->kase->commitments;
    for (int i = 0; i < commitments->n_earlier_itineraries && runs != NULL; i++) {
        RowId row = master->formulation->promise_row[i];
        if (row != NONE && promise_broken(problem, i, runs)) {
            master->dual[row] = -commitments->bookings.price;
        }
    }
}

/** Makes the duals what the files say: whole millionths, of the sign that the row allows; 0 on rows
 * without a price. */
static void settle_duals(Master *master) {
    const Problem *problem = master->problem;
    const LpModel *lp = &master->formulation->lp;
    for (RowId row = 0; row < master->n_rows; row++) {
        double dual = row < lp->n_rows && row_priced(lp->rows[row].group) ? master->dual[row] : 0;
        if (dual != 0 && !isfinite(lp->rows[row].lower)) {
            dual = fmax(0, dual);
        }
        if (dual != 0 && !isfinite(lp->rows[row].upper)) {
            dual = fmin(0, dual);
        }
        if (dual != 0 && lp->rows[row].group == ROW_BALANCE_TEU) { /* what is short is paid for */
            dual = fmax(dual, -problem->kase->balance[lp->rows[row].subject].teu.penalty);
        }
        master->dual[row] = round(dual * PRICE_SCALE) / PRICE_SCALE;
    }
}

/** Price of a limit from above, 0 where there is none. */
static double limit_price(const Master *master, RowId row) {
    return row == NONE ? 0 : fmax(0, master->dual[row]);
}

/** True where the price has no column of its own elsewhere. */
static bool stands_alone(RowGroup group) {
    return group == ROW_FLAT_TEU || group == ROW_CLASS_BOXES || group == ROW_CLASS_PRESENT ||
           group == ROW_CLASSES_APART || group == ROW_LOAD_FACTOR || group == ROW_FLEET ||
           group == ROW_BALANCE_TEU || group == ROW_COMMITMENT;
}

/** True where the row is about a train that does not run. */
static bool is_idle(const Problem *problem, const LpRow *row, const bool *runs) {
    switch (row->group) {
    case ROW_FLAT_TEU:
    case ROW_CLASS_BOXES:
    case ROW_CLASS_PRESENT:
        return !runs[problem->legs[row->subject].train];
    case ROW_CLASSES_APART:
        return !runs[row->subject];
    case ROW_COMMITMENT:
        return promise_broken(problem, row->subject, runs);
    default:
        return false;
    }
}

static bool read_rules(const Master *master, const bool *runs, Prices *prices) {
    const LpModel *lp = &master->formulation->lp;
    prices->rules = calloc((size_t)lp->n_rows + 1, sizeof *prices->rules);
    for (RowId id = 0; id < lp->n_rows && prices->rules != NULL; id++) {
        const LpRow *row = &lp->rows[id];
        if (stands_alone(row->group) && master->dual[id] != 0 &&
            (runs == NULL || !is_idle(master->problem, row, runs))) {
            prices->rules[prices->n_rules++] = (RulePrice){.group = row->group,
                                                           .subject = row->subject,
                                                           .detail = row->detail,
                                                           .further = row->further,
                                                           .price = fabs(master->dual[id])};
        }
    }
    return prices->rules != NULL;
}

static void read_limits(const Master *master, Prices *prices) {
    const Problem *problem = master->problem;
    const Formulation *formulation = master->formulation;
    for (LegId leg = 0; leg < problem->n_legs; leg++) {
        /* Room on the first level is room on both levels together, too. */
        prices->leg_teu[leg] = limit_price(master, formulation->teu_row[leg]) +
                               limit_price(master, formulation->flat_row[leg]);
        prices->leg_tonne[leg] = limit_price(master, formulation->tonne_row[leg]);
    }
    for (StationDayId day = 0; day < problem->n_station_days; day++) {
        prices->lift[day] = limit_price(master, formulation->lift_row[day]);
    }
    for (FeederDayId day = 0; day < problem->n_feeder_days; day++) {
        prices->feeder[day] = limit_price(master, formulation->feeder_row[day]);
    }
}

/** One type at one station: a day with a row has its dual; a box that joins on another day stands,
 * and costs storage, until the next that has one. */
static void read_stock(const Master *master, int equipment, StationId station, double *price) {
    const Problem *problem = master->problem;
    const RowId *rows =
        &master->formulation->stock_row[stock_index(problem, equipment, station, 0)];
    const double storage = equipment_at(problem->kase, equipment, station).storage_cost;
    double worth = 0;
    for (StockDay day = problem->n_stock_days - 1; day >= 0; day--) {
        worth = rows[day] == NONE ? worth - storage : master->dual[rows[day]];
        price[day] = worth;
    }
}

/** In a cyclic plan a box that joins has to leave again somewhere: only differences of the prices
 * mean anything, and are taken from the least.
 *  @param has_stock  per station: it has rows */
static void count_from_least(const Problem *problem, const bool *has_stock, double *price) {
    const int days = problem->n_stock_days, count = problem->kase->n_stations * days;
    double least = HUGE_VAL;
    for (int i = 0; i < count; i++) {
        least = has_stock[i / days] ? fmin(least, price[i]) : least;
    }
    for (int i = 0; i < count; i++) {
        price[i] -= has_stock[i / days] ? least : 0;
    }
}

static bool read_stocks(const Master *master, Prices *prices) {
    const Problem *problem = master->problem;
    bool *has_stock = calloc((size_t)problem->kase->n_stations + 1, sizeof *has_stock);
    const bool ok = has_stock != NULL;
    for (int equipment = 0; equipment < problem->kase->n_equipment && ok; equipment++) {
        const size_t first = stock_index(problem, equipment, 0, 0);
        for (StationId station = 0; station < problem->kase->n_stations; station++) {
            const size_t index = stock_index(problem, equipment, station, 0);
            has_stock[station] = master->formulation->stock_row[index] != NONE;
            read_stock(master, equipment, station, &prices->stock[index]);
        }
        if (problem->kase->horizon.cyclic) {
            count_from_least(problem, has_stock, &prices->stock[first]);
        }
    }
    free(has_stock);
    return ok;
}

double *shadow_prices_of_runs(const Master *master) {
    const Problem *problem = master->problem;
    double *prices = calloc((size_t)problem->n_runs + 1, sizeof *prices);
    for (SlotRunId run = 0; run < problem->n_runs && prices != NULL; run++) {
        SlotRunId base = problem->runs[run].base;
        RowId row = master->formulation->run_row[base];
        bool unknown = row != NONE && master_run_held(master, base);
        prices[run] = unknown ? (double)NAN : limit_price(master, row);
    }
    return prices;
}

/** Takes the trains that do not run out of the ways a further box could take. */
static void close_trains(Master *master, const bool *runs) {
    const Problem *problem = master->problem;
    for (LegId leg = 0; leg < problem->n_legs; leg++) {
        TrainId train = problem->legs[leg].train;
        bool open = runs != NULL ? runs[train] : master_train(master, train) > 1e-9;
        if (!open) {
            master->dual[master->formulation->teu_row[leg]] = CLOSED;
        }
    }
}

/** @return what one box more earns beyond its costs and prices; -INFINITY where none can travel */
static double price_booking(Master *master, BookingId id, Prices *prices) {
    const Booking *booking = &master->problem->bookings[id];
    PricedItinerary best;
    double worth = formulation_box_worth(booking);
    prices->floor_price[id] = HUGE_VAL;
    prices->opportunity[id] = HUGE_VAL;
    if (pricing_best(master->pricing, id, worth - CLOSED / 1e3, &best)) {
        double carrying = worth - best.worth_less_cost;  /* direct cost and prices */
        double saved = worth - booking->revenue_per_box; /* the penalty for leaving it behind */
        prices->floor_price[id] = carrying - saved;
        prices->opportunity[id] =
            carrying - itinerary_cost(master->problem, id, best.rides, best.n_rides);
        return best.worth_less_cost;
    }
    return -HUGE_VAL;
}

Outcome shadow_prices_read(Master *master, const bool *runs, const int *repositions,
                           Prices *prices) {
    const Problem *problem = master->problem;
    settle_duals(master);
    settle_promises(master, runs);
    if (!allocate(problem, prices) || !read_stocks(master, prices) ||
        !read_rules(master, runs, prices)) {
        return OUTCOME_NO_MEMORY;
    }
    read_limits(master, prices);
    PriceProof proof = {.master = master, .runs = runs, .repositions = repositions};
    double value = runs != NULL ? price_proof_of_limits(&proof) : (double)NAN;
    close_trains(master, runs);
    pricing_set_prices(master->pricing, master->dual, false);
    for (BookingId id = 0; id < problem->n_bookings && !pricing_stopped(master->pricing); id++) {
        double surplus = price_booking(master, id, prices);
        value += runs != NULL ? price_proof_of_booking(&proof, id, surplus) : 0;
    }
    cargo_column_free(&proof.column);
    prices->value = value;
    return proof.failed                       ? OUTCOME_NO_MEMORY
           : pricing_stopped(master->pricing) ? OUTCOME_STOPPED
                                              : OUTCOME_DONE;
}

static void fill_nan(double *prices, int count) {
    for (int i = 0; i < count; i++) {
        prices[i] = (double)NAN;
    }
}

bool shadow_prices_none(const Problem *problem, Prices *prices) {
    prices_clear(prices);
    if (!allocate(problem, prices)) {
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
