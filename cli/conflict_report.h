/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What `banlie plan` says where a case has no plan. */
#ifndef BANLIE_CLI_CONFLICT_REPORT_H
#define BANLIE_CLI_CONFLICT_REPORT_H

#include <signal.h>

#include "cli/exit_codes.h"
#include "cli/plan_options.h"
#include "config/case.h"

/** Looks for what clashes and says so: on stderr a line a rule and a repair, with its place; with
 * --json on stdout as an object too.
 *  @param left_s  seconds that are left of the time limit
 *  @return EXIT_INFEASIBLE: that stands, also where the search for its causes fails */
ExitCode conflict_report(const Case *kase, const PlanOptions *options, double left_s,
                         const volatile sig_atomic_t *stop);

#endif
