/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Labels of the graph for one flow alone: with its own due date and weight. */
#ifndef BANLIE_SOLVER_PRICING_FLOW_LABELS_H
#define BANLIE_SOLVER_PRICING_FLOW_LABELS_H

#include "model/problem/problem.h"

/** Labels of one flow alone, and the costs that they are made of where those are its own. */
typedef struct {
    double *label;  /**< per leg, like `ride`, `finish`, `board` and `load` */
    double *onward; /**< per feeder run, like `feed_home` */
    double *ride, *finish, *board, *load, *feed_home;
} FlowLabels;

/** @return false where memory is out; to be cleared in either case */
bool flow_labels_init(FlowLabels *own, const Problem *problem) __attribute__((warn_unused_result));
void flow_labels_clear(FlowLabels *own);

#endif
