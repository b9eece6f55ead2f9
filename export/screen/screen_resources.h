/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The lines on screen about what stands beside trains and boxes. */
#ifndef BANLIE_EXPORT_SCREEN_SCREEN_RESOURCES_H
#define BANLIE_EXPORT_SCREEN_SCREEN_RESOURCES_H

#include "export/screen/screen_page.h"
#include "export/view/plan_view.h"

/** A line each for feeders, empties, containers and wagon sets moved without a train, of those that
 * the plan makes use of. */
void screen_resources_put(ScreenPage *page, const PlanView *view);

#endif
