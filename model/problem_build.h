/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  From a checked case to its planning problem. */
#ifndef BANLIE_MODEL_PROBLEM_BUILD_H
#define BANLIE_MODEL_PROBLEM_BUILD_H

#include "base/findings.h"
#include "model/problem/problem.h"

/** Builds the problem. Faults that only show here (a hand-given chain that breaks a dwell window, a
 * must booking that no train can carry, …) go to `findings`; the problem is only fit for use where
 * no errors were found.
 *  @return the problem, to be freed with problem_free(), or NULL where memory ran out */
Problem *problem_build(const Case *kase, Findings *findings) __attribute__((warn_unused_result));

#endif
