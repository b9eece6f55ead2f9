/** @file
 *  A random case as the YAML text that a planner would write. */
#ifndef BANLIE_TESTS_PROPERTY_CASE_TEXT_H
#define BANLIE_TESTS_PROPERTY_CASE_TEXT_H

#include "tests/property/random_case.h"

typedef struct {
    int money;     /**< factor on every amount of money */
    bool shuffled; /**< sections and entries in a random order, where order says nothing */
    uint64_t seed; /**< of that order */
} CaseTextOptions;

/** @return to be freed with g_free() */
char *case_text(const RandomCase *kase, const CaseTextOptions *options);

#endif
