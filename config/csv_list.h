/** @file
 *  A CSV file as a list of maps: what `{csv: FILE}` stands for. */
#ifndef BANLIE_CONFIG_CSV_LIST_H
#define BANLIE_CONFIG_CSV_LIST_H

#include "config/document_memory.h"

/** Reads the file as a list: a map a row, nested keys by their path (`cost.teu`), empty cells left out.
 *  @param path   to open
 *  @param shown  name for places
 *  @param asked  where the case names the file: a file that cannot be read is reported there
 *  @return an empty list where nothing could be read */
Node *csv_list_read(DocumentReading *reading, const char *path, const char *shown, Place asked);

#endif
