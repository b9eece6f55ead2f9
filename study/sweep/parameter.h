/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A parameter of a sweep file: the table of its keys, and what its values come to. */
#ifndef BANLIE_STUDY_SWEEP_PARAMETER_H
#define BANLIE_STUDY_SWEEP_PARAMETER_H

#include "config/reader/fields.h"
#include "study/sweep/sweep.h"

/** Rows are SweepParameter. */
extern const FieldTable parameter_table;

/** The key of a parameter that says what is drawn; NULL where it has values. */
const char *parameter_drawn_key(const SweepParameter *parameter);

#endif
