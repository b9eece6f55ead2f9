/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The books of our containers: what a plan's boxes take from and bring to each station day by day,
 * and the leases that this needs. */
#ifndef BANLIE_MODEL_BOOKS_STOCK_LEDGER_H
#define BANLIE_MODEL_BOOKS_STOCK_LEDGER_H

#include "model/problem/problem.h"

/** One type at one station on one day, in boxes. */
typedef struct {
    int stock; /**< at the end of the day */
    int taken;
    int returned;
    int empties_in;
    int empties_out;
    int leased; /**< in a cyclic plan all on the first day, whenever they are needed */
} StockEntry;

typedef struct {
    const Problem *problem;
    StockEntry *entries; /**< [stock_index()] */
    int *under_way; /**< per equipment: out of stock at the end of the period of a cyclic plan */
} StockLedger;

/** What the stock costs a plan. */
typedef struct {
    double lease;
    double storage;
    double end_value; /**< worth of what stands at the end, a cost below 0 */
} StockCost;

/** @return an empty ledger, NULL where memory is out */
StockLedger *stock_ledger_new(const Problem *problem) __attribute__((warn_unused_result));
void stock_ledger_free(StockLedger *ledger);

/** Strikes everything out. */
void stock_ledger_clear(StockLedger *ledger);

/** Enters boxes of a flow on an itinerary; nothing where they are not ours or not limited. */
void stock_ledger_add(StockLedger *ledger, BookingId flow, const Ride *rides, int n_rides,
                      int boxes);

/** How many more boxes of a flow the stock would let onto an itinerary, with what may still be
 * leased, at most `most`; none in a cyclic plan, where one alone would not come home. */
int stock_ledger_room(const StockLedger *ledger, BookingId flow, const Ride *first, int most);

/** Works out stock and leases: as few leases as will do, each as late as it can be, and whatever
 * pays for itself at the end.
 *  @param cost  receives what it costs
 *  @return false where some stock falls below 0 or its least at the end, or the fleet does not
 * suffice
 */
bool stock_ledger_settle(StockLedger *ledger, StockCost *cost);

#endif
