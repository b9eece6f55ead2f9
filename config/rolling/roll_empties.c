/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Empties that an earlier plan has sent off: moves of its empties.csv whose first leg departs
 * before this plan begins, and those that it was told of itself. */
#include <string.h>

#include "config/finding_codes.h"
#include "config/rolling/gone_legs.h"

static const int EMPTIES_READ[] = {EMPTY_CONTAINER, EMPTY_MOVE, EMPTY_MODE,    EMPTY_TRAIN,
                                   EMPTY_FROM,      EMPTY_TO,   EMPTY_DEPARTS, EMPTY_ARRIVES,
                                   EMPTY_BOXES,     -1};
static const int SLOTS_READ[] = {STOP_TRAIN, STOP_STATION, STOP_DEPARTS, STOP_SLOT, -1};

/** A train's departure from a station, as one text. */
static char *departure_key(const char *train, const char *station, const char *departs) {
    return g_strjoin("\n", train, station, departs, NULL);
}

/** Slot runs by departure_key(), which empties.csv does not tell. */
static GHashTable *slots_by_departure(const Rolling *rolling, const EarlierFile *calls) {
    GHashTable *slots = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int at = 1; at < calls->table.csv.n_rows; at++) {
        g_hash_table_insert(slots,
                            departure_key(earlier_text((Cell){calls, at, STOP_TRAIN}),
                                          earlier_text((Cell){calls, at, STOP_STATION}),
                                          earlier_text((Cell){calls, at, STOP_DEPARTS})),
                            (gpointer)earlier_keep(&rolling->folder, (Cell){calls, at, STOP_SLOT}));
    }
    return slots;
}

static const Container *container_of_case(const Case *kase, const char *code) {
    for (ContainerId id = 0; id < kase->n_containers; id++) {
        if (strcmp(kase->containers[id].code, code) == 0) {
            return &kase->containers[id];
        }
    }
    return NULL;
}

/** Empties leave the stock on the day of departure and join it on that of arrival. */
static void count_empties(Rolling *rolling, const CarriedRow *legs, int n_legs, bool leave) {
    const Zone *zone = rolling->folder.kase->horizon.zone;
    const CarriedRow *last = &legs[n_legs - 1];
    Date joined = zone_date(zone, last->arrives_at);
    if (leave) {
        GoneMove move = {legs->container, legs->from, -legs->boxes};
        g_array_append_val(rolling->moves, move);
    }
    if (joined < rolling->first_day && joined >= rolling->earlier_first_day) {
        GoneMove move = {last->container, last->to, last->boxes};
        g_array_append_val(rolling->moves, move);
    }
}

static bool roll_move(Rolling *rolling, const EarlierFile *file, int first, int end,
                      GHashTable *slots) {
    static const LegsRead columns = {EMPTY_MODE,    EMPTY_TRAIN,   -1, EMPTY_FROM, EMPTY_TO,
                                     EMPTY_DEPARTS, EMPTY_ARRIVES, -1, -1};
    const EarlierFolder *folder = &rolling->folder;
    const char *code = earlier_keep(folder, (Cell){file, first, EMPTY_CONTAINER});
    const Container *container = container_of_case(folder->kase, code);
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(CarriedRow));
    int boxes;
    if (!gone_legs_read(folder, file, first, end, &columns, rows) ||
        !earlier_count(folder, (Cell){file, first, EMPTY_BOXES}, 1, &boxes)) {
        return false;
    }
    CarriedRow *legs = (CarriedRow *)(void *)rows->data;
    int stayed = gone_legs_stayed(rolling, rows);
    if (legs[0].departs_at >= rolling->start || stayed == 0) {
        return true;
    }
    if (stayed > 0) {
        finding_error(folder->findings, earlier_place((Cell){file, first, EMPTY_TRAIN}),
                      FINDING_HAPPENED_BOARDED, code, legs[stayed].train);
        return false;
    }
    for (guint i = 0; i < rows->len; i++) {
        g_autofree char *key = departure_key(legs[i].train, legs[i].from, legs[i].departs);
        const char *slot = g_hash_table_lookup(slots, key);
        legs[i].kind = CARRIED_EMPTY;
        legs[i].id = code;
        legs[i].container = code;
        legs[i].itinerary = earlier_keep(folder, (Cell){file, first, EMPTY_MOVE});
        legs[i].slot = slot != NULL ? slot : "";
        legs[i].boxes = boxes;
        legs[i].teu = container != NULL ? boxes * container->teu : 0;
        legs[i].tonnes = container != NULL ? boxes * container->tare_t : 0;
    }
    count_empties(rolling, legs, (int)rows->len, true);
    gone_legs_add(rolling, legs, (int)rows->len);
    return true;
}

static void roll_earlier_empties(Rolling *rolling) {
    guint end;
    for (guint first = 0; first < rolling->before->len; first = end) {
        CarriedRow *rows = &g_array_index(rolling->before, CarriedRow, first);
        end = carried_group_end(rolling->before, first);
        if (rows->kind == CARRIED_EMPTY) {
            count_empties(rolling, rows, (int)(end - first), false);
            gone_legs_add(rolling, rows, (int)(end - first));
        }
    }
}

bool roll_empties(Rolling *rolling) {
    EarlierFile empties, calls;
    bool ok = earlier_file_open(&rolling->folder, &empties, TABLE_EMPTIES, EMPTIES_READ);
    ok = earlier_file_open(&rolling->folder, &calls, TABLE_TIMETABLE, SLOTS_READ) && ok;
    if (ok) {
        GHashTable *slots = slots_by_departure(rolling, &calls);
        roll_earlier_empties(rolling);
        int end;
        for (int first = 1; ok && first < empties.table.csv.n_rows; first = end) {
            const char *move = earlier_text((Cell){&empties, first, EMPTY_MOVE});
            end = first + 1;
            while (end < empties.table.csv.n_rows &&
                   strcmp(earlier_text((Cell){&empties, end, EMPTY_MOVE}), move) == 0) {
                end++;
            }
            ok = roll_move(rolling, &empties, first, end, slots);
        }
        g_hash_table_destroy(slots);
    }
    plan_table_free(&empties.table);
    plan_table_free(&calls.table);
    return ok;
}
