/** @file
 *  What the format allows and the optimisation does not do yet. */
#ifndef BANLIE_MODEL_SUPPORTED_H
#define BANLIE_MODEL_SUPPORTED_H

#include "config/case.h"

/** One error for each thing in the case that would have to be planned and is not supported yet:
 * never silently ignored. */
void supported_check(const Case *kase, Findings *findings);

#endif
