/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays out trains under way, and puts boxes of earlier plans on the legs that they ride. */
#include "verify/read/under_way.h"

#include <string.h>

/* ---- trains under way ---- */

static PlanLeg leg_under_way(const Case *kase, const CarriedLeg *own, int number, double share) {
    PlanLeg leg = {.run = number,
                   .from = own->from,
                   .to = own->to,
                   .departs = own->row->departs_at,
                   .arrives = own->row->arrives_at,
                   .closed = !own->open,
                   .class_boxes = g_new0(long, (gsize)kase->n_cargo + 1),
                   .gone_class_boxes = g_new0(long, (gsize)kase->n_cargo + 1)};
    if (own->part < 0) {
        return leg;
    }
    const Slot *slot = &kase->slots[own->slot];
    double start = own->part > 0 ? slot->stops[own->part - 1].dist_km : 0;
    double end = own->part < slot->n_stops ? slot->stops[own->part].dist_km : slot->dist_km;
    leg.dist_km = end - start;
    leg.cost_per_teu = slot->cost_per_teu * leg.dist_km / slot->dist_km;
    leg.cost_per_empty_teu = slot->cost_per_empty_teu * leg.dist_km / slot->dist_km;
    leg.offered_teu = share * (slot->teu + slot->upper_teu);
    leg.flat_teu = share * slot->teu;
    leg.limit_t = slot->tonnes;
    return leg;
}

static void lay_train_under_way(const Case *kase, PlanTrain *train) {
    const CarriedTrain *carried = &kase->carried->trains[train->carried];
    const LoadFactor *rule = carried->line < 0 ? NULL : line_load_factor(kase, carried->line);
    train->line = carried->line;
    train->week = carried->week;
    train->departs = carried->departs;
    train->arrives = carried->arrives;
    train->n_legs = carried->n_legs;
    train->legs = g_new0(PlanLeg, (gsize)train->n_legs + 1);
    train->slot_runs = g_new0(PlanRun, (gsize)train->n_legs + 1);
    train->run_names = g_new0(char *, (gsize)train->n_legs + 1);
    for (int i = 0; i < train->n_legs; i++) {
        const CarriedLeg *own = &carried->legs[i];
        train->legs[i] = leg_under_way(kase, own, i, rule ? rule->offered : 1);
        train->slot_runs[i].slot = own->slot < 0 ? 0 : own->slot;
        train->run_names[i] = g_strdup(own->row->slot);
        if (own->open) {
            train->offered_teu_km += train->legs[i].offered_teu * train->legs[i].dist_km;
            train->dist_km += train->legs[i].dist_km;
        }
    }
}

bool under_way_lay(const PlanRead *plan, PlanTrain *train) {
    const CarriedOver *carried = plan->kase->carried;
    for (int i = 0; carried && i < carried->n_trains; i++) {
        if (carried->trains[i].under_way && strcmp(carried->trains[i].name, train->name) == 0) {
            train->carried = i;
            lay_train_under_way(plan->kase, train);
            return true;
        }
    }
    return false;
}

/* ---- boxes of earlier plans ---- */

bool plan_train_is(const Case *kase, const PlanTrain *train, const CommittedTrain *earlier) {
    bool same = strcmp(kase->lines[train->line].code, earlier->line) == 0 &&
                train->n_runs == earlier->n_runs;
    for (int i = 0; i < train->n_runs && same; i++) {
        const char *code = kase->slots[train->slot_runs[i].slot].code;
        PlanRun run;
        same = g_str_has_prefix(earlier->runs[i], code) &&
               slot_run_find(kase, earlier->runs[i], &run) == NULL &&
               run.slot == train->slot_runs[i].slot && run.departs == train->slot_runs[i].departs;
    }
    return same;
}

/** The train that a load is on, among these. */
static PlanTrain *plan_train_of_load(const PlanRead *plan, PlanTrain *trains, int n_trains,
                                     const CarriedLoad *load) {
    const Commitments *committed = &plan->kase->commitments;
    for (int i = 0; i < n_trains; i++) {
        PlanTrain *train = &trains[i];
        if (!train->sound || !train->runs) {
            continue;
        }
        if (load->train >= 0 ? train->carried == load->train
                             : train->carried < 0 &&
                                   plan_train_is(plan->kase, train,
                                                 &committed->earlier_trains[load->earlier_train])) {
            return train;
        }
    }
    return NULL;
}

/** True where a leg leaves as a row of an earlier plan says: by its slot run, which scenarios may
 * have shifted since. */
static bool leaves_as_told(const Case *kase, const PlanTrain *train, const PlanLeg *leg,
                           const CarriedRow *row) {
    PlanRun run;
    if (train->carried >= 0) {
        return leg->departs == row->departs_at;
    }
    return slot_run_find(kase, row->slot, &run) == NULL &&
           run.slot == train->slot_runs[leg->run].slot &&
           run.departs == train->slot_runs[leg->run].departs;
}

