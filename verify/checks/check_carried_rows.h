/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Rows of carried_over.csv against those that it should have. */
#ifndef BANLIE_VERIFY_CHECKS_CHECK_CARRIED_ROWS_H
#define BANLIE_VERIFY_CHECKS_CHECK_CARRIED_ROWS_H

#include "verify/read/checked_table.h"
#include "verify/rolling/state.h"

/** Checks each row of the file, and that none is missing or too many. */
void check_carried_rows(const CheckedTable *table, const State *state);

/** Checks that rows stand in their order, each once. */
void check_carried_order(const CheckedTable *table);

/** What a row says; numbers that it does not have are 0, and the kind is CARRIED_KINDS where it is
 *  none. */
StateRow carried_file_row(const CheckedTable *table, int at);

#endif
