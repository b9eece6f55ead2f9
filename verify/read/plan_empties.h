/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Empties of a plan and the legs that they ride. */
#ifndef BANLIE_VERIFY_READ_PLAN_EMPTIES_H
#define BANLIE_VERIFY_READ_PLAN_EMPTIES_H

#include "verify/read/plan_read.h"

/** Brings the empties back from empties.csv. */
void plan_read_empties(PlanRead *plan);

#endif
