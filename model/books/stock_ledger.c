/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the books of our containers by day, and finds the leases that they need. */
#include "model/books/stock_ledger.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/problem/calendar.h"
#include "model/problem/equipment.h"

static size_t n_entries(const Problem *problem) {
    return stock_index(problem, problem->kase->n_equipment, 0, 0);
}

/** Boxes of earlier plans come back whatever this one does. */
static void enter_returns(StockLedger *ledger) {
    const Problem *problem = ledger->problem;
    const CarriedOver *carried = problem->kase->carried;
    for (int i = 0; carried != NULL && i < carried->n_returns; i++) {
        const CarriedReturn *back = &carried->returns[i];
        for (int type = 0; type < problem->kase->n_equipment; type++) {
            if (problem->kase->equipment[type].container == back->container) {
                StockDay day = calendar_stock_date(problem, back->day);
                StockEntry *entry =
                    &ledger->entries[stock_index(problem, type, back->station, day)];
                entry->returned += back->returned;
                entry->empties_in += back->empties_in;
            }
        }
    }
}

StockLedger *stock_ledger_new(const Problem *problem) {
    StockLedger *ledger = calloc(1, sizeof *ledger);
    if (ledger == NULL) {
        return NULL;
    }
    ledger->problem = problem;
    ledger->entries = calloc(n_entries(problem) + 1, sizeof *ledger->entries);
    ledger->under_way = calloc((size_t)problem->kase->n_equipment + 1, sizeof *ledger->under_way);
    if (ledger->entries == NULL || ledger->under_way == NULL) {
        stock_ledger_free(ledger);
        return NULL;
    }
    enter_returns(ledger);
    return ledger;
}

void stock_ledger_free(StockLedger *ledger) {
    if (ledger != NULL) {
        free(ledger->entries);
        free(ledger->under_way);
        free(ledger);
    }
}

void stock_ledger_clear(StockLedger *ledger) {
    const Problem *problem = ledger->problem;
    memset(ledger->entries, 0, n_entries(problem) * sizeof *ledger->entries);
    memset(ledger->under_way, 0, (size_t)problem->kase->n_equipment * sizeof *ledger->under_way);
    enter_returns(ledger);
}

/** Where and when a box leaves the stock, or joins it. */
typedef struct {
    StationId station;
    Minute at;
} StockMove;

static StockMove taking(const Problem *problem, const Booking *booking, const Ride *first) {
    const Leg *leg = &problem->legs[first->first];
    if (booking->empty) {
        return (StockMove){leg->from, leg->departs};
    }
    bool fed = first->before != NONE;
    Minute departs = fed ? problem->feeder_runs[first->before].departs : leg->departs;
    return (StockMove){booking->from,
                       departs - problem->kase->equipment[booking->equipment].turn_load_min};
}

static StockMove giving(const Problem *problem, const Booking *booking, const Ride *last) {
    const Leg *leg = &problem->legs[last->last];
    if (booking->empty) {
        return (StockMove){leg->to, leg->arrives};
    }
    bool fed = last->after != NONE;
    Minute arrives = fed ? problem->feeder_runs[last->after].arrives : leg->arrives;
    return (StockMove){booking->to,
                       arrives + problem->kase->equipment[booking->equipment].turn_unload_min};
}

static StockEntry *entry_of(const StockLedger *ledger, const Booking *booking, StockMove move) {
    StockDay day = calendar_stock_day(ledger->problem, move.at);
    return &ledger->entries[stock_index(ledger->problem, booking->equipment, move.station, day)];
}

void stock_ledger_add(StockLedger *ledger, BookingId flow, const Ride *rides, int n_rides,
                      int boxes) {
    const Problem *problem = ledger->problem;
    const Booking *booking = &problem->bookings[flow];
    if (booking->equipment == NONE) {
        return;
    }
    StockMove take = taking(problem, booking, &rides[0]);
    StockMove give = giving(problem, booking, &rides[n_rides - 1]);
    StockEntry *from = entry_of(ledger, booking, take), *to = entry_of(ledger, booking, give);
    *(booking->empty ? &from->empties_out : &from->taken) += boxes;
    *(booking->empty ? &to->empties_in : &to->returned) += boxes;
    int periods = calendar_stock_period(problem, give.at) - calendar_stock_period(problem, take.at);
    ledger->under_way[booking->equipment] += boxes * periods;
}

static int change_of(const StockEntry *entry) {
    return entry->returned + entry->empties_in - entry->taken - entry->empties_out;
}

int stock_ledger_room(const StockLedger *ledger, BookingId flow, const Ride *first, int most) {
    const Problem *problem = ledger->problem;
    const Booking *booking = &problem->bookings[flow];
    if (booking->equipment == NONE) {
        return most;
    }
    if (problem->kase->horizon.cyclic) {
        return 0;
    }
    StockMove take = taking(problem, booking, first);
    StockDay from = calendar_stock_day(problem, take.at);
    EquipmentAt at = equipment_at(problem->kase, booking->equipment, take.station);
    const StockEntry *entries =
        &ledger->entries[stock_index(problem, booking->equipment, take.station, 0)];
    int stock = at.stock + at.lease_boxes, room = most;
    for (StockDay day = 0; day < problem->n_stock_days; day++) {
        stock += change_of(&entries[day]);
        int least = day == problem->n_stock_days - 1 ? at.end_min : 0;
        if (day >= from && stock - least < room) {
            room = stock - least;
        }
    }
    return room > 0 ? room : 0;
}

