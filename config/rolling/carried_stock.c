/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stocks of containers and wagon sets of the case as they stand when it begins, and what comes to
 * them later by things that are gone. */
#include <string.h>

#include "config/case_memory.h"
#include "config/finding_codes.h"
#include "config/rolling/carried_case.h"

int carried_station(const Case *kase, const char *code) {
    for (StationId id = 0; id < kase->n_stations; id++) {
        if (strcmp(kase->stations[id].code, code) == 0) {
            return id;
        }
    }
    return -1;
}

int carried_container(const Case *kase, const char *code) {
    for (ContainerId id = 0; id < kase->n_containers; id++) {
        if (strcmp(kase->containers[id].code, code) == 0) {
            return id;
        }
    }
    return -1;
}

static int equipment_of_code(const Case *kase, const char *container) {
    ContainerId id = carried_container(kase, container);
    for (int i = 0; i < kase->n_equipment && id >= 0; i++) {
        if (kase->equipment[i].container == id) {
            return i;
        }
    }
    return -1;
}

/** Room for a station more in an array of what stands where, in order of stations.
 *  @param count  of entries so far
 *  @return where the new one stands */
static int place_of_station(const char *array, int count, size_t size, size_t station_offset,
                            StationId station) {
    int place = count;
    StationId other;
    while (place > 0) {
        memcpy(&other, array + (size_t)(place - 1) * size + station_offset, sizeof other);
        if (other < station) {
            break;
        }
        place--;
    }
    return place;
}

/** A copy of an array, the case's, with room for one more at a place. */
static void *with_gap(CaseMemory *memory, const void *array, int count, size_t size, int place) {
    char *copy = case_memory_array(memory, (size_t)count + 1, size);
    if (count > 0) {
        const char *from = array;
        const size_t before = (size_t)place * size;
        memcpy(copy, from, before);
        memcpy(copy + before + size, from + before, (size_t)(count - place) * size);
    }
    return copy;
}

static EquipmentAt *equipment_of_station(Case *kase, int equipment, StationId station) {
    Equipment *type = &kase->equipment[equipment];
    for (int i = 0; i < type->n_at; i++) {
        if (type->at[i].station == station) {
            return &type->at[i];
        }
    }
    size_t size = sizeof(EquipmentAt);
    int place = place_of_station((const char *)type->at, type->n_at, size,
                                 offsetof(EquipmentAt, station), station);
    type->at = with_gap(kase->memory, type->at, type->n_at, size, place);
    type->n_at++;
    type->at[place] =
        (EquipmentAt){.station = station, .stock_place = type->place, .end_min_place = type->place};
    return &type->at[place];
}

static void warn_of_lost_station(const EarlierFolder *folder, const char *station, int boxes) {
    if (boxes != 0) {
        finding_warning(folder->findings, folder->kase->commitments.place, FINDING_CARRIED_STATION,
                        boxes, station);
    }
}

void carried_set_stocks(const EarlierFolder *folder, const GArray *stocks) {
    Case *kase = folder->kase;
    for (guint i = 0; i < stocks->len; i++) {
        const Standing *standing = &g_array_index(stocks, Standing, i);
        int equipment = equipment_of_code(kase, standing->what);
        StationId station = carried_station(kase, standing->station);
        if (equipment >= 0 && station >= 0) {
            equipment_of_station(kase, equipment, station)->stock = standing->count;
        } else if (equipment >= 0) {
            warn_of_lost_station(folder, standing->station, standing->count);
        }
    }
}

/* ---- containers that come back ---- */

static CarriedReturn *return_of(CarriedOver *carried, int container, StationId station, Date day) {
    for (int i = 0; i < carried->n_returns; i++) {
        CarriedReturn *known = &carried->returns[i];
        if (known->container == container && known->station == station && known->day == day) {
            return known;
        }
    }
    carried->returns[carried->n_returns] =
        (CarriedReturn){.container = container, .station = station, .day = day};
    return &carried->returns[carried->n_returns++];
}

/** A row that brings boxes back: `return`, or the last leg of a move of empties.
 *  @return false where it does not */
