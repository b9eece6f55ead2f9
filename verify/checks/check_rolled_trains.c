/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks trains under way, what is aboard of trains that are not over, and what gone things use up
 * of days. */
#include "verify/checks/check_rolled_trains.h"

#include <math.h>
#include <string.h>

static const double LOAD_OFF = 1e-6; /**< of TEU and tonnes, relative */

static bool near(double one, double other) {
    return fabs(one - other) <= LOAD_OFF * fmax(1, fabs(other));
}

/* ---- trains ---- */

/** True where the case still has the slot run's slot with a part that goes so, and the line: then
 *  others may ride the leg. */
static bool leg_has_room(const State *state, const Journey *train, const JourneyLeg *leg) {
    const Case *kase = state->plan.kase;
    bool line = false, part = false;
    for (LineId id = 0; id < kase->n_lines; id++) {
        line |= strcmp(kase->lines[id].code, train->id) == 0;
    }
    for (SlotId id = 0; id < kase->n_slots; id++) {
        const Slot *slot = &kase->slots[id];
        g_autofree char *prefix = g_strconcat(slot->code, "@", NULL);
        StationId from = slot->from;
        for (int i = 0; i <= slot->n_stops && g_str_has_prefix(leg->run, prefix); i++) {
            StationId to = i == slot->n_stops ? slot->to : slot->stops[i].at;
            part |= strcmp(kase->stations[from].code, leg->from) == 0 &&
                    strcmp(kase->stations[to].code, leg->to) == 0;
            from = to;
        }
    }
    return line && part && leg->leaves >= state->plan.start;
}

static const CarriedTrain *carried_train_named(const CarriedOver *carried, const char *name) {
    for (int i = 0; i < carried->n_trains; i++) {
        if (strcmp(carried->trains[i].name, name) == 0) {
            return &carried->trains[i];
        }
    }
    return NULL;
}

static void check_train_taken(const PlanRead *plan, const State *state, const Journey *train) {
    const CarriedTrain *taken = carried_train_named(plan->kase->carried, train->number);
    bool under_way = journey_last(train)->comes >= state->plan.start;
    Minute before = state->plan.start - journey_leg(train, 0)->leaves;
    int weeks = (int)((before + 7 * MINUTES_PER_DAY - 1) / (7 * MINUTES_PER_DAY));
    if (!STATE_CHECK(taken != NULL, "%s is not taken into account", train->number)) {
        return;
    }
    STATE_CHECK(taken->under_way == under_way && taken->week == -weeks &&
                    taken->n_legs == (int)train->legs->len,
                "%s: whether it is under way, its week or its legs are not as it runs",
                train->number);
    for (guint i = 0; i < train->legs->len && (int)i < taken->n_legs; i++) {
        const JourneyLeg *leg = journey_leg(train, i);
        const CarriedLeg *own = &taken->legs[i];
        STATE_CHECK(own->row->departs_at == leg->leaves && own->row->arrives_at == leg->comes &&
                        own->from == station_find(plan->kase, leg->from) &&
                        own->to == station_find(plan->kase, leg->to) &&
                        own->open == leg_has_room(state, train, leg),
                    "%s: leg %u is not taken as it runs, or others may ride it and should not",
                    train->number, i + 1);
    }
}

/* ---- what is aboard ---- */

/** The leg of a train under way that the boxes ride; NULL. */
static const Journey *rolled_train_of(const State *state, const JourneyLeg *leg) {
    const Journey *train = journeys_train(&state->journeys, leg->carrier);
    if (!train || journey_last(train)->comes < state->plan.start) {
        return NULL;
    }
    for (guint i = 0; i < train->legs->len; i++) {
        const JourneyLeg *own = journey_leg(train, i);
        if (own->leaves == leg->leaves && strcmp(own->from, leg->from) == 0) {
            return train;
        }
    }
    return NULL;
}

static bool boards_here(const State *state, const Journey *boxes, guint leg) {
    for (guint i = 0; i < leg; i++) {
        const JourneyLeg *earlier = journey_leg(boxes, i);
        if (journey_on_train(earlier) && earlier->leaves >= state->plan.start &&
            strcmp(earlier->carrier, journey_leg(boxes, leg)->carrier) == 0) {
            return false;
        }
    }
    return journey_leg(boxes, leg)->leaves >= state->plan.start;
}

