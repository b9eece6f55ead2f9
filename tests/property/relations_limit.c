/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Limits: a tighter one never pays, a wider one never harms. */
#include "tests/property/relation.h"

/** A change of one limit of the case.
 *  @return false where there is none to change */
typedef bool (*ChangeLimit)(RandomCase *kase, Random *random);

/** Makes one of the changes, the first in a random order that finds something to change. */
static bool change_one(RandomCase *kase, Random *random, const ChangeLimit *changes, int count) {
    int first = random_int(random, 0, count - 1);
    for (int i = 0; i < count; i++) {
        if (changes[(first + i) % count](kase, random)) {
            return true;
        }
    }
    return false;
}

static RandomStation *any_station(RandomCase *kase, Random *random) {
    return &kase->stations[random_int(random, 0, kase->n_stations - 1)];
}

static RandomSlot *any_slot(RandomCase *kase, Random *random) {
    return &kase->slots[random_int(random, 0, kase->n_slots - 1)];
}

static RandomLine *any_line(RandomCase *kase, Random *random) {
    return &kase->lines[random_int(random, 0, kase->n_lines - 1)];
}

/** Less room also asks less of a train that must be filled to a share. */
static bool fills_a_share(const RandomCase *kase) {
    for (int i = 0; i < kase->n_load_factors; i++) {
        if (kase->load_factors[i].min_percent > 0) {
            return true;
        }
    }
    return false;
}

static bool less_teu(RandomCase *kase, Random *random) {
    if (fills_a_share(kase)) {
        return false;
    }
    any_slot(kase, random)->teu -= random_int(random, 1, 3);
    return true;
}

static bool fewer_lifts(RandomCase *kase, Random *random) {
    RandomStation *station = any_station(kase, random);
    station->lifts_per_day = station->lifts_per_day == ABSENT ? 6 : station->lifts_per_day / 2;
    return true;
}

static bool fewer_trains_a_day(RandomCase *kase, Random *random) {
    any_station(kase, random)->trains_per_day = 1;
    return true;
}

static bool fewer_trains_a_week(RandomCase *kase, Random *random) {
    RandomLine *line = any_line(kase, random);
    if (line->min_trains != ABSENT) {
        return false;
    }
    line->max_trains = line->max_trains == ABSENT ? 1 : line->max_trains - 1;
    return true;
}

static bool fewer_tonnes(RandomCase *kase, Random *random) {
    RandomSlot *slot = any_slot(kase, random);
    slot->tonnes = slot->tonnes == ABSENT ? slot->teu * 8 : slot->tonnes / 2;
    return true;
}

static bool no_transfers(RandomCase *kase, Random *random) {
    RandomStation *station = any_station(kase, random);
    bool changed = station->transfer;
    station->transfer = false;
    return changed;
}

static bool fewer_on_feeders(RandomCase *kase, Random *random) {
    if (kase->n_feeders == 0) {
        return false;
    }
    RandomFeeder *feeder = &kase->feeders[random_int(random, 0, kase->n_feeders - 1)];
    feeder->boxes_per_day = feeder->boxes_per_day == ABSENT ? 1 : feeder->boxes_per_day / 2;
    return true;
}

/** Where keeping boxes costs nothing, fewer of them are worth no more. */
static bool fewer_containers(RandomCase *kase, Random *random) {
    if (kase->n_equipment == 0) {
        return false;
    }
    RandomEquipment *type = &kase->equipment[random_int(random, 0, kase->n_equipment - 1)];
    int station = random_int(random, 0, kase->n_stations - 1);
    for (int i = 0; i < kase->n_stations; i++) {
        if (type->storage[i] > 0) {
            return false;
        }
    }
    type->stock[station] /= 2;
    type->lease_boxes[station] /= 2;
    return true;
}

static bool more_at_the_end(RandomCase *kase, Random *random) {
    if (kase->n_equipment == 0) {
        return false;
    }
    RandomEquipment *type = &kase->equipment[random_int(random, 0, kase->n_equipment - 1)];
    type->end_min[random_int(random, 0, kase->n_stations - 1)]++;
    return true;
}

static RandomRake *any_pool(RandomCase *kase, Random *random) {
    RandomRake *pool =
        kase->n_rakes == 0 ? NULL : &kase->rakes[random_int(random, 0, kase->n_rakes - 1)];
    return pool == NULL || !pool->listed ? NULL : pool;
}

static bool fewer_sets(RandomCase *kase, Random *random) {
    RandomRake *pool = any_pool(kase, random);
    if (pool == NULL) {
        return false;
    }
    pool->sets[any_slot(kase, random)->from] /= 2;
    pool->turn_h += 24;
    return true;
}

static bool no_reposition(RandomCase *kase, Random *random) {
    RandomRake *pool = any_pool(kase, random);
    if (pool == NULL || pool->n_reposition == 0) {
        return false;
    }
    pool->n_reposition--;
    return true;
}

static bool regular_line(RandomCase *kase, Random *random) {
    int first = random_int(random, 0, kase->n_lines - 1);
    for (int i = 0; i < kase->n_lines && kase->draws[DRAW_REGULAR]; i++) {
        RandomLine *line = &kase->lines[(first + i) % kase->n_lines];
        if (!line->regular && !line->by_hand) {
            line->regular = true;
            return true;
        }
    }
    return false;
}

static bool tighter(Pair *pair, Random *random) {
    static const ChangeLimit changes[] = {less_teu,     fewer_lifts,         fewer_trains_a_day,
                                          fewer_tonnes, fewer_trains_a_week, no_transfers};
    pair->expected = NO_GAIN;
    return change_one(&pair->after, random, changes, sizeof changes / sizeof *changes);
}

