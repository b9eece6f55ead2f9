/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The tables of lines, trains given by hand, and rules on load factors. */
#ifndef BANLIE_CONFIG_SECTIONS_TRAINS_H
#define BANLIE_CONFIG_SECTIONS_TRAINS_H

#include "config/reader/fields.h"

extern const FieldTable line_table, train_table, load_factor_table;

#endif
