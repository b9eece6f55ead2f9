/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The optimisation model as arc flow, docs/model.md (18): one flow of boxes for every booking over
 *  the legs, instead of itineraries.
 *
 *  No arc knows the whole itinerary: a booking with `max_transit` is a copy of the flow for each
 *  instant at which its boxes may set out, one with `parts` a copy for each part, whose arcs in use
 *  are one itinerary (22).
 *
 *  It has the same relaxation and the same plans as the path flow that the engine solves, and it is
 *  complete as it stands, so any other solver can check the engine with it. */
#ifndef BANLIE_MODEL_FORMULATION_COMPACT_H
#define BANLIE_MODEL_FORMULATION_COMPACT_H

#include "model/formulation/compact_arc.h"
#include "model/formulation/formulation.h"

/** Builds the compact model: rows and columns of the formulation first, under their own numbers,
 *  then for every booking a conservation row (ROW_FLOW, subject leg, detail booking) per leg and
 *  a whole-numbered column per arc that lies on some itinerary from `ready` to the latest delivery,
 * and one for each itinerary that an earlier plan promised.
 *  @param lp    cleared by the caller; filled, to be freed with lp_model_clear()
 *  @param arcs  filled with what the columns of group COLUMN_ARC stand for, by their subjects; to
 * be freed with free(); NULL where nobody wants to know
 *  @return false where memory is out; `lp` is then empty, `*arcs` NULL */
bool compact_build(const Formulation *formulation, LpModel *lp, CompactArc **arcs)
    __attribute__((warn_unused_result));

#endif
