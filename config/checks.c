/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only shows between sections:
 * trains against slots and lines, bookings against cargo, clocks. */
#include "config/checks.h"

#include <string.h>

#include <glib.h>

#include "config/clock_times.h"
#include "config/closures.h"
#include "config/finding_codes.h"
#include "config/oddities.h"
#include "config/reader/reader_faults.h"
#include "config/totals.h"

static void link_lines(Case *kase) {
    for (int t = 0; t < kase->n_trains; t++) {
        LineId line = kase->trains[t].line;
        if (line >= 0) {
            kase->lines[line].n_trains++;
        }
    }
}

/** Makes `apart_from` hold both ways, ascending and without repeats. */
static void link_cargo(Reader *reader) {
    Case *kase = reader->kase;
    size_t n = (size_t)kase->n_cargo;
    bool *apart = g_new0(bool, n *n);
    for (CargoId a = 0; a < kase->n_cargo; a++) {
        for (int i = 0; i < kase->cargo[a].n_apart_from; i++) {
            CargoId b = kase->cargo[a].apart_from[i];
            if (b >= 0) {
                apart[(size_t)a * n + (size_t)b] = true;
                apart[(size_t)b * n + (size_t)a] = true;
            }
        }
    }
    for (CargoId a = 0; a < kase->n_cargo; a++) {
        Cargo *cargo = &kase->cargo[a];
        cargo->apart_from = case_memory_array(reader->memory, n, sizeof *cargo->apart_from);
        cargo->n_apart_from = 0;
        for (CargoId b = 0; b < kase->n_cargo; b++) {
            if (apart[(size_t)a * n + (size_t)b]) {
                cargo->apart_from[cargo->n_apart_from++] = b;
            }
        }
    }
    g_free(apart);
}

void checks_link(Reader *reader) {
    link_lines(reader->kase);
    link_cargo(reader);
}

static const char *station_code(const Case *kase, StationId station) {
    return kase->stations[station].code;
}

static bool all_slots_sound(const Reader *reader, const Train *train) {
    for (int i = 0; i < train->n_slots; i++) {
        if (!reader_sound(reader, SECTION_SLOTS, train->slots[i])) {
            return false;
        }
    }
    return true;
}

/** True where a train's ends of slots are the stations of its line's route. */
static bool follows_route(const Case *kase, const Train *train, const Line *line) {
    if (line->n_route != train->n_slots + 1 ||
        kase->slots[train->slots[0]].from != line->route[0]) {
        return false;
    }
    for (int i = 0; i < train->n_slots; i++) {
        if (kase->slots[train->slots[i]].to != line->route[i + 1]) {
            return false;
        }
    }
    return true;
}

static void check_trains(Reader *reader) {
    const Case *kase = reader->kase;
    for (int t = 0; t < kase->n_trains; t++) {
        const Train *train = &kase->trains[t];
        if (!reader_sound(reader, SECTION_TRAINS, t) || !all_slots_sound(reader, train)) {
            continue;
        }
        bool connected = true;
        for (int i = 1; i < train->n_slots; i++) {
            const Slot *before = &kase->slots[train->slots[i - 1]];
            const Slot *slot = &kase->slots[train->slots[i]];
            if (before->to != slot->from) {
                connected = false;
                finding_error(reader->findings, train->slot_places[i], FINDING_SLOTS_APART,
                              slot->code, station_code(kase, slot->from), before->code,
                              station_code(kase, before->to));
            }
        }
        const Line *line = &kase->lines[train->line];
        if (connected && line->route != NULL && reader_sound(reader, SECTION_LINES, train->line) &&
            !follows_route(kase, train, line)) {
            finding_warning(reader->findings, train->place, FINDING_OFF_ROUTE, train->code,
                            line->code);
        }
    }
}

/** The pairs of stations that some slot joins; faulty slots make it NULL, for they may join any. */
static GHashTable *joined_pairs(const Reader *reader) {
    const Case *kase = reader->kase;
    GHashTable *pairs = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (SlotId s = 0; s < kase->n_slots; s++) {
        if (!reader_sound(reader, SECTION_SLOTS, s)) {
            g_hash_table_destroy(pairs);
            return NULL;
        }
        gint64 *pair = g_new(gint64, 1);
        *pair = (gint64)kase->slots[s].from * kase->n_stations + kase->slots[s].to;
        g_hash_table_add(pairs, pair);
    }
    return pairs;
}

static void check_lines(Reader *reader) {
    const Case *kase = reader->kase;
    GHashTable *pairs = joined_pairs(reader);
    for (LineId l = 0; l < kase->n_lines; l++) {
        const Line *line = &kase->lines[l];
        if (!reader_sound(reader, SECTION_LINES, l)) {
            continue;
        }
        if (line->route == NULL) {
            if (line->n_trains == 0) {
                finding_error(reader->findings, line->place, FINDING_LINE_EMPTY, line->code);
            }
            continue;
        }
        for (int i = 1; pairs != NULL && i < line->n_route; i++) {
            gint64 pair = (gint64)line->route[i - 1] * kase->n_stations + line->route[i];
            if (!g_hash_table_contains(pairs, &pair)) {
                finding_warning(reader->findings, line->place, FINDING_ROUTE_GAP, line->code,
                                station_code(kase, line->route[i - 1]),
                                station_code(kase, line->route[i]));
            }
        }
    }
    if (pairs != NULL) {
        g_hash_table_destroy(pairs);
    }
}

