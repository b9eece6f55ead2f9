/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the book of one container type: its stock, station by station and day by day. */
#include "verify/checks/stock_book.h"

#include "verify/read/period.h"

StockDay *stock_book_at(const StockBook *book, StationId station, int day) {
    return &book->days[(gsize)station * (gsize)book->n_days + (gsize)day];
}

/** The stock day of an instant at a station, where something moves then. */
static StockDay *day_of_move(StockBook *book, StationId station, int day) {
    book->moves[station] = true;
    return stock_book_at(book, station, stock_day(book->kase, day));
}

/** Boxes that leave the stock on one day and join it on another, both counted from the start of
 * the plan, are away at each turn of the period in between. */
static void count_away(StockBook *book, int left, int joined, long boxes) {
    book->away += boxes * (long)(floor_div(joined, period_days(book->kase)) -
                                 floor_div(left, period_days(book->kase)));
}

static void enter_loaded(StockBook *book, const PlanItinerary *itinerary) {
    const PlanMove *first = &itinerary->moves[0];
    const PlanMove *last = &itinerary->moves[itinerary->n_moves - 1];
    int left = day_since_start(book->kase, first->departs - book->equipment->turn_load_min);
    int joined = day_since_start(book->kase, last->arrives + book->equipment->turn_unload_min);
    day_of_move(book, first->from, left)->taken += itinerary->boxes;
    day_of_move(book, last->to, joined)->returned += itinerary->boxes;
    count_away(book, left, joined, itinerary->boxes);
}

static void enter_empties(StockBook *book, const PlanEmpty *empty) {
    const PlanMove *first = &empty->moves[0], *last = &empty->moves[empty->n_moves - 1];
    int left = day_since_start(book->kase, first->departs);
    int joined = day_since_start(book->kase, last->arrives);
    day_of_move(book, first->from, left)->empties_out += empty->boxes;
    day_of_move(book, last->to, joined)->empties_in += empty->boxes;
    count_away(book, left, joined, empty->boxes);
}

/** Boxes of earlier plans that come back. */
static void enter_gone_returns(StockBook *book) {
    const CarriedOver *carried = book->kase->carried;
    for (int i = 0; carried && i < carried->n_returns; i++) {
        const CarriedReturn *back = &carried->returns[i];
        if (back->container == book->equipment->container) {
            StockDay *day = day_of_move(book, back->station, back->day - book->kase->horizon.start);
            day->returned += back->returned;
            day->empties_in += back->empties_in;
        }
    }
}

void stock_book_fill(StockBook *book, const PlanRead *plan, int equipment) {
    const Case *kase = plan->kase;
    *book = (StockBook){
        .kase = kase, .equipment = &kase->equipment[equipment], .n_days = stock_days(kase)};
    book->days = g_new0(StockDay, (gsize)kase->n_stations * (gsize)book->n_days);
    book->moves = g_new0(bool, (gsize)kase->n_stations);
    enter_gone_returns(book);
    for (int i = 0; i < plan->n_itineraries; i++) {
        const PlanItinerary *itinerary = &plan->itineraries[i];
        if (!itinerary->moves) {
            continue;
        }
        const Demand *demand = &kase->demand[itinerary->demand];
        if (demand->owner == OWNER_CARRIER && demand->container == book->equipment->container) {
            enter_loaded(book, itinerary);
        }
    }
    for (int i = 0; i < plan->n_empties; i++) {
        if (plan->empties[i].moves && plan->empties[i].equipment == equipment) {
            enter_empties(book, &plan->empties[i]);
        }
    }
}

void stock_book_clear(StockBook *book) {
    g_free(book->days);
    g_free(book->moves);
}

void stock_book_carry(const StockBook *book, StationId station, long opening) {
    long stock = opening;
    for (int day = 0; day < book->n_days; day++) {
        StockDay *at = stock_book_at(book, station, day);
        stock += at->returned + at->empties_in - at->taken - at->empties_out;
        // In a cyclic plan a lease makes the fleet larger for good; it is no flow of a day.
        if (!book->kase->horizon.cyclic) {
            stock += at->leased;
        }
        at->stock = stock;
    }
}
