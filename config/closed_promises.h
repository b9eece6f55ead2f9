/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What closures take of an earlier plan: promises are released, facts are passed over. */
#ifndef BANLIE_CONFIG_CLOSED_PROMISES_H
#define BANLIE_CONFIG_CLOSED_PROMISES_H

#include "config/case.h"

/** Frees trains of the earlier plan on closed runs, boxes on them, and boxes on closed departures
 * of feeders: they have to move, at their price. */
void closed_promises_release(Case *kase);

/** Warns of trains under way, and gone boxes on feeders, that closures would take and shifts move
 *  were they not facts: they go on as planned. */
void closed_promises_passed_over(const Case *kase, Findings *findings);

#endif
