/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The summary of a plan that fits on one screen: at most 40 lines of 100 columns. */
#ifndef BANLIE_EXPORT_SCREEN_SCREEN_H
#define BANLIE_EXPORT_SCREEN_SCREEN_H

#include "export/view/plan_view.h"
#include "export/words/texts.h"

typedef struct {
    Lang lang;
    bool colour;       /**< with ANSI escape sequences */
    const char *where; /**< the plan's folder */
} ScreenOptions;

/** @return the text, each line with its line break; to be freed with g_free() */
char *screen_text(const PlanView *view, const ScreenOptions *options);

#endif
