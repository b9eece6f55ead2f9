/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays trains under way and gone boxes out in the problem. */
#include "model/problem/under_way.h"

#include <string.h>

#include "model/problem/calendar.h"
#include "model/problem/problem_memory.h"
#include "model/problem/train_candidate.h"

/* ---- trains ---- */

static bool has_open_leg(const CarriedTrain *train) {
    for (int i = 0; i < train->n_legs; i++) {
        if (train->legs[i].open) {
            return true;
        }
    }
    return false;
}

static TrainCandidate candidate_under_way(const Problem *problem, int carried) {
    const Case *kase = problem->kase;
    const CarriedTrain *train = &kase->carried->trains[carried];
    int rule = line_load_factor_rule(kase, train->line);
    return (TrainCandidate){.line = train->line,
                            .hand = NONE,
                            .week = train->week,
                            .fixed = true,
                            .departs = train->departs,
                            .arrives = train->arrives,
                            .offered = rule == NONE ? 1.0 : kase->load_factors[rule].offered,
                            .load_factor = NONE,
                            .regular = NONE,
                            .base_name = train->name,
                            .under_way = true,
                            .carried = carried};
}

/** The slot runs of legs that are open, each leg its own: they stand behind those of the calendar,
 *  which n_runs counts. */
static void add_open_runs(Problem *problem) {
    const CarriedOver *carried = problem->kase->carried;
    GArray *runs = g_array_new(FALSE, FALSE, sizeof(SlotRun));
    g_array_append_vals(runs, problem->runs, (guint)problem->n_runs);
    for (int i = 0; i < carried->n_trains; i++) {
        const CarriedTrain *train = &carried->trains[i];
        for (int leg = 0; leg < train->n_legs; leg++) {
            SlotRun run = {.slot = train->legs[leg].slot,
                           .departs = train->legs[leg].row->departs_at,
                           .arrives = train->legs[leg].row->arrives_at,
                           .base = (SlotRunId)runs->len,
                           .name = train->legs[leg].row->slot};
            if (train->under_way && train->legs[leg].open) {
                g_array_append_val(runs, run);
            }
        }
    }
    problem->runs = problem_keep(problem, g_array_free(runs, FALSE));
}

void under_way_add_trains(Problem *problem) {
    const CarriedOver *carried = problem->kase->carried;
    if (carried == NULL) {
        return;
    }
    GArray *trains = g_array_new(FALSE, FALSE, sizeof(TrainCandidate));
    g_array_append_vals(trains, problem->trains, (guint)problem->n_trains);
    for (int i = 0; i < carried->n_trains; i++) {
        if (carried->trains[i].under_way && has_open_leg(&carried->trains[i])) {
            TrainCandidate train = candidate_under_way(problem, i);
            g_array_append_val(trains, train);
        }
    }
    problem->n_trains = (int)trains->len;
    problem->trains = problem_keep(problem, g_array_free(trains, FALSE));
    add_open_runs(problem);
}

/** The slot run made for an open leg: they stand in order of trains and legs. */
static SlotRunId open_run(const Problem *problem, int carried, int leg) {
    SlotRunId run = problem->n_runs;
    const CarriedOver *all = problem->kase->carried;
    for (int i = 0; i <= carried; i++) {
        const CarriedTrain *train = &all->trains[i];
        int end = i < carried ? train->n_legs : leg;
        for (int own = 0; own < end && train->under_way; own++) {
            run += train->legs[own].open;
        }
    }
    return run;
}

void under_way_append_legs(const Problem *problem, GArray *legs, TrainId id) {
    TrainCandidate *candidate = &problem->trains[id];
    const CarriedTrain *train = &problem->kase->carried->trains[candidate->carried];
    for (int i = 0; i < train->n_legs; i++) {
        const CarriedLeg *own = &train->legs[i];
        if (!own->open) {
            continue;
        }
        const Slot *slot = &problem->kase->slots[own->slot];
        const SlotLeg *part = &problem->slot_legs[problem->slot_leg_start[own->slot] + own->part];
        Leg leg = {.train = id,
                   .base = (LegId)legs->len,
                   .run = open_run(problem, candidate->carried, i),
                   .part = own->part,
                   .from = own->from,
                   .to = own->to,
                   .departs = own->row->departs_at,
                   .arrives = own->row->arrives_at,
                   .dist_km = part->dist_km,
                   .offered_teu = candidate->offered * (slot->teu + slot->upper_teu),
                   .flat_teu = candidate->offered * slot->teu,
                   .limit_t = slot->tonnes,
                   .cost_per_teu = part->cost_per_teu,
                   .cost_per_empty_teu = part->cost_per_empty_teu,
                   .next = NONE,
                   .depart_day = NONE,
                   .arrive_day = NONE};
        candidate->dist_km += part->dist_km;
        g_array_append_val(legs, leg);
    }
}

/* ---- gone boxes ---- */

static TrainId candidate_of_carried(const Problem *problem, int carried) {
    for (TrainId id = problem->n_trains - 1; id >= 0 && problem->trains[id].under_way; id--) {
        if (problem->trains[id].carried == carried) {
            return id;
        }
    }
    return NONE;
}

