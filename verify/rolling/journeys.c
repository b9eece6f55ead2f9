/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings together what moves in an earlier plan: rows are found by what they are about, wherever
 * they stand. */
#include "verify/rolling/journeys.h"

#include <math.h>
#include <string.h>

#include "verify/read/case_find.h"

/** A leg and its place along the way. */
typedef struct {
    long seq;
    JourneyLeg leg;
} PlacedLeg;

static void journey_clear(gpointer data) {
    g_array_unref(((Journey *)data)->legs);
}

static gint placed_leg_order(gconstpointer a, gconstpointer b) {
    const PlacedLeg *one = a, *other = b;
    return (one->seq > other->seq) - (one->seq < other->seq);
}

/* ---- legs by what they belong to ---- */

static void legs_of_key_free(gpointer data) {
    g_array_unref(data);
}

static GHashTable *legs_by_key_new(void) {
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, legs_of_key_free);
}

/** @param key  taken over */
static void legs_by_key_add(GHashTable *legs, char *key, PlacedLeg leg) {
    GArray *of_key = g_hash_table_lookup(legs, key);
    if (!of_key) {
        of_key = g_array_new(FALSE, FALSE, sizeof(PlacedLeg));
        g_hash_table_insert(legs, g_strdup(key), of_key);
    }
    g_array_append_val(of_key, leg);
    g_free(key);
}

/** The legs of a key in order; empty where there are none. */
static GArray *legs_by_key_take(GHashTable *legs, const char *key) {
    GArray *in_order = g_array_new(FALSE, FALSE, sizeof(JourneyLeg));
    GArray *of_key = g_hash_table_lookup(legs, key);
    if (of_key) {
        g_array_sort(of_key, placed_leg_order);
    }
    for (guint i = 0; of_key && i < of_key->len; i++) {
        g_array_append_val(in_order, g_array_index(of_key, PlacedLeg, i).leg);
    }
    return in_order;
}

/** What tells one thing that was told of from another. */
static char *told_key(ToldRow at) {
    bool train = told_of_kind(at, CARRIED_TRAIN);
    return g_strjoin("\x1f", told_text(at, CARRY_KIND), told_text(at, CARRY_ID),
                     told_text(at, train ? CARRY_TRAIN : CARRY_ITINERARY), NULL);
}

static JourneyLeg told_leg(ToldRow at) {
    return (JourneyLeg){.mode = told_text(at, CARRY_MODE),
                        .carrier = told_text(at, CARRY_TRAIN),
                        .run = told_text(at, CARRY_SLOT),
                        .from = told_text(at, CARRY_FROM),
                        .to = told_text(at, CARRY_TO),
                        .departs = told_text(at, CARRY_DEPARTS),
                        .arrives = told_text(at, CARRY_ARRIVES),
                        .leaves = told_instant(at, CARRY_DEPARTS),
                        .comes = told_instant(at, CARRY_ARRIVES),
                        .teu = told_number(at, CARRY_TEU),
                        .tonnes = told_number(at, CARRY_TONNES)};
}

/** What is told of legs; the legs are added later. */
static Journey told_journey(ToldRow at) {
    bool train = told_of_kind(at, CARRIED_TRAIN), box = told_of_kind(at, CARRIED_BOX);
    return (Journey){.kind = train ? JOURNEY_TRAIN
                             : box ? JOURNEY_BOXES
                                   : JOURNEY_EMPTIES,
                     .told = true,
                     .gone = true,
                     .id = told_text(at, CARRY_ID),
                     .number = told_text(at, train ? CARRY_TRAIN : CARRY_ITINERARY),
                     .container = told_text(at, CARRY_CONTAINER),
                     .cargo = told_text(at, CARRY_CARGO),
                     .boxes = told_count(at, CARRY_BOXES)};
}

static bool tells_of_leg(ToldRow at) {
    return told_of_kind(at, CARRIED_TRAIN) || told_of_kind(at, CARRIED_BOX) ||
           told_of_kind(at, CARRIED_EMPTY);
}