static bool scarcer(Pair *pair, Random *random) {
    static const ChangeLimit changes[] = {fewer_on_feeders, fewer_containers, more_at_the_end,
                                          fewer_sets, no_reposition};
    pair->expected = NO_GAIN;
    return change_one(&pair->after, random, changes, sizeof changes / sizeof *changes);
}

static bool made_regular(Pair *pair, Random *random) {
    pair->expected = NO_GAIN;
    return regular_line(&pair->after, random);
}

static bool empties_dearer(Pair *pair, Random *random) {
    for (int i = 0; i < pair->after.n_slots; i++) {
        pair->after.slots[i].cost_empty_teu += random_int(random, 0, 50);
    }
    pair->expected = NO_GAIN;
    return pair->after.n_equipment > 0;
}

static bool wider_stations(RandomCase *kase, Random *random) {
    RandomStation *station = any_station(kase, random);
    bool changed = station->lifts_per_day != ABSENT || station->trains_per_day != ABSENT;
    station->lifts_per_day = station->trains_per_day = ABSENT;
    return changed;
}

static bool wider_lines(RandomCase *kase, Random *random) {
    RandomLine *line = any_line(kase, random);
    bool changed = line->min_trains != ABSENT || line->max_trains != ABSENT;
    line->min_trains = line->max_trains = ABSENT;
    return changed;
}

static bool wider_classes(RandomCase *kase, Random *random) {
    RandomCargo *cargo = &kase->cargo[random_int(random, 0, kase->n_cargo - 1)];
    bool changed = cargo->max_boxes != ABSENT || cargo->apart_from != ABSENT;
    cargo->max_boxes = cargo->apart_from = ABSENT;
    return changed;
}

static bool later_due(RandomCase *kase, Random *random) {
    RandomBooking *booking = &kase->demand[random_int(random, 0, kase->n_demand - 1)];
    booking->due_h += random_int(random, 12, 72);
    booking->must = false;
    return true;
}

static bool wider(Pair *pair, Random *random) {
    static const ChangeLimit changes[] = {wider_stations, wider_lines, wider_classes, later_due};
    pair->expected = NO_LOSS;
    return change_one(&pair->after, random, changes, sizeof changes / sizeof *changes);
}

static bool more_on_feeders(RandomCase *kase, Random *random) {
    if (kase->n_feeders == 0) {
        return false;
    }
    kase->feeders[random_int(random, 0, kase->n_feeders - 1)].boxes_per_day = ABSENT;
    return true;
}

static bool more_sets(RandomCase *kase, Random *random) {
    RandomRake *pool = any_pool(kase, random);
    if (pool == NULL) {
        return false;
    }
    pool->sets[any_slot(kase, random)->from]++;
    pool->turn_h = 0;
    return true;
}

static bool more_to_lease(RandomCase *kase, Random *random) {
    if (kase->n_equipment == 0) {
        return false;
    }
    RandomEquipment *type = &kase->equipment[random_int(random, 0, kase->n_equipment - 1)];
    type->lease_boxes[random_int(random, 0, kase->n_stations - 1)]++;
    return true;
}

static bool more_end_value(RandomCase *kase, Random *random) {
    if (kase->n_equipment == 0 || kase->cyclic) {
        return false;
    }
    RandomEquipment *type = &kase->equipment[random_int(random, 0, kase->n_equipment - 1)];
    int station = random_int(random, 0, kase->n_stations - 1);
    type->end_value[station] += 30;
    type->end_min[station] = 0;
    return true;
}

static bool more_upper(RandomCase *kase, Random *random) {
    RandomSlot *slot = any_slot(kase, random);
    bool changed = slot->upper_teu > 0 && !fills_a_share(kase);
    slot->upper_teu += changed ? 2 : 0;
    return changed;
}

static bool plentier(Pair *pair, Random *random) {
    static const ChangeLimit changes[] = {more_on_feeders, more_sets, more_to_lease, more_end_value,
                                          more_upper};
    pair->expected = NO_LOSS;
    return change_one(&pair->after, random, changes, sizeof changes / sizeof *changes);
}

static bool made_irregular(Pair *pair, Random *random) {
    RandomLine *line = any_line(&pair->after, random);
    bool changed = line->regular;
    line->regular = false;
    pair->expected = NO_LOSS;
    return changed;
}

/** Where no train has to run, and none with others, a closed day takes ways alone. */
static bool closed_for_days(Pair *pair, Random *random) {
    RandomSlot *slot = any_slot(&pair->after, random);
    bool bound = pair->after.n_trains > 0;
    for (int i = 0; i < pair->after.n_lines; i++) {
        bound |= pair->after.lines[i].regular;
    }
    bool changed = !bound && slot->closed.days == 0;
    slot->closed =
        (RandomClosed){random_int(random, 0, 7 * pair->after.weeks), random_int(random, 1, 5)};
    pair->expected = NO_GAIN;
    return changed;
}

/** What holds an earlier goal costs margin. */
static bool another_goal_first(Pair *pair, Random *random) {
    (void)random;
    pair->after.goals = GOALS_TEU_KM_FIRST;
    pair->expected = NO_GAIN;
    return true;
}

const Relation limit_relations[] = {
    {"a tighter limit", tighter},
    {"a scarcer resource", scarcer},
    {"a line made regular", made_regular},
    {"dearer empties", empties_dearer},
    {"a slot closed for days", closed_for_days},
    {"another goal first", another_goal_first},
    {"a wider limit", wider},
    {"more of a resource", plentier},
    {"a line no longer regular", made_irregular},
    {NULL, NULL},
};
