/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  How much a plan makes of feeders, empties, containers and wagon sets, in whole. */
#ifndef BANLIE_EXPORT_VIEW_RESOURCES_H
#define BANLIE_EXPORT_VIEW_RESOURCES_H

#include "export/view/plan_view.h"

typedef struct {
    long fed_boxes; /**< a box counts on each feeder that it takes */
    int empty_moves;
    long empty_boxes;
    double empty_teu; /**< of the boxes moved, however far */
    long leased_boxes;
    long sets_repositioned;
} Resources;

/** Nothing where the plan is a relaxation. */
Resources resources_of(const PlanView *view);

#endif
