/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenarios first, then the changes of the sweep, as one list. */
#include "study/sweep/point_case.h"

#include <glib.h>
#include <string.h>

#include "study/sweep/named_changes.h"

ScenarioFound point_changes(const CaseSource *source, const Sweep *sweep, const SweepPoint *point,
                            Arena *arena, ChangeList *list, Findings *findings) {
    if (point->entry < 0) {
        return SCENARIO_FOUND; /* the base: nothing is changed */
    }
    const SweepEntry *entry = &sweep->entries[point->entry];
    for (int i = 0; i < entry->n_args; i++) {
        const ScenarioFound found = case_source_scenario(source, entry->args[i], list, findings);
        if (found != SCENARIO_FOUND) {
            return found;
        }
    }
    const Node *changes = named_changes_at(sweep, point, arena);
    if (changes->count > 0) {
        g_autofree char *name = point_name(sweep, point);
        const char *values = strchr(name, ';'); /* before it stand scenarios, named already */
        change_list_add(list, values == NULL ? name : values + 1, NULL, changes);
    }
    return SCENARIO_FOUND;
}
