/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Days counted from the start of the plan, and the period that a cyclic plan repeats for ever. */
#ifndef BANLIE_VERIFY_READ_PERIOD_H
#define BANLIE_VERIFY_READ_PERIOD_H

#include "config/case.h"

/** Days of the weeks that the plan is made for. */
static inline int period_days(const Case *kase) {
    return kase->horizon.weeks * 7;
}

/** Minutes of them. */
static inline int64_t period_min(const Case *kase) {
    return kase->horizon.end_at - kase->horizon.start_at;
}

/** Quotient rounded down, also below 0. */
int64_t floor_div(int64_t value, int64_t by);

/** The same day of the plan's own period where the case is cyclic, else the day itself. */
Date period_fold_day(const Case *kase, Date day);

/** Likewise an instant. */
Minute period_fold(const Case *kase, Minute at);

/** Days on which stock is counted: the weeks, and the tail after them where there is one. */
int stock_days(const Case *kase);

/** The day of an instant counted from the start of the plan, in the horizon's zone; it may lie
 * before the start or after the end. */
int day_since_start(const Case *kase, Minute at);

/** The stock day that such a day counts on: the first or the last where it lies outside; the same
 * day of the period where the case is cyclic. */
int stock_day(const Case *kase, int day);

/** A key of something of the case, by its index, on a day. */
int64_t subject_day_key(int subject, Date day);

#endif
