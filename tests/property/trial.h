/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  One seed under test, and what all seeds together were made of. */
#ifndef BANLIE_TESTS_PROPERTY_TRIAL_H
#define BANLIE_TESTS_PROPERTY_TRIAL_H

#include "tests/property/case_text.h"
#include "tests/property/loaded_case.h"
#include "tests/property/random_case.h"

enum { MAX_RELATIONS = 48 };

/** Counts over all seeds: whether the cases drawn are the ones the test is meant for. */
typedef struct {
    int passed, failed;
    int infeasible;               /**< no plan at all */
    int relaxation_alone;         /**< of these: fractions of trains would do */
    int short_of_gap;             /**< plans whose stated gap is wider than the one asked for */
    int transfers;                /**< made by boxes of one itinerary, in all plans */
    int undecided;                /**< GLPK's time ran out */
    int mended;                   /**< cases that the program rightly refused as drawn */
    int variations;               /**< cases asked again after a change */
    int without_trains;           /**< feasible, but the best plan runs nothing */
    int most_trains;              /**< candidates in one case */
    int second_solver;            /**< relaxations that another solver has checked */
    int relations[MAX_RELATIONS]; /**< cases in which each was checked */
} Tally;

typedef struct {
    uint64_t seed;
    const char *folder; /**< for the case's file and the plan, made anew every time */
    Tally *tally;
    bool failed;
} Trial;

/** Prints what does not hold, with the seed. */
void trial_fail(Trial *trial, const char *format, ...) __attribute__((format(printf, 2, 3)));

/** Reads and builds a case; errors in it are failures of the trial.
 *  @return false then; loaded_case_clear() is due either way */
bool trial_load(Trial *trial, const RandomCase *kase, const CaseTextOptions *options,
                LoadedCase *loaded);

/** The least amount that two values of a case may differ by: 1e-6 of their size. */
double value_tolerance(double value);

#endif
