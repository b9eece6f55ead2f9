/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Why a booking has no itinerary. */
#ifndef BANLIE_MODEL_WAYS_STRANDED_H
#define BANLIE_MODEL_WAYS_STRANDED_H

#include "base/phrase.h"
#include "model/ways/labels.h"

/** What a reason is found from. */
typedef struct {
    const Problem *problem;
    const Booking *booking;
    const double *delivery; /**< labels_earliest_delivery() for its class and destination */
    const double *onward;   /**< likewise, per feeder run */
    const double *freely;   /**< as `delivery`, for a class without rules */
} Stranded;

/** The condition that keeps a booking without an itinerary from having one, as a REASON_: its due
 * date, the cut-off, the horizon's last departure, its class, the windows of transfers, or that
 * nothing leads there at all. */
Phrase stranded_reason(const Stranded *stranded);

#endif
