/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The limits of a plan that cost it most: train legs, station days and feeder days with a price.
 */
#ifndef BANLIE_EXPORT_VIEW_BOTTLENECKS_H
#define BANLIE_EXPORT_VIEW_BOTTLENECKS_H

#include "export/view/plan_view.h"

typedef enum {
    BOTTLENECK_TEU,
    BOTTLENECK_TONNE,
    BOTTLENECK_LIFT,
    BOTTLENECK_FEEDER
} BottleneckKind;

typedef struct {
    BottleneckKind kind;
    int id;       /**< LegId, StationDayId for lifts, FeederDayId for feeders */
    double price; /**< currency per TEU, tonne, lift or box */
} Bottleneck;

/** The dearest limits, dearest first, of the trains that run (of all candidates where the plan is a
 * relaxation). Prices that round to 0 in whole money are left out.
 *  @param out  at most `max` of them
 *  @return how many */
int bottlenecks_find(const PlanView *view, Bottleneck *out, int max);

#endif
