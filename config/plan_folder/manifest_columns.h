/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The columns of what `banlie show DIR manifest TRAIN --csv` prints; no file of the plan. */
#ifndef BANLIE_CONFIG_PLAN_FOLDER_MANIFEST_COLUMNS_H
#define BANLIE_CONFIG_PLAN_FOLDER_MANIFEST_COLUMNS_H

#include "config/plan_folder/plan_files.h"

enum {
    MANIFEST_BOOKING,
    MANIFEST_ITINERARY,
    MANIFEST_CUSTOMER,
    MANIFEST_BOXES,
    MANIFEST_CONTAINER,
    MANIFEST_CARGO,
    MANIFEST_TEU,
    MANIFEST_TONNES,
    MANIFEST_BOARDS,
    MANIFEST_DEPARTS,
    MANIFEST_LEAVES,
    MANIFEST_ARRIVES,
    MANIFEST_REMARK,
    MANIFEST_COLUMNS
};
extern const PlanColumn manifest_columns[MANIFEST_COLUMNS];

#endif
