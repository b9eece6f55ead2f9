/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Changes laid over a case as text: after its files are read, before anything is checked across
 *  sections. */
#ifndef BANLIE_CONFIG_SCENARIO_LAY_H
#define BANLIE_CONFIG_SCENARIO_LAY_H

#include "base/arena.h"
#include "config/reader/removed.h"
#include "config/scenario/change_list.h"
#include "config/scenario/change_notes.h"
#include "config/scenario/run_changes.h"

/** What changes have made of a case. */
typedef struct {
    const Node *root;        /**< the changed case */
    RemovedMembers *removed; /**< for what is told of what they left dangling */
    RunChanges *runs;        /**< to be made on the case when it is read */
    Arena *arena;            /**< of the nodes that were made; others are the case's still */
} Laid;

/** Tells what is wrong with the form of changes: keys, types, ranges.
 *  @return true where nothing is */
bool changes_check_form(const ChangeList *list, Findings *findings)
    __attribute__((warn_unused_result));

/** Checks the form of a file of scenarios. */
bool scenario_file_check(const Node *root, Findings *findings) __attribute__((warn_unused_result));

/** Lays changes, which are right in form, on a case.
 *  @param root   of the case, a map; it stays as it is, and has to live as long as what is laid
 *  @param notes  receives one a change
 *  @param laid   to be ended with laid_clear() in every case
 *  @return false where a change touches nothing, or is wrong otherwise: the findings say so */
bool changes_lay(const Node *root, const ChangeList *list, ChangeNotes *notes, Findings *findings,
                 Laid *laid) __attribute__((warn_unused_result));

/** True where the changed case has a member of this code. */
bool laid_has_member(const Laid *laid, Section section, const char *code);

/** True where changes took the booking out, or touched it. */
bool laid_touches_booking(const Laid *laid, const char *code);

void laid_clear(Laid *laid);

#endif