/** Leases up to `wanted` boxes, as far as there are any left; returns the stock then. */
static int lease(StockEntry *entry, int stock, int wanted, int *left) {
    int boxes = wanted < *left ? wanted : *left;
    if (boxes > 0) {
        entry->leased += boxes;
        *left -= boxes;
        stock += boxes;
    }
    return stock;
}

/** One type at one station over days that are counted once. */
static bool settle_once(const StockLedger *ledger, int equipment, StationId station,
                        StockCost *cost) {
    const Problem *problem = ledger->problem;
    EquipmentAt at = equipment_at(problem->kase, equipment, station);
    StockEntry *entries = &ledger->entries[stock_index(problem, equipment, station, 0)];
    int stock = at.stock, left = at.lease_boxes;
    bool kept = true;
    for (StockDay day = 0; day < problem->n_stock_days; day++) {
        StockEntry *entry = &entries[day];
        bool last = day == problem->n_stock_days - 1;
        stock += change_of(entry);
        entry->leased = 0;
        stock = lease(entry, stock, (last ? at.end_min : 0) - stock, &left);
        if (last && at.end_value > at.lease_cost + at.storage_cost) {
            stock = lease(entry, stock, left, &left);
        }
        kept = kept && stock >= (last ? at.end_min : 0);
        entry->stock = stock;
        cost->storage += at.storage_cost * stock;
        cost->lease += at.lease_cost * entry->leased;
    }
    cost->end_value -= at.end_value * stock;
    return kept;
}

/** One type at one station over the days of a period that repeats: the least stock that will do.
 *  @param fleet  what stands at the end of the period is added */
static bool settle_period(const StockLedger *ledger, int equipment, StationId station,
                          StockCost *cost, int64_t *fleet) {
    const Problem *problem = ledger->problem;
    EquipmentAt at = equipment_at(problem->kase, equipment, station);
    StockEntry *entries = &ledger->entries[stock_index(problem, equipment, station, 0)];
    int sum = 0, least = 0;
    for (StockDay day = 0; day < problem->n_stock_days; day++) {
        sum += change_of(&entries[day]);
        least = sum < least ? sum : least;
    }
    int stock = -least > at.end_min ? -least : at.end_min;
    *fleet += stock;
    for (StockDay day = 0; day < problem->n_stock_days; day++) {
        stock += change_of(&entries[day]);
        entries[day].stock = stock;
        entries[day].leased = 0;
        cost->storage += at.storage_cost * stock;
    }
    return sum == 0;
}

/** Leases what the fleet is short of, where it is cheapest. */
static bool lease_fleet(const StockLedger *ledger, int equipment, int64_t short_of,
                        StockCost *cost) {
    const Case *kase = ledger->problem->kase;
    const Equipment *type = &kase->equipment[equipment];
    while (short_of > 0) {
        const EquipmentAt *best = NULL;
        StockEntry *entry = NULL;
        for (int i = 0; i < type->n_at; i++) {
            StockEntry *first =
                &ledger->entries[stock_index(ledger->problem, equipment, type->at[i].station, 0)];
            if (first->leased < type->at[i].lease_boxes &&
                (best == NULL || type->at[i].lease_cost < best->lease_cost)) {
                best = &type->at[i];
                entry = first;
            }
        }
        if (best == NULL) {
            return false;
        }
        int boxes = best->lease_boxes < short_of ? best->lease_boxes : (int)short_of;
        entry->leased = boxes;
        cost->lease += best->lease_cost * boxes;
        short_of -= boxes;
    }
    return true;
}

static int64_t owned(const Equipment *type) {
    int64_t boxes = 0;
    for (int i = 0; i < type->n_at; i++) {
        boxes += type->at[i].stock;
    }
    return boxes;
}

bool stock_ledger_settle(StockLedger *ledger, StockCost *cost) {
    const Problem *problem = ledger->problem;
    const Case *kase = problem->kase;
    bool kept = true;
    *cost = (StockCost){0};
    for (int equipment = 0; equipment < kase->n_equipment; equipment++) {
        int64_t fleet = ledger->under_way[equipment];
        for (StationId station = 0; station < kase->n_stations; station++) {
            bool settled = kase->horizon.cyclic
                               ? settle_period(ledger, equipment, station, cost, &fleet)
                               : settle_once(ledger, equipment, station, cost);
            kept = kept && settled;
        }
        if (kase->horizon.cyclic) {
            int64_t short_of = fleet - owned(&kase->equipment[equipment]);
            kept = lease_fleet(ledger, equipment, short_of, cost) && kept;
        }
    }
    return kept;
}
