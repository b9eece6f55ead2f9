/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The rows of prices.csv, found by the names that they should have. */
#ifndef BANLIE_VERIFY_PRICES_PRICE_BOOK_H
#define BANLIE_VERIFY_PRICES_PRICE_BOOK_H

#include "verify/prices/row_codes.h"

/** A row of prices.csv. */
typedef struct {
    int row;
    double price;
    bool asked; /**< somebody knows what it is about */
} BookedRow;

typedef struct {
    PlanRead *plan;
    GHashTable *rows; /**< BookedRow by name */
    RowCodes codes;
} PriceBook;

/** What signs a row's price can have. */
typedef enum {
    SIGN_LIMIT,  /**< a limit from above: more is worth something */
    SIGN_DEMAND, /**< one from below: to ask for more costs */
    SIGN_ANY
} PriceSign;

/** Reads prices.csv. */
PriceBook price_book_open(PlanRead *plan);

/** Says which rows nobody has asked for: there are none such, or they can have no price. */
void price_book_close(PriceBook *book);

/** The row of this name; NULL where it has no price. */
BookedRow *price_book_find(const PriceBook *book, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/** The price of the row of this name, 0 where it stands nowhere. */
double price_book_take(const PriceBook *book, PriceSign sign, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/** Checks that a row has the price that follows from others; it may be off as price_slack(). */
void price_book_expect(const PriceBook *book, double expected, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/** `TRAIN,3`: a train's leg. */
char *price_book_leg(const PriceBook *book, const PlanTrain *train, int leg);

/** The code of one of the plan's trains. */
const char *price_book_train(const PriceBook *book, const PlanTrain *train);

#endif
