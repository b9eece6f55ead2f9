/** @file
 *  The plan that this one has commitments to, as a first plan of this case. */
#ifndef BANLIE_SOLVER_EARLIER_PLAN_H
#define BANLIE_SOLVER_EARLIER_PLAN_H

#include "solver/incumbent.h"

/** Offers the earlier plan itself, as far as its trains and bookings are still there: nothing that
 * can stay moves. Rules that it breaks by now keep it from being taken.
 *  @return false where memory is out or the LP backend failed */
bool earlier_plan_offer(Master *master, Incumbent *incumbent) __attribute__((warn_unused_result));

#endif
