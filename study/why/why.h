/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Why one plan is worth more than another: the changes in which their cases differ, each made
 * alone and each made last, in plans made anew. */
#ifndef BANLIE_STUDY_WHY_WHY_H
#define BANLIE_STUDY_WHY_WHY_H

#include "study/compare/comparison.h"
#include "study/why/figures.h"
#include "study/why/plan_origin.h"

/** A difference of the cases. */
typedef struct {
    char *name;         /**< as why.csv has it: `b 2 set stations.MAL.trains_per_day → 6` */
    const char *change; /**< of that the change alone */
    bool without;       /**< a change of a that b has not: made as in b it is left out */
    WhyFigure alone, last;
} WhyDifference;

/** A set of differences without a plan. */
typedef struct {
    char *set; /**< names of those that are made, `, ` between them; empty: none is */
    char *reason;
} WhyMissing;

typedef struct {
    GArray *differences; /**< WhyDifference */
    WhyFigure total, interaction;
    GArray *missing;    /**< WhyMissing */
    OriginFit fit;      /**< of `plan`, with OUTCOME_MISUSED */
    int plan;           /**< 0 or 1: whose origin was looked at last */
    Loading origins[2]; /**< of a and b; findings of `plan` say what is wrong */
    GPtrArray *errors;  /**< of char *: what the file system refused */
} Why;

typedef struct {
    RunOrder run; /**< of all plans; their folder is set here, and is gone in the end */
    /** A plan begins: so many are made, of so many. May be NULL. */
    void (*begun)(int done, int of, void *user);
    void *user;
} WhyOrder;

/** Explains the second plan of a comparison against the first.
 *  @param order  with the case of both as source
 *  @param why    to be ended with why_clear() in every case
 *  @return OUTCOME_DONE, also where sets are `missing`; OUTCOME_MISUSED where a plan was not made
 *          from the case; OUTCOME_FAULTY, OUTCOME_UNREADABLE: of the case, or the changes of a
 * plan; OUTCOME_STOPPED; OUTCOME_NO_MEMORY, OUTCOME_UNWRITABLE */
Outcome why_find(const WhyOrder *order, const ComparedPlan plans[2], Why *why)
    __attribute__((warn_unused_result));

/** Gives the comparison its table why.csv. */
void why_tell(const Why *why, Comparison *comparison);

void why_clear(Why *why);

#endif
