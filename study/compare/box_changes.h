/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What has become of the boxes of two plans: bookings, flows, prices of what limits them. */
#ifndef BANLIE_STUDY_COMPARE_BOX_CHANGES_H
#define BANLIE_STUDY_COMPARE_BOX_CHANGES_H

#include "study/compare/comparison.h"

/* Each adds the rows of a plan against the first. */

/** By booking. */
void booking_changes_add(Comparison *comparison, int plan);

/** By mode, from and to. */
void flow_changes_add(Comparison *comparison, int plan);

/** By row; none where either plan has no prices, or names rows in other columns. */
void price_changes_add(Comparison *comparison, int plan);

#endif
