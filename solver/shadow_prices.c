#include "solver/shadow_prices.h"

#include <math.h>
#include <stdlib.h>

#include "model/itinerary.h"

/** Price per TEU that keeps boxes off trains that do not run: beyond any revenue a case may name.
 */
static const double CLOSED = 1e15;

static bool allocate(const Problem *problem, Prices *prices) {
    size_t legs = (size_t)problem->n_legs + 1, bookings = (size_t)problem->n_bookings + 1;
    prices->leg_teu = calloc(legs, sizeof(double));
    prices->leg_tonne = calloc(legs, sizeof(double));
    prices->lift = calloc((size_t)problem->n_station_days + 1, sizeof(double));
    prices->floor_price = calloc(bookings, sizeof(double));
    prices->opportunity = calloc(bookings, sizeof(double));
    return prices->leg_teu != NULL && prices->leg_tonne != NULL && prices->lift != NULL &&
           prices->floor_price != NULL && prices->opportunity != NULL;
}

static void read_limits(const Master *master, Prices *prices) {
    const Problem *problem = master->problem;
    const Formulation *formulation = master->formulation;
    for (LegId leg = 0; leg < problem->n_legs; leg++) {
        prices->leg_teu[leg] = fmax(0, master->dual[formulation->teu_row[leg]]);
        RowId tonnes = formulation->tonne_row[leg];
        prices->leg_tonne[leg] = tonnes == NONE ? 0 : fmax(0, master->dual[tonnes]);
    }
    for (StationDayId day = 0; day < problem->n_station_days; day++) {
        RowId lifts = formulation->lift_row[day];
        prices->lift[day] = lifts == NONE ? 0 : fmax(0, master->dual[lifts]);
    }
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
    if (!allocate(master->problem, prices)) {
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
    if (!allocate(problem, prices)) {
        return false;
    }
    prices->missing = true;
    fill_nan(prices->leg_teu, problem->n_legs);
    fill_nan(prices->leg_tonne, problem->n_legs);
    fill_nan(prices->lift, problem->n_station_days);
    fill_nan(prices->floor_price, problem->n_bookings);
    fill_nan(prices->opportunity, problem->n_bookings);
    return true;
}