/** Where boxes can leave and where they can arrive. */
typedef struct {
    bool *leave;
    bool *arrive;
} Served;

/** Faulty slots and feeders may serve any station. */
static bool serves(const Reader *reader, Served *served) {
    const Case *kase = reader->kase;
    for (SlotId s = 0; s < kase->n_slots; s++) {
        if (!reader_sound(reader, SECTION_SLOTS, s)) {
            return false;
        }
        const Slot *slot = &kase->slots[s];
        served->leave[slot->from] = true;
        served->arrive[slot->to] = true;
        for (int i = 0; i < slot->n_stops; i++) {
            served->leave[slot->stops[i].at] = true;
            served->arrive[slot->stops[i].at] = true;
        }
    }
    for (int f = 0; f < kase->n_feeders; f++) {
        if (!reader_sound(reader, SECTION_FEEDERS, f)) {
            return false;
        }
        served->leave[kase->feeders[f].from] = true;
        served->arrive[kase->feeders[f].to] = true;
    }
    return true;
}

/** True where the zone is that of the horizon, or of an earlier station that is served. */
static bool zone_seen(const Case *kase, const Served *served, StationId station) {
    const Zone *zone = kase->stations[station].zone;
    bool seen = zone == kase->horizon.zone;
    for (StationId s = 0; s < station; s++) {
        seen = seen || (kase->stations[s].zone == zone && (served->leave[s] || served->arrive[s]));
    }
    return seen;
}

static void warn_of_clocks(Reader *reader, const Zone *zone) {
    const Horizon *horizon = &reader->kase->horizon;
    Minute at;
    if (zone != NULL && zone_next_change(zone, horizon->start_at, horizon->last_arrival, &at)) {
        char day[DATE_TEXT_SIZE];
        finding_warning(reader->findings, horizon->place, FINDING_CLOCKS, zone_name(zone),
                        date_format(zone_date(zone, at), day));
    }
}

/** A cyclic plan goes on for ever, but no period has a clock change in it. */
static void check_clocks(Reader *reader) {
    const Case *kase = reader->kase;
    size_t n = (size_t)kase->n_stations;
    Served served = {g_new0(bool, n), g_new0(bool, n)};
    if (kase->horizon.cyclic && kase->horizon.zone != NULL && serves(reader, &served)) {
        warn_of_clocks(reader, kase->horizon.zone);
        for (StationId s = 0; s < kase->n_stations; s++) {
            bool used = served.leave[s] || served.arrive[s];
            if (used && !zone_seen(kase, &served, s)) {
                warn_of_clocks(reader, kase->stations[s].zone);
            }
        }
    }
    g_free(served.leave);
    g_free(served.arrive);
}

/** A booking that cannot be carried is legal but odd, also where it must: then no plan is left,
 * which planning explains. */
static void cannot_be_carried(Reader *reader, const Demand *demand, const Phrase *why) {
    finding_warning(reader->findings, demand->place,
                    demand->must ? FINDING_MUST_NOT_CARRIED : FINDING_NOT_CARRIED, demand->code,
                    why);
}

/** Per class and station: the class may not be there. */
static bool *barred_stations(const Case *kase) {
    size_t n = (size_t)kase->n_stations;
    bool *barred = g_new0(bool, (size_t)kase->n_cargo *n);
    for (CargoId c = 0; c < kase->n_cargo; c++) {
        const Cargo *cargo = &kase->cargo[c];
        for (StationId s = 0; s < kase->n_stations; s++) {
            const Station *station = &kase->stations[s];
            barred[(size_t)c * n + (size_t)s] =
                pattern_matches(cargo->avoid_stations, station->code) ||
                (station->country != NULL &&
                 pattern_matches(cargo->avoid_countries, station->country));
        }
    }
    return barred;
}

static void check_cargo_class(Reader *reader, const Demand *demand, const bool *barred) {
    const Case *kase = reader->kase;
    const Cargo *cargo = &kase->cargo[demand->cargo];
    if (!reader_sound(reader, SECTION_CARGO, demand->cargo)) {
        return;
    }
    const StationId ends[] = {demand->from, demand->to};
    for (int i = 0; i < 2; i++) {
        if (barred[(size_t)demand->cargo * (size_t)kase->n_stations + (size_t)ends[i]]) {
            cannot_be_carried(
                reader, demand,
                &PHRASE(REASON_CLASS_AVOIDS, cargo->code, station_code(kase, ends[i])));
        }
    }
    if (cargo->containers != NULL && !cargo->containers[demand->container]) {
        cannot_be_carried(reader, demand,
                          &PHRASE(REASON_CLASS_CONTAINERS, cargo->code,
                                  kase->containers[demand->container].code));
    }
}

static void check_demand(Reader *reader) {
    const Case *kase = reader->kase;
    bool *barred = barred_stations(kase);
    for (DemandId d = 0; d < kase->n_demand; d++) {
        if (reader_sound(reader, SECTION_DEMAND, d)) {
            check_cargo_class(reader, &kase->demand[d], barred);
        }
    }
    g_free(barred);
}

void checks_run(Reader *reader) {
    check_trains(reader);
    check_lines(reader);
    check_demand(reader);
    check_clocks(reader);
    totals_check(reader);
    if (reader_errors(reader) == 0) { /* zones and days that are sound */
        closures_lay(reader->kase);
        clock_times_check(reader);
    }
    oddities_check(reader);
}
