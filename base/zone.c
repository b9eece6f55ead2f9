/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Local times to minutes and back, by the offsets of a time zone. */
#include "base/zone.h"

#include <glib.h>

#include "base/fault.h"
#include "base/zone_file.h"

/** From `from` on, local time is UTC + `offset_min`, up to the next change. */
typedef struct {
    Minute from;
    int offset_min;
} OffsetChange;

struct Zone {
    char *name;
    OffsetChange *changes; /**< ascending; [0] holds for everything earlier too */
    int n_changes;
};

struct Zones {
    GHashTable *by_name; /**< name (owned by the zone) → Zone */
};

/** Clock changes are looked up once for these years; later ones keep the last offset. */
enum { FIRST_YEAR = 1899, LAST_YEAR = 2201 };

/** No zone was ever further from UTC, the changes of the date line included. */
enum { OFFSET_MAX_MIN = 16 * MINUTES_PER_HOUR };

static void zone_free(void *item) {
    Zone *zone = item;
    g_free(zone->name);
    g_free(zone->changes);
    g_free(zone);
}

Zones *zones_new(void) {
    Zones *zones = g_new0(Zones, 1);
    zones->by_name = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, zone_free);
    return zones;
}

void zones_free(Zones *zones) {
    if (!zones) {
        return;
    }
    g_hash_table_destroy(zones->by_name);
    g_free(zones);
}

static int interval_at(GTimeZone *source, Minute at) {
    return g_time_zone_find_interval(source, G_TIME_TYPE_UNIVERSAL, at * 60);
}

/** Offset in whole minutes; local mean times of old have seconds, which are dropped. */
static int interval_offset(GTimeZone *source, int interval) {
    int seconds = g_time_zone_get_offset(source, interval);
    return seconds >= 0 ? seconds / 60 : -((-seconds + 59) / 60);
}

/** First minute in (from, to] that is in another interval than `from`; `to` is. */
static Minute interval_end(GTimeZone *source, int interval, Minute from, Minute to) {
    while (to - from > 1) {
        Minute middle = from + (to - from) / 2;
        if (interval_at(source, middle) == interval) {
            from = middle;
        } else {
            to = middle;
        }
    }
    return to;
}

/** Lists the changes, so that a conversion is a binary search and not GLib's walk over all. */
static void zone_fill(Zone *zone, GTimeZone *source) {
    const Minute year = 366 * MINUTES_PER_DAY;
    Minute at = (Minute)(FIRST_YEAR - 1970) * year;
    const Minute end = (Minute)(LAST_YEAR - 1970) * year;
    const int last = interval_at(source, end);
    GArray *changes = g_array_new(false, false, sizeof(OffsetChange));
    for (int interval = interval_at(source, at);; interval = interval_at(source, at)) {
        OffsetChange change = {at, interval_offset(source, interval)};
        if (!changes->len || g_array_index(changes, OffsetChange, changes->len - 1).offset_min !=
                                 change.offset_min) {
            g_array_append_val(changes, change);
        }
        if (interval == last) {
            break;
        }
        bool soon = at + year < end && interval_at(source, at + year) != interval;
        at = interval_end(source, interval, at, soon ? at + year : end);
    }
    zone->n_changes = (int)changes->len;
    zone->changes = (OffsetChange *)(void *)g_array_free(changes, false);
}

const Zone *zone_find(Zones *zones, const char *name) {
    g_autofree Phrase *why = NULL;
    return zone_look_up(zones, name, &why);
}

/** GLib also takes offsets (`+08:00`) and POSIX rules (`AAA-3`) for zones; only names for which the
 * tz database has a sound file count here. GLib ends the program on one that is not. */
const Zone *zone_look_up(Zones *zones, const char *name, Phrase **why) {
    Zone *zone = g_hash_table_lookup(zones->by_name, name);
    *why = NULL;
    if (zone || zone_file_check(name, why) != ZONE_FILE_SOUND) {
        return zone;
    }
    GTimeZone *source = g_time_zone_new_identifier(name);
    if (!source) {
        *why = phrase_copy(&PHRASE(FAULT_ZONE_UNREAD));
        return NULL;
    }
    zone = g_new0(Zone, 1);
    zone->name = g_strdup(name);
    zone_fill(zone, source);
    g_time_zone_unref(source);
    g_hash_table_insert(zones->by_name, zone->name, zone);
    return zone;
}

const char *zone_name(const Zone *zone) {
    return zone->name;
}

/** Index of the change in force at an instant. */
static int zone_change_at(const Zone *zone, Minute at) {
    int low = 0;
    int high = zone->n_changes;
    while (high - low > 1) {
        int middle = low + (high - low) / 2;
        if (zone->changes[middle].from <= at) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

Minute zone_to_minute(const Zone *zone, Date date, int minute_of_day, LocalKind *kind) {
    const Minute local = (Minute)date * MINUTES_PER_DAY + minute_of_day;
    const int first = zone_change_at(zone, local - OFFSET_MAX_MIN);
    const int last = zone_change_at(zone, local + OFFSET_MAX_MIN);
    Minute found = 0;
    Minute after_gap = local - zone->changes[first].offset_min;
    int times = 0;
    for (int i = first; i <= last; i++) {
        const OffsetChange *change = &zone->changes[i];
        const Minute at = local - change->offset_min;
        const bool begun = i == first || at >= change->from;
        const bool over = i < last && at >= zone->changes[i + 1].from;
        if (begun && !over && times++ == 0) {
            found = at;
        }
        if (over && local < zone->changes[i + 1].from + zone->changes[i + 1].offset_min) {
            after_gap = zone->changes[i + 1].from;
        }
    }
    if (kind) {
        *kind = times == 1 ? LOCAL_PLAIN : times == 0 ? LOCAL_SKIPPED : LOCAL_REPEATED;
    }
    return times ? found : after_gap;
}

static Date days_of(Minute local) {
    Minute days = local / MINUTES_PER_DAY - (local % MINUTES_PER_DAY < 0 ? 1 : 0);
    return (Date)CLAMP(days, DATE_MIN, DATE_MAX);
}

void zone_from_minute(const Zone *zone, Minute at, Date *date, int *minute_of_day,
                      int *offset_min) {
    const int offset = zone->changes[zone_change_at(zone, at)].offset_min;
    const Minute local = at + offset;
    if (date) {
        *date = days_of(local);
    }
    if (minute_of_day) {
        *minute_of_day = (int)((local % MINUTES_PER_DAY + MINUTES_PER_DAY) % MINUTES_PER_DAY);
    }
    if (offset_min) {
        *offset_min = offset;
    }
}

Date zone_date(const Zone *zone, Minute at) {
    Date date = 0;
    zone_from_minute(zone, at, &date, NULL, NULL);
    return date;
}

bool zone_next_change(const Zone *zone, Minute from, Minute to, Minute *at) {
    const int next = zone_change_at(zone, from) + 1;
    if (next == zone->n_changes || zone->changes[next].from > to) {
        return false;
    }
    *at = zone->changes[next].from;
    return true;
}
