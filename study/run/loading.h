/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What most commands begin with: a case from its files, and the planning problem made from it. */
#ifndef BANLIE_STUDY_RUN_LOADING_H
#define BANLIE_STUDY_RUN_LOADING_H

#include "base/findings.h"
#include "cli/exit_codes.h"
#include "config/case.h"
#include "model/problem/problem.h"

/** Owns what was read; an empty one is {0}. */
typedef struct {
    Findings *findings;
    Case *kase;
    Problem *problem;
} Reading;

/** Reads a case. Nothing is printed.
 *  @return EXIT_DONE, EXIT_CASE or EXIT_IO; the findings say why */
ExitCode reading_case(Reading *reading, const char *path, const CommitmentOrder *order)
    __attribute__((warn_unused_result));

/** Builds the problem of a case that was read without errors. Findings are not printed.
 *  @return EXIT_DONE, EXIT_CASE, or EXIT_INTERNAL where memory ran out (said on stderr) */
ExitCode reading_problem(Reading *reading) __attribute__((warn_unused_result));

void reading_free(Reading *reading);

#endif
