/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What the trains of each line earn and cost, part by part. */
#ifndef BANLIE_MODEL_BOOKS_LINE_MONEY_H
#define BANLIE_MODEL_BOOKS_LINE_MONEY_H

#include "model/books/kpi.h"

/** Of one line, currency. What a box pays and costs on an itinerary of several trains is shared out
 * among them by km ridden; what its legs cost is each train's own. Parts of no train (`unserved`,
 * `lease`, …) are 0: the plan's figures have them. */
typedef struct {
    double revenue;
    double parts[N_COST_PARTS];
} LineMoney;

/** Adds it up.
 *  @param kpi  of the same decisions
 *  @return per LineId, to be freed with free(); NULL where memory ran out */
LineMoney *line_money_new(const Problem *problem, const KpiInput *input, const Kpi *kpi)
    __attribute__((warn_unused_result));

/** True where the part is of trains and their boxes, and so of lines. */
bool cost_part_has_line(CostPart part);

#endif
