/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Calls into solvers written in C++ that may fail: their C interfaces hand on what they throw,
 *  which C can neither catch nor survive. */
#ifndef BANLIE_SOLVER_LP_CPP_GUARD_H
#define BANLIE_SOLVER_LP_CPP_GUARD_H

#ifdef __cplusplus
extern "C" {
#endif

#include "base/outcome.h"

/** Makes a call; what is thrown on the way ends here. What was worked on is then in no known state
 * and must neither be used nor deleted.
 *  @param make  makes the call with what it is given
 *  @return OUTCOME_DONE; an Outcome that was thrown; OUTCOME_NO_MEMORY or OUTCOME_SOLVER_FAILED */
Outcome cpp_guarded(void (*make)(void *call), void *call) __attribute__((warn_unused_result));

#ifdef __cplusplus
}
#endif

#endif
