/** @file
 *  Reading summary.json. */
#ifndef BANLIE_EXPORT_VERIFY_SUMMARY_H
#define BANLIE_EXPORT_VERIFY_SUMMARY_H

#include <jansson.h>

#include "export/verify/plan_read.h"

#define SUMMARY_CHECK(group, holds, ...)                                                           \
    report_check(plan->report, (group), (holds), "summary.json", 0, __VA_ARGS__)

/** What the objective is called: `margin`, or the goal that comes last. */
const char *objective_name(const Case *kase);

/** Checks `goals`, there where the case has a list of them. */
void check_goals(const PlanRead *plan, json_t *root);

#endif
