/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Points of a sweep as commands, one a task, for any queue. */
#ifndef BANLIE_STUDY_SWEEP_LIST_ENGINE_H
#define BANLIE_STUDY_SWEEP_LIST_ENGINE_H

#include "study/sweep/deal.h"

typedef struct {
    DealOrder deal;
    int tasks; /**< at most */
    /** Receives the command of each task, in their order. */
    void (*command)(const char *line, void *user);
    void *user;
} ListOrder;

/** The engine that does the base here, and deals the other points out.
 *  @param order  has to live as long */
Engine list_engine(ListOrder *order);

#endif
