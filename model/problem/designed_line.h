/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Designed lines: lines that give only their route, and which chains of slot runs exist for it. */
#ifndef BANLIE_MODEL_PROBLEM_DESIGNED_LINE_H
#define BANLIE_MODEL_PROBLEM_DESIGNED_LINE_H

#include "model/problem/chain_list.h"

/** Adds every chain along the line's route that keeps its dwell windows, max_transit and the
 * horizon; a warning where there is none. Where there are too many the chains are full, with an
 * error. */
void designed_line_chains(Chains *chains, LineId id);

#endif