/** What the earlier plan was told of: gone, all of it. */
static void add_told(const ToldPlan *plan, Journeys *journeys) {
    GHashTable *legs = legs_by_key_new();
    for (int row = 1; row < told_rows(plan, TABLE_CARRIED_OVER); row++) {
        ToldRow at = {plan, TABLE_CARRIED_OVER, row};
        if (tells_of_leg(at)) {
            legs_by_key_add(legs, told_key(at),
                            (PlacedLeg){told_count(at, CARRY_SEQ), told_leg(at)});
        }
    }
    for (int row = 1; row < told_rows(plan, TABLE_CARRIED_OVER); row++) {
        ToldRow at = {plan, TABLE_CARRIED_OVER, row};
        g_autofree char *key = told_key(at);
        if (tells_of_leg(at) && g_hash_table_contains(legs, key)) {
            Journey journey = told_journey(at);
            journey.legs = legs_by_key_take(legs, key);
            g_array_append_val(journeys->all, journey);
            g_hash_table_remove(legs, key);
        }
    }
    g_hash_table_unref(legs);
}

/* ---- trains of the plan ---- */

/** From each call of a train to its next. */
static GHashTable *train_legs(const ToldPlan *plan) {
    GHashTable *calls = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GHashTable *legs = legs_by_key_new();
    int n_rows = told_rows(plan, TABLE_TIMETABLE);
    for (int row = 1; row < n_rows; row++) {
        ToldRow at = {plan, TABLE_TIMETABLE, row};
        g_hash_table_insert(
            calls,
            g_strdup_printf("%s\x1f%ld", told_text(at, STOP_TRAIN), told_count(at, STOP_SEQ)),
            GINT_TO_POINTER(row));
    }
    for (int row = 1; row < n_rows; row++) {
        ToldRow at = {plan, TABLE_TIMETABLE, row};
        long seq = told_count(at, STOP_SEQ);
        g_autofree char *next = g_strdup_printf("%s\x1f%ld", told_text(at, STOP_TRAIN), seq + 1);
        ToldRow to = {plan, TABLE_TIMETABLE, GPOINTER_TO_INT(g_hash_table_lookup(calls, next))};
        if (to.row > 0) {
            JourneyLeg leg = {.run = told_text(at, STOP_SLOT),
                              .from = told_text(at, STOP_STATION),
                              .to = told_text(to, STOP_STATION),
                              .departs = told_text(at, STOP_DEPARTS),
                              .arrives = told_text(to, STOP_ARRIVES),
                              .leaves = told_instant(at, STOP_DEPARTS),
                              .comes = told_instant(to, STOP_ARRIVES)};
            legs_by_key_add(legs, g_strdup(told_text(at, STOP_TRAIN)), (PlacedLeg){seq, leg});
        }
    }
    g_hash_table_unref(calls);
    return legs;
}

static void follow_trains(const ToldPlan *plan, Journeys *journeys) {
    GHashTable *legs = train_legs(plan);
    for (int row = 1; row < told_rows(plan, TABLE_TRAINS); row++) {
        ToldRow at = {plan, TABLE_TRAINS, row};
        Journey train = {.kind = JOURNEY_TRAIN,
                         .id = told_text(at, TRAIN_LINE),
                         .number = told_text(at, TRAIN_NAME)};
        if (!told_is(at, TRAIN_RUNS, "true") || told_instant(at, TRAIN_DEPARTS) >= plan->start) {
            continue;
        }
        if (told_fact(plan, HAPPENED_TRAIN, train.number, NULL)) {
            g_hash_table_add(journeys->stayed, (gpointer)train.number);
            continue;
        }
        train.gone = true;
        train.legs = legs_by_key_take(legs, train.number);
        if (train.legs->len > 0) {
            g_array_append_val(journeys->all, train);
        } else {
            g_array_unref(train.legs);
        }
    }
    g_hash_table_unref(legs);
}

/* ---- boxes of the plan ---- */

