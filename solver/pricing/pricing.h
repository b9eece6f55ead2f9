/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Pricing: the graph of legs under the present prices of the rows. pricing_itineraries.h finds the
 * itineraries in it.
 *
 *  Bookings that share class, TEU and stock (and weigh about the same) form a group; the empties of
 * a type are one. Per group and destination one labels_sweep() gives the least cost to go from
 * every leg and feeder run; a booking then goes depth-first from the departures in its window, held
 * to the itineraries whose cost so far plus label still beats the best. Labels leave out what is a
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
 * changes no result but for the choice among itineraries of the same worth. */
void pricing_set_patience(Pricing *pricing, long legs);

/** Takes new prices and labels the graph anew.
 *  @param dual    per row of the formulation, sign as of a maximised LP; not kept
 *  @param farkas  true: direct costs and revenues count nothing (looking for feasibility) */
void pricing_set_prices(Pricing *pricing, const double *dual, bool farkas);

/** Takes a train out of (or back into) the itineraries: for trains that the search has fixed not to
 * run. Holds from the next pricing_set_prices() on. */
void pricing_close_train(Pricing *pricing, TrainId train, bool closed);

/** From here on leaves out itineraries that have no room for a part of their booking: for plans of
 * whole boxes, not for relaxations and prices that are told. */
void pricing_keep_parts(Pricing *pricing);

/** A price of one booking for the use of one train, paid once on first boarding (the dual of a
 * strong linking row or of a share); of either sign, several add up. */
void pricing_link(Pricing *pricing, TrainId train, double price);

/** Forgets the linking prices set since the last call. */
void pricing_unlink(Pricing *pricing);

/** What a box of the flow is worth before any cost; its booking's own row is not counted. */
double pricing_worth(Pricing *pricing, BookingId flow);

/** True where the booking has any itinerary at all. */
bool pricing_reachable(const Pricing *pricing, BookingId booking);

#endif
