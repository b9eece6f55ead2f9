/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A CSV file as a list of maps: what `{csv: FILE}` stands for. */
#ifndef BANLIE_CONFIG_DOCUMENT_CSV_LIST_H
#define BANLIE_CONFIG_DOCUMENT_CSV_LIST_H

#include "config/document/csv_source.h"

/** Reads the file as a list: a map a row, nested keys by their path (`cost.teu`), blanks around
 * cells taken off, empty ones left out. Every fault is reported; the good rows are taken.
 *  @param path  to open, also the name for places; a file that cannot be read is reported where the
 * case names it
 *  @param key   whose value the list is, NULL where it is none's: what columns there may be
 *  @return an empty list where nothing could be read; `lost` where rows may be missing in it */
Node *csv_list_read(DocumentReading *reading, const CsvSource *source, const char *path,
                    const char *key);

/** Reads a file that nothing but its name tells of: a map with the list alone. */
Node *csv_list_alone(DocumentReading *reading, const char *path, const char *key);

#endif
