/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The tables of containers, cargo classes, bookings and feeders. */
#ifndef BANLIE_CONFIG_SECTIONS_DEMAND_H
#define BANLIE_CONFIG_SECTIONS_DEMAND_H

#include "config/reader/fields.h"

extern const FieldTable container_table, cargo_table, demand_table, feeder_table;

#endif
