/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  HiGHS's search for whole numbers behind the interface. */
#ifndef BANLIE_SOLVER_LP_INTEGER_HIGHS_H
#define BANLIE_SOLVER_LP_INTEGER_HIGHS_H

#include "solver/lp/integer_backend.h"

extern const IntegerBackend INTEGER_HIGHS;

#endif
