/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config/sections/sections.h"

#include <string.h>

#include <glib.h>

#include "config/reader/reader.h"
#include "config/reader/reader_scalars.h"
#include "config/reader/reader_words.h"
#include "config/sections/places.h"

void section_check_horizon(Reader *reader, const Node *map, void *row) {
    (void)reader;
    (void)map;
    Horizon *horizon = row;
    horizon->start_at = zone_to_minute(horizon->zone, horizon->start, 0, NULL);
    horizon->end_at = zone_to_minute(horizon->zone, horizon->start + horizon->weeks * 7, 0, NULL);
    horizon->last_arrival = horizon->end_at + horizon->tail_min;
}

/** Tells a least value above the greatest, at the place of the least where it is written. */
static void check_window(Reader *reader, const Node *map, const char *name, const Window *window) {
    if (window->min_min > window->max_min) {
        bool written = node_get(map, "max") != NULL;
        findings_error(reader->findings, place_of(map, "min"),
                       "%s.min is longer than %s.max%s (%.10g h)", name, name,
                       written ? "" : ", left at its default", (double)window->max_min / 60);
    }
}

void section_check_transfer(Reader *reader, const Node *map, void *row) {
    const Station *station = row;
    check_window(reader, map, "transfer", &station->transfer);
}

void section_check_through(Reader *reader, const Node *map, void *row) {
    const Station *station = row;
    check_window(reader, map, "through", &station->through);
}

void section_check_valid(Reader *reader, const Node *map, void *row) {
    const Slot *slot = row;
    if (slot->valid_from > slot->valid_to) {
        findings_error(reader->findings, place_of(map, "to"),
                       "valid.to is before valid.from: the slot never runs");
    }
}

void section_check_station(Reader *reader, const Node *map, void *row) {
    (void)reader;
    places_note_station(map, row);
}

void section_check_load_factor(Reader *reader, const Node *map, void *row) {
    (void)reader;
    LoadFactor *rule = row;
    rule->min_place = place_of(map, "min");
}

static void check_ends(Reader *reader, const Node *map, StationId from, StationId to) {
    if (from == to) {
        findings_error(reader->findings, place_of(map, "to"), "to is the same station as from: %s",
                       reader->kase->stations[to].code);
    }
}

static void check_stops(Reader *reader, const Node *list, const Slot *slot) {
    StationId previous = slot->from;
    int64_t left = 0;
    double dist_km = 0;
    for (int i = 0; i < slot->n_stops; i++) {
        const Stop *stop = &slot->stops[i];
        const Node *map = list->items[i];
        if (stop->arrives_min <= left) {
            findings_error(reader->findings, place_of(map, "arrives"),
                           "arrives is not after the departure before it");
        }
        if (stop->departs_min < stop->arrives_min) {
            findings_error(reader->findings, place_of(map, "departs"), "departs is before arrives");
        }
        if (stop->departs_min >= slot->runs_min) {
            findings_error(reader->findings, place_of(map, "departs"),
                           "departs is not before the slot's end (runs)");
        }
        if (stop->dist_km <= dist_km || stop->dist_km >= slot->dist_km) {
            findings_error(reader->findings, place_of(map, "km"),
                           "km must lie between %.10g (the place before) and %.10g (the slot's km)",
                           dist_km, slot->dist_km);
        }
        if (stop->at == previous || (i == slot->n_stops - 1 && stop->at == slot->to)) {
            findings_error(reader->findings, place_of(map, "at"),
                           "at is the same station as its neighbour: %s",
                           reader->kase->stations[stop->at].code);
        }
        previous = stop->at;
        left = stop->departs_min;
        dist_km = stop->dist_km;
    }
}

void section_check_slot(Reader *reader, const Node *map, void *row) {
    Slot *slot = row;
    check_ends(reader, map, slot->from, slot->to);
    if (slot->n_stops > 0) {
        check_stops(reader, node_get(map, "stops"), slot);
    }
    slot->trains_place = place_of(map, "trains");
    slot->rake =
        slot->rake_code == NULL ? -1 : codes_find(reader->codes[SECTION_RAKES], slot->rake_code);
}

void section_check_trains_per_week(Reader *reader, const Node *map, void *row) {
    const Line *line = row;
    if (line->min_trains_per_week > line->max_trains_per_week) {
        findings_error(reader->findings, place_of(map, "min"),
                       "trains_per_week.min is above trains_per_week.max (%d)",
                       line->max_trains_per_week);
    }
}

