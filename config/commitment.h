/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Commitments: what of an earlier plan has to stay, or costs to be moved. */
#ifndef BANLIE_CONFIG_COMMITMENT_H
#define BANLIE_CONFIG_COMMITMENT_H

#include "config/case.h"
#include "config/scenario/lay.h"

/** Brings the command line's order to bear on the case's commitments, then reads the earlier plan
 *  into them. Without a plan nothing is committed. Faults go to `findings`, each at its cell.
 *
 *  An order for a plan in a case that says nothing of commitments keeps all of the plan, or with a
 *  date what leaves before it.
 *  @param kase   read without errors
 *  @param order  may be NULL
 *  @param laid   the changes that the case was read with, which release what they take the ground
 *                from; NULL: none */
void commitment_read(Case *kase, const CommitmentOrder *order, const Laid *laid,
                     Findings *findings);

#endif
