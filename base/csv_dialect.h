/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  How a CSV file is written: its separator, and where its header stands. */
#ifndef BANLIE_BASE_CSV_DIALECT_H
#define BANLIE_BASE_CSV_DIALECT_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    char separator; /**< `,`, `;` or a tab */
    bool loose;   /**< rows of blank cells are passed over, cells that are missing are empty, blank
                     ones beyond the header are dropped, and the header is not looked at */
    size_t start; /**< where the header's line begins, in bytes */
    int line;     /**< its number, from 1 */
    int title;    /**< number of a line of text above it that is passed over, 0 for none */
} CsvDialect;

/** RFC 4180: commas, every row as long as the header, which stands first. */
extern const CsvDialect CSV_STRICT;

/** True where a text, without the blanks around it, is the name of a column. */
typedef bool CsvNamed(void *user, const char *text, size_t length);

/** Finds a file's dialect, a loose one. The separator is the one under which the header has most
 * names; of equally good ones the comma, the semicolon, the tab. The header is the first line that
 * is not blank, or the next where that alone has names.
 *  @param text    of the file, ended by NUL
 *  @param stated  the separator where that is known, NUL where it is not */
CsvDialect csv_dialect_find(const char *text, char stated, CsvNamed *named, void *user);

#endif
