/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The changes that cannot be said by hand: `shift` and `close` speak of runs, and are made on the
 *  case that all other changes have come to. */
#ifndef BANLIE_CONFIG_SCENARIO_RUN_CHANGES_H
#define BANLIE_CONFIG_SCENARIO_RUN_CHANGES_H

#include "config/case.h"
#include "config/document/node.h"
#include "config/scenario/change_notes.h"

/** Of RunChange *, which it owns. */
typedef GPtrArray RunChanges;

/** A change of runs, with the members that its selector matched where it stands. */
typedef struct {
    ChangeKind kind;
    int note;         /**< index of its note */
    const Node *body; /**< what stands under its key */
    char *key;        /**< `slots`, `stations` or `feeders` */
    GPtrArray *codes; /**< of char * */
} RunChange;

RunChanges *run_changes_new(void) __attribute__((warn_unused_result));
RunChange *run_changes_add(RunChanges *changes, ChangeKind kind, int note, const Node *body,
                           const char *key);

/** Makes them: shifts of a slot add up, closures are tested on the shifted runs. Members that later
 * changes have removed are passed over; a closure that takes out nothing is an error.
 *  @param notes  told what was touched */
void run_changes_make(const RunChanges *changes, Case *kase, ChangeNotes *notes,
                      Findings *findings);

#endif
