/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sweep is made of: its memory, and its entries. */
#include "study/sweep/sweep.h"

#include <glib.h>
#include <string.h>

#include "config/scenario/scenario_find.h"

Sweep *sweep_new(void) {
    Sweep *sweep = g_new0(Sweep, 1);
    sweep->memory = case_memory_new();
    return sweep;
}

void sweep_free(Sweep *sweep) {
    if (sweep != NULL) {
        document_free(sweep->document);
        case_memory_free(sweep->memory);
        g_free(sweep);
    }
}

void sweep_entry_set(Sweep *sweep, SweepEntry *entry, const char *const *names) {
    int count = 0;
    while (names[count] != NULL) {
        count++;
    }
    const char **args = case_memory_array(sweep->memory, (size_t)count, sizeof *args);
    entry->n_args = 0;
    for (int i = 0; i < count; i++) {
        if (strcmp(names[i], "base") != 0) {
            args[entry->n_args++] = case_memory_text(sweep->memory, names[i]);
        }
    }
    entry->args = args;
    g_autoptr(GString) joined = g_string_new(NULL);
    for (int i = 0; i < count; i++) { /* of scenarios in files the file is left out */
        g_autofree char *name = scenario_name(names[i]);
        g_string_append_printf(joined, "%s%s", i > 0 ? "+" : "", name);
    }
    entry->name = case_memory_text(sweep->memory, joined->str);
}
