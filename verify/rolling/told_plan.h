/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The earlier plan that a plan was rolled on from, as its files tell of it. Cells were read once
 * before, when the case was: here one that says nothing sound counts as nothing. */
#ifndef BANLIE_VERIFY_ROLLING_TOLD_PLAN_H
#define BANLIE_VERIFY_ROLLING_TOLD_PLAN_H

#include "config/case.h"
#include "config/plan_folder/plan_table.h"

typedef struct {
    const Case *kase;
    Minute start;   /**< S: the case's horizon begins */
    Date first_day; /**< its day, in the horizon's zone */
    Date began;     /**< first day of the earlier plan */
    PlanTable tables[PLAN_TABLES];
} ToldPlan;

/** A row of one of its files. */
typedef struct {
    const ToldPlan *plan;
    PlanTableId table;
    int row; /**< from 1 */
} ToldRow;

/** Opens the files of Commitments.plan; to be freed with told_plan_free(). */
void told_plan_read(ToldPlan *plan, const Case *kase);

void told_plan_free(ToldPlan *plan);

/** How many rows the file has, header included; 0 where there is none. */
int told_rows(const ToldPlan *plan, PlanTableId table);

/* What stands in a column; texts last as long as the plan. */
const char *told_text(ToldRow at, int column) __attribute__((returns_nonnull));
long told_count(ToldRow at, int column);
double told_number(ToldRow at, int column);
Minute told_instant(ToldRow at, int column);
/** DATE_MAX where there is no date. */
Date told_date(ToldRow at, int column);

/** True where the cell is this text. */
bool told_is(ToldRow at, int column, const char *text);

/** Rows of carried_over.csv of this kind. */
bool told_of_kind(ToldRow at, CarriedKind kind);

/** What really happened to a thing; NULL where that is as the plan says.
 *  @param itinerary  NULL but for boxes */
const Happened *told_fact(const ToldPlan *plan, HappenedKind kind, const char *id,
                          const char *itinerary);

/** Legs of gone things count where the last arrives later than a day before S. */
static inline bool told_counts(const ToldPlan *plan, Minute last_arrival) {
    return last_arrival > plan->start - MINUTES_PER_DAY;
}

#endif
