/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Regular lines: the same trains in every week, or not at all. */
#ifndef BANLIE_MODEL_PROBLEM_REGULAR_LINE_H
#define BANLIE_MODEL_PROBLEM_REGULAR_LINE_H

#include "model/problem/problem.h"

/** Finds the trains of regular lines that belong together (same slots, weekly departures and whole
 *  days between the first and each later departure) and sets TrainCandidate.regular. Designed
 * chains that lack a week are taken out of Problem.trains; a train given by hand that does is an
 * error. */
void regular_lines_build(Problem *problem, Findings *findings);

#endif
