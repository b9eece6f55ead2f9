/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Properties of one case: the engine's values against the compact model's, and its plan against
 * the rules. */
#ifndef BANLIE_TESTS_PROPERTY_PLAN_PROPERTY_H
#define BANLIE_TESTS_PROPERTY_PLAN_PROPERTY_H

#include "tests/property/compact_answer.h"
#include "tests/property/trial.h"

/** Gap that plans are asked for. */
#define PROPERTY_GAP 0.005

/** Checks relaxation, objective, bound, status and the plan itself.
 *  @return the compact model's answer */
CompactAnswer plan_property_check(Trial *trial, const LoadedCase *loaded);

#endif
