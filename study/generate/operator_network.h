/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Lines and sections of an operator: the first step of making up his weeks. */
#ifndef BANLIE_STUDY_GENERATE_OPERATOR_NETWORK_H
#define BANLIE_STUDY_GENERATE_OPERATOR_NETWORK_H

#include "study/generate/drawn_case.h"

/** Draws hubs, terminals and borders; fills `lines` and `slots` of the case, without departures.
 *  @return OUTCOME_DONE or OUTCOME_NO_MEMORY */
Outcome operator_network_draw(DrawnCase *drawn) __attribute__((warn_unused_result));

#endif
