/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What a case says of a CSV file: `{csv: FILE}`, or `{csv: {file, separator, decimal, encoding}}`.
 */
#ifndef BANLIE_CONFIG_DOCUMENT_CSV_SOURCE_H
#define BANLIE_CONFIG_DOCUMENT_CSV_SOURCE_H

#include "base/encoding.h"
#include "base/number_text.h"
#include "config/document/document_memory.h"

typedef struct {
    const Node *file;  /**< its name */
    char separator;    /**< NUL where it is not stated */
    NumberMarks marks; /**< MARKS_EITHER where the decimal mark is not stated */
    Encoding encoding; /**< ENCODING_FOUND where it is not stated */
} CsvSource;

/** True for a map that stands for a CSV file. A row of such a file is none, whatever its columns
 * are called. */
bool csv_source_is(const Node *node);

/** Reads such a map. @return false, with errors, where it is not in order */
bool csv_source_read(DocumentReading *reading, const Node *node, CsvSource *source);

#endif
