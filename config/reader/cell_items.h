/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Lists of maps in one cell of a CSV file: `XIY 1d13h 1d15h 1580; URC D+3 02:00 D+3 04:00 3900`.
 */
#ifndef BANLIE_CONFIG_READER_CELL_ITEMS_H
#define BANLIE_CONFIG_READER_CELL_ITEMS_H

#include "config/reader/reader_state.h"

/** The cell as a list of maps: items between `;`, each the values of the table's fields in order,
 * with blanks between them. An item with more values than fields is an error. */
const Node *cell_items(Reader *reader, const Field *field, const Node *cell);

#endif
