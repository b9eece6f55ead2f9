/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What changed most between plans, on screen. */
#ifndef BANLIE_CLI_COMPARE_CHANGES_H
#define BANLIE_CLI_COMPARE_CHANGES_H

#include "export/screen/screen_page.h"
#include "study/compare/comparison.h"

/** Of a plan against a, table by table: how many rows changed, and the largest changes. */
void compare_changes_put(ScreenPage *page, const Comparison *comparison, int plan);

#endif
