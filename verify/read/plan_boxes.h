/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Loaded boxes of a plan and the legs that they ride. */
#ifndef BANLIE_VERIFY_READ_PLAN_BOXES_H
#define BANLIE_VERIFY_READ_PLAN_BOXES_H

#include "verify/read/plan_read.h"

/** Brings the boxes back from allocations.csv and legs.csv. */
void plan_read_boxes(PlanRead *plan);

#endif