static bool brings_back(const Case *kase, int i, Date *day) {
    const CarriedOver *carried = kase->carried;
    const CarriedRow *row = &carried->rows[i];
    if (row->kind == CARRIED_RETURN) {
        return date_parse(row->arrives, day) == FAULT_NONE;
    }
    bool last = i + 1 == carried->n_rows || row[1].kind != row->kind ||
                strcmp(row[1].id, row->id) != 0 || strcmp(row[1].itinerary, row->itinerary) != 0;
    if (row->kind != CARRIED_EMPTY || !last) {
        return false;
    }
    *day = zone_date(kase->horizon.zone, row->arrives_at);
    return *day >= kase->horizon.start;
}

void carried_returns(const EarlierFolder *folder) {
    Case *kase = folder->kase;
    CarriedOver *carried = kase->carried;
    carried->returns =
        case_memory_array(kase->memory, (size_t)carried->n_rows, sizeof *carried->returns);
    for (int i = 0; i < carried->n_rows; i++) {
        const CarriedRow *row = &carried->rows[i];
        bool leased = row->kind == CARRIED_LEASE;
        Date day = 0;
        if (!leased && !brings_back(kase, i, &day)) {
            continue;
        }
        int equipment = equipment_of_code(kase, row->container);
        StationId station = carried_station(kase, row->to);
        if (equipment < 0) {
            continue; /* a type that the case does not count */
        }
        if (station < 0) {
            warn_of_lost_station(folder, row->to, leased ? 0 : row->boxes);
        } else if (leased) {
            EquipmentAt *at = equipment_of_station(kase, equipment, station);
            at->lease_boxes = MAX(0, at->lease_boxes - row->boxes);
        } else {
            CarriedReturn *back =
                return_of(carried, kase->equipment[equipment].container, station, day);
            *(row->kind == CARRIED_RETURN ? &back->returned : &back->empties_in) += row->boxes;
        }
    }
}

/* ---- wagon sets ---- */

static int pool_of_code(const Case *kase, const char *code) {
    for (int pool = 0; pool < kase->n_rakes; pool++) {
        if (strcmp(kase->rakes[pool].code, code) == 0) {
            return pool;
        }
    }
    return -1;
}

static RakeSets *sets_at(Case *kase, int pool, StationId station) {
    Rake *rake = &kase->rakes[pool];
    for (int i = 0; i < rake->n_sets; i++) {
        if (rake->sets[i].station == station) {
            return &rake->sets[i];
        }
    }
    size_t size = sizeof(RakeSets);
    int place = place_of_station((const char *)rake->sets, rake->n_sets, size,
                                 offsetof(RakeSets, station), station);
    rake->sets = with_gap(kase->memory, rake->sets, rake->n_sets, size, place);
    rake->n_sets++;
    rake->sets[place] = (RakeSets){.station = station, .place = rake->place};
    return &rake->sets[place];
}

void carried_set_sets(const EarlierFolder *folder, const GArray *sets) {
    Case *kase = folder->kase;
    for (guint i = 0; i < sets->len; i++) {
        const Standing *standing = &g_array_index(sets, Standing, i);
        int pool = pool_of_code(kase, standing->what);
        StationId station = carried_station(kase, standing->station);
        if (pool >= 0 && station >= 0) {
            sets_at(kase, pool, station)->sets = standing->count;
        }
    }
}

void carried_sets(const EarlierFolder *folder) {
    Case *kase = folder->kase;
    CarriedOver *carried = kase->carried;
    carried->sets = case_memory_array(kase->memory, (size_t)carried->n_rows, sizeof *carried->sets);
    for (int i = 0; i < carried->n_rows; i++) {
        const CarriedRow *row = &carried->rows[i];
        if (row->kind != CARRIED_SET) {
            continue;
        }
        CarriedSet set = {row, pool_of_code(kase, row->id), carried_station(kase, row->to)};
        carried->sets_under_way += row->boxes > 0 ? row->boxes : 0;
        if (set.pool >= 0 && set.station >= 0) {
            carried->sets[carried->n_sets++] = set;
        }
    }
}