static bool is_load_of(const PlanRead *plan, const CarriedLoad *load, const Journey *boxes,
                       const JourneyLeg *leg) {
    const char *cargo = load->cargo < 0 ? "" : plan->kase->cargo[load->cargo].code;
    return load->empty == (boxes->kind == JOURNEY_EMPTIES) && load->row->boxes == boxes->boxes &&
           strcmp(load->row->id, boxes->id) == 0 && strcmp(load->row->train, leg->carrier) == 0 &&
           load->row->departs_at == leg->leaves && strcmp(load->row->from, leg->from) == 0 &&
           strcmp(load->row->to, leg->to) == 0 && near(load->row->teu, leg->teu) &&
           near(load->row->tonnes, leg->tonnes) && strcmp(cargo, boxes->cargo) == 0;
}

/** True where the load is put on the train that the boxes ride. */
static bool load_is_on_train(const PlanRead *plan, const CarriedLoad *load,
                             const Journey *under_way, const JourneyLeg *leg) {
    const Commitments *committed = &plan->kase->commitments;
    if (under_way) {
        return load->train >= 0 &&
               strcmp(plan->kase->carried->trains[load->train].name, under_way->number) == 0;
    }
    if (load->train >= 0 || load->earlier_train < 0) {
        return false;
    }
    const CommittedTrain *later = &committed->earlier_trains[load->earlier_train];
    bool rides = false;
    for (int i = 0; i < later->n_runs; i++) {
        rides |= strcmp(later->runs[i], leg->run) == 0;
    }
    return rides && later->carries;
}

/** Boxes on a leg of a train that is not over are a load of the case. */
static bool check_leg_taken(const PlanRead *plan, const State *state, const Journey *boxes,
                            guint number) {
    const JourneyLeg *leg = journey_leg(boxes, number);
    const CarriedOver *carried = plan->kase->carried;
    const Journey *under_way = rolled_train_of(state, leg);
    bool past = leg->leaves < state->plan.start, taken = false;
    if (!journey_on_train(leg) || (past && !under_way)) {
        return false;
    }
    ContainerId container = container_find(plan->kase, boxes->container);
    for (int i = 0; i < carried->n_loads && !taken; i++) {
        const CarriedLoad *load = &carried->loads[i];
        taken = is_load_of(plan, load, boxes, leg) &&
                load_is_on_train(plan, load, under_way, leg) && load->past == past &&
                load->boards == boards_here(state, boxes, number) && container >= 0 &&
                load->stackable == plan->kase->containers[container].stackable;
    }
    STATE_CHECK(taken, "%ld of %s on %s from %s are not taken to be aboard", boxes->boxes,
                boxes->id, leg->carrier, leg->from);
    return true;
}

static void check_loads(const PlanRead *plan, const State *state) {
    int loads = 0;
    for (guint i = 0; i < state->journeys.all->len; i++) {
        const Journey *boxes = journeys_at(&state->journeys, i);
        if (boxes->kind == JOURNEY_TRAIN || !boxes->gone ||
            !told_counts(&state->plan, journey_last(boxes)->comes)) {
            continue;
        }
        for (guint leg = 0; leg < boxes->legs->len; leg++) {
            loads += check_leg_taken(plan, state, boxes, leg);
        }
    }
    STATE_CHECK(plan->kase->carried->n_loads == loads,
                "%d legs of gone boxes are taken to be ahead, they are %d",
                plan->kase->carried->n_loads, loads);
}

/* ---- days ---- */

/** What is used up on one day of one station or feeder. */
typedef struct {
    int lifts, trains, boxes;
} DayUse;

/** Days that are used up, by `code␟day`. */
typedef struct {
    const State *state;
    GHashTable *days; /**< DayUse */
} DayUses;

static char *day_use_key(const char *code, Date day) {
    return g_strdup_printf("%s\x1f%d", code, day);
}

/** The local day there; one to be thrown away where it is over, or the case lacks the place. */
static DayUse *day_use_at(const DayUses *uses, DayUse *none, const char *code, const char *station,
                          Minute at) {
    const Case *kase = uses->state->plan.kase;
    StationId id = station_find(kase, station);
    if (id < 0 || zone_date(kase->stations[id].zone, at) <
                      zone_date(kase->stations[id].zone, uses->state->plan.start)) {
        return none;
    }
    char *key = day_use_key(code, zone_date(kase->stations[id].zone, at));
    DayUse *use = g_hash_table_lookup(uses->days, key);
    if (use) {
        g_free(key);
        return use;
    }
    use = g_new0(DayUse, 1);
    g_hash_table_insert(uses->days, key, use);
    return use;
}

static bool same_carrier(const Journey *boxes, guint leg, guint other) {
    return other < boxes->legs->len && journey_on_train(journey_leg(boxes, other)) &&
           strcmp(journey_leg(boxes, other)->carrier, journey_leg(boxes, leg)->carrier) == 0;
}

