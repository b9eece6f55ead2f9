/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The features of the case format: which of them a case has, and what the case is without one.
 *
 *  A feature binds in a case where the case without it is worth something else. */
#ifndef BANLIE_TESTS_PROPERTY_FEATURE_H
#define BANLIE_TESTS_PROPERTY_FEATURE_H

#include "tests/property/random_case.h"

typedef struct {
    const char *name;
    bool (*is_in)(const RandomCase *kase);
    /** Takes the feature away, or its limits, or makes what is scarce plentiful. NULL where there
     * is nothing to compare with. */
    void (*take_out)(RandomCase *kase);
    bool whole; /**< it matters for whole trains and boxes: the relaxation hardly knows of it */
} Feature;

enum { MAX_FEATURES = 80 };

/** All of them, by topic. */
int features_all(Feature features[MAX_FEATURES]);

/** The tables by topic, each ending with a name that is NULL. */
extern const Feature network_features[];
extern const Feature cargo_features[];
extern const Feature rule_features[];
extern const Feature resource_features[];

#endif
