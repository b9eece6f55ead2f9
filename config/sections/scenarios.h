/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The table of named changes to a case. */
#ifndef BANLIE_CONFIG_SECTIONS_SCENARIOS_H
#define BANLIE_CONFIG_SECTIONS_SCENARIOS_H

#include "config/reader/fields.h"

/** One scenario, one of its changes. */
extern const FieldTable scenario_table, change_table;

/** A file of scenarios alone. */
extern const FieldTable scenario_file_table;

#endif
