/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Pricing: the best itinerary of every booking, and of the empties, under the present prices of
 * the rows.
 *
 *  Bookings that share class, TEU and stock (and weigh about the same) form a group; the empties of
 * a type are one. Per group and destination one labels_sweep() gives the least cost to go from
 * every leg and feeder run; a booking then goes depth-first from the departures in its window, held
 * to the ways whose cost so far plus label still beats the best. Labels leave out what is a
 * booking's own (its due date, its exact weight, its linking prices): they are lower bounds, the
 * search is exact. Where it goes on for long, the graph is labelled for the booking alone. */
#ifndef BANLIE_SOLVER_PRICING_PRICING_H
#define BANLIE_SOLVER_PRICING_PRICING_H

#include "base/clock.h"
#include "model/formulation/formulation.h"
#include "model/ways/labels.h"

typedef struct Pricing Pricing;

/** @return NULL where memory is out */
Pricing *pricing_new(const Formulation *formulation) __attribute__((warn_unused_result));
void pricing_free(Pricing *pricing);

/** Has searches end early once the clock has run out; NULL: they do not.
 *  @param clock  kept */
void pricing_watch(Pricing *pricing, const Clock *clock);

/** True once the clock has run out since the last pricing_set_prices(): what was found since may
 * not be all. */
bool pricing_stopped(Pricing *pricing);

/** A search labels the graph for its flow alone once it has looked at so many legs; less patience
 * changes no result but for the choice among ways of the same worth. */
void pricing_set_patience(Pricing *pricing, long legs);

/** Takes new prices and labels the graph anew.
 *  @param dual    per row of the formulation, sign as of a maximised LP; not kept
 *  @param farkas  true: direct costs and revenues count nothing (looking for feasibility) */
void pricing_set_prices(Pricing *pricing, const double *dual, bool farkas);

/** Takes a train out of (or back into) the ways: for trains that the search has fixed not to run.
 * Holds from the next pricing_set_prices() on. */
void pricing_close_train(Pricing *pricing, TrainId train, bool closed);

/** A price of one booking for the use of one train, paid once on first boarding (the dual of a
 * strong linking row or of a share); of either sign, several add up. */
void pricing_link(Pricing *pricing, TrainId train, double price);

/** Forgets the linking prices set since the last call. */
void pricing_unlink(Pricing *pricing);

/** An itinerary found; the rides belong to the Pricing and last until the next search. */
typedef struct {
    double worth_less_cost; /**< per box: worth − direct costs − prices of legs and lifts; the
                               demand row's price is not taken off */
    const Ride *rides;
    int n_rides;
} PricedItinerary;

/** The best itinerary of a booking among those whose worth_less_cost exceeds `floor`.
 *  @return false where there is none */
bool pricing_best(Pricing *pricing, BookingId booking, double floor, PricedItinerary *best);

/** The best itinerary of a booking from each of its first departures, where worth_less_cost exceeds
 * `floor`: the best `most` of them, handed to `take` best first.
 *  @return the worth_less_cost of the best, or up to 1e-12 of what a box is worth more; `floor`
 * where there is none; pricing_promise(), where that is more, once the clock has run out */
double pricing_good(Pricing *pricing, BookingId booking, double floor, int most,
                    void (*take)(void *user, const PricedItinerary *itinerary), void *user);

/** Every itinerary of a booking whose worth_less_cost exceeds `floor`, handed to `take` one by one.
 *  @return false where `take` returned false, or the clock ran out: the search was ended */
bool pricing_all(Pricing *pricing, BookingId booking, double floor,
                 bool (*take)(void *user, const PricedItinerary *itinerary), void *user);

/** At least the worth_less_cost of every itinerary of a booking, by the labels alone, without a
 * search; −∞ where nothing can carry it, +∞ where the clock ran out before the graph was labelled.
 */
double pricing_promise(Pricing *pricing, BookingId booking);

/** True where the booking has any itinerary at all. */
bool pricing_reachable(const Pricing *pricing, BookingId booking);

#endif
