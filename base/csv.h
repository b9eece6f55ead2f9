/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Reading CSV (RFC 4180, BOM allowed, LF or CRLF) into a table of texts. */
#ifndef BANLIE_BASE_CSV_H
#define BANLIE_BASE_CSV_H

#include <stddef.h>

#include "base/csv_dialect.h"
#include "base/phrase.h"
#include "base/text_file.h"

/** Where the text of a cell begins (after its opening quote); both count from 1. */
typedef struct {
    int line;
    int column; /**< in characters (UTF-8) */
} CsvPlace;

typedef struct {
    char **cells; /**< row-major, n_rows x n_columns; row 0 is the header: of a strict table without
                     the blanks around its names */
    CsvPlace *places; /**< per cell, in the same order */
    int *lines;       /**< per row: line of the file it starts on, from 1 */
    int n_rows;       /**< header included */
    int n_columns;
    char separator; /**< between cells */
    char *text;     /**< the file's bytes, which the cells point into */
    size_t bytes;   /**< of that text */
} CsvTable;

typedef enum {
    CSV_OK,
    CSV_UNREADABLE, /**< the file cannot be opened or read */
    CSV_MALFORMED   /**< quotes, a row of another length, not the encoding, too large, … */
} CsvStatus;

typedef struct {
    Phrase phrase; /**< what is wrong and how to mend it, of base/fault.h; all it refers to
                      lasts */
    int line;
    int column; /**< character within the line, from 1 */
} CsvError;

/** Reads a whole CSV file of UTF-8, strictly (CSV_STRICT), with `;` between cells where its first
 * line has any and no comma. Blank lines are skipped. On anything but CSV_OK the table is empty and
 * `error` says why. */
CsvStatus csv_read(const char *path, CsvTable *table, CsvError *error)
    __attribute__((warn_unused_result));

/** Told of every fault of a file. */
typedef void CsvFault(void *user, const CsvError *error);

/** Reads the text of a file, and goes on after a fault: only the rows that are wrong are left out.
 *  @param file   its bytes go over to the table
 *  @param fault  called once for each fault, in the order of the file
 *  @return CSV_OK where there was no fault; the table is to be freed in any case */
CsvStatus csv_read_text(TextFile *file, const CsvDialect *dialect, CsvTable *table, CsvFault *fault,
                        void *user) __attribute__((warn_unused_result));

void csv_free(CsvTable *table);

static inline const char *csv_cell(const CsvTable *table, int row, int column) {
    return table->cells[(size_t)row * (size_t)table->n_columns + (size_t)column];
}

/** The column with this header, -1 where there is none. */
int csv_column(const CsvTable *table, const char *header);

#endif
