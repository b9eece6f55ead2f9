/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A plan written to its folder and checked by the verifier, which knows nothing of the model. */
#ifndef BANLIE_TESTS_PROPERTY_WRITTEN_PLAN_H
#define BANLIE_TESTS_PROPERTY_WRITTEN_PLAN_H

#include "tests/property/trial.h"

/** Writes the plan, verifies it from its files and removes them; every violation is printed. */
void written_plan_check(Trial *trial, const LoadedCase *loaded, const Plan *plan);

#endif
