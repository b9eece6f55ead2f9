/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  How often each feature is in a case, and how often it matters there. */
#ifndef BANLIE_TESTS_PROPERTY_FEATURE_COUNT_H
#define BANLIE_TESTS_PROPERTY_FEATURE_COUNT_H

#include "tests/property/compact_answer.h"
#include "tests/property/feature.h"
#include "tests/property/trial.h"

typedef struct {
    Feature features[MAX_FEATURES];
    int count;
    int on[MAX_FEATURES];    /**< cases that have it */
    int binds[MAX_FEATURES]; /**< cases in which it changes the value; counting ends at
                                FEATURE_BINDS_ENOUGH */
    int tried[MAX_FEATURES]; /**< cases looked at for that */
    int cases;
} FeatureCounts;

enum { FEATURE_BINDS_ENOUGH = 10 };

FeatureCounts feature_counts_new(void);

/** Counts the features of a case, and solves it without those that have not bound often enough.
 *  @param answer of the compact model of `kase` */
void feature_counts_add(FeatureCounts *counts, const Trial *trial, const RandomCase *kase,
                        const CompactAnswer *answer);

/** Prints the counts.
 *  @param demand  whether every feature has to be in one case of ten and has to bind enough
 *  @return false where one does not */
bool feature_counts_print(const FeatureCounts *counts, bool demand);

#endif