static GHashTable *box_legs(const ToldPlan *plan) {
    GHashTable *legs = legs_by_key_new();
    for (int row = 1; row < told_rows(plan, TABLE_LEGS); row++) {
        ToldRow at = {plan, TABLE_LEGS, row};
        JourneyLeg leg = {.mode = told_text(at, LEG_MODE),
                          .carrier = told_text(at, LEG_TRAIN),
                          .run = told_text(at, LEG_SLOT),
                          .from = told_text(at, LEG_FROM),
                          .to = told_text(at, LEG_TO),
                          .departs = told_text(at, LEG_DEPARTS),
                          .arrives = told_text(at, LEG_ARRIVES),
                          .leaves = told_instant(at, LEG_DEPARTS),
                          .comes = told_instant(at, LEG_ARRIVES),
                          .teu = told_number(at, LEG_TEU),
                          .tonnes = told_number(at, LEG_TONNES)};
        legs_by_key_add(
            legs, g_strjoin("\x1f", told_text(at, LEG_BOOKING), told_text(at, LEG_ITINERARY), NULL),
            (PlacedLeg){told_count(at, LEG_SEQ), leg});
    }
    return legs;
}

/** What the plan does not say of the boxes is as the case's booking has it. */
static void describe_journey(const ToldPlan *plan, ToldRow at, Journey *boxes) {
    const Case *kase = plan->kase;
    const PlanTable *table = &plan->tables[TABLE_ALLOCATIONS];
    const bool has_container = plan_table_has(table, ALLOCATION_CONTAINER);
    const bool has_cargo = plan_table_has(table, ALLOCATION_CARGO);
    boxes->container = told_text(at, ALLOCATION_CONTAINER);
    boxes->cargo = told_text(at, ALLOCATION_CARGO);
    for (DemandId id = 0; id < kase->n_demand && !(has_container && has_cargo); id++) {
        const Demand *demand = &kase->demand[id];
        if (strcmp(demand->code, boxes->id) == 0) {
            boxes->container =
                has_container ? boxes->container : kase->containers[demand->container].code;
            boxes->cargo = has_cargo ? boxes->cargo : kase->cargo[demand->cargo].code;
        }
    }
}

/** As many boxes as really left, where they set out before S. */
static void settle_boxes(const ToldPlan *plan, const Journeys *journeys, Journey *boxes) {
    const Happened *fact = told_fact(plan, HAPPENED_BOX, boxes->id, boxes->number);
    long planned = boxes->boxes;
    if (fact) {
        boxes->boxes = fact->boxes;
    }
    if (g_hash_table_contains(journeys->stayed, journey_leg(boxes, 0)->carrier)) {
        boxes->boxes = 0;
    }
    for (guint i = 0; i < boxes->legs->len && planned > 0; i++) {
        JourneyLeg *leg = journey_leg(boxes, i);
        leg->teu *= (double)boxes->boxes / (double)planned;
        leg->tonnes *= (double)boxes->boxes / (double)planned;
    }
    boxes->gone = boxes->boxes > 0;
}

static void follow_boxes(const ToldPlan *plan, Journeys *journeys) {
    GHashTable *legs = box_legs(plan);
    for (int row = 1; row < told_rows(plan, TABLE_ALLOCATIONS); row++) {
        ToldRow at = {plan, TABLE_ALLOCATIONS, row};
        Journey boxes = {.kind = JOURNEY_BOXES,
                         .id = told_text(at, ALLOCATION_BOOKING),
                         .number = told_text(at, ALLOCATION_ITINERARY),
                         .boxes = told_count(at, ALLOCATION_BOXES),
                         .counted = !told_is(at, ALLOCATION_TAKEN, ""),
                         .taken = told_date(at, ALLOCATION_TAKEN),
                         .returned = told_date(at, ALLOCATION_RETURNED)};
        g_autofree char *key = g_strjoin("\x1f", boxes.id, boxes.number, NULL);
        boxes.legs = legs_by_key_take(legs, key);
        if (boxes.legs->len == 0 || boxes.boxes < 1 ||
            journey_leg(&boxes, 0)->leaves >= plan->start) {
            g_array_unref(boxes.legs);
            continue;
        }
        boxes.revenue =
            round(100 * told_number(at, ALLOCATION_REVENUE) / (double)boxes.boxes) / 100;
        describe_journey(plan, at, &boxes);
        settle_boxes(plan, journeys, &boxes);
        g_array_append_val(journeys->all, boxes);
    }
    g_hash_table_unref(legs);
}

/* ---- empties of the plan ---- */

