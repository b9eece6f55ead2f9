/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Slot runs looked up by their name, or one after another, from the case alone. */
#ifndef BANLIE_VERIFY_READ_SLOT_RUN_H
#define BANLIE_VERIFY_READ_SLOT_RUN_H

#include <glib.h>

#include "config/case.h"

enum { DATE_LENGTH = 10 /**< of a date in a name: `2026-12-01` */ };

typedef struct {
    SlotId slot;
    int entry; /**< which of the slot's departures */
    Date day;  /**< of departure, local at the slot's `from` */
    Minute departs, arrives;
    bool closed; /**< it does not run, nor does a train on it */
} PlanRun;

/** The slot run of this name, `CN-8020@2026-12-01` or `CN-8020@2026-12-01T0430`.
 *  @return NULL, or why there is no such run: a closed one does not run */
const char *slot_run_find(const Case *kase, const char *name, PlanRun *run)
    __attribute__((warn_unused_result));

/** What tells a run from others of its case; in a cyclic case runs whole periods apart are the
 * same.
 */
gint64 slot_run_key(const Case *kase, const PlanRun *run);

/** The name of the run that lies so many days after the run of this name; to be freed. */
char *slot_run_name_after(const PlanRun *run, const char *name, int days);

/** All runs of a slot that depart within the horizon and its tail, closed or not, by departure:
 * PlanRun, to be freed with g_array_free(). */
GArray *slot_runs_list(const Case *kase, SlotId id);

/** The first run of a slot that departs at `from` or later, closed or not; false where none does up
 * to the last minute of the plan. */
bool slot_run_next(const Case *kase, SlotId slot, Minute from, PlanRun *run)
    __attribute__((warn_unused_result));

#endif
