/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values that the format allows and that no planner is likely to mean. */
#include "config/oddities.h"

#include <math.h>

#include "config/finding_codes.h"
#include "config/odd_places.h"
#include "config/reader/reader_faults.h"
#include "config/trip_time.h"

/* No freight train keeps up 160 km/h, and one below 8 km/h stands more than it runs. */
static const double FASTEST_KMH = 160, SLOWEST_KMH = 8;

/* A container's greatest gross mass on the road and on cranes is 30.48 t (ISO 668); 36 t is beyond
 * all that are built. */
static const double HEAVIEST_BOX_T = 36;

enum { READY_EARLY_DAYS = 60 };

/* ---- slots ---- */

/** How long the legs of a slot take: the shortest and the longest that some run takes. */
typedef struct {
    const Slot *slot;
    Minute *least, *most; /**< per leg */
} LegTimes;

static bool measure_run(void *user, int entry, Date day, const Minute *times,
                        const LocalKind *kinds) {
    LegTimes *legs = user;
    (void)entry;
    (void)day;
    (void)kinds;
    for (int leg = 0; leg <= legs->slot->n_stops; leg++) {
        const Minute takes = times[2 * leg + 1] - times[2 * leg];
        legs->least[leg] = MIN(legs->least[leg], takes);
        legs->most[leg] = MAX(legs->most[leg], takes);
    }
    return true;
}

/** A part of a slot between places where it stops. */
static void check_leg_speed(Reader *reader, const LegTimes *legs, int leg, double dist_km) {
    const Slot *slot = legs->slot;
    const double fastest = dist_km * MINUTES_PER_HOUR / (double)legs->least[leg];
    const double slowest = dist_km * MINUTES_PER_HOUR / (double)legs->most[leg];
    if (fastest > FASTEST_KMH || slowest < SLOWEST_KMH) {
        const double kmh = fastest > FASTEST_KMH ? fastest : slowest;
        const Station *stations = reader->kase->stations;
        finding_warning(reader->findings, slot->place, FINDING_LEG_SPEED, slot->code,
                        stations[slot_station_at(slot, 2 * leg)].code,
                        stations[slot_station_at(slot, 2 * leg + 1)].code,
                        phrase_real(kmh < 10 ? round(kmh * 10) / 10 : round(kmh)));
    }
}

/** Measures all runs, or any one where they all take as long. */
static void measure_slot(const Case *kase, LegTimes *legs) {
    for (int leg = 0; leg <= legs->slot->n_stops; leg++) {
        legs->least[leg] = INT64_MAX;
    }
    if (slot_by_clock(legs->slot)) {
        slot_each_run(kase, legs->slot, measure_run, legs);
        return;
    }
    g_autofree Minute *times = g_new(Minute, (gsize)slot_n_times(legs->slot));
    slot_times(kase, legs->slot, 0, 0, times, NULL);
    (void)measure_run(legs, 0, 0, times, NULL);
}

static void check_speeds(Reader *reader, const Slot *slot) {
    const gsize n_legs = (gsize)slot->n_stops + 1;
    LegTimes legs = {slot, g_new(Minute, n_legs), g_new0(Minute, n_legs)};
    double dist_km = 0;
    measure_slot(reader->kase, &legs);
    for (int leg = 0; leg <= slot->n_stops && legs.most[0] > 0; leg++) {
        const double end_km = leg < slot->n_stops ? slot->stops[leg].dist_km : slot->dist_km;
        check_leg_speed(reader, &legs, leg, end_km - dist_km);
        dist_km = end_km;
    }
    g_free(legs.least);
    g_free(legs.most);
}

/** The slots of each pair of stations, as chains. */
typedef struct {
    GHashTable *first; /**< pair → slot + 1 */
    SlotId *next;      /**< per slot: the next of its pair, -1 at the end */
} SlotPairs;

/** A key for a pair of stations. */
static gint64 pair_key(const Case *kase, StationId from, StationId to) {
    return (gint64)from * kase->n_stations + to;
}

static SlotPairs slot_pairs_new(const Case *kase) {
    SlotPairs pairs = {g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL),
                       g_new(SlotId, (gsize)kase->n_slots + 1)};
    for (SlotId s = kase->n_slots - 1; s >= 0; s--) {
        gint64 *key = g_new(gint64, 1);
        *key = pair_key(kase, kase->slots[s].from, kase->slots[s].to);
        pairs.next[s] = GPOINTER_TO_INT(g_hash_table_lookup(pairs.first, key)) - 1;
        g_hash_table_replace(pairs.first, key, GINT_TO_POINTER(s + 1));
    }
    return pairs;
}

static void slot_pairs_free(SlotPairs *pairs) {
    g_hash_table_destroy(pairs->first);
    g_free(pairs->next);
}

