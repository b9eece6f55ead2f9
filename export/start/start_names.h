/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What the parts of a start are called, in words that another case has too. */
#ifndef BANLIE_EXPORT_START_START_NAMES_H
#define BANLIE_EXPORT_START_START_NAMES_H

#include <glib.h>

#include "model/formulation/formulation.h"
#include "solver/master/train_sets.h"

/** Names by id; each is that of one row, train, … alone. */
typedef struct {
    const Problem *problem;
    Formulation *formulation; /**< over the margin */
    TrainSets sets;
    char **trains;    /**< per TrainId: line and slot runs */
    char **flows;     /**< per BookingId, empties included: the booking's id and its tier */
    char **feeders;   /**< per FeederRunId */
    char **rows;      /**< per row of the formulation, as `banlie export` names it */
    char **columns;   /**< per column of the formulation, likewise */
    char **set_names; /**< per set of trains */
    GStringChunk *memory;
} StartNames;

/** @return false where memory is out; to be cleared whatever the answer */
bool start_names_init(StartNames *names, const Problem *problem)
    __attribute__((warn_unused_result));
void start_names_clear(StartNames *names);

#endif
