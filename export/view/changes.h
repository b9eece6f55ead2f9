/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What a plan changed against the one that it has commitments to. */
#ifndef BANLIE_EXPORT_VIEW_CHANGES_H
#define BANLIE_EXPORT_VIEW_CHANGES_H

#include <glib.h>

#include "export/view/plan_view.h"

typedef enum {
    CHANGE_LEFT_BEHIND, /**< boxes: carried before, not now */
    CHANGE_REROUTED,    /**< boxes: on other lines or by other stations */
    CHANGE_ANOTHER_DAY, /**< boxes: on the same lines and by the same stations, on other dates */
    CHANGE_CANCELLED,   /**< boxes: the booking has fewer now */
    CHANGE_STOPPED,     /**< a train that does not run any more */
    CHANGE_CLOSED,      /**< likewise, since a closure takes it */
    CHANGE_REMOVED,     /**< likewise, since a scenario removes what it stands on */
    CHANGE_RETIMED,     /**< likewise, while one of its name does over other slot runs */
    CHANGE_NEW          /**< boxes, or a train, that were not there */
} ChangeReason;

enum { N_CHANGE_REASONS = CHANGE_NEW + 1 };

typedef struct {
    ChangeReason reason;
    bool of_train;   /**< else of boxes */
    int before;      /**< in the commitments: earlier train, or itinerary; NONE where it is new */
    int now;         /**< TrainId, or allocation; NONE where there is none any more */
    DemandId demand; /**< of boxes; NONE where they are cancelled */
    int boxes;       /**< how many; 0 of a train */
} Change;

/** All changes: trains that stopped or run at other times, new ones, boxes by booking, boxes that
 * are cancelled. What is gone has none, nor has a relaxation.
 *  @return Change each, to be freed with g_array_free() */
GArray *changes_of(const PlanView *view);

#endif
