/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  When an earlier plan began, by its summary.json. */
#ifndef BANLIE_CONFIG_ROLLING_EARLIER_SUMMARY_H
#define BANLIE_CONFIG_ROLLING_EARLIER_SUMMARY_H

#include "config/rolling/earlier_file.h"

/** The horizon of an earlier plan. */
typedef struct {
    Date start;
    int weeks;
    bool rolls; /**< it began before this case's does: what it sent off until then has happened */
} EarlierHorizon;

/** Reads the horizon, and holds it against the case's; false, with an error, where the plan is none
 *  that the case can be held to. */
bool earlier_horizon_read(const EarlierFolder *folder, EarlierHorizon *horizon)
    __attribute__((warn_unused_result));

#endif
