/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The header of a CSV list: which field each column is. */
#ifndef BANLIE_CONFIG_DOCUMENT_CSV_HEADER_H
#define BANLIE_CONFIG_DOCUMENT_CSV_HEADER_H

#include "base/csv.h"
#include "config/document/column_names.h"
#include "config/document/document_memory.h"

enum {
    CSV_PATH_PARTS = 4,   /**< keys that one header path can nest */
    CSV_COLUMNS_MAX = 100 /**< no section has that many fields */
};

/** A column's path taken apart: `cost.teu` → cost, teu. */
typedef struct {
    const char *text; /**< the path */
    const char *parts[CSV_PATH_PARTS];
    int rooms[CSV_PATH_PARTS]; /**< per part: columns within the map of that name */
    int count;                 /**< 0: the column is passed over */
    Place place;
} CsvHeader;

/** Reads row 0 of a table. Every fault of it is reported: unknown columns by a warning, those that
 * are nearly the name of one that is missing, and required ones that are missing, by an error.
 *  @param file   name for places
 *  @param names  the columns there may be; where it has none, any path is taken
 *  @return a header a column, NULL where one of them is wrong */
CsvHeader *csv_header_read(DocumentReading *reading, const char *file, const CsvTable *table,
                           const ColumnNames *names);

#endif
