/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The bound that the duals at hand prove, whatever they are: no solver's tolerance enters it. */
#ifndef BANLIE_SOLVER_MASTER_LAGRANGIAN_H
#define BANLIE_SOLVER_MASTER_LAGRANGIAN_H

#include "solver/master/ground.h"

/** Sets the reduced costs of the formulation's columns, too.
 *  @param gain    what all boxes could gain by further columns at these duals
 *  @param farkas  of an objective that counts nothing */
double lagrangian_bound(Master *master, double gain, bool farkas);

#endif
