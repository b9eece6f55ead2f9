/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Which legs, stations and countries a cargo class may not touch. */
#ifndef BANLIE_MODEL_PROBLEM_CARGO_BARS_H
#define BANLIE_MODEL_PROBLEM_CARGO_BARS_H

#include "model/problem/problem.h"

/** Sets what the classes avoid; the row after the last class is that of empties, which avoid
 * nothing. Needs the legs.
 *  @return false, with an error, where the problem would be too large */
bool cargo_bars_build(Problem *problem, Findings *findings);

#endif
