#include "solver/shadow_prices.h"

#include <math.h>
#include <stdlib.h>

#include "model/equipment.h"
#include "model/itinerary.h"

/** Price per TEU that keeps boxes off trains that do not run: beyond any revenue a case may name.
 */
static const double CLOSED = 1e15;

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

/** Price of a limit from above, 0 where there is none. */
static double limit_price(const Master *master, RowId row) {
    return row == NONE ? 0 : fmax(0, master->dual[row]);
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

static void price_booking(Master *master, BookingId id, Prices *prices) {
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
    }
}

bool shadow_prices_read(Master *master, const bool *runs, Prices *prices) {
    if (!allocate(master->problem, prices) || !read_stocks(master, prices)) {
        return false;
    }
    read_limits(master, prices);
    close_trains(master, runs);
    pricing_set_prices(master->pricing, master->dual, false);
    for (BookingId id = 0; id < master->problem->n_bookings; id++) {
        price_booking(master, id, prices);
    }
    return true;
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
    fill_nan(prices->leg_teu, problem->n_legs);
    fill_nan(prices->leg_tonne, problem->n_legs);
    fill_nan(prices->lift, problem->n_station_days);
    fill_nan(prices->feeder, problem->n_feeder_days);
    fill_nan(prices->stock, (int)n_stocks(problem));
    fill_nan(prices->floor_price, problem->n_bookings);
    fill_nan(prices->opportunity, problem->n_bookings);
    return true;
}
