/** @file
 *  The optimisation model as arc flow: one flow of boxes for every booking over the legs, instead
 * of itineraries.
 *
 *  It has the same relaxation and the same plans as the path flow that the engine solves, and it is
 *  complete as it stands, so any other solver can check the engine with it. */
#ifndef BANLIE_MODEL_COMPACT_H
#define BANLIE_MODEL_COMPACT_H

#include "model/formulation.h"

/** Builds the compact model: rows and columns of the formulation first, under their own numbers,
 *  then for every booking a conservation row (ROW_FLOW, subject leg, detail booking) per leg and
 *  a whole-numbered column per arc that lies on some way from `ready` to the latest delivery, and
 * one for each way that an earlier plan promised.
 *  @param lp  cleared by the caller; filled, to be freed with lp_model_clear()
 *  @return false where memory is out; `lp` is then empty */
bool compact_build(const Formulation *formulation, LpModel *lp) __attribute__((warn_unused_result));

#endif
