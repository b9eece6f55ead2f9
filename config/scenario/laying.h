/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Changes being laid on a document: what the kinds of change share. */
#ifndef BANLIE_CONFIG_SCENARIO_LAYING_H
#define BANLIE_CONFIG_SCENARIO_LAYING_H

#include <glib.h>

#include "base/pattern.h"
#include "config/reader/fields.h"
#include "config/reader/removed.h"
#include "config/scenario/change_list.h"
#include "config/scenario/change_notes.h"
#include "config/scenario/run_changes.h"
#include "config/scenario/tree.h"

typedef struct {
    Tree tree;
    Findings *findings;
    PatternBudget budget;
    RemovedMembers *removed;
    GHashTable *set_paths; /**< path (owned) → the last SetBy (owned) */
    ChangeNotes *notes;
    RunChanges *runs;
    const NamedChange *change; /**< under way */
    ChangeNote *note;          /**< of it */
} Laying;

/** The section of a case that has a field of this name: its list, or map, as one that may be
 * changed; NULL where it is not there, or is something else. */
Node *laying_section(Laying *laying, const char *name);

/** The field of a section, by its name in the case. */
const Field *laying_section_field(const char *name);

/** A section as it is named to planners: "booking". */
PhraseArg laying_noun(const Field *section);

/** The code of a member of a section: of a list's item its id, NULL where it has none. */
const char *laying_member_code(const Node *section, int index);

/** Notes that the change under way takes a member out. */
void laying_removed(Laying *laying, const Field *section, const char *code);

/** Compiles a selector. @return NULL, with an error, where that cannot be done; to be freed with
 * pattern_free() */
Pattern *laying_pattern(Laying *laying, const char *key, const Node *text);

/** Tells a pattern that was given up on. @return false where it was */
bool laying_pattern_held(Laying *laying, const char *key, const Node *text, const Pattern *pattern);

/* One change each; `body` is what stands under its key. Errors go to the findings. */
void lay_set(Laying *laying, const Node *body);
void lay_remove(Laying *laying, const Node *body);
void lay_add(Laying *laying, const Node *body);
void lay_scale(Laying *laying, const Node *body);
void lay_runs(Laying *laying, const Node *body);

#endif
