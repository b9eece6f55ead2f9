/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names differences by what was changed, and where that stands. */
#include "study/why/difference_name.h"

#include "config/scenario/node_text.h"

/** What a `set` sets; NULL of other changes. To be freed with g_free(). */
static char *value_set(const Node *change) {
    const Node *body = change->kind == NODE_MAP ? node_get(change, "set") : NULL;
    const Node *to = body != NULL && body->kind == NODE_MAP ? node_get(body, "to") : NULL;
    return to == NULL ? NULL : node_text(to);
}

/** One line of printable text, whatever stands in the case. */
static void keep_to_one_line(char *text) {
    for (; *text != '\0'; text++) {
        if ((unsigned char)*text < ' ') {
            *text = ' ';
        }
    }
}

char *difference_name(const ChangeStep *step, const ChangeNotes *notes) {
    const ChangeNote *note = change_notes_get(notes, step->index);
    g_autofree char *value = value_set(step->node);
    char *name =
        g_strdup_printf("%s %d %s %s%s%s", step->side == STEP_OF_B ? "b" : "a", step->index + 1,
                        change_kind_name(note->kind), note->subject == NULL ? "" : note->subject,
                        value == NULL ? "" : " → ", value == NULL ? "" : value);
    keep_to_one_line(name);
    return name;
}
