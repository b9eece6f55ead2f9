/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts the trains into legs, and ties these together by station and day. */
#include "model/problem/leg_graph.h"

#include <glib.h>

#include "config/finding_codes.h"
#include "model/problem/calendar.h"
#include "model/problem/problem_memory.h"
#include "model/problem/problem_size.h"
#include "model/problem/under_way.h"

static void append_slot_legs(GArray *parts, const Slot *slot) {
    StationId from = slot->from;
    double km = 0;
    for (int i = 0; i <= slot->n_stops; i++) {
        bool last = i == slot->n_stops;
        const Stop *stop = last ? NULL : &slot->stops[i];
        double end_km = last ? slot->dist_km : stop->dist_km;
        SlotLeg part = {.from = from,
                        .to = last ? slot->to : stop->at,
                        .dist_km = end_km - km,
                        .cost_per_teu = slot->cost_per_teu * (end_km - km) / slot->dist_km,
                        .cost_per_empty_teu =
                            slot->cost_per_empty_teu * (end_km - km) / slot->dist_km};
        g_array_append_val(parts, part);
        if (!last) {
            from = stop->at;
            km = end_km;
        }
    }
}

static void build_slot_legs(Problem *problem) {
    const Case *kase = problem->kase;
    GArray *parts = g_array_new(FALSE, FALSE, sizeof(SlotLeg));
    problem->slot_leg_start = problem_new(problem, int, kase->n_slots + 1);
    for (SlotId slot = 0; slot < kase->n_slots; slot++) {
        problem->slot_leg_start[slot] = (int)parts->len;
        append_slot_legs(parts, &kase->slots[slot]);
    }
    problem->slot_leg_start[kase->n_slots] = (int)parts->len;
    problem->slot_legs = problem_keep(problem, g_array_free(parts, FALSE));
}

static void append_run_legs(const Problem *problem, GArray *legs, TrainId id, SlotRunId run) {
    const TrainCandidate *train = &problem->trains[id];
    const SlotRun *r = &problem->runs[run];
    const Slot *slot = &problem->kase->slots[r->slot];
    const Minute *times = &problem->run_times[r->first_time];
    int start = problem->slot_leg_start[r->slot];
    for (int part = start; part < problem->slot_leg_start[r->slot + 1]; part++) {
        const SlotLeg *p = &problem->slot_legs[part];
        Leg leg = {.train = id,
                   .base = (LegId)legs->len,
                   .shift = 0,
                   .run = run,
                   .part = part - start,
                   .from = p->from,
                   .to = p->to,
                   .departs = times[2 * (part - start)],
                   .arrives = times[2 * (part - start) + 1],
                   .dist_km = p->dist_km,
                   .offered_teu = train->offered * (slot->teu + slot->upper_teu),
                   .flat_teu = train->offered * slot->teu,
                   .limit_t = slot->tonnes,
                   .cost_per_teu = p->cost_per_teu,
                   .cost_per_empty_teu = p->cost_per_empty_teu,
                   .next = NONE,
                   .depart_day = NONE,
                   .arrive_day = NONE};
        g_array_append_val(legs, leg);
    }
}

static void build_base_legs(Problem *problem, GArray *legs) {
    for (TrainId id = 0; id < problem->n_trains; id++) {
        TrainCandidate *train = &problem->trains[id];
        train->first_leg = (LegId)legs->len;
        for (int i = 0; i < train->n_runs; i++) {
            append_run_legs(problem, legs, id, problem->train_runs[train->first_run + i]);
        }
        if (train->under_way) {
            under_way_append_legs(problem, legs, id);
        }
        train->n_legs = (int)legs->len - train->first_leg;
        for (LegId leg = train->first_leg; leg + 1 < (LegId)legs->len; leg++) {
            Leg *own = &g_array_index(legs, Leg, leg);
            bool on = own->to == own[1].from && own->arrives <= own[1].departs;
            own->next = on ? leg + 1 : NONE; /* a leg without room may lie between */
        }
    }
    problem->n_base_legs = (int)legs->len;
}

/** The first minute in which a box of this period may set out: it may be ready before it begins. */
static Minute first_departure(const Case *kase) {
    Minute first = kase->horizon.start_at;
    for (DemandId id = 0; id < kase->n_demand; id++) {
        first = MIN(first, kase->demand[id].ready);
    }
    return first;
}

/** The legs of a train `shift` periods later, as far as boxes of this period may ride them.
 *  @param first  minute before which none sets out */
static void repeat_train(const Problem *problem, GArray *legs, const TrainCandidate *train,
                         int shift, Minute first) {
    const Horizon *horizon = &problem->kase->horizon;
    Minute later = shift * (horizon->end_at - horizon->start_at);
    for (LegId base = train->first_leg; base < train->first_leg + train->n_legs; base++) {
        Leg leg = g_array_index(legs, Leg, base);
        leg.departs += later;
        leg.arrives += later;
        if (leg.departs < first || leg.arrives > horizon->last_arrival) {
            continue;
        }
        leg.shift = shift;
        leg.next = NONE;
        if (legs->len > 0) {
            Leg *before = &g_array_index(legs, Leg, legs->len - 1);
            if (before->shift == shift && before->train == leg.train) {
                before->next = (LegId)legs->len;
            }
        }
        g_array_append_val(legs, leg);
    }
}

