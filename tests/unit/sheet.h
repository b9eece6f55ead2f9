/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A CSV file as rows of cells, each kept as it was written, and copies of it with one change. */
#ifndef BANLIE_TESTS_UNIT_SHEET_H
#define BANLIE_TESTS_UNIT_SHEET_H

#include <glib.h>
#include <stdbool.h>

/** What a change does to a cell or a row. */
typedef enum {
    EMPTIED,  /**< or filled, where it was empty */
    ENLARGED, /**< a number by half, a 0 to 1 */
    NUDGED,   /**< a number by a unit of its last place, an instant by a minute, a date by a day */
    SWAPPED,  /**< a text for another one of its column, or for one more letter */
    DROPPED,
    DOUBLED,
    MOVED, /**< behind the next row */
    N_CHANGES
} Change;

typedef struct {
    GPtrArray *rows; /**< GPtrArray of char *, one a cell, quotes kept; to be unreferenced */
} Sheet;

Sheet sheet_split(const char *text);

GPtrArray *sheet_row(const Sheet *sheet, guint row);
const char *sheet_cell(const Sheet *sheet, guint row, guint column);

/** The text with another value in one cell; to be freed. */
char *sheet_with_cell(const Sheet *sheet, guint row, guint column, const char *value);

/** The text with a row dropped, doubled or behind the next one; to be freed. */
char *sheet_with_row(const Sheet *sheet, guint row, Change change);

/** True where the cell is a number; `decimals` stand behind its point. */
bool sheet_number(const char *cell, double *value, int *decimals);
char *sheet_number_text(double value, int decimals);

/** An instant a minute later, a date a day later; NULL where the cell is neither. To be freed. */
char *sheet_later(const char *cell);

/** Another text of the same column, else a letter more; to be freed. */
char *sheet_another(const Sheet *sheet, guint row, guint column);

#endif
