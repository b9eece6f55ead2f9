/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The table of lines on screen. */
#ifndef BANLIE_EXPORT_SCREEN_SCREEN_LINES_H
#define BANLIE_EXPORT_SCREEN_SCREEN_LINES_H

#include "export/screen/screen_page.h"
#include "export/view/plan_view.h"

/** One row per line of the case, most loaded TEU first; where they are more than `max_rows`, the
 * last row says how many are left out. The heading comes on top. */
void screen_lines_put(ScreenPage *page, const PlanView *view, int max_rows);

#endif
