/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  `counts` and `run` of summary.json. */
#ifndef BANLIE_VERIFY_CHECKS_CHECK_COUNTS_H
#define BANLIE_VERIFY_CHECKS_CHECK_COUNTS_H

#include <jansson.h>

#include "verify/read/plan_read.h"

void check_counts(const PlanRead *plan, json_t *root);
void check_run(const PlanRead *plan, json_t *root);

#endif
