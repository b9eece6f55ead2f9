/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A CSV file as a list of maps: what `{csv: FILE}` stands for. */
#ifndef BANLIE_CONFIG_DOCUMENT_CSV_LIST_H
#define BANLIE_CONFIG_DOCUMENT_CSV_LIST_H

#include "config/document/document_memory.h"

/** Reads the file as a list: a map a row, nested keys by their path (`cost.teu`), blanks around
 * cells taken off, empty ones left out. Every fault is reported; the good rows are taken.
 *  @param path   to open, also the name for places
 *  @param asked  where the case names the file: a file that cannot be read is reported there
 *  @return an empty list where nothing could be read */
Node *csv_list_read(DocumentReading *reading, const char *path, Place asked);

#endif
