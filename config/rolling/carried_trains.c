/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gone trains laid down beside the case, and what gone boxes take of the room of trains that are
 * not over. */
#include <string.h>

#include "config/case_memory.h"
#include "config/finding_codes.h"
#include "config/rolling/carried_case.h"

enum { MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY };

static int line_of_code(const Case *kase, const char *code) {
    for (LineId id = 0; id < kase->n_lines; id++) {
        if (strcmp(kase->lines[id].code, code) == 0) {
            return id;
        }
    }
    return -1;
}

/** The slot of a run by its name, `CN-1@2026-12-01`. */
static int slot_of_run_name(const Case *kase, const char *run) {
    size_t length = strcspn(run, "@");
    for (SlotId id = 0; id < kase->n_slots; id++) {
        if (strlen(kase->slots[id].code) == length &&
            strncmp(kase->slots[id].code, run, length) == 0) {
            return id;
        }
    }
    return -1;
}

/** Which leg of the slot goes from one station to the other; -1. */
static int part_of_slot(const Slot *slot, int from, int to) {
    for (int part = 0; part <= slot->n_stops; part++) {
        StationId start = part == 0 ? slot->from : slot->stops[part - 1].at;
        StationId end = part == slot->n_stops ? slot->to : slot->stops[part].at;
        if (start == from && end == to) {
            return part;
        }
    }
    return -1;
}

static CarriedLeg carried_leg(const Case *kase, const CarriedRow *row, int line) {
    CarriedLeg leg = {.row = row,
                      .slot = slot_of_run_name(kase, row->slot),
                      .part = -1,
                      .from = carried_station(kase, row->from),
                      .to = carried_station(kase, row->to)};
    if (leg.slot >= 0 && leg.from >= 0 && leg.to >= 0) {
        leg.part = part_of_slot(&kase->slots[leg.slot], leg.from, leg.to);
    }
    if (leg.part < 0) {
        leg.slot = -1;
    }
    leg.open = row->departs_at >= kase->horizon.start_at && leg.part >= 0 && line >= 0;
    return leg;
}

/** Tells of stations yet to be called at that the case lacks, and of room that is not known. */
static void check_train_under_way(const EarlierFolder *folder, const CarriedTrain *train) {
    const Case *kase = folder->kase;
    bool unknown = false;
    for (int i = 0; i < train->n_legs; i++) {
        const CarriedLeg *leg = &train->legs[i];
        bool leaves = leg->row->departs_at >= kase->horizon.start_at;
        bool comes = leg->row->arrives_at >= kase->horizon.start_at;
        unknown |= leaves && !leg->open;
        if ((leaves && leg->from < 0) || (comes && leg->to < 0)) {
            finding_error(folder->findings, kase->commitments.place, FINDING_CARRIED_CALL,
                          train->name, leg->to < 0 ? leg->row->to : leg->row->from);
            return;
        }
    }
    if (unknown) {
        finding_warning(folder->findings, kase->commitments.place, FINDING_CARRIED_ROOM,
                        train->name);
    }
}

static int week_of_gone(const Case *kase, Minute departs) {
    Minute before = kase->horizon.start_at - departs;
    return -(int)((before + MINUTES_PER_WEEK - 1) / MINUTES_PER_WEEK);
}

void carried_trains(const EarlierFolder *folder) {
    Case *kase = folder->kase;
    CarriedOver *carried = kase->carried;
    carried->trains =
        case_memory_array(kase->memory, (size_t)carried->n_rows, sizeof *carried->trains);
    for (int first = 0, end; first < carried->n_rows; first = end) {
        const CarriedRow *head = &carried->rows[first];
        end = first + 1;
        while (head->kind == CARRIED_TRAIN && end < carried->n_rows &&
               carried->rows[end].kind == CARRIED_TRAIN &&
               strcmp(carried->rows[end].id, head->id) == 0 &&
               strcmp(carried->rows[end].train, head->train) == 0) {
            end++;
        }
        if (head->kind != CARRIED_TRAIN) {
            continue;
        }
        CarriedTrain *train = &carried->trains[carried->n_trains++];
        *train = (CarriedTrain){.name = head->train,
                                .line = line_of_code(kase, head->id),
                                .n_legs = end - first,
                                .departs = head->departs_at,
                                .arrives = carried->rows[end - 1].arrives_at,
                                .week = week_of_gone(kase, head->departs_at)};
        train->under_way = train->arrives >= kase->horizon.start_at;
        train->legs = case_memory_array(kase->memory, (size_t)train->n_legs, sizeof *train->legs);
        for (int i = 0; i < train->n_legs; i++) {
            train->legs[i] = carried_leg(kase, &carried->rows[first + i], train->line);
        }
        if (train->under_way) {
            carried->trains_under_way++;
            check_train_under_way(folder, train);
        }
    }
}

