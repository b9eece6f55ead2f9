/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rolls an earlier plan on: its files one after another, then what they come to in this case. */
#include "config/rolling/roll.h"

#include <string.h>

#include "config/case_memory.h"
#include "config/rolling/carried_case.h"
#include "config/rolling/rolling.h"

static void rolling_clear(Rolling *rolling) {
    GArray *arrays[] = {rolling->before, rolling->rows, rolling->moves, rolling->stocks,
                        rolling->sets};
    for (size_t i = 0; i < G_N_ELEMENTS(arrays); i++) {
        g_array_free(arrays[i], TRUE);
    }
    g_hash_table_destroy(rolling->gone);
    g_hash_table_destroy(rolling->stayed);
    g_free(rolling->found);
}

/** The rows in memory of the case, those of one thing together. */
static CarriedOver *keep_rows(const Rolling *rolling) {
    CaseMemory *memory = rolling->folder.kase->memory;
    CarriedOver *carried = case_memory_array(memory, 1, sizeof *carried);
    carried_group(rolling->rows);
    carried->n_rows = (int)rolling->rows->len;
    carried->rows = case_memory_array(memory, rolling->rows->len, sizeof *carried->rows);
    if (carried->n_rows > 0) {
        memcpy(carried->rows, rolling->rows->data, rolling->rows->len * sizeof *carried->rows);
    }
    return carried;
}

static void add_sets_row(Rolling *rolling, const char *pool, const char *station, int sets) {
    CarriedRow row = carried_row(CARRIED_SETS);
    row.id = pool;
    row.to = station;
    row.boxes = sets;
    g_array_append_val(rolling->rows, row);
}

static bool sets_known(const Rolling *rolling, const char *pool, const char *station) {
    for (guint i = 0; i < rolling->sets->len; i++) {
        const Standing *standing = &g_array_index(rolling->sets, Standing, i);
        if (strcmp(standing->what, pool) == 0 && strcmp(standing->station, station) == 0) {
            return true;
        }
    }
    return false;
}

/** Sets of pools and stations that the case or the earlier plan has, as rows. */
static void add_sets_rows(Rolling *rolling) {
    const Case *kase = rolling->folder.kase;
    for (guint i = 0; i < rolling->sets->len; i++) {
        const Standing *standing = &g_array_index(rolling->sets, Standing, i);
        add_sets_row(rolling, standing->what, standing->station, standing->count);
    }
    for (int pool = 0; pool < kase->n_rakes; pool++) {
        for (int i = 0; i < kase->rakes[pool].n_sets; i++) {
            const RakeSets *sets = &kase->rakes[pool].sets[i];
            const char *station = kase->stations[sets->station].code;
            if (!sets_known(rolling, kase->rakes[pool].code, station)) {
                add_sets_row(rolling, kase->rakes[pool].code, station, sets->sets);
            }
        }
    }
}

/** True where the case counts such things there. */
static bool counts_of_case(const Case *kase, HappenedKind kind, const char *what,
                           const char *station) {
    bool known = false;
    for (int i = 0; i < kase->n_equipment && kind == HAPPENED_STOCK; i++) {
        known |= strcmp(kase->containers[kase->equipment[i].container].code, what) == 0;
    }
    for (int i = 0; i < kase->n_rakes && kind == HAPPENED_SETS; i++) {
        known |= strcmp(kase->rakes[i].code, what) == 0;
    }
    return known && carried_station(kase, station) >= 0;
}

static Standing *standing_at(GArray *standings, const char *what, const char *station) {
    for (guint i = 0; i < standings->len; i++) {
        Standing *standing = &g_array_index(standings, Standing, i);
        if (strcmp(standing->what, what) == 0 && strcmp(standing->station, station) == 0) {
            return standing;
        }
    }
    return NULL;
}

/** What was counted takes the place of what the files come to, also where only the case counts. */
static void take_counts(const Rolling *rolling, HappenedKind kind, GArray *standings) {
    const Case *kase = rolling->folder.kase;
    for (int i = 0; i < kase->commitments.n_facts; i++) {
        const Happened *fact = &kase->commitments.facts[i];
        const char *at = strrchr(fact->id, '@');
        if (fact->kind != kind || at == NULL) {
            continue;
        }
        g_autofree char *text = g_strndup(fact->id, (gsize)(at - fact->id));
        const char *what = case_memory_text(kase->memory, text);
        Standing *standing = standing_at(standings, what, at + 1);
        rolling->found[i] = standing != NULL || counts_of_case(kase, kind, what, at + 1);
        if (standing != NULL) {
            standing->count = fact->boxes;
        } else if (rolling->found[i]) {
            Standing counted = {what, at + 1, fact->boxes, 0};
            g_array_append_val(standings, counted);
        }
    }
}

void roll_on(const EarlierFolder *folder, const EarlierHorizon *earlier) {
    Case *kase = folder->kase;
    Rolling rolling = {.folder = *folder,
                       .start = kase->horizon.start_at,
                       .first_day = kase->horizon.start,
                       .earlier_first_day = earlier->start,
                       .before = g_array_new(FALSE, FALSE, sizeof(CarriedRow)),
                       .rows = g_array_new(FALSE, FALSE, sizeof(CarriedRow)),
                       .gone = g_hash_table_new(g_str_hash, g_str_equal),
                       .stayed = g_hash_table_new(g_str_hash, g_str_equal),
                       .moves = g_array_new(FALSE, FALSE, sizeof(GoneMove)),
                       .stocks = g_array_new(FALSE, FALSE, sizeof(Standing)),
                       .sets = g_array_new(FALSE, FALSE, sizeof(Standing))};
    listed_keep(kase);
    rolling.found = g_new0(bool, (gsize)kase->commitments.n_facts + 1);
    if (roll_before(&rolling) && roll_trains(&rolling) && roll_boxes(&rolling) &&
        roll_empties(&rolling) && roll_stock(&rolling) && roll_sets(&rolling)) {
        take_counts(&rolling, HAPPENED_STOCK, rolling.stocks);
        take_counts(&rolling, HAPPENED_SETS, rolling.sets);
        happened_check(folder, rolling.found);
        carried_set_stocks(folder, rolling.stocks);
        carried_set_sets(folder, rolling.sets);
        add_sets_rows(&rolling);
        kase->carried = keep_rows(&rolling);
        carried_bookings(folder);
        carried_returns(folder);
        carried_sets(folder);
        carried_trains(folder);
    }
    rolling_clear(&rolling);
}
