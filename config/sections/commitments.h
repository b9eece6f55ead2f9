/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The table of what an earlier plan has promised. */
#ifndef BANLIE_CONFIG_SECTIONS_COMMITMENTS_H
#define BANLIE_CONFIG_SECTIONS_COMMITMENTS_H

#include "config/reader/fields.h"

extern const FieldTable commitments_table;

/** Of that what really happened alone: `happened`. */
extern const FieldTable happened_list_table;

#endif
