/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  HiGHS's interface, and an object there as all our uses want it: private to the files named after
 *  HiGHS. */
#ifndef BANLIE_SOLVER_LP_HIGHS_BEGIN_H
#define BANLIE_SOLVER_LP_HIGHS_BEGIN_H

/* It defines constants in every file that includes it; as weak ones they are the same. */
#pragma weak kHighsIisStrategyLight
#pragma weak kHighsIisStrategyFromLpRowPriority
#pragma weak kHighsIisStrategyFromLpColPriority
#pragma weak kHighsIisBoundFree
#pragma weak kHighsIisBoundLower
#pragma weak kHighsIisBoundUpper
#pragma weak kHighsIisBoundBoxed
#pragma weak kHighsIisStatusNotInConflict
#pragma weak kHighsIisStatusMaybeInConflict
#pragma weak kHighsIisStatusInConflict
/* And it declares a static function that it does not define, which GCC tells at the end of a file.
 */
#pragma GCC diagnostic ignored "-Wunused-function"
#include <interfaces/highs_c_api.h>

#include "base/clock.h"

/** Makes a HiGHS object: silent, on one thread and repeatable. It throws where memory is out.
 *  @param callback  kHighsCallback…Interrupt: when it looks at the clock
 *  @param clock     what it stops by when it has expired; lives as long as the object */
void *highs_begin(int callback, Clock *clock);

/** True where rows keep their limits without any column: HiGHS does not look at them then. */
bool highs_rows_hold_nothing(int n_rows, const double *lower, const double *upper);

#endif