/* ---- gone boxes on board ---- */

static int carried_train_of(const CarriedOver *carried, const CarriedRow *row, int *leg) {
    for (int i = 0; i < carried->n_trains; i++) {
        const CarriedTrain *train = &carried->trains[i];
        if (!train->under_way || strcmp(train->name, row->train) != 0) {
            continue;
        }
        for (*leg = 0; *leg < train->n_legs; (*leg)++) {
            const CarriedRow *own = train->legs[*leg].row;
            if (own->departs_at == row->departs_at && strcmp(own->from, row->from) == 0) {
                return i;
            }
        }
    }
    return -1;
}

static bool train_uses(const CommittedTrain *train, const char *run) {
    for (int i = 0; i < train->n_runs; i++) {
        if (strcmp(train->runs[i], run) == 0) {
            return true;
        }
    }
    return false;
}

/** A train of the earlier plan that sets out later: the one of this name, else one on the run. */
static int later_train(const Commitments *commitments, const CarriedRow *row) {
    int found = -1;
    for (int i = 0; i < commitments->n_earlier_trains; i++) {
        const CommittedTrain *train = &commitments->earlier_trains[i];
        if (train_uses(train, row->slot) && (found < 0 || strcmp(train->name, row->train) == 0)) {
            found = i;
        }
    }
    return found;
}

/** Whether an earlier row of the same itinerary rides the same train on a leg that is not past. */
static bool rode_on(const CarriedOver *carried, const CarriedRow *row, Minute start) {
    for (const CarriedRow *other = row - 1; other >= carried->rows; other--) {
        if (other->kind != row->kind || strcmp(other->id, row->id) != 0 ||
            strcmp(other->itinerary, row->itinerary) != 0) {
            return false;
        }
        if (strcmp(other->mode, "train") == 0 && strcmp(other->train, row->train) == 0 &&
            other->departs_at >= start) {
            return true;
        }
    }
    return false;
}

static void add_load(const EarlierFolder *folder, const CarriedRow *row) {
    Case *kase = folder->kase;
    CarriedOver *carried = kase->carried;
    ContainerId container = carried_container(kase, row->container);
    CarriedLoad load = {.row = row,
                        .earlier_train = -1,
                        .past = row->departs_at < kase->horizon.start_at,
                        .empty = row->kind == CARRIED_EMPTY,
                        .cargo = -1};
    load.train = carried_train_of(carried, row, &load.leg);
    if (load.train < 0 && load.past) {
        return;
    }
    if (container < 0) {
        finding_error(folder->findings, kase->commitments.place, FINDING_CARRIED_CONTAINER,
                      row->container, row->train);
        return;
    }
    load.stackable = kase->containers[container].stackable;
    load.boards = !load.past && !rode_on(carried, row, kase->horizon.start_at);
    for (CargoId cargo = 0; cargo < kase->n_cargo && !load.empty; cargo++) {
        load.cargo = strcmp(kase->cargo[cargo].code, row->cargo) == 0 ? cargo : load.cargo;
    }
    if (load.train < 0) {
        load.leg = -1;
        load.earlier_train = later_train(&kase->commitments, row);
        if (load.earlier_train < 0) {
            finding_error(folder->findings, kase->commitments.place, FINDING_CARRIED_TRAIN,
                          row->train, row->id);
            return;
        }
        CommittedTrain *train = &kase->commitments.earlier_trains[load.earlier_train];
        train->carries = train->carries != NULL ? train->carries : row->id;
    }
    carried->loads[carried->n_loads++] = load;
}

void carried_loads(const EarlierFolder *folder) {
    Case *kase = folder->kase;
    CarriedOver *carried = kase->carried;
    carried->loads =
        case_memory_array(kase->memory, (size_t)carried->n_rows, sizeof *carried->loads);
    for (int i = 0; i < carried->n_rows; i++) {
        const CarriedRow *row = &carried->rows[i];
        bool boxes = row->kind == CARRIED_BOX || row->kind == CARRIED_EMPTY;
        if (boxes && strcmp(row->mode, "train") == 0) {
            add_load(folder, row);
        }
    }
}
