/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Which of the trains of a choice make it a bad one: most often two or three of one line, that
 * cannot all be filled. All choices that share them need not be looked at. */
#ifndef BANLIE_SOLVER_SEARCH_TRAIN_REASONS_H
#define BANLIE_SOLVER_SEARCH_TRAIN_REASONS_H

#include "solver/search/settle.h"

/** With more trains than this it would rule out too little. */
enum { REASON_TRAINS = 8 };

typedef struct {
    ColumnId trains[REASON_TRAINS]; /**< the last reason, ascending */
    int count;                      /**< of it; 0: none was found */
    LineId line;                    /**< whose trains were the last one found; NONE */
    int choices;                    /**< settled so far */
    double work, work_in_vain;      /**< spent on reasons; since the last one was found */
} TrainReasons;

void train_reasons_init(TrainReasons *reasons);

/** Looks for few trains by which a settled choice is settled, once choices are many and as long as
 * failures cost less than their share of what is spent on all else.
 *  @return OUTCOME_DONE, also where there are none: `count` says; OUTCOME_STOPPED by the clock; or
 * a failure */
Outcome train_reasons_find(TrainReasons *reasons, Settling *settling, const PlanPoint *point)
    __attribute__((warn_unused_result));

#endif