static TrainId train_of_load(const Problem *problem, const CarriedLoad *load) {
    return load->train >= 0 ? candidate_of_carried(problem, load->train)
                            : problem->train_promises[load->earlier_train].train;
}

/** The leg of the train that the boxes are on; NONE. */
static LegId leg_of_load(const Problem *problem, const CarriedLoad *load, TrainId id) {
    const TrainCandidate *train = &problem->trains[id];
    for (LegId leg = train->first_leg; leg < train->first_leg + train->n_legs; leg++) {
        const Leg *own = &problem->legs[leg];
        if (strcmp(problem->runs[own->run].name, load->row->slot) == 0 &&
            strcmp(problem->kase->stations[own->from].code, load->row->from) == 0 &&
            strcmp(problem->kase->stations[own->to].code, load->row->to) == 0) {
            return leg;
        }
    }
    return NONE;
}

static void load_gone(Problem *problem, const CarriedLoad *load, LegId id) {
    Leg *leg = &problem->legs[id];
    leg->gone_teu += load->row->teu;
    leg->gone_flat_teu += load->stackable ? 0 : load->row->teu;
    leg->gone_t += load->row->tonnes;
    if (!load->empty) {
        leg->gone_loaded_teu += load->row->teu;
        leg->gone_boxes += load->row->boxes;
    }
    if (load->cargo >= 0) {
        problem->gone_class_boxes[id * problem->kase->n_cargo + load->cargo] += load->row->boxes;
    }
}

/** Classes that keep apart from one that is aboard do not come on the train. */
static void bar_apart(Problem *problem, CargoId aboard, TrainId id) {
    const Cargo *cargo = &problem->kase->cargo[aboard];
    const TrainCandidate *train = &problem->trains[id];
    for (int i = 0; i < cargo->n_apart_from; i++) {
        memset(&problem->cargo_bars_leg[cargo->apart_from[i] * problem->n_legs + train->first_leg],
               true, (size_t)train->n_legs * sizeof(bool));
    }
}

void under_way_load(Problem *problem) {
    const CarriedOver *carried = problem->kase->carried;
    if (carried == NULL || problem->kase->under_way_eased) {
        return;
    }
    problem->gone_class_boxes =
        problem_new(problem, int, problem->n_base_legs * problem->kase->n_cargo);
    for (int i = 0; i < carried->n_loads; i++) {
        const CarriedLoad *load = &carried->loads[i];
        TrainId train = train_of_load(problem, load);
        LegId leg = train == NONE || load->past ? NONE : leg_of_load(problem, load, train);
        if (leg != NONE) {
            TrainCandidate *own = &problem->trains[train];
            load_gone(problem, load, leg);
            *(load->empty ? &own->gone_empty : &own->gone_loaded) +=
                load->boards ? load->row->boxes : 0;
        }
        if (train != NONE && load->cargo >= 0) {
            bar_apart(problem, load->cargo, train);
        }
    }
}

/* ---- what is left of limits ---- */

static int room_left(const Problem *problem, int limit, int used) {
    if (limit == NO_LIMIT || problem->kase->under_way_eased) {
        return limit;
    }
    return limit > used ? limit - used : 0;
}

int under_way_lift_room(const Problem *problem, StationDayId day) {
    const StationDay *own = &problem->station_days[day];
    const CarriedDay *used = carried_station_day(problem->kase->carried, own->station, own->day);
    return room_left(problem, problem->kase->stations[own->station].lifts_per_day,
                     used == NULL ? 0 : used->lifts);
}

int under_way_train_room(const Problem *problem, StationDayId day) {
    const StationDay *own = &problem->station_days[day];
    const CarriedDay *used = carried_station_day(problem->kase->carried, own->station, own->day);
    return room_left(problem, problem->kase->stations[own->station].trains_per_day,
                     used == NULL ? 0 : used->trains);
}

int under_way_feeder_room(const Problem *problem, FeederDayId day) {
    const FeederDay *own = &problem->feeder_days[day];
    const CarriedDay *used = carried_feeder_day(problem->kase->carried, own->feeder, own->day);
    return room_left(problem, problem->kase->feeders[own->feeder].boxes_per_day,
                     used == NULL ? 0 : used->boxes);
}

int under_way_run_room(const Problem *problem, SlotRunId run) {
    const SlotRun *own = &problem->runs[run];
    return room_left(problem, problem->kase->slots[own->slot].max_trains,
                     carried_on_run(problem->kase->carried, own->name));
}

int under_way_returns(const Problem *problem, int equipment, StationId station, StockDay day) {
    const CarriedOver *carried = problem->kase->carried;
    ContainerId container = problem->kase->equipment[equipment].container;
    int boxes = 0;
    for (int i = 0; carried != NULL && i < carried->n_returns; i++) {
        const CarriedReturn *back = &carried->returns[i];
        if (back->container == container && back->station == station &&
            calendar_stock_date(problem, back->day) == day) {
            boxes += back->returned + back->empties_in;
        }
    }
    return boxes;
}
