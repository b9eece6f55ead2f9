/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads legs of gone boxes and empties, and numbers their itineraries apart. */
#include "config/rolling/gone_legs.h"

#include <string.h>

#include "config/case_memory.h"

static bool read_amount(const EarlierFolder *folder, const EarlierFile *file, int at, int column,
                        double *amount) {
    return column < 0 || earlier_number(folder, (Cell){file, at, column}, amount);
}

bool gone_legs_read(const EarlierFolder *folder, const EarlierFile *file, int first, int end,
                    const LegsRead *columns, GArray *rows) {
    for (int at = first; at < end; at++) {
        Cell departs = {file, at, columns->departs}, arrives = {file, at, columns->arrives};
        CarriedRow row = carried_row(CARRIED_BOX);
        row.seq = at - first + 1;
        row.mode = earlier_keep(folder, (Cell){file, at, columns->mode});
        row.train = earlier_keep(folder, (Cell){file, at, columns->train});
        row.slot = columns->slot < 0 ? "" : earlier_keep(folder, (Cell){file, at, columns->slot});
        row.from = earlier_keep(folder, (Cell){file, at, columns->from});
        row.to = earlier_keep(folder, (Cell){file, at, columns->to});
        row.departs = earlier_keep(folder, departs);
        row.arrives = earlier_keep(folder, arrives);
        if (!earlier_instant(folder, departs, &row.departs_at) ||
            !earlier_instant(folder, arrives, &row.arrives_at) ||
            !read_amount(folder, file, at, columns->teu, &row.teu) ||
            !read_amount(folder, file, at, columns->tonnes, &row.tonnes)) {
            return false;
        }
        g_array_append_val(rows, row);
    }
    return true;
}

int gone_legs_stayed(const Rolling *rolling, const GArray *legs) {
    for (guint i = 0; i < legs->len; i++) {
        if (g_hash_table_contains(rolling->stayed, g_array_index(legs, CarriedRow, i).train)) {
            return (int)i;
        }
    }
    return -1;
}

static bool itinerary_taken(const GArray *rows, const CarriedRow *leg, const char *itinerary) {
    for (guint i = 0; i < rows->len; i++) {
        const CarriedRow *row = &g_array_index(rows, CarriedRow, i);
        if (row->kind == leg->kind && strcmp(row->id, leg->id) == 0 &&
            strcmp(row->itinerary, itinerary) == 0) {
            return true;
        }
    }
    return false;
}

void gone_legs_add(Rolling *rolling, CarriedRow *legs, int n_legs) {
    if (!rolling_keeps(rolling, legs[n_legs - 1].arrives_at)) {
        return;
    }
    const char *itinerary = legs[0].itinerary;
    for (int number = 2; itinerary_taken(rolling->rows, &legs[0], itinerary); number++) {
        g_autofree char *next = g_strdup_printf("%s.%d", legs[0].itinerary, number);
        itinerary = case_memory_text(rolling->folder.kase->memory, next);
    }
    for (int i = 0; i < n_legs; i++) {
        legs[i].itinerary = itinerary;
    }
    g_array_append_vals(rolling->rows, legs, (guint)n_legs);
}
