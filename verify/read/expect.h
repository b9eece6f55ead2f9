/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What single cells have to say: texts, whole numbers, decimal numbers, instants. */
#ifndef BANLIE_VERIFY_READ_EXPECT_H
#define BANLIE_VERIFY_READ_EXPECT_H

#include "config/case.h"
#include "verify/read/checked_table.h"

/** How a number is written, which says how far it may be off: half a unit of its last decimal. */
typedef enum {
    NUMBER_MONEY,    /**< 2 decimals */
    NUMBER_TEU_KM,   /**< 1 decimal */
    NUMBER_RATIO,    /**< 6 decimals */
    NUMBER_QUANTITY, /**< TEU, tonnes, km: 6 decimals at most */
    NUMBER_HOURS,    /**< 2 decimals at most */
    NUMBER_ROUNDED   /**< 6 decimals at most: quantities of summary.json */
} NumberKind;

/** A whole number, digits alone. */
bool cell_count(const char *text, long *value);

/** A calendar date, `2026-12-01`. */
bool cell_date(const char *text, Date *day);

/** The whole number in a cell that has to be at least 1; 0 where it is not. */
long positive_count(const CheckedTable *table, int row, int column);

/** A decimal number without exponent; `decimals` is how many stand behind the point. */
bool cell_number(const char *text, double *value, int *decimals);

/** True where a written number agrees with the one recomputed. */
bool number_agrees(double written, int decimals, NumberKind kind, double expected);

/* Each of these checks that one cell says what was recomputed. */
bool expect_text(const CheckedTable *table, int row, int column, const char *expected);
bool expect_free_text(const CheckedTable *table, int row, int column, const char *expected);
bool expect_flag(const CheckedTable *table, int row, int column, bool expected);
bool expect_count(const CheckedTable *table, int row, int column, long expected);
bool expect_limit(const CheckedTable *table, int row, int column, int limit);
bool expect_instant(const CheckedTable *table, int row, int column, const Zone *zone,
                    Minute expected);

/** An expectation that is not finite wants an empty cell. */
bool expect_number(const CheckedTable *table, int row, int column, NumberKind kind,
                   double expected);

#endif
