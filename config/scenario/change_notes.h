/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What each change of the scenarios applied has touched: one note a change, in their order. */
#ifndef BANLIE_CONFIG_SCENARIO_CHANGE_NOTES_H
#define BANLIE_CONFIG_SCENARIO_CHANGE_NOTES_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/findings.h"

typedef enum {
    CHANGE_SET,
    CHANGE_REMOVE,
    CHANGE_ADD,
    CHANGE_SCALE,
    CHANGE_SHIFT,
    CHANGE_CLOSE,
    N_CHANGE_KINDS
} ChangeKind;

/** As a scenario has it: `set`. */
const char *change_kind_name(ChangeKind kind);

/** A number of what was touched: `values`, `boxes_before`, or a section's name. */
typedef struct {
    const char *what;
    int64_t count;
} ChangeCount;

enum { CHANGE_COUNTS_MAX = 16 };

typedef struct {
    char *scenario;
    int number; /**< within the scenario, from 1 */
    ChangeKind kind;
    Place place;
    char *subject; /**< what is changed, as the scenario has it: a path, or selectors and factors */
    ChangeCount counts[CHANGE_COUNTS_MAX]; /**< in the order of their telling */
    int n_counts;
    GPtrArray *touched;   /**< of char *: paths or codes */
    GPtrArray *cancelled; /**< of char *: trains, of a closure of slots or stations; NULL: others */
    char *before, *after; /**< the one value touched; NULL: several, or none */
} ChangeNote;

/** Of ChangeNote *, which it owns. */
typedef GPtrArray ChangeNotes;

ChangeNotes *change_notes_new(void) __attribute__((warn_unused_result));
void change_notes_free(ChangeNotes *notes);

ChangeNote *change_notes_add(ChangeNotes *notes, const char *scenario, int number, ChangeKind kind,
                             Place place);

/** Adds to a count; the first of its name makes it. */
void change_note_count(ChangeNote *note, const char *what, int64_t more);

/** A count; -1 where there is none of this name. */
int64_t change_note_counted(const ChangeNote *note, const char *what);

void change_note_touch(ChangeNote *note, const char *what);

static inline int change_notes_count(const ChangeNotes *notes) {
    return notes == NULL ? 0 : (int)notes->len;
}

static inline ChangeNote *change_notes_get(const ChangeNotes *notes, int index) {
    return g_ptr_array_index(notes, (guint)index);
}

#endif
