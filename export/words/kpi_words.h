/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What the figures of summary.json are called, and how a screen shows them. */
#ifndef BANLIE_EXPORT_WORDS_KPI_WORDS_H
#define BANLIE_EXPORT_WORDS_KPI_WORDS_H

#include "export/words/texts.h"

/** How a figure reads best. */
typedef enum {
    FIGURE_PLAIN, /**< whatever it may be: few decimals where it is large */
    FIGURE_MONEY,
    FIGURE_COUNT,
    FIGURE_TENTHS, /**< TEU, hours */
    FIGURE_SHARE,  /**< of 1, shown as percent */
    FIGURE_GAP     /**< likewise, finer */
} FigureKind;

/** What it is called, by its keys joined with `_`: `cost_parts_train`. What is not known is called
 * by these.
 *  @param kind  written */
const char *kpi_text(Lang lang, const char *name, FigureKind *kind);

#endif
