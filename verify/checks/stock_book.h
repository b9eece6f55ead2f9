/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Stock of one container type, station by station and day by day, as the plan's boxes move it. */
#ifndef BANLIE_VERIFY_CHECKS_STOCK_BOOK_H
#define BANLIE_VERIFY_CHECKS_STOCK_BOOK_H

#include "verify/read/plan_read.h"

typedef struct {
    int row; /**< of equipment.csv, 0 where there is none */
    long taken, returned, empties_in, empties_out;
    long leased; /**< as equipment.csv says: leases are a choice of the plan */
    long stock;  /**< at the end of the day */
} StockDay;

typedef struct {
    const Case *kase;
    const Equipment *equipment;
    int n_days;
    StockDay *days; /**< by station, then day */
    bool *moves;    /**< per StationId: a box is taken, returned, sent or received there */
    long away;      /**< cyclic case: boxes out of stock when one period ends and the next begins */
} StockBook;

/** Enters what the loaded boxes and the empties of the plan take and bring. */
void stock_book_fill(StockBook *book, const PlanRead *plan, int equipment);

void stock_book_clear(StockBook *book);

StockDay *stock_book_at(const StockBook *book, StationId station, int day);

/** Carries the stock of a station from day to day.
 *  @param opening  at the start of the first day */
void stock_book_carry(const StockBook *book, StationId station, long opening);

#endif
