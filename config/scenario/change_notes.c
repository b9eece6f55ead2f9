/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes of what changes have touched. */
#include "config/scenario/change_notes.h"

#include <string.h>

const char *change_kind_name(ChangeKind kind) {
    static const char *const NAMES[N_CHANGE_KINDS] = {
        [CHANGE_SET] = "set",     [CHANGE_REMOVE] = "remove", [CHANGE_ADD] = "add",
        [CHANGE_SCALE] = "scale", [CHANGE_SHIFT] = "shift",   [CHANGE_CLOSE] = "close"};
    return NAMES[kind];
}

static void note_free(gpointer data) {
    ChangeNote *note = data;
    g_free(note->scenario);
    g_free(note->subject);
    g_free(note->before);
    g_free(note->after);
    g_ptr_array_unref(note->touched);
    g_clear_pointer(&note->cancelled, g_ptr_array_unref);
    g_free(note);
}

ChangeNotes *change_notes_new(void) {
    return g_ptr_array_new_with_free_func(note_free);
}

void change_notes_free(ChangeNotes *notes) {
    if (notes != NULL) {
        g_ptr_array_unref(notes);
    }
}

ChangeNote *change_notes_add(ChangeNotes *notes, const char *scenario, int number, ChangeKind kind,
                             Place place) {
    ChangeNote *note = g_new0(ChangeNote, 1);
    note->scenario = g_strdup(scenario);
    note->number = number;
    note->kind = kind;
    note->place = place;
    note->touched = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(notes, note);
    return note;
}

static ChangeCount *count_of_name(ChangeNote *note, const char *what) {
    for (int i = 0; i < note->n_counts; i++) {
        if (strcmp(note->counts[i].what, what) == 0) {
            return &note->counts[i];
        }
    }
    return NULL;
}

void change_note_count(ChangeNote *note, const char *what, int64_t more) {
    ChangeCount *count = count_of_name(note, what);
    if (count == NULL) {
        g_assert(note->n_counts < CHANGE_COUNTS_MAX);
        count = &note->counts[note->n_counts++];
        *count = (ChangeCount){what, 0};
    }
    count->count += more;
}

int64_t change_note_counted(const ChangeNote *note, const char *what) {
    const ChangeCount *count = count_of_name((ChangeNote *)note, what);
    return count == NULL ? -1 : count->count;
}

void change_note_touch(ChangeNote *note, const char *what) {
    g_ptr_array_add(note->touched, g_strdup(what));
}
