/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What the program's exit status says (README.md, Commands). */
#ifndef BANLIE_CLI_EXIT_CODES_H
#define BANLIE_CLI_EXIT_CODES_H

#include "base/outcome.h"

typedef enum {
    EXIT_DONE = 0,               /**< for a plan: verified and written */
    EXIT_INTERNAL = 1,           /**< a bug */
    EXIT_USAGE = 2,              /**< wrong usage */
    EXIT_CASE = 3,               /**< the case is in error, findings printed */
    EXIT_INFEASIBLE = 4,         /**< proven: no plan exists */
    EXIT_POINT_WITHOUT_PLAN = 5, /**< of a sweep: every point has a row, one at least no plan; of
                                      `compare --why`: a plan that figures rest on is missing */
    EXIT_ROWS_MISSING = 6,       /**< of a sweep: the same command goes on */
    EXIT_NO_PLAN = 7,            /**< a limit was hit and no plan exists */
    EXIT_UNVERIFIED = 8,         /**< the plan failed verification */
    EXIT_IO = 9,                 /**< could not read or write */
    EXIT_INTERRUPTED = 130       /**< interrupted before a plan existed */
} ExitCode;

/** What the exit status says of an outcome; a stop by hand before there is a plan is
 * EXIT_INTERRUPTED, which the outcome does not know. */
ExitCode exit_code_of(Outcome outcome);

#endif
