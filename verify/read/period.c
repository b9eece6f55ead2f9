/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts days from the start of the plan, and folds them into the period of a cyclic one. */
#include "verify/read/period.h"

int64_t floor_div(int64_t value, int64_t by) {
    return value / by - (value % by < 0);
}

Date period_fold_day(const Case *kase, Date day) {
    if (!kase->horizon.cyclic) {
        return day;
    }
    int since = day - kase->horizon.start;
    return day - (Date)floor_div(since, period_days(kase)) * period_days(kase);
}

Minute period_fold(const Case *kase, Minute at) {
    if (!kase->horizon.cyclic) {
        return at;
    }
    return at - floor_div(at - kase->horizon.start_at, period_min(kase)) * period_min(kase);
}

int stock_days(const Case *kase) {
    int64_t tail_min = kase->horizon.cyclic ? 0 : kase->horizon.tail_min;
    return period_days(kase) + (int)((tail_min + MINUTES_PER_DAY - 1) / MINUTES_PER_DAY);
}

int day_since_start(const Case *kase, Minute at) {
    return zone_date(kase->horizon.zone, at) - kase->horizon.start;
}

int stock_day(const Case *kase, int day) {
    int days = stock_days(kase);
    if (kase->horizon.cyclic) {
        return day - (int)floor_div(day, days) * days;
    }
    if (day < 0) {
        return 0;
    }
    return day < days ? day : days - 1;
}

int64_t subject_day_key(int subject, Date day) {
    return (int64_t)subject * (INT64_C(1) << 32) + day;
}
