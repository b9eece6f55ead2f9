/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The table of named changes to a case. */
#ifndef BANLIE_CONFIG_SECTIONS_SCENARIOS_H
#define BANLIE_CONFIG_SECTIONS_SCENARIOS_H

#include "config/reader/fields.h"

extern const FieldTable scenario_table;

#endif
