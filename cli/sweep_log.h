/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What is said in the process of a point of a sweep: `log/0001.txt`, as `banlie plan` would say
 *  it. The functions fit a PointOrder whose `user` is a SweepOptions. */
#ifndef BANLIE_CLI_SWEEP_LOG_H
#define BANLIE_CLI_SWEEP_LOG_H

#include "study/run/plan_run.h"

/** Turns all output of the process to the log. */
void sweep_log_begin(const char *id, const char *folder, void *user);

/** Says how the run ended, with what came of it. */
void sweep_log_end(const PlanRun *run, void *user);

#endif
