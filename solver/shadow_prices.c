/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the duals of a solved master to the prices of a plan. */
#include "solver/shadow_prices.h"

#include <math.h>
#include <stdlib.h>

#include "model/problem/equipment.h"
#include "model/ways/itinerary.h"
#include "solver/master/branch_bounds.h"
#include "solver/master/master_view.h"
#include "solver/price_proof.h"
#include "solver/pricing/pricing_itineraries.h"
#include "solver/tolerances.h"

/** Price per TEU that keeps boxes off trains that do not run: beyond any revenue a case may name.
 */
static const double CLOSED = 1e21;

/** Prices are written with 6 decimals. */
static const double PRICE_SCALE = 1e6;

/** What the prices are read from. */
typedef struct {
    Master *master;
    const Problem *problem;
    const Formulation *formulation;
    double *dual;     /**< per row of the formulation: the master's, made what the files say */
    const bool *runs; /**< per TrainId; NULL: of the relaxation */
} Reading;

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
    case ROW_EMPTIES_KEPT:
        return true;
    default:
        return false;
    }
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
static void settle_promises(Reading *reading) {
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

/** Makes the duals what the files say: whole millionths, of the sign that the row allows; 0 on rows
 * without a price. */
static void settle_duals(Reading *reading) {
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
        reading->dual[row] = round(dual * PRICE_SCALE) / PRICE_SCALE;
    }
}

/** Price of a limit from above, 0 where there is none. */
static double limit_price(const double *dual, RowId row) {
    return row == NONE ? 0 : fmax(0, dual[row]);
}

/** True where the price has no column of its own elsewhere. */
static bool stands_alone(RowGroup group) {
    return group == ROW_FLAT_TEU || group == ROW_CLASS_BOXES || group == ROW_CLASS_PRESENT ||
           group == ROW_CLASSES_APART || group == ROW_LOAD_FACTOR || group == ROW_FLEET ||
           group == ROW_BALANCE_TEU || group == ROW_COMMITMENT || group == ROW_EMPTIES_KEPT;
}

/** True where the row is about a train that does not run. */
static bool is_idle(const Problem *problem, const LpRow *row, const bool *runs) {
    switch (row->group) {
    case ROW_FLAT_TEU:
    case ROW_CLASS_BOXES:
    case ROW_CLASS_PRESENT:
    case ROW_EMPTIES_KEPT:
        return !runs[problem->legs[row->subject].train];
    case ROW_CLASSES_APART:
        return !runs[row->subject];
    case ROW_COMMITMENT:
        return promise_cannot_stay(problem, row->subject, runs);
    default:
        return false;
    }
}

static bool read_rules(const Reading *reading, Prices *prices) {
    const LpModel *lp = &reading->formulation->lp;
    const bool *runs = reading->runs;
    prices->rules = calloc((size_t)lp->n_rows + 1, sizeof *prices->rules);
    for (RowId id = 0; id < lp->n_rows && prices->rules != NULL; id++) {
        const LpRow *row = &lp->rows[id];
        if (stands_alone(row->group) && reading->dual[id] != 0 &&
            (runs == NULL || !is_idle(reading->problem, row, runs))) {
            /* Boxes that stay earn theirs; where nothing may be added, it may be a cost. */
            double price =
                row->group == ROW_COMMITMENT ? -reading->dual[id] : fabs(reading->dual[id]);
            prices->rules[prices->n_rules++] = (RulePrice){.group = row->group,
                                                           .subject = row->subject,
                                                           .detail = row->detail,
                                                           .further = row->further,
                                                           .price = price};
        }
    }
    return prices->rules != NULL;
}

static void read_limits(const Reading *reading, Prices *prices) {
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
static void read_station_stock(const Reading *reading, int equipment, StationId station,
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

static bool read_stocks(const Reading *reading, Prices *prices) {
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
            count_from_least(problem, has_stock, &prices->stock[first]);
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

/** Takes the trains that do not run out of the itineraries a further box could take. */
static void close_idle_trains(Reading *reading) {
    const Problem *problem = reading->problem;
    const bool *runs = reading->runs;
    for (LegId leg = 0; leg < problem->n_legs; leg++) {
        TrainId train = problem->legs[leg].train;
        bool open = runs != NULL ? runs[train] : master_train(reading->master, train) > TRAIN_OPEN;
        if (!open) {
            reading->dual[reading->formulation->teu_row[leg]] = CLOSED;
        }
    }
}

/** @return what one box more earns beyond its costs and prices; -INFINITY where none can travel */
static double price_booking(const Reading *reading, BookingId id, Prices *prices) {
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
static Outcome price_bookings(Reading *reading, const int *repositions, Prices *prices) {
    const Problem *problem = reading->problem;
    const bool *runs = reading->runs;
    Pricing *pricing = master_pricing(reading->master);
    PriceProof proof = {.formulation = reading->formulation,
                        .price = reading->dual,
                        .runs = runs,
                        .repositions = repositions};
    double value = runs != NULL ? price_proof_of_limits(&proof) : (double)NAN;
    close_idle_trains(reading);
    pricing_set_prices(pricing, reading->dual, false);
    for (BookingId id = 0; id < problem->n_bookings && !pricing_stopped(pricing); id++) {
        double surplus = price_booking(reading, id, prices);
        value += runs != NULL ? price_proof_of_booking(&proof, id, surplus) : 0;
    }
    cargo_column_free(&proof.column);
    prices->value = value;
    return proof.failed               ? OUTCOME_NO_MEMORY
           : pricing_stopped(pricing) ? OUTCOME_STOPPED
                                      : OUTCOME_DONE;
}

static Outcome reading_fill(Reading *reading, const int *repositions, Prices *prices) {
    settle_duals(reading);
    settle_promises(reading);
    if (!allocate_prices(reading->problem, prices) || !read_stocks(reading, prices) ||
        !read_rules(reading, prices)) {
        return OUTCOME_NO_MEMORY;
    }
    read_limits(reading, prices);
    return price_bookings(reading, repositions, prices);
}

Outcome shadow_prices_read(Master *master, const bool *runs, const int *repositions,
                           Prices *prices) {
    const Ground *ground = master_ground(master);
    Reading reading = {.master = master,
                       .problem = ground->problem,
                       .formulation = ground->formulation,
                       .dual = calloc((size_t)ground->formulation->lp.n_rows + 1, sizeof(double)),
                       .runs = runs};
    Outcome status =
        reading.dual == NULL ? OUTCOME_NO_MEMORY : reading_fill(&reading, repositions, prices);
    free(reading.dual);
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
