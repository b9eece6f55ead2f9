/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The rows on screen of what a plan with commitments has to do with the earlier one. */
#ifndef BANLIE_EXPORT_SCREEN_SCREEN_CHANGES_H
#define BANLIE_EXPORT_SCREEN_SCREEN_CHANGES_H

#include "export/screen/screen_page.h"
#include "export/view/plan_view.h"

/** Counts what is under way, and the trains and boxes that changed, by reason. Nothing of a plan
 * without commitments.
 *  @param view  no relaxation */
void screen_changes_put(ScreenPage *page, const PlanView *view);

#endif
