/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Capacity that whole boxes cannot fill. */
#ifndef BANLIE_SOLVER_MASTER_TIGHTEN_H
#define BANLIE_SOLVER_MASTER_TIGHTEN_H

#include "solver/master/ground.h"

/** Replaces the TEU a leg offers by the most that whole boxes can fill of it. Plans stay, the bound
 * falls; the relaxation of docs/model.md is no longer what is solved. */
bool master_tighten(Master *master) __attribute__((warn_unused_result));

#endif
