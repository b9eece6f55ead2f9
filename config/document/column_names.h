/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The names that the columns of a CSV list may have, and how a header is matched with them.
 *
 *  Capitals do not count, nor do blanks, `_` and `-`, nor a note in brackets after the name. */
#ifndef BANLIE_CONFIG_DOCUMENT_COLUMN_NAMES_H
#define BANLIE_CONFIG_DOCUMENT_COLUMN_NAMES_H

#include <stdbool.h>
#include <stddef.h>

enum {
    COLUMN_NAMES_MAX = 60, /**< no list has as many fields */
    COLUMN_PATH_SIZE = 64
};

typedef struct {
    char path[COLUMN_PATH_SIZE]; /**< keys with points between them: `late.max` */
    const char
        *headings; /**< what it is called in Chinese, blanks between the words; NULL: nothing */
    bool required; /**< no row is of use without it */
    const char *instead; /**< unless there is a column of this name; NULL: always */
    bool in_cell;        /**< its values can be written in a cell */
} ColumnName;

typedef struct {
    ColumnName names[COLUMN_NAMES_MAX];
    int count;
} ColumnNames;

/** Tells the names for the list that is the value of a key; none where there is no such list. */
typedef void ColumnsOf(const char *key, ColumnNames *names);

/** The name that a header is, -1 where it is none. */
int column_names_find(const ColumnNames *names, const char *header, size_t length);

/** The name nearest to a header.
 *  @param wanted    per name: it may be found
 *  @param distance  written: letters between the two, as edit_distance() counts them
 *  @param letters   written: letters of the header that count
 *  @return -1 where no name is wanted */
int column_names_nearest(const ColumnNames *names, const bool *wanted, const char *header,
                         int *distance, int *letters);

#endif
