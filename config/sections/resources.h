/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The tables of containers and wagon sets of our own, and of the balance of directions. */
#ifndef BANLIE_CONFIG_SECTIONS_RESOURCES_H
#define BANLIE_CONFIG_SECTIONS_RESOURCES_H

#include "config/reader/fields.h"

extern const FieldTable equipment_table, rake_table, balance_table;

#endif
