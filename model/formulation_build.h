/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  From a planning problem to its optimisation model. */
#ifndef BANLIE_MODEL_FORMULATION_BUILD_H
#define BANLIE_MODEL_FORMULATION_BUILD_H

#include "model/formulation/formulation.h"

/** Builds all rows and the columns that are not cargo.
 *  @param aim  not kept
 *  @return NULL where memory is out */
Formulation *formulation_new(const Problem *problem, const Aim *aim)
    __attribute__((warn_unused_result));

#endif
