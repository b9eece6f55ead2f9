/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sweep that a list of names on the command line stands for. */
#include "study/sweep/sweep_names.h"

#include <glib.h>

#include "study/sweep/points.h"

/** One entry of the list. @return false where a name in it is empty */
static bool add_named_entry(Sweep *sweep, const char *text) {
    g_auto(GStrv) names = g_strsplit(text, "+", -1);
    bool good = names[0] != NULL && g_strv_length(names) <= SWEEP_ENTRIES_MAX;
    for (int i = 0; names[i] != NULL; i++) {
        good = good && names[i][0] != '\0';
    }
    if (good) {
        sweep_entry_set(sweep, &sweep->entries[sweep->n_entries++], (const char *const *)names);
    }
    return good;
}

Sweep *sweep_of_names(const char *list) {
    Sweep *sweep = sweep_new();
    g_auto(GStrv) texts = g_strsplit(list, ",", -1);
    const guint count = g_strv_length(texts);
    bool good = count > 0 && count <= SWEEP_ENTRIES_MAX;
    sweep->entries = case_memory_array(sweep->memory, good ? count : 0, sizeof *sweep->entries);
    for (guint i = 0; good && i < count; i++) {
        good = add_named_entry(sweep, texts[i]);
    }
    if (!good || !points_prepare(sweep)) {
        sweep_free(sweep);
        return NULL;
    }
    return sweep;
}
