/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The LP solvers that are built in. */
#ifndef BANLIE_SOLVER_LP_BACKENDS_H
#define BANLIE_SOLVER_LP_BACKENDS_H

#include "solver/lp/backend.h"

/** The backend of this number from 0, the default first; NULL where there are no more. */
const Backend *backend_at(int number);

/** The backend of this name, NULL where it is not built in. NULL names the default. */
const Backend *backend_find(const char *name);

#endif
