/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Plans as a whole, side by side on screen. */
#ifndef BANLIE_CLI_COMPARE_FIGURES_H
#define BANLIE_CLI_COMPARE_FIGURES_H

#include "export/screen/screen_page.h"
#include "study/compare/comparison.h"

/** Which plans there are, and what they were made from as far as it differs. */
void compare_inputs_put(ScreenPage *page, const Comparison *comparison);

/** The figures that are not 0 in all plans: of two plans with their difference; of more side by
 * side, some to a table, each with those of a. */
void compare_figures_put(ScreenPage *page, const Comparison *comparison);

/** A number with so many decimals and a sign, `+12 500`; nothing for NAN. */
void compare_signed_put(GString *to, double value, int decimals);

#endif