void section_check_line(Reader *reader, const Node *map, void *row) {
    Line *line = row;
    places_note_line(map, line);
    if (line->route == NULL) {
        return;
    }
    const Node *route = node_as_list(node_get(map, "route"));
    if (line->n_route < 2) {
        findings_error(reader->findings, route->place, "route needs at least two stations");
    }
    for (int i = 1; i < line->n_route; i++) {
        if (line->route[i] == line->route[i - 1]) {
            findings_error(reader->findings, route->items[i]->place,
                           "route names %s twice in a row",
                           reader->kase->stations[line->route[i]].code);
        }
    }
}

/** Tells a day of departure on which the first slot of a train never leaves. */
void section_check_train(Reader *reader, const Node *map, void *row) {
    Train *train = row;
    train->runs_place = place_of(map, "runs");
    if (node_get(map, "departs") == NULL) {
        return;
    }
    static const char *const DAYS[] = {"", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    const Slot *first = &reader->kase->slots[train->slots[0]];
    bool on_day[8] = {false};
    for (int i = 0; i < first->n_departs; i++) {
        on_day[first->departs[i].weekday] = true;
    }
    for (int day = 1; day <= 7; day++) {
        if (train->on_day[day] && !on_day[day] && first->n_departs > 0) {
            findings_warning(reader->findings, place_of(map, "departs"),
                             "departs: slot %s never leaves on %s", first->code, DAYS[day]);
        }
    }
}

void section_check_container(Reader *reader, const Node *map, void *row) {
    const Container *container = row;
    bool built_in = container < reader->kase->containers + container_table.n_presets;
    if (!built_in && node_get(map, "tare") == NULL) {
        findings_warning(reader->findings, map->place,
                         "container type %s has no tare: taken as 0 t", container->code);
    }
}

void section_check_cargo(Reader *reader, const Node *map, void *row) {
    Cargo *cargo = row;
    places_note_cargo(map, cargo);
    const Node *apart = node_get(map, "apart_from");
    for (int i = 0; i < cargo->n_apart_from; i++) {
        if (cargo == &reader->kase->cargo[cargo->apart_from[i]]) {
            findings_error(reader->findings, node_as_list(apart)->items[i]->place,
                           "apart_from names the class itself: %s", cargo->code);
        }
    }
    const Node *containers = node_get(map, "containers");
    if (containers != NULL && node_as_list(containers)->count == 0) {
        findings_error(reader->findings, containers->place,
                       "containers needs at least one entry; leave the key out otherwise");
    }
}

/** Makes the one tier of a booking that has none written. */
static void single_tier(Reader *reader, const Node *map, Demand *demand) {
    const Node *boxes = node_get(map, "boxes");
    const Node *revenue = node_get(map, "revenue");
    if (boxes == NULL || revenue == NULL) {
        findings_error(reader->findings, map->place,
                       "a booking lacks the key \"%s\" (or \"tiers\")",
                       boxes == NULL ? "boxes" : "revenue");
        return;
    }
    Tier *tier = case_memory_array(reader->memory, 1, sizeof *tier);
    tier->place = boxes->place;
    /* Both were read without a fault before. */
    reader_read_scalar(reader, table_field(&demand_table, "boxes"), boxes, NULL, &tier->boxes);
    reader_read_scalar(reader, table_field(&demand_table, "revenue"), revenue, NULL,
                       &tier->revenue_per_box);
    demand->tiers = tier;
    demand->n_tiers = 1;
}

void section_check_demand(Reader *reader, const Node *map, void *row) {
    Demand *demand = row;
    const Node *tiers = node_get(map, "tiers");
    demand->due_place = place_of(map, "due");
    demand->must_place = place_of(map, "must");
    demand->tiered = tiers != NULL;
    check_ends(reader, map, demand->from, demand->to);
    if (tiers == NULL) {
        single_tier(reader, map, demand);
    } else {
        static const char *const INSTEAD[] = {"boxes", "revenue"};
        for (int i = 0; i < 2; i++) {
            if (node_get(map, INSTEAD[i]) != NULL) {
                findings_error(reader->findings, place_of(map, INSTEAD[i]),
                               "%s cannot stand beside tiers, which have their own", INSTEAD[i]);
            }
        }
        if (demand->n_tiers == 0) {
            findings_error(reader->findings, tiers->place, "tiers needs at least one entry");
        }
    }
    bool dated = reader->kase->stations[demand->from].zone != NULL &&
                 reader->kase->stations[demand->to].zone != NULL;
    if (dated && demand->due < demand->ready) {
        findings_error(reader->findings, demand->due_place, "due is before ready");
    }
}

void section_check_feeder(Reader *reader, const Node *map, void *row) {
    Feeder *feeder = row;
    feeder->boxes_place = place_of(map, "boxes_per_day");
    check_ends(reader, map, feeder->from, feeder->to);
}

void section_check_reposition(Reader *reader, const Node *map, void *row) {
    const Reposition *reposition = row;
    check_ends(reader, map, reposition->from, reposition->to);
}

/** Moves the rows of the stations that are named to the front. */
static int pack_stations(void *rows, int count, size_t size) {
    char *bytes = rows;
    int packed = 0;
    for (int i = 0; i < count; i++) {
        StationId station;
        memcpy(&station, bytes + (size_t)i * size, sizeof station);
        if (station >= 0) {
            memmove(bytes + (size_t)packed * size, bytes + (size_t)i * size, size);
            packed++;
        }
    }
    return packed;
}

void section_check_equipment(Reader *reader, const Node *map, void *row) {
    Equipment *equipment = row;
    const Node *end_value = node_get(map, "end_value");
    if (end_value != NULL && reader->kase->horizon.cyclic) {
        findings_error(
            reader->findings, end_value->place,
            "end_value says what a box is worth after the horizon, which a cyclic one has not");
    }
    equipment->n_at = pack_stations(equipment->at, equipment->n_at, sizeof *equipment->at);
    places_note_equipment(reader->kase, map, equipment);
}

void section_check_rake(Reader *reader, const Node *map, void *row) {
    Rake *rake = row;
    rake->n_sets = pack_stations(rake->sets, rake->n_sets, sizeof *rake->sets);
    places_note_rake(reader->kase, map, rake);
}

void section_check_balance(Reader *reader, const Node *map, void *row) {
    Balance *balance = row;
    places_note_balance(map, balance);
    if (!balance->trains.given && !balance->teu.given) {
        findings_error(reader->findings, map->place,
                       "a balance rule needs \"trains\" or \"teu\", or both");
    }
    if (balance->name == NULL) {
        char name[32];
        g_snprintf(name, sizeof name, "balance %d", (int)(balance - reader->kase->balance) + 1);
        balance->name = case_memory_text(reader->memory, name);
    }
}

void section_read_objective(Reader *reader, const Field *field, const Node *node) {
    Case *kase = reader->kase;
    kase->objective_place = node->place;
    if (node->kind == NODE_SCALAR && !node->csv_cell) {
        const Field goal = {.name = field->name, .kind = FIELD_WORD, .words = field->words};
        int kind = GOAL_MARGIN;
        reader_read_scalar(reader, &goal, node, NULL, &kind);
        if (kind != GOAL_MARGIN) {
            kase->goals = case_memory_array(reader->memory, 1, sizeof *kase->goals);
            kase->goals[0] = (Goal){.kind = (GoalKind)kind, .keep = 1, .place = node->place};
            kase->n_goals = 1;
        }
        return;
    }
    const Node *list = reader_list(reader, field, node);
    if (list == NULL || !reader_check_count(reader, field, list)) {
        return;
    }
    if (list->count == 0) {
        findings_error(reader->findings, node->place, "objective needs at least one goal");
    }
    kase->objective_is_list = true;
    kase->goals = case_memory_array(reader->memory, (size_t)list->count, sizeof *kase->goals);
    kase->n_goals = list->count;
    for (int i = 0; i < list->count; i++) {
        const Node *item = list->items[i];
        if (item->kind == NODE_MAP) {
            reader_read_map(reader, field->table, item, &kase->goals[i], false);
        } else {
            findings_error(reader->findings, item->place,
                           "%s must be a map, such as {maximize: teu}", field->table->noun);
        }
    }
}

void section_check_commitments(Reader *reader, const Node *map, void *row) {
    (void)reader;
    places_note_commitments(map, row);
}
