/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same case in other words. */
#include <stdio.h>
#include <string.h>

#include "tests/property/relation.h"

static bool another_order(Pair *pair, Random *random) {
    pair->after_text.shuffled = true;
    pair->after_text.seed = (uint64_t)random_int(random, 0, 1 << 30);
    return true;
}

static bool other_codes(Pair *pair, Random *random) {
    (void)random;
    pair->after_text.renamed = true;
    return true;
}

static bool money_in_tenths(Pair *pair, Random *random) {
    (void)random;
    pair->after_text.money = 10;
    pair->scale = 10;
    return true;
}

static bool money_in_another_unit(Pair *pair, Random *random) {
    pair->before_text.money = 3;
    pair->before_changed = true;
    pair->after_text.money = random_int(random, 4, 9);
    pair->scale = pair->after_text.money / 3.0;
    return true;
}

/** Whole weeks later, as long as no clock changes then: December to February. */
static bool weeks_later(Pair *pair, Random *random) {
    if (strcmp(pair->after.start, "2026-11-30") != 0) {
        return false;
    }
    pair->after.start_later_days = 7 * random_int(random, 1, 4);
    return true;
}

static bool other_zones(Pair *pair, Random *random) {
    (void)random;
    pair->after_text.other_zones = true;
    return true;
}

/** Outbound and return change their names, in lines and rules alike. */
static bool directions_swapped(Pair *pair, Random *random) {
    (void)random;
    pair->after_text.mirrored = true;
    return true;
}

/** Makes two bookings with the same terms of one; must bookings too. */
static bool split_booking(Pair *pair, Random *random) {
    RandomCase *kase = &pair->after;
    int first = random_int(random, 0, kase->n_demand - 1);
    for (int i = 0; i < kase->n_demand; i++) {
        RandomBooking *booking = &kase->demand[(first + i) % kase->n_demand];
        if (booking->boxes >= 2 && booking->tier_boxes == 0) {
            RandomBooking *part = &kase->demand[kase->n_demand++];
            *part = *booking;
            part->boxes = random_int(random, 1, booking->boxes - 1);
            booking->boxes -= part->boxes;
            return true;
        }
    }
    return false;
}

/** Every tier becomes a booking of its own. */
static bool tiers_apart(Pair *pair, Random *random) {
    (void)random;
    RandomCase *kase = &pair->after;
    bool changed = false;
    for (int i = kase->n_demand - 1; i >= 0; i--) {
        RandomBooking *booking = &kase->demand[i];
        if (booking->tier_boxes > 0) {
            RandomBooking *tier = &kase->demand[kase->n_demand++];
            *tier = *booking;
            tier->boxes = booking->tier_boxes;
            tier->revenue = booking->tier_revenue;
            tier->tier_boxes = booking->tier_boxes = 0;
            changed = true;
        }
    }
    return changed;
}

/** A class without rules is as good as none. */
static bool class_without_rules(Pair *pair, Random *random) {
    (void)random;
    RandomCase *kase = &pair->after;
    int plain = kase->n_cargo++;
    bool changed = false;
    kase->cargo[plain] = (RandomCargo){.code = "plain",
                                       .max_boxes = ABSENT,
                                       .apart_from = ABSENT,
                                       .avoid_station = ABSENT,
                                       .avoid_slot = ABSENT,
                                       .container = ABSENT};
    for (int i = 0; i < kase->n_demand; i++) {
        if (kase->demand[i].cargo == ABSENT) {
            kase->demand[i].cargo = plain;
            changed = true;
        }
    }
    return changed;
}

static int add_spare_station(RandomCase *kase) {
    int spare = kase->n_stations++;
    kase->stations[spare] = kase->stations[0];
    kase->stations[spare].code = "SPARE";
    return spare;
}

/** A station, a slot that no route takes, a container that no booking uses. */
static bool unused_things(Pair *pair, Random *random) {
    (void)random;
    RandomCase *kase = &pair->after;
    int spare = add_spare_station(kase);
    RandomSlot *slot = &kase->slots[kase->n_slots++];
    *slot = kase->slots[0];
    snprintf(slot->code, sizeof slot->code, "SPARE");
    slot->from = spare;
    kase->spare_container = true;
    return true;
}

