/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Trains of a plan, from their names, lines and slot runs. */
#ifndef BANLIE_VERIFY_READ_PLAN_TRAINS_H
#define BANLIE_VERIFY_READ_PLAN_TRAINS_H

#include "verify/read/plan_read.h"

/** Brings the trains back from trains.csv; tables have to be read. */
void plan_read_trains(PlanRead *plan);

/** Lays out the legs of a train whose line and slot runs are known, and what follows from them. */
void plan_train_lay(const Case *kase, PlanTrain *train);

#endif