/** The first slot from the place before the i-th of a route to that, -1 where there is none. */
static SlotId first_to(const Case *kase, const SlotPairs *pairs, const Line *line, int i) {
    const gint64 key = pair_key(kase, line->route[i - 1], line->route[i]);
    return GPOINTER_TO_INT(g_hash_table_lookup(pairs->first, &key)) - 1;
}

/** Marks the slots that some line can use: those of trains given by hand, and those between
 * neighbours on the route of a line that is designed. */
static void mark_used(const Case *kase, const SlotPairs *pairs, bool *used) {
    for (int t = 0; t < kase->n_trains; t++) {
        for (int i = 0; i < kase->trains[t].n_slots; i++) {
            used[kase->trains[t].slots[i]] = true;
        }
    }
    for (LineId l = 0; l < kase->n_lines; l++) {
        const Line *line = &kase->lines[l];
        for (int i = 1; line->n_trains == 0 && i < line->n_route; i++) {
            for (SlotId s = first_to(kase, pairs, line, i); s >= 0; s = pairs->next[s]) {
                used[s] = true;
            }
        }
    }
}

static void check_slots(Reader *reader, const SlotPairs *pairs) {
    const Case *kase = reader->kase;
    const bool few = clock_runs_few(kase);
    bool *used = g_new0(bool, (gsize)kase->n_slots + 1);
    mark_used(kase, pairs, used);
    for (SlotId s = 0; s < kase->n_slots; s++) {
        if (few || !slot_by_clock(&kase->slots[s])) {
            check_speeds(reader, &kase->slots[s]);
        }
        if (!used[s]) {
            finding_warning(reader->findings, kase->slots[s].place, FINDING_SLOT_IDLE,
                            kase->slots[s].code);
        }
    }
    g_free(used);
}

/* ---- lines ---- */

static double offered_teu(const Slot *slot) {
    return slot->teu + slot->upper_teu;
}

/** How many trains of a designed line its slots allow in a week. */
static int designed_departures(const Case *kase, const SlotPairs *pairs, const Line *line) {
    int least = NO_LIMIT;
    for (int i = 1; i < line->n_route; i++) {
        int departures = 0;
        for (SlotId s = first_to(kase, pairs, line, i); s >= 0; s = pairs->next[s]) {
            departures += kase->slots[s].n_departs * kase->slots[s].max_trains;
        }
        least = MIN(least, departures);
    }
    return least;
}

/** How many trains a week those given by hand come to. */
static int hand_departures(const Case *kase, LineId line) {
    int departures = 0;
    for (int t = 0; t < kase->n_trains; t++) {
        const Train *train = &kase->trains[t];
        const Slot *first = &kase->slots[train->slots[0]];
        for (int i = 0; train->line == line && i < first->n_departs; i++) {
            departures += train->on_day[first->departs[i].weekday];
        }
    }
    return departures;
}

/** Of a chain of slots the smallest that offers so many TEU at least; -1 where none does. */
static SlotId smallest_slot(const Case *kase, const SlotPairs *pairs, SlotId chain, double least) {
    SlotId found = -1;
    for (SlotId s = chain; s >= 0; s = pairs->next[s]) {
        const double teu = offered_teu(&kase->slots[s]);
        if (teu >= least && (found < 0 || teu < offered_teu(&kase->slots[found]))) {
            found = s;
        }
    }
    return found;
}

/** The load factor of a train whose boxes all ride from end to end, filled as far as its smallest
 * slot allows: least offer times km, over offers times km. */
static double ride_through(double least, double dist_km, double offered_km) {
    return offered_km > 0 ? least * dist_km / offered_km : 0;
}

/** The load factor of a designed line on the smallest slots that offer so many TEU at least; 0
 * where there are none. */
static double reach_with(const Case *kase, const SlotPairs *pairs, const Line *line, double least) {
    double dist_km = 0, offered_km = 0;
    for (int i = 1; i < line->n_route; i++) {
        const SlotId s = smallest_slot(kase, pairs, first_to(kase, pairs, line, i), least);
        if (s < 0) {
            return 0;
        }
        dist_km += kase->slots[s].dist_km;
        offered_km += offered_teu(&kase->slots[s]) * kase->slots[s].dist_km;
    }
    return ride_through(least, dist_km, offered_km);
}

/** The best of that over the choices of slots of a designed line; 0 where none is whole. */
static double designed_reach(const Case *kase, const SlotPairs *pairs, const Line *line) {
    double best = 0;
    for (int i = 1; i < line->n_route; i++) {
        for (SlotId s = first_to(kase, pairs, line, i); s >= 0; s = pairs->next[s]) {
            best = MAX(best, reach_with(kase, pairs, line, offered_teu(&kase->slots[s])));
        }
    }
    return best;
}

