/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What carried_over.csv has to say, worked out from the earlier plan's files and the case once
 * more (docs/reference/rolling.md): a plan whose state the planner got wrong must not pass for it.
 *
 *  Nothing here is taken from what config/rolling made of the earlier plan. */
#ifndef BANLIE_VERIFY_ROLLING_STATE_H
#define BANLIE_VERIFY_ROLLING_STATE_H

#include "verify/rolling/journeys.h"

/** A row; cells that are no numbers as texts, "" where there is nothing. */
typedef struct {
    CarriedKind kind;
    const char *cells[CARRY_COLUMNS];
    long seq, boxes;
    double teu, tonnes, revenue;
} StateRow;

/** What is under way at S: boxes, trains, or sets that join later. */
typedef struct {
    long trains, boxes, empties, sets;
} StateCounts;

typedef struct {
    ToldPlan plan;
    Journeys journeys;
    GArray *rows; /**< StateRow, in order of the file */
    StateCounts counts;
    GHashTable *known;   /**< what tells rows apart → index in rows + 1, while they come in */
    GStringChunk *texts; /**< numbers of itineraries, days */
} State;

/** Works the state out for a case that is rolled on; to be freed with state_free(). */
void state_work_out(State *state, const Case *kase);

void state_free(State *state);

/** True where rows of the kind have a number in the column. */
bool state_has_number(CarriedKind kind, int column);

/** Order of rows in the file: by kind, then all columns. */
int state_row_order(const void *a, const void *b);

#endif
