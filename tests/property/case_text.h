/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A random case as the YAML text that a planner would write. */
#ifndef BANLIE_TESTS_PROPERTY_CASE_TEXT_H
#define BANLIE_TESTS_PROPERTY_CASE_TEXT_H

#include "tests/property/random_case.h"

typedef struct {
    int money;        /**< factor on every amount of money */
    bool shuffled;    /**< sections and entries in a random order, where order says nothing */
    uint64_t seed;    /**< of that order */
    bool renamed;     /**< other codes, which sort the other way round */
    bool mirrored;    /**< outbound and return change names, in lines and rules alike */
    bool other_zones; /**< zones of other cities with the same time */
} CaseTextOptions;

/** @return to be freed with g_free() */
char *case_text(const RandomCase *kase, const CaseTextOptions *options);

#endif
