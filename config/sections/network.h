/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The tables of stations and slots. */
#ifndef BANLIE_CONFIG_SECTIONS_NETWORK_H
#define BANLIE_CONFIG_SECTIONS_NETWORK_H

#include "config/reader/fields.h"

extern const FieldTable station_table, slot_table;

#endif