/** A feeder from a place where no booking starts, and one too slow for any. */
static bool unused_feeder(Pair *pair, Random *random) {
    RandomCase *kase = &pair->after;
    if (kase->n_feeders == 0 || kase->n_feeders + 2 > MAX_FEEDERS) {
        return false;
    }
    int spare = add_spare_station(kase);
    RandomFeeder model = kase->feeders[random_int(random, 0, kase->n_feeders - 1)];
    RandomFeeder *nowhere = &kase->feeders[kase->n_feeders++];
    *nowhere = model;
    nowhere->from = spare;
    nowhere->to = model.to;
    RandomFeeder *slow = &kase->feeders[kase->n_feeders++];
    *slow = model;
    slow->takes_h = 400 * 24;
    return true;
}

/** Two feeders share what one could take in a day. */
static bool split_feeder(Pair *pair, Random *random) {
    RandomCase *kase = &pair->after;
    for (int i = 0; i < kase->n_feeders && kase->n_feeders < MAX_FEEDERS; i++) {
        RandomFeeder *feeder = &kase->feeders[i];
        if (feeder->boxes_per_day >= 1) {
            RandomFeeder *other = &kase->feeders[kase->n_feeders++];
            *other = *feeder;
            other->boxes_per_day = random_int(random, 0, feeder->boxes_per_day);
            feeder->boxes_per_day -= other->boxes_per_day;
            return true;
        }
    }
    return false;
}

/** Without a clock change a slot that leaves once a week arrives by the clock as well. */
static bool by_the_clock(Pair *pair, Random *random) {
    (void)random;
    bool changed = false;
    for (int i = 0; i < pair->after.n_slots; i++) {
        RandomSlot *slot = &pair->after.slots[i];
        changed |= slot->n_departs == 1 && !slot->by_clock;
        slot->by_clock |= slot->n_departs == 1;
    }
    return changed && strcmp(pair->after.start, "2026-11-30") == 0;
}

/** True where trains by hand or regular ones use slots: closed days are not as if nothing ran. */
static bool only_designed(const RandomCase *kase) {
    bool regular = false;
    for (int i = 0; i < kase->n_lines; i++) {
        regular |= kase->lines[i].regular;
    }
    return kase->n_trains == 0 && !regular && !kase->cyclic;
}

/** A slot of the first week alone: by its dates, or as closed from the second week on. */
static bool closed_later(Pair *pair, Random *random) {
    int i = random_int(random, 0, pair->after.n_slots - 1);
    RandomSlot *before = &pair->before.slots[i], *after = &pair->after.slots[i];
    before->valid_from = after->valid_from = 0;
    before->valid_to = 6;
    after->valid_to = ABSENT;
    before->closed = (RandomClosed){0, 0};
    after->closed = (RandomClosed){7, 400};
    pair->before_changed = true;
    return only_designed(&pair->after);
}

/** Likewise: by its dates, or each fiftieth week. */
static bool every_fiftieth_week(Pair *pair, Random *random) {
    int i = random_int(random, 0, pair->after.n_slots - 1);
    RandomSlot *before = &pair->before.slots[i], *after = &pair->after.slots[i];
    before->valid_from = 0;
    before->valid_to = 6;
    after->valid_from = after->valid_to = ABSENT;
    before->every_weeks = 0;
    after->every_weeks = 50;
    after->every_from = random_int(random, 0, 6);
    pair->before_changed = true;
    return strcmp(pair->after.start, "2026-11-30") == 0 && only_designed(&pair->after);
}

static bool list_of_one_goal(Pair *pair, Random *random) {
    (void)random;
    pair->after.goals = GOALS_LIST_OF_ONE;
    return true;
}

static bool margin_twice(Pair *pair, Random *random) {
    (void)random;
    pair->after.goals = GOALS_MARGIN_TWICE;
    return true;
}

const Relation same_relations[] = {
    {"another order", another_order},
    {"other codes", other_codes},
    {"money in tenths", money_in_tenths},
    {"money in another unit", money_in_another_unit},
    {"weeks later", weeks_later},
    {"other zones of the same time", other_zones},
    {"directions swapped", directions_swapped},
    {"a split booking", split_booking},
    {"tiers as bookings", tiers_apart},
    {"a class without rules", class_without_rules},
    {"unused things", unused_things},
    {"feeders that nobody can use", unused_feeder},
    {"a feeder in two halves", split_feeder},
    {"slots that arrive by the clock", by_the_clock},
    {"a slot that is closed later", closed_later},
    {"a slot of each fiftieth week", every_fiftieth_week},
    {"a list of one goal", list_of_one_goal},
    {"margin twice", margin_twice},
    {NULL, NULL},
};
