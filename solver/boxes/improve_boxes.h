/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Better whole boxes on the same trains: a few trains at a time are packed anew, the rest held
 * (large neighbourhood search). */
#ifndef BANLIE_SOLVER_BOXES_IMPROVE_BOXES_H
#define BANLIE_SOLVER_BOXES_IMPROVE_BOXES_H

#include "solver/boxes/integer_master.h"

/** Improves the whole plan in rounding->boxes, which must keep every row, and offers what it finds.
 *  @param integer  over the paths that may be used
 *  @param target   objective at which it is good enough
 *  @return OUTCOME_DONE, or a failure */
Outcome improve_boxes(Rounding *rounding, IntegerMaster *integer, double target,
                      Incumbent *incumbent) __attribute__((warn_unused_result));

#endif