/** Likewise of the trains of a line that are given by hand. */
static double hand_reach(const Case *kase, LineId line) {
    double best = 0;
    for (int t = 0; t < kase->n_trains; t++) {
        const Train *train = &kase->trains[t];
        double least = INFINITY, dist_km = 0, offered_km = 0;
        for (int i = 0; train->line == line && i < train->n_slots; i++) {
            const Slot *slot = &kase->slots[train->slots[i]];
            least = MIN(least, offered_teu(slot));
            dist_km += slot->dist_km;
            offered_km += offered_teu(slot) * slot->dist_km;
        }
        best = dist_km > 0 ? MAX(best, ride_through(least, dist_km, offered_km)) : best;
    }
    return best;
}

static const LoadFactor *rule_of(const Case *kase, const Line *line) {
    for (int i = 0; i < kase->n_load_factors; i++) {
        if (pattern_matches(kase->load_factors[i].lines, line->code)) {
            return &kase->load_factors[i];
        }
    }
    return NULL;
}

static void check_load_factor(Reader *reader, const SlotPairs *pairs, LineId id) {
    const Case *kase = reader->kase;
    const Line *line = &kase->lines[id];
    const LoadFactor *rule = rule_of(kase, line);
    if (rule == NULL || rule->min <= 0) {
        return;
    }
    const double reach =
        line->n_trains > 0 ? hand_reach(kase, id) : designed_reach(kase, pairs, line);
    if (reach > 0 && rule->min > reach + 1e-9) {
        finding_warning(reader->findings, rule->min_place, FINDING_LOAD_FACTOR_HIGH, line->code,
                        phrase_real(rule->min), phrase_real(floor(reach * 1000) / 1000));
    }
}

static void check_least_trains(Reader *reader, const SlotPairs *pairs, LineId id) {
    const Case *kase = reader->kase;
    const Line *line = &kase->lines[id];
    if (line->min_trains_per_week == 0) {
        return;
    }
    const int departures =
        line->n_trains > 0 ? hand_departures(kase, id) : designed_departures(kase, pairs, line);
    if (departures > 0 && line->min_trains_per_week > departures) {
        finding_warning(reader->findings, line->min_place, FINDING_LINE_MIN_HIGH, line->code,
                        line->min_trains_per_week, departures);
    }
}

/* ---- bookings ---- */

/** Warns of the first of the bookings that are odd in one way, and says how many there are. */
static void warn_of_first(Reader *reader, Place place, int count, const Phrase *phrase) {
    if (count == 1) {
        findings_add(reader->findings, place, FINDING_WARNING, phrase);
    } else if (count > 1) {
        finding_warning(reader->findings, place, FINDING_REPEATED, phrase, count);
    }
}

static double gross_t(const Case *kase, const Demand *demand) {
    return demand->tonnes_per_box + kase->containers[demand->container].tare_t;
}

static bool is_heavy(const Case *kase, const Demand *demand) {
    return gross_t(kase, demand) > HEAVIEST_BOX_T;
}

static bool is_early(const Case *kase, const Demand *demand) {
    return demand->ready < kase->horizon.start_at - (Minute)READY_EARLY_DAYS * MINUTES_PER_DAY;
}

/** Counts the bookings that are odd in a way, and finds the first. */
static int count_odd(const Case *kase, bool (*odd)(const Case *, const Demand *),
                     const Demand **first) {
    int count = 0;
    for (DemandId d = 0; d < kase->n_demand; d++) {
        if (odd(kase, &kase->demand[d])) {
            *first = count++ == 0 ? &kase->demand[d] : *first;
        }
    }
    return count;
}

static void check_bookings_odd(Reader *reader) {
    const Case *kase = reader->kase;
    const Demand *first = NULL;
    int count = count_odd(kase, is_heavy, &first);
    if (count > 0) {
        const Phrase heavy = PHRASE(FINDING_BOX_HEAVY, first->code,
                                    phrase_real(round(gross_t(kase, first) * 10) / 10));
        warn_of_first(reader, first->tonnes_place, count, &heavy);
    }
    count = count_odd(kase, is_early, &first);
    if (count > 0) {
        const Phrase early = PHRASE(FINDING_READY_EARLY, first->code, READY_EARLY_DAYS);
        warn_of_first(reader, first->ready_place, count, &early);
    }
}

void oddities_check(Reader *reader) {
    odd_places_check(reader);
    if (reader_errors(reader) > 0) {
        return;
    }
    SlotPairs pairs = slot_pairs_new(reader->kase);
    check_slots(reader, &pairs);
    for (LineId id = 0; id < reader->kase->n_lines; id++) {
        check_least_trains(reader, &pairs, id);
        check_load_factor(reader, &pairs, id);
    }
    slot_pairs_free(&pairs);
    check_bookings_odd(reader);
}
