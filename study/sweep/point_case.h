/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The changes that a point of a sweep is made with. */
#ifndef BANLIE_STUDY_SWEEP_POINT_CASE_H
#define BANLIE_STUDY_SWEEP_POINT_CASE_H

#include "base/arena.h"
#include "config/case_read.h"
#include "study/sweep/points.h"

/** Appends the changes of a point to those of the base: its entry's scenarios, then the sweep's own
 *  with its values.
 *  @param arena  owns nodes that the list points to: it has to live as long
 *  @return SCENARIO_FOUND, or what came of the first scenario that was not; the findings say why */
ScenarioFound point_changes(const CaseSource *source, const Sweep *sweep, const SweepPoint *point,
                            Arena *arena, ChangeList *list, Findings *findings)
    __attribute__((warn_unused_result));

#endif
