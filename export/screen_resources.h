/** @file
 *  The lines on screen about what stands beside trains and boxes. */
#ifndef BANLIE_EXPORT_SCREEN_RESOURCES_H
#define BANLIE_EXPORT_SCREEN_RESOURCES_H

#include "export/plan_view.h"
#include "export/screen_page.h"

/** A line each for feeders, empties, containers and wagon sets moved without a train, of those that
 * the plan makes use of. */
void screen_resources_put(ScreenPage *page, const PlanView *view);

#endif