/** Lifts on and off trains, and across a gauge break on the way; boxes on feeders. */
static void use_days_by_boxes(const DayUses *uses, const Journey *boxes) {
    const Case *kase = uses->state->plan.kase;
    DayUse none = {0};
    for (guint i = 0; i < boxes->legs->len; i++) {
        const JourneyLeg *leg = journey_leg(boxes, i);
        StationId from = station_find(kase, leg->from);
        int feeder = feeder_find(kase, leg->carrier);
        if (!journey_on_train(leg)) {
            const char *start = feeder < 0 ? "" : kase->stations[kase->feeders[feeder].from].code;
            day_use_at(uses, &none, leg->carrier, start, leg->leaves)->boxes += (int)boxes->boxes;
            continue;
        }
        bool breaks = from >= 0 && kase->stations[from].gauge_break;
        if (i == 0 || !same_carrier(boxes, i, i - 1) || breaks) {
            day_use_at(uses, &none, leg->from, leg->from, leg->leaves)->lifts += (int)boxes->boxes;
        }
        if (!same_carrier(boxes, i, i + 1)) {
            day_use_at(uses, &none, leg->to, leg->to, leg->comes)->lifts += (int)boxes->boxes;
        }
    }
}

static void use_days_by_train(const DayUses *uses, const Journey *train) {
    DayUse none = {0};
    const JourneyLeg *first = journey_leg(train, 0);
    day_use_at(uses, &none, first->from, first->from, first->leaves)->trains++;
    for (guint i = 0; i < train->legs->len; i++) {
        const JourneyLeg *leg = journey_leg(train, i);
        day_use_at(uses, &none, leg->to, leg->to, leg->comes)->trains++;
    }
}

/** Holds days of the case against those that are used up; takes these off the table.
 *  @param codes  of stations, or feeders */
static void check_days_taken(const PlanRead *plan, const DayUses *uses, const CarriedDay *days,
                             int n_days, bool feeders) {
    const Case *kase = plan->kase;
    for (int i = 0; i < n_days; i++) {
        const CarriedDay *taken = &days[i];
        const char *code =
            feeders ? kase->feeders[taken->subject].code : kase->stations[taken->subject].code;
        g_autofree char *key = day_use_key(code, taken->day);
        const DayUse *found = g_hash_table_lookup(uses->days, key);
        DayUse use = found ? *found : (DayUse){0};
        char text[DATE_TEXT_SIZE];
        STATE_CHECK(
            taken->lifts == use.lifts && taken->trains == use.trains && taken->boxes == use.boxes,
            "%s on %s: %d lifts, %d trains, %d boxes are taken as gone, they are %d, %d, %d", code,
            date_format(taken->day, text), taken->lifts, taken->trains, taken->boxes, use.lifts,
            use.trains, use.boxes);
        g_hash_table_remove(uses->days, key);
    }
}

static void check_days_used(const PlanRead *plan, const State *state) {
    const CarriedOver *carried = plan->kase->carried;
    DayUses uses = {state, g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free)};
    for (guint i = 0; i < state->journeys.all->len; i++) {
        const Journey *journey = journeys_at(&state->journeys, i);
        if (journey->gone && journey->kind == JOURNEY_TRAIN) {
            use_days_by_train(&uses, journey);
        } else if (journey->gone) {
            use_days_by_boxes(&uses, journey);
        }
    }
    check_days_taken(plan, &uses, carried->station_days, carried->n_station_days, false);
    check_days_taken(plan, &uses, carried->feeder_days, carried->n_feeder_days, true);
    STATE_CHECK(g_hash_table_size(uses.days) == 0,
                "what gone things use up on %u days is not taken into account",
                g_hash_table_size(uses.days));
    g_hash_table_unref(uses.days);
}

void verify_rolled_trains(const PlanRead *plan, const State *state) {
    int trains = 0;
    for (guint i = 0; i < state->journeys.all->len; i++) {
        const Journey *train = journeys_at(&state->journeys, i);
        if (train->kind == JOURNEY_TRAIN && train->gone &&
            told_counts(&state->plan, journey_last(train)->comes)) {
            check_train_taken(plan, state, train);
            trains++;
        }
    }
    STATE_CHECK(plan->kase->carried->n_trains == trains,
                "%d trains are taken as gone and not over, they are %d",
                plan->kase->carried->n_trains, trains);
    check_loads(plan, state);
    check_days_used(plan, state);
}