/** In a cyclic plan every train also runs in the periods before and after: those of its legs that
 * boxes of this period may ride.
 *  @return false, with an error, where they are too many */
static bool build_repetitions(const Problem *problem, GArray *legs, Findings *findings) {
    const Horizon *horizon = &problem->kase->horizon;
    Minute period = horizon->end_at - horizon->start_at;
    Minute first = first_departure(problem->kase);
    int most = (int)((horizon->last_arrival - first) / period) + 1;
    for (int shift = -most; shift <= most; shift++) {
        for (TrainId id = 0; id < problem->n_trains && shift != 0; id++) {
            repeat_train(problem, legs, &problem->trains[id], shift, first);
        }
        if (legs->len > LEGS_MAX) {
            char day[DATE_TEXT_SIZE];
            finding_error(findings, horizon->place, FINDING_CYCLE_LEGS,
                          date_format(zone_date(horizon->zone, first), day), LEGS_MAX);
            return false;
        }
    }
    return true;
}

static bool build_legs(Problem *problem, Findings *findings) {
    GArray *legs = g_array_new(FALSE, FALSE, sizeof(Leg));
    build_base_legs(problem, legs);
    bool fits = !problem->kase->horizon.cyclic || build_repetitions(problem, legs, findings);
    problem->n_legs = (int)legs->len;
    problem->legs = problem_keep(problem, g_array_free(legs, FALSE));
    return fits;
}

static int compare_station_days(const void *a, const void *b) {
    const StationDay *x = a, *y = b;
    if (x->station != y->station) {
        return x->station < y->station ? -1 : 1;
    }
    return x->day < y->day ? -1 : x->day > y->day;
}

static StationDay station_day_of(const Problem *problem, StationId station, Minute at) {
    Date day = zone_date(problem_zone(problem, station), at);
    return (StationDay){.station = station, .day = calendar_plan_day(problem, day)};
}

static StationDayId find_station_day(const Problem *problem, StationDay wanted) {
    const StationDay *found =
        bsearch(&wanted, problem->station_days, (size_t)problem->n_station_days, sizeof(StationDay),
                compare_station_days);
    return (StationDayId)(found - problem->station_days);
}

static void build_station_days(Problem *problem) {
    const CarriedOver *carried = problem->kase->carried;
    int n_carried = carried == NULL ? 0 : carried->n_station_days;
    int n_days = 2 * problem->n_legs + n_carried;
    StationDay *days = problem_new(problem, StationDay, n_days);
    for (LegId id = 0; id < problem->n_legs; id++) {
        const Leg *leg = &problem->legs[id];
        days[2 * id] = station_day_of(problem, leg->from, leg->departs);
        days[2 * id + 1] = station_day_of(problem, leg->to, leg->arrives);
    }
    for (int i = 0; i < n_carried; i++) {
        days[2 * problem->n_legs + i] =
            (StationDay){carried->station_days[i].subject, carried->station_days[i].day};
    }
    qsort(days, (size_t)n_days, sizeof *days, compare_station_days);
    int count = 0;
    for (int i = 0; i < n_days; i++) {
        if (count == 0 || compare_station_days(&days[count - 1], &days[i]) != 0) {
            days[count++] = days[i];
        }
    }
    problem->station_days = days;
    problem->n_station_days = count;
    for (LegId id = 0; id < problem->n_legs; id++) {
        Leg *leg = &problem->legs[id];
        leg->depart_day =
            find_station_day(problem, station_day_of(problem, leg->from, leg->departs));
        leg->arrive_day = find_station_day(problem, station_day_of(problem, leg->to, leg->arrives));
    }
}

static int compare_station_departures(const void *a, const void *b, void *data) {
    const Problem *problem = data;
    LegId x = *(const LegId *)a, y = *(const LegId *)b;
    const Leg *p = &problem->legs[x], *q = &problem->legs[y];
    if (p->from != q->from) {
        return p->from < q->from ? -1 : 1;
    }
    if (p->departs != q->departs) {
        return p->departs < q->departs ? -1 : 1;
    }
    return x < y ? -1 : x > y;
}

static void build_station_departures(Problem *problem) {
    problem->station_departures = problem_new(problem, LegId, problem->n_legs);
    problem->station_departure_start = problem_new(problem, int, problem->kase->n_stations + 1);
    for (LegId id = 0; id < problem->n_legs; id++) {
        problem->station_departures[id] = id;
        problem->station_departure_start[problem->legs[id].from + 1]++;
    }
    for (StationId station = 0; station < problem->kase->n_stations; station++) {
        problem->station_departure_start[station + 1] += problem->station_departure_start[station];
    }
    g_qsort_with_data(problem->station_departures, problem->n_legs, sizeof(LegId),
                      compare_station_departures, problem);
}

bool leg_graph_build(Problem *problem, Findings *findings) {
    build_slot_legs(problem);
    if (!build_legs(problem, findings)) {
        return false;
    }
    build_station_days(problem);
    build_station_departures(problem);
    return true;
}

int leg_graph_first_departure(const Problem *problem, StationId station, Minute from) {
    int low = problem->station_departure_start[station];
    int high = problem->station_departure_start[station + 1];
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (problem->legs[problem->station_departures[middle]].departs < from) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}
