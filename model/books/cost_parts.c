/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts that a plan's cost is made of: what they are called, and their sum. */
#include "model/books/cost_parts.h"

static const char *const KEYS[N_COST_PARTS] = {
    [COST_TRAIN] = "train",
    [COST_LEG] = "leg",
    [COST_LOAD] = "load",
    [COST_UNLOAD] = "unload",
    [COST_TRANSFER] = "transfer",
    [COST_FEEDER] = "feeder",
    [COST_LATE] = "late",
    [COST_UNSERVED] = "unserved",
    [COST_EMPTY] = "empty",
    [COST_LEASE] = "lease",
    [COST_STORAGE] = "storage",
    [COST_END_VALUE] = "end_value",
    [COST_REPOSITION] = "reposition",
    [COST_BALANCE] = "balance",
    [COST_MOVED] = "moved",
};

const char *cost_part_key(CostPart part) {
    return KEYS[part];
}

double cost_parts_sum(const double *parts) {
    double sum = 0;
    for (int part = 0; part < N_COST_PARTS; part++) {
        sum += parts[part];
    }
    return sum;
}
