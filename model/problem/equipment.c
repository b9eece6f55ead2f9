/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the case says of our containers at a station, and on which days their stock can change. */
#include "model/problem/equipment.h"

#include <string.h>

#include "model/problem/calendar.h"

EquipmentAt equipment_at(const Case *kase, int equipment, StationId station) {
    const Equipment *all = &kase->equipment[equipment];
    for (int i = 0; i < all->n_at; i++) {
        if (all->at[i].station == station) {
            return all->at[i];
        }
    }
    return (EquipmentAt){.station = station};
}

double equipment_fleet(const Case *kase, int equipment) {
    const Equipment *all = &kase->equipment[equipment];
    double boxes = 0;
    for (int i = 0; i < all->n_at; i++) {
        boxes += (double)all->at[i].stock + all->at[i].lease_boxes;
    }
    for (int i = 0; kase->carried != NULL && i < kase->carried->n_returns; i++) {
        const CarriedReturn *back = &kase->carried->returns[i];
        boxes += back->container == all->container ? (double)back->returned + back->empties_in : 0;
    }
    return boxes;
}

static bool says_anything(const Case *kase, int equipment, StationId station) {
    const Equipment *all = &kase->equipment[equipment];
    for (int i = 0; i < all->n_at; i++) {
        if (all->at[i].station == station) {
            return true;
        }
    }
    return false;
}

/** Which ends of bookings of the type a station is. */
typedef struct {
    bool origin;
    bool destination;
} Ends;

static Ends ends_at(const Problem *problem, int equipment, StationId station) {
    Ends ends = {false, false};
    for (BookingId id = 0; id < problem->n_bookings; id++) {
        const Booking *booking = &problem->bookings[id];
        if (booking->equipment == equipment) {
            ends.origin |= booking->from == station;
            ends.destination |= booking->to == station;
        }
    }
    return ends;
}

static void mark_day(const Problem *problem, Minute at, bool *marked, bool *any) {
    marked[calendar_stock_day(problem, at)] = true;
    *any = true;
}

/** Trains: empties come and go with each, loaded boxes where bookings begin and end. */
static void mark_days_of_legs(const Problem *problem, const Equipment *type, StationId station,
                              Ends ends, bool *marked, bool *any) {
    for (LegId id = 0; id < problem->n_legs; id++) {
        const Leg *leg = &problem->legs[id];
        if (leg->from == station) {
            mark_day(problem, leg->departs, marked, any);
            if (ends.origin) {
                mark_day(problem, leg->departs - type->turn_load_min, marked, any);
            }
        }
        if (leg->to == station) {
            mark_day(problem, leg->arrives, marked, any);
            if (ends.destination) {
                mark_day(problem, leg->arrives + type->turn_unload_min, marked, any);
            }
        }
    }
}

static void mark_days_of_feeders(const Problem *problem, const Equipment *type, StationId station,
                                 Ends ends, bool *marked, bool *any) {
    for (FeederRunId id = 0; id < problem->n_feeder_runs; id++) {
        const FeederRun *run = &problem->feeder_runs[id];
        const Feeder *feeder = &problem->kase->feeders[run->feeder];
        if (ends.origin && feeder->from == station) {
            mark_day(problem, run->departs - type->turn_load_min, marked, any);
        }
        if (ends.destination && feeder->to == station) {
            mark_day(problem, run->arrives + type->turn_unload_min, marked, any);
        }
    }
}

/** Boxes that earlier plans have sent off come back. */
static void mark_days_of_returns(const Problem *problem, const Equipment *type, StationId station,
                                 bool *marked, bool *any) {
    const CarriedOver *carried = problem->kase->carried;
    for (int i = 0; carried != NULL && i < carried->n_returns; i++) {
        const CarriedReturn *back = &carried->returns[i];
        if (back->container == type->container && back->station == station) {
            marked[calendar_stock_date(problem, back->day)] = true;
            *any = true;
        }
    }
}

bool equipment_mark_days(const Problem *problem, int equipment, StationId station, bool *marked) {
    const Equipment *type = &problem->kase->equipment[equipment];
    Ends ends = ends_at(problem, equipment, station);
    bool any = says_anything(problem->kase, equipment, station);
    memset(marked, 0, (size_t)problem->n_stock_days * sizeof *marked);
    mark_days_of_legs(problem, type, station, ends, marked, &any);
    mark_days_of_feeders(problem, type, station, ends, marked, &any);
    mark_days_of_returns(problem, type, station, marked, &any);
    if (any) {
        marked[0] = true;
        marked[problem->n_stock_days - 1] = true;
    }
    return any;
}