/** The slot run of a train that leaves a station then, which empties.csv does not tell. */
static const char *run_of_departure(const ToldPlan *plan, const JourneyLeg *leg) {
    for (int row = 1; row < told_rows(plan, TABLE_TIMETABLE); row++) {
        ToldRow at = {plan, TABLE_TIMETABLE, row};
        if (told_is(at, STOP_TRAIN, leg->carrier) && told_is(at, STOP_STATION, leg->from) &&
            told_instant(at, STOP_DEPARTS) == leg->leaves) {
            return told_text(at, STOP_SLOT);
        }
    }
    return "";
}

static GHashTable *empty_legs(const ToldPlan *plan) {
    GHashTable *legs = legs_by_key_new();
    for (int row = 1; row < told_rows(plan, TABLE_EMPTIES); row++) {
        ToldRow at = {plan, TABLE_EMPTIES, row};
        JourneyLeg leg = {.mode = told_text(at, EMPTY_MODE),
                          .carrier = told_text(at, EMPTY_TRAIN),
                          .from = told_text(at, EMPTY_FROM),
                          .to = told_text(at, EMPTY_TO),
                          .departs = told_text(at, EMPTY_DEPARTS),
                          .arrives = told_text(at, EMPTY_ARRIVES),
                          .leaves = told_instant(at, EMPTY_DEPARTS),
                          .comes = told_instant(at, EMPTY_ARRIVES)};
        leg.run = run_of_departure(plan, &leg);
        legs_by_key_add(legs, g_strdup(told_text(at, EMPTY_MOVE)),
                        (PlacedLeg){told_count(at, EMPTY_SEQ), leg});
    }
    return legs;
}

static void add_empties(const ToldPlan *plan, Journeys *journeys) {
    GHashTable *legs = empty_legs(plan);
    for (int row = 1; row < told_rows(plan, TABLE_EMPTIES); row++) {
        ToldRow at = {plan, TABLE_EMPTIES, row};
        if (!told_is(at, EMPTY_SEQ, "1")) {
            continue;
        }
        Journey move = {.kind = JOURNEY_EMPTIES,
                        .id = told_text(at, EMPTY_CONTAINER),
                        .number = told_text(at, EMPTY_MOVE),
                        .container = told_text(at, EMPTY_CONTAINER),
                        .cargo = "",
                        .boxes = told_count(at, EMPTY_BOXES)};
        move.legs = legs_by_key_take(legs, move.number);
        if (move.legs->len == 0 || journey_leg(&move, 0)->leaves >= plan->start) {
            g_array_unref(move.legs);
            continue;
        }
        const Container *container =
            container_find(plan->kase, move.container) < 0
                ? NULL
                : &plan->kase->containers[container_find(plan->kase, move.container)];
        for (guint i = 0; i < move.legs->len && container; i++) {
            journey_leg(&move, i)->teu = (double)move.boxes * container->teu;
            journey_leg(&move, i)->tonnes = (double)move.boxes * container->tare_t;
        }
        move.gone = !g_hash_table_contains(journeys->stayed, journey_leg(&move, 0)->carrier);
        g_array_append_val(journeys->all, move);
    }
    g_hash_table_unref(legs);
}

void journeys_read(Journeys *journeys, const ToldPlan *plan) {
    *journeys = (Journeys){.all = g_array_new(FALSE, FALSE, sizeof(Journey)),
                           .trains = g_hash_table_new(g_str_hash, g_str_equal),
                           .stayed = g_hash_table_new(g_str_hash, g_str_equal)};
    g_array_set_clear_func(journeys->all, journey_clear);
    add_told(plan, journeys);
    follow_trains(plan, journeys);
    follow_boxes(plan, journeys);
    add_empties(plan, journeys);
    for (guint i = 0; i < journeys->all->len; i++) {
        const Journey *journey = journeys_at(journeys, i);
        if (journey->kind == JOURNEY_TRAIN && journey->gone) {
            g_hash_table_insert(journeys->trains, (gpointer)journey->number,
                                GUINT_TO_POINTER(i + 1));
        }
    }
}

void journeys_free(Journeys *journeys) {
    g_array_unref(journeys->all);
    g_hash_table_unref(journeys->trains);
    g_hash_table_unref(journeys->stayed);
}

const Journey *journeys_train(const Journeys *journeys, const char *name) {
    guint at = GPOINTER_TO_UINT(g_hash_table_lookup(journeys->trains, name));
    return at > 0 ? journeys_at(journeys, at - 1) : NULL;
}
