/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What `banlie plan` says where a case has no plan. */
#ifndef BANLIE_CLI_CONFLICT_REPORT_H
#define BANLIE_CLI_CONFLICT_REPORT_H

#include "cli/plan_options.h"
#include "solver/conflict/conflict.h"

/** Says what clashes: on stderr a line a rule and a repair, with its place; with --json on stdout
 * as an object too.
 *  @param conflict  NULL where memory ran out over it */
void conflict_report(const Conflict *conflict, const PlanOptions *options);

#endif
