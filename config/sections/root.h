/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The table of the whole case, and its single sections: horizon, objective, evaluation. */
#ifndef BANLIE_CONFIG_SECTIONS_ROOT_H
#define BANLIE_CONFIG_SECTIONS_ROOT_H

#include "config/reader/fields.h"

/** The whole case. */
extern const FieldTable case_table;

#endif
