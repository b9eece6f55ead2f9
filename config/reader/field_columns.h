/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The columns that the lists of a case may have in a CSV file, from its field tables. */
#ifndef BANLIE_CONFIG_READER_FIELD_COLUMNS_H
#define BANLIE_CONFIG_READER_FIELD_COLUMNS_H

#include "config/document/column_names.h"
#include "config/reader/fields.h"

/** Tells the columns of the list of this name, wherever it stands within a table.
 *  @return false where there is no such list; `names` is then left as it is */
bool field_columns(const FieldTable *table, const char *list, ColumnNames *names);

#endif