static PlanLeg *plan_leg_of_load(const PlanRead *plan, PlanTrain *train, const CarriedRow *row) {
    for (int i = 0; i < train->n_legs; i++) {
        PlanLeg *leg = &train->legs[i];
        if (!leg->closed && leaves_as_told(plan->kase, train, leg, row) &&
            strcmp(plan->kase->stations[leg->from].code, row->from) == 0) {
            return leg;
        }
    }
    return NULL;
}

static void load_gone_boxes(PlanTrain *train, PlanLeg *leg, const CarriedLoad *load) {
    const CarriedRow *row = load->row;
    double flat = load->stackable ? 0 : row->teu;
    leg->gone_teu += row->teu;
    leg->gone_flat_teu += flat;
    leg->gone_t += row->tonnes;
    leg->used_flat_teu += flat;
    leg->gross_t += row->tonnes;
    *(load->empty ? &leg->empty_teu : &leg->loaded_teu) += row->teu;
    *(load->empty ? &train->empty_teu_km : &train->loaded_teu_km) += row->teu * leg->dist_km;
    leg->gone_loaded_teu += load->empty ? 0 : row->teu;
    train->gone_teu_km += load->empty ? 0 : row->teu * leg->dist_km;
    if (load->boards) {
        *(load->empty ? &train->empty_boxes : &train->boxes) += row->boxes;
    }
    if (load->cargo >= 0) {
        leg->class_boxes[load->cargo] += row->boxes;
        leg->gone_class_boxes[load->cargo] += row->boxes;
    }
}

static void note_aboard(const Case *kase, PlanTrain *train, CargoId cargo) {
    if (!train->gone_classes) {
        train->gone_classes = g_new0(bool, (gsize)kase->n_cargo + 1);
    }
    train->gone_classes[cargo] = true;
}

void under_way_load_trains(PlanRead *plan) {
    const CarriedOver *carried = plan->kase->carried;
    for (int i = 0; carried && i < carried->n_loads; i++) {
        const CarriedLoad *load = &carried->loads[i];
        PlanTrain *train = plan_train_of_load(plan, plan->trains, plan->n_trains, load);
        PlanLeg *leg = train && !load->past ? plan_leg_of_load(plan, train, load->row) : NULL;
        report_check(plan->report, VERIFY_COMMITMENTS, train != NULL || load->past, "trains.csv", 0,
                     "%s does not run, for which boxes of %s are on their way", load->row->train,
                     load->row->id);
        if (leg) {
            load_gone_boxes(train, leg, load);
        }
        if (train && load->cargo >= 0) {
            note_aboard(plan->kase, train, load->cargo);
        }
    }
}

void under_way_load_candidates(PlanRead *plan) {
    const CarriedOver *carried = plan->kase->carried;
    for (int i = 0; carried && i < carried->n_loads; i++) {
        const CarriedLoad *load = &carried->loads[i];
        PlanTrain *train = plan_train_of_load(plan, plan->candidates, plan->n_candidates, load);
        if (train && load->cargo >= 0) {
            note_aboard(plan->kase, train, load->cargo);
        }
    }
}

bool under_way_bars(const Case *kase, const PlanTrain *train, CargoId cargo) {
    for (int i = 0; train->gone_classes && i < kase->cargo[cargo].n_apart_from; i++) {
        if (train->gone_classes[kase->cargo[cargo].apart_from[i]]) {
            return true;
        }
    }
    return false;
}

long plan_leg_empties_before(const Case *kase, const PlanTrain *train, const PlanLeg *leg,
                             const char *container) {
    const Commitments *committed = &kase->commitments;
    long boxes = 0;
    for (int i = 0; i < committed->n_earlier_empties; i++) {
        const CommittedEmpties *empties = &committed->earlier_empties[i];
        const bool shifted =
            train->carried < 0 && kase->slots[train->slot_runs[leg->run].slot].shift_min != 0;
        bool same = (shifted || empties->departs == leg->departs) &&
                    strcmp(empties->from, kase->stations[leg->from].code) == 0 &&
                    strcmp(empties->container, container) == 0;
        if (same &&
            (empties->under_way >= 0
                 ? train->carried == empties->under_way
                 : train->carried < 0 &&
                       plan_train_is(kase, train, &committed->earlier_trains[empties->train]))) {
            boxes += empties->boxes;
        }
    }
    return boxes;
}

/* ---- what is left of limits ---- */

int lift_room(const Case *kase, StationId station, Date day) {
    const CarriedDay *used = carried_station_day(kase->carried, station, day);
    return room_beside(kase->stations[station].lifts_per_day, used ? used->lifts : 0);
}

int feeder_room(const Case *kase, int feeder, Date day) {
    const CarriedDay *used = carried_feeder_day(kase->carried, feeder, day);
    return room_beside(kase->feeders[feeder].boxes_per_day, used ? used->boxes : 0);
}

int run_room(const Case *kase, const char *run, SlotId slot) {
    return room_beside(kase->slots[slot].max_trains, carried_on_run(kase->carried, run));
}
