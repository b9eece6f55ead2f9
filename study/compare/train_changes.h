/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Which trains of two plans are the same, and which were moved, added or dropped. */
#ifndef BANLIE_STUDY_COMPARE_TRAIN_CHANGES_H
#define BANLIE_STUDY_COMPARE_TRAIN_CHANGES_H

#include "study/compare/comparison.h"

/** Adds the rows of a plan against the first, by line, week, departure and name. */
void train_changes_add(Comparison *comparison, int plan);

#endif
