/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Reading summary.json. */
#ifndef BANLIE_VERIFY_READ_PLAN_SUMMARY_H
#define BANLIE_VERIFY_READ_PLAN_SUMMARY_H

#include <jansson.h>

#include "verify/read/plan_read.h"

#define SUMMARY_CHECK(group, holds, ...)                                                           \
    report_check(plan->report, (group), (holds), "summary.json", 0, __VA_ARGS__)

/** Reads summary.json, and what of it other checks need.
 *  @return false where it cannot be read; the report says so */
bool summary_read(PlanRead *plan, const char *dir) __attribute__((warn_unused_result));

#endif
