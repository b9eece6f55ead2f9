/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What things are called in the names of a model's rows: docs/reference/model-files.md, Names. */
#ifndef BANLIE_VERIFY_PRICES_ROW_CODES_H
#define BANLIE_VERIFY_PRICES_ROW_CODES_H

#include "verify/read/plan_read.h"

/** Codes fit for names, each of its own among those of its kind. */
typedef struct {
    char **stations, **cargo, **lines, **feeders, **equipment, **pools, **balance;
    char **tiers;  /**< of all bookings, one after another */
    char **trains; /**< per PlanRead.trains; NULL where it is none that may run */
    int n_trains;
} RowCodes;

RowCodes row_codes_new(const PlanRead *plan);
void row_codes_clear(RowCodes *codes);

enum { ROW_DAY_SIZE = 16 };

/** `2026_12_01` */
const char *row_day(Date day, char text[ROW_DAY_SIZE]);

#endif
