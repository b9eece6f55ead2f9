/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What an earlier plan has promised, read from its folder: trains.csv, allocations.csv, legs.csv.
 *  Only the columns that say so are looked at, wherever they stand. */
#ifndef BANLIE_CONFIG_COMMITTED_PLAN_H
#define BANLIE_CONFIG_COMMITTED_PLAN_H

#include "config/case.h"

/** Reads the folder Commitments.plan of the case into its commitments: trains and itineraries that
 *  leave within the horizon, and whether each is frozen. Faults go to `findings`, each at its cell.
 *  @param kase  read without errors; Commitments.plan is set */
void committed_plan_read(Case *kase, Findings *findings);

#endif
