/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  When wagon sets of the rake pools leave a station and when they are free again. */
#ifndef BANLIE_VERIFY_CHECKS_RAKE_BOOK_H
#define BANLIE_VERIFY_CHECKS_RAKE_BOOK_H

#include "verify/read/plan_read.h"

/** Sets leave (below 0) or are free at a station. */
typedef struct {
    int pool; /**< index in Case.rakes */
    StationId station;
    Minute at; /**< cyclic case: within the plan's own period */
    char *train;
    long change;
} RakeChange;

/** What happens to the sets of a plan. */
typedef struct {
    GArray *events; /**< RakeChange */
    long *in_use;   /**< per pool; cyclic case: sets on their way as the period begins */
} RakeBook;

void rake_book_new(RakeBook *book, const PlanRead *plan);
void rake_book_clear(RakeBook *book);

/** Enters sets that leave one station at an instant and are free at another at a later one. */
void rake_book_enter(RakeBook *book, const Case *kase, const RakeChange *leave, StationId to,
                     Minute free_at);

/** Enters the sets that the plan's trains use. */
void rake_book_trains(RakeBook *book, const PlanRead *plan);

#endif
