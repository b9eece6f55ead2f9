/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups the rows that have a plan by the scenarios that they were made with. */
#include "study/sweep/entry_rows.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

int compare_leading_texts(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/** The names of entries that have points, each once, in order. */
static void take_names(const Sweep *sweep, RowsByEntry *by_entry) {
    int count = 0;
    for (int e = 0; e < sweep->n_entries; e++) {
        if (sweep->first_points[e + 1] > sweep->first_points[e]) {
            by_entry->entries[count++].name = sweep->entries[e].name;
        }
    }
    qsort(by_entry->entries, (size_t)count, sizeof *by_entry->entries, compare_leading_texts);
    for (int i = 0; i < count; i++) {
        const int kept = by_entry->n_entries;
        if (kept == 0 || strcmp(by_entry->entries[kept - 1].name, by_entry->entries[i].name) != 0) {
            by_entry->entries[by_entry->n_entries++] = by_entry->entries[i];
        }
    }
}

RowsByEntry rows_by_entry(const Sweep *sweep, const SweepRow *rows) {
    RowsByEntry by_entry = {.entries = g_new0(EntryRows, (gsize)sweep->n_entries + 1),
                            .numbers = g_new(int, (gsize)sweep->n_points + 1)};
    take_names(sweep, &by_entry);
    int used = 0;
    for (int i = 0; i < by_entry.n_entries; i++) {
        EntryRows *group = &by_entry.entries[i];
        group->numbers = by_entry.numbers + used;
        for (int e = 0; e < sweep->n_entries; e++) {
            const bool same = strcmp(sweep->entries[e].name, group->name) == 0;
            for (int n = sweep->first_points[e]; same && n < sweep->first_points[e + 1]; n++) {
                if (sweep_row_has_plan(&rows[n])) {
                    group->numbers[group->count++] = n;
                }
            }
        }
        used += group->count;
    }
    return by_entry;
}

void rows_by_entry_clear(RowsByEntry *by_entry) {
    g_free(by_entry->entries);
    g_free(by_entry->numbers);
}
