/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks what gone things leave of the case: boxes of bookings, stocks, leases, wagon sets. */
#include "verify/checks/check_rolled_case.h"

#include <math.h>
#include <string.h>

#include "verify/rolling/standing.h"

static const double REVENUE_OFF = 0.01; /**< of a box: it is of a tier all the same */

static const StateRow *state_row_at(const State *state, guint i) {
    return &g_array_index(state->rows, StateRow, i);
}

/* ---- bookings ---- */

/** Takes as many boxes as there are, of tiers that pay this, or of any (NAN); the rest is left. */
static long take_of_tiers(long *left, const Demand *listed, double revenue, long boxes) {
    for (int tier = 0; tier < listed->n_tiers; tier++) {
        bool like =
            isnan(revenue) || fabs(listed->tiers[tier].revenue_per_box - revenue) <= REVENUE_OFF;
        long taken = like ? MIN(boxes, left[tier]) : 0;
        left[tier] -= taken;
        boxes -= taken;
    }
    return boxes;
}

/** Rows `sold` stand together, by booking: the first of this one, or where they end. */
static guint first_sold(const State *state, const char *booking) {
    guint low = 0, high = state->rows->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        const StateRow *row = state_row_at(state, middle);
        if (row->kind < CARRIED_SOLD ||
            (row->kind == CARRIED_SOLD && strcmp(row->cells[CARRY_ID], booking) < 0)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static void check_booking_left(const PlanRead *plan, const State *state, DemandId id) {
    const Demand *listed = &plan->kase->listed.demand[id], *demand = &plan->kase->demand[id];
    long *left = g_new0(long, (gsize)listed->n_tiers + 1);
    long gone = 0, astray = 0, rest = 0;
    for (int tier = 0; tier < listed->n_tiers; tier++) {
        left[tier] = listed->tiers[tier].boxes;
    }
    for (guint i = first_sold(state, listed->code); i < state->rows->len; i++) {
        const StateRow *row = state_row_at(state, i);
        if (row->kind != CARRIED_SOLD || strcmp(row->cells[CARRY_ID], listed->code) != 0) {
            break;
        }
        gone += row->boxes;
        astray += take_of_tiers(left, listed, row->revenue, row->boxes);
    }
    (void)take_of_tiers(left, listed, (double)NAN, astray);
    STATE_CHECK(demand->carried_before == gone, "%s: %d boxes are taken as gone, they are %ld",
                listed->code, demand->carried_before, gone);
    for (int tier = 0; tier < listed->n_tiers; tier++) {
        rest += left[tier];
        STATE_CHECK(demand->tiers[tier].boxes == left[tier],
                    "%s: %d boxes at %.2f are taken as left, they are %ld", listed->code,
                    demand->tiers[tier].boxes, listed->tiers[tier].revenue_per_box, left[tier]);
    }
    STATE_CHECK(demand->must == (listed->must && (gone == 0 || rest > 0)),
                "%s: whether its boxes must travel is not as what is left says", listed->code);
    g_free(left);
}

/* ---- containers ---- */

static void check_stock_left(const PlanRead *plan, const State *state, int equipment,
                             StationId station) {
    const Case *kase = plan->kase;
    const EquipmentAt *now = stock_terms(&kase->equipment[equipment], station);
    const EquipmentAt *listed = stock_terms(&kase->listed.equipment[equipment], station);
    const char *code = kase->stations[station].code;
    const char *container = kase->containers[kase->equipment[equipment].container].code;
    long stock = listed ? listed->stock : 0;
    long lease = listed ? listed->lease_boxes : 0;
    (void)standing_containers(&state->plan, &state->journeys, container, code, &stock);
    lease = MAX(0, lease - standing_leased(&state->plan, container, code));
    STATE_CHECK((now ? now->stock : 0) == stock,
                "stock of %s at %s is taken as %d at the start, it is %ld", container, code,
                now ? now->stock : 0, stock);
    STATE_CHECK((now ? now->lease_boxes : 0) == lease,
                "%d of %s are taken as left to be leased at %s, they are %ld",
                now ? now->lease_boxes : 0, container, code, lease);
}

/** Empties that come in at a station on a day, by gone moves. */
static long gone_empties_in(const State *state, const char *container, const char *station,
                            Date day) {
    const Zone *zone = state->plan.kase->horizon.zone;
    long boxes = 0;
    for (guint i = 0; i < state->journeys.all->len; i++) {
        const Journey *move = journeys_at(&state->journeys, i);
        if (move->kind == JOURNEY_EMPTIES && move->gone &&
            strcmp(move->container, container) == 0 &&
            strcmp(journey_last(move)->to, station) == 0 &&
            zone_date(zone, journey_last(move)->comes) == day) {
            boxes += move->boxes;
        }
    }
    return boxes;
}

/** What the case takes to come back; all of it together is counted, too. */
static void check_returns_taken(const PlanRead *plan, const State *state) {
    const Case *kase = plan->kase;
    long taken = 0, due = 0;
    for (int i = 0; i < kase->carried->n_returns; i++) {
        const CarriedReturn *back = &kase->carried->returns[i];
        const char *container = kase->containers[back->container].code;
        const char *station = kase->stations[back->station].code;
        long boxes =
            standing_returned(&state->plan, &state->journeys, container, station, back->day);
        long empties = gone_empties_in(state, container, station, back->day);
        char day[DATE_TEXT_SIZE];
        taken += back->returned + back->empties_in;
        STATE_CHECK(back->returned == boxes && back->empties_in == empties,
                    "%d and %d empties of %s are taken to come to %s on %s, they are %ld and %ld",
                    back->returned, back->empties_in, container, station,
                    date_format(back->day, day), boxes, empties);
    }
    for (guint i = 0; i < state->rows->len; i++) {
        const StateRow *row = state_row_at(state, i);
        bool counted = equipment_find(kase, container_find(kase, row->cells[CARRY_CONTAINER])) >= 0;
        due +=
            row->kind == CARRIED_RETURN && counted && station_find(kase, row->cells[CARRY_TO]) >= 0
                ? row->boxes
                : 0;
    }
    for (guint i = 0; i < state->journeys.all->len; i++) {
        const Journey *move = journeys_at(&state->journeys, i);
        bool counted = move->kind == JOURNEY_EMPTIES && move->gone &&
                       equipment_find(kase, container_find(kase, move->container)) >= 0;
        due += counted && station_find(kase, journey_last(move)->to) >= 0 &&
                       zone_date(kase->horizon.zone, journey_last(move)->comes) >=
                           state->plan.first_day
                   ? move->boxes
                   : 0;
    }
    STATE_CHECK(taken == due, "%ld boxes and empties are taken to come back, they are %ld", taken,
                due);
}

/* ---- wagon sets ---- */

static const RakeSets *sets_listed_at(const Rake *pool, StationId station) {
    for (int i = 0; i < pool->n_sets; i++) {
        if (pool->sets[i].station == station) {
            return &pool->sets[i];
        }
    }
    return NULL;
}

static void check_sets_left(const PlanRead *plan, const State *state, int pool, StationId station) {
    const Case *kase = plan->kase;
    const RakeSets *now = sets_listed_at(&kase->rakes[pool], station);
    const RakeSets *listed = sets_listed_at(&kase->listed.rakes[pool], station);
    const char *code = kase->stations[station].code;
    long sets = listed ? listed->sets : 0;
    (void)standing_sets(&state->plan, &state->journeys, kase->rakes[pool].code, code, &sets);
    STATE_CHECK((now ? now->sets : 0) == sets,
                "%d sets of %s are taken to stand at %s, they are %ld", now ? now->sets : 0,
                kase->rakes[pool].code, code, sets);
}

/** Each change of sets that is to come stands in the case, and no other. */
static void check_set_events(const PlanRead *plan, const State *state) {
    const CarriedOver *carried = plan->kase->carried;
    int known = 0;
    for (guint i = 0; i < state->rows->len; i++) {
        const StateRow *row = state_row_at(state, i);
        bool found = false, of_case = false;
        for (int pool = 0; pool < plan->kase->n_rakes; pool++) {
            of_case |= strcmp(plan->kase->rakes[pool].code, row->cells[CARRY_ID]) == 0;
        }
        if (row->kind != CARRIED_SET || !of_case ||
            station_find(plan->kase, row->cells[CARRY_TO]) < 0) {
            continue;
        }
        known++;
        for (int event = 0; event < carried->n_sets && !found; event++) {
            const CarriedSet *set = &carried->sets[event];
            found = strcmp(plan->kase->rakes[set->pool].code, row->cells[CARRY_ID]) == 0 &&
                    strcmp(plan->kase->stations[set->station].code, row->cells[CARRY_TO]) == 0 &&
                    strcmp(set->row->arrives, row->cells[CARRY_ARRIVES]) == 0 &&
                    strcmp(set->row->train, row->cells[CARRY_TRAIN]) == 0 &&
                    set->row->boxes == row->boxes;
        }
        STATE_CHECK(found, "%s: a change of sets of %s at %s by %ld is not taken into account",
                    row->cells[CARRY_TRAIN], row->cells[CARRY_ID], row->cells[CARRY_TO],
                    row->boxes);
    }
    STATE_CHECK(carried->n_sets == known, "%d changes of sets are taken to come, they are %d",
                carried->n_sets, known);
}

void verify_rolled_case(const PlanRead *plan, const State *state) {
    const Case *kase = plan->kase;
    for (DemandId id = 0; id < kase->n_demand; id++) {
        check_booking_left(plan, state, id);
    }
    for (StationId station = 0; station < kase->n_stations; station++) {
        for (int equipment = 0; equipment < kase->n_equipment; equipment++) {
            check_stock_left(plan, state, equipment, station);
        }
        for (int pool = 0; pool < kase->n_rakes; pool++) {
            check_sets_left(plan, state, pool, station);
        }
    }
    check_returns_taken(plan, state);
    check_set_events(plan, state);
    verify_rolled_trains(plan, state);
}
