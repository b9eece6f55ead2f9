/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Repairs that are not needed: the plan that breaks the rules least in the relaxation's eyes may
 * break more than it has to. What is left mends the case, and none of it could be spared. */
#ifndef BANLIE_SOLVER_CONFLICT_SPARE_REPAIRS_H
#define BANLIE_SOLVER_CONFLICT_SPARE_REPAIRS_H

#include "solver/conflict/repair.h"

/** Asks the whole case, with ever fewer and smaller changes. What has no answer within its limit is
 * kept.
 *  @param repairs  together, as far as they mend the case; left as they are where that is not known
 *  @param known    decisions to try first, by the numbers of the case's problem
 *  @param node_limit  of one question
 *  @return OUTCOME_DONE where the case is known to have a plan with what is left,
 * OUTCOME_NO_MEMORY, or what else stands in the way of that */
Outcome repairs_spare(Repairs *repairs, const Rules *rules, const KpiInput *known,
                      const Backend *backend, const Clock *clock, long node_limit)
    __attribute__((warn_unused_result));

#endif
