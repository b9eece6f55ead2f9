/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/property/case_text.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/zone.h"
#include "tests/property/random_keys.h"
#include "tests/property/random_number.h"

/** Where a case is being written. */
typedef struct {
    const RandomCase *kase;
    const CaseTextOptions *options;
    Random random;
    GString *out;
} Writer;

/** Writes one entry of a section. */
typedef void (*WriteEntry)(Writer *writer, int index);

enum { MAX_ENTRIES = 32 };

/** The numbers below `count`, in the order in which to write them. */
static void entry_order(Writer *writer, int count, int *order) {
    for (int i = 0; i < count; i++) {
        order[i] = i;
    }
    if (writer->options->shuffled) {
        random_shuffle(&writer->random, order, count);
    }
}

static void write_section(Writer *writer, const char *name, int count, WriteEntry write) {
    if (count == 0) {
        return;
    }
    int order[MAX_ENTRIES];
    entry_order(writer, count, order);
    g_string_append_printf(writer->out, "%s:\n", name);
    for (int i = 0; i < count; i++) {
        write(writer, order[i]);
    }
}

static int money(const Writer *writer, int amount) {
    return amount * writer->options->money;
}

/** Writes a code; a renamed one begins with a letter that turns the order of codes round. */
static void write_code(Writer *writer, int index, const char *code) {
    if (writer->options->renamed) {
        g_string_append_printf(writer->out, "%c-", 'Z' - index % 26);
    }
    g_string_append(writer->out, code);
}

static void write_station_code(Writer *writer, int station) {
    write_code(writer, station, writer->kase->stations[station].code);
}

static void write_slot_code(Writer *writer, int slot) {
    write_code(writer, slot, writer->kase->slots[slot].code);
}

/** `OUT…` and `BACK…` change places where directions are mirrored. */
static void write_direction(Writer *writer, const char *text) {
    bool out = g_str_has_prefix(text, "OUT");
    if (writer->options->mirrored && (out || g_str_has_prefix(text, "BACK"))) {
        g_string_append(writer->out, out ? "BACK" : "OUT");
        text += strlen(out ? "OUT" : "BACK");
    }
    g_string_append(writer->out, text);
}

static void write_line_code(Writer *writer, int line) {
    write_code(writer, line, "");
    write_direction(writer, writer->kase->lines[line].code);
}

/** A pattern of line codes. */
static void write_line_pattern(Writer *writer, const char *key, const char *pattern) {
    g_string_append_printf(writer->out, "%s: \"%s", key, writer->options->renamed ? ".-" : "");
    write_direction(writer, pattern);
    g_string_append(writer->out, "\"");
}

static const char *zone_of(const Writer *writer, const char *zone) {
    static const char *const pairs[][2] = {{"Asia/Shanghai", "Asia/Taipei"},
                                           {"Europe/Berlin", "Europe/Paris"},
                                           {"Europe/Warsaw", "Europe/Prague"}};
    for (size_t i = 0; writer->options->other_zones && i < sizeof pairs / sizeof *pairs; i++) {
        if (strcmp(zone, pairs[i][0]) == 0) {
            return pairs[i][1];
        }
    }
    return zone;
}

/** The date so many days after the horizon's start. */
static const char *date_after_start(const RandomCase *kase, int days, char text[DATE_TEXT_SIZE]) {
    int year = 0, month = 0, day = 0;
    Date date = 0;
    if (sscanf(kase->start, "%d-%d-%d", &year, &month, &day) != 3 ||
        !date_from_ymd(year, month, day, &date)) {
        return "?";
    }
    return date_format(date + kase->start_later_days + days, text);
}

/** `, closed: [{from: 2026-12-01, to: 2026-12-02}]` */
static void write_closed(Writer *writer, const RandomClosed *closed) {
    char from[DATE_TEXT_SIZE], to[DATE_TEXT_SIZE];
    if (closed->days == 1) {
        g_string_append_printf(writer->out, ", closed: %s",
                               date_after_start(writer->kase, closed->from, from));
    } else if (closed->days > 1) {
        int last = closed->from + closed->days - 1;
        g_string_append_printf(writer->out, ", closed: [{from: %s, to: %s}]",
                               date_after_start(writer->kase, closed->from, from),
                               date_after_start(writer->kase, last, to));
    }
}

static void write_every(Writer *writer, int weeks, int from) {
    char day[DATE_TEXT_SIZE];
    if (weeks > 0) {
        g_string_append_printf(writer->out, ", every: {weeks: %d, from: %s}", weeks,
                               date_after_start(writer->kase, from, day));
    }
}

/** `arrives: "D+3 18:30"` */
static void write_clock(Writer *writer, int minutes) {
    int days = minutes < 0 ? -1 : minutes / MINUTES_PER_DAY;
    int clock = minutes - days * MINUTES_PER_DAY;
    g_string_append_printf(writer->out, "arrives: \"D%+d %02d:%02d\"", days,
                           clock / MINUTES_PER_HOUR, clock % MINUTES_PER_HOUR);
}

static void write_station(Writer *writer, int index) {
    const RandomStation *s = &writer->kase->stations[index];
    g_string_append(writer->out, "  ");
    write_station_code(writer, index);
    g_string_append_printf(writer->out,
                           ": {country: %s, zone: %s, load: {cost: %d, cutoff: %dh}, "
                           "unload: {cost: %d, release: %dh}, through: {min: %dh, max: %dh}",
                           s->country, zone_of(writer, s->zone), money(writer, s->load_cost),
                           s->cutoff_h, money(writer, s->unload_cost), s->release_h,
                           s->through_min_h, s->through_max_h);
    if (s->gauge_break) {
        g_string_append(writer->out, ", gauge_break: true");
    }
    if (s->transfer) {
        g_string_append_printf(writer->out, ", transfer: {min: %dh, max: %dh, cost: %d}",
                               s->transfer_min_h, s->transfer_max_h,
                               money(writer, s->transfer_cost));
    }
    if (s->lifts_per_day != ABSENT) {
        g_string_append_printf(writer->out, ", lifts_per_day: %d", s->lifts_per_day);
    }
    if (s->trains_per_day != ABSENT) {
        g_string_append_printf(writer->out, ", trains_per_day: %d", s->trains_per_day);
    }
    write_closed(writer, &s->closed);
    g_string_append(writer->out, "}\n");
}

static const char *weekday(int minute_of_week) {
    static const char *const names[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    return names[minute_of_week / MINUTES_PER_DAY];
}

static void write_departures(Writer *writer, const int *departs, int count) {
    g_string_append(writer->out, "departs: [");
    for (int i = 0; i < count; i++) {
        int minute = departs[i] % MINUTES_PER_DAY;
        g_string_append_printf(writer->out, "%s%s %02d:%02d", i == 0 ? "" : ", ",
                               weekday(departs[i]), minute / MINUTES_PER_HOUR,
                               minute % MINUTES_PER_HOUR);
    }
    g_string_append(writer->out, "]");
}

static void write_validity(Writer *writer, const RandomSlot *slot) {
    char from[DATE_TEXT_SIZE], to[DATE_TEXT_SIZE];
    const char *separator = "";
    if (slot->valid_from == ABSENT && slot->valid_to == ABSENT) {
        return;
    }
    g_string_append(writer->out, ", valid: {");
    if (slot->valid_from != ABSENT) {
        g_string_append_printf(writer->out, "from: %s",
                               date_after_start(writer->kase, slot->valid_from, from));
        separator = ", ";
    }
    if (slot->valid_to != ABSENT) {
        g_string_append_printf(writer->out, "%sto: %s", separator,
                               date_after_start(writer->kase, slot->valid_to, to));
    }
    g_string_append(writer->out, "}");
}

/** `, from: YIW, to: ALA` */
static void write_ends(Writer *writer, int from, int to) {
    g_string_append(writer->out, ", from: ");
    write_station_code(writer, from);
    g_string_append(writer->out, ", to: ");
    write_station_code(writer, to);
}

static void write_slot(Writer *writer, int index) {
    const RandomSlot *s = &writer->kase->slots[index];
    g_string_append(writer->out, "  - {id: ");
    write_slot_code(writer, index);
    write_ends(writer, s->from, s->to);
    g_string_append(writer->out, ", ");
    write_departures(writer, s->departs, s->n_departs);
    g_string_append(writer->out, ", ");
    if (s->by_clock) {
        write_clock(writer, slot_clock_min(writer->kase, s));
    } else {
        g_string_append_printf(writer->out, "runs: %dm", s->runs_min);
    }
    g_string_append_printf(
        writer->out, ", km: %d, teu: %d, cost: {train: %d, teu: %d, empty_teu: %d}", s->km, s->teu,
        money(writer, s->cost_train), money(writer, s->cost_teu), money(writer, s->cost_empty_teu));
    if (s->upper_teu > 0) {
        g_string_append_printf(writer->out, ", upper_teu: %d", s->upper_teu);
    }
    if (s->tonnes != ABSENT) {
        g_string_append_printf(writer->out, ", tonnes: %d", s->tonnes);
    }
    if (s->trains > 1) {
        g_string_append_printf(writer->out, ", trains: %d", s->trains);
    }
    if (s->rake != ABSENT) {
        g_string_append_printf(writer->out, ", rake: %s", writer->kase->rakes[s->rake].code);
    }
    write_validity(writer, s);
    write_every(writer, s->every_weeks, s->every_from);
    write_closed(writer, &s->closed);
    if (s->stop != ABSENT) {
        g_string_append(writer->out, ", stops: [{at: ");
        write_station_code(writer, s->stop);
        g_string_append_printf(writer->out, ", arrives: %dm, departs: %dm, km: %d}]",
                               s->stop_arrives_min, s->stop_departs_min, s->stop_km);
    }
    g_string_append(writer->out, "}\n");
}

/** `, trains_per_week: {min: 1, max: 2}` */
static void write_trains_per_week(Writer *writer, const RandomLine *line) {
    if (line->min_trains == ABSENT && line->max_trains == ABSENT) {
        return;
    }
    g_string_append(writer->out, ", trains_per_week: {");
    if (line->min_trains != ABSENT) {
        g_string_append_printf(writer->out, "min: %d", line->min_trains);
    }
    if (line->max_trains != ABSENT) {
        g_string_append_printf(writer->out, "%smax: %d", line->min_trains != ABSENT ? ", " : "",
                               line->max_trains);
    }
    g_string_append(writer->out, "}");
}

static void write_line(Writer *writer, int index) {
    const RandomLine *line = &writer->kase->lines[index];
    g_string_append(writer->out, "  ");
    write_line_code(writer, index);
    g_string_append_printf(writer->out, ": {cost: %d, route: [", money(writer, line->cost));
    for (int i = 0; i < line->n_route; i++) {
        g_string_append(writer->out, i == 0 ? "" : ", ");
        write_station_code(writer, line->route[i]);
    }
    g_string_append(writer->out, "]");
    if (line->direction != NULL) {
        bool outbound = (line->direction[0] == 'o') != writer->options->mirrored;
        g_string_append_printf(writer->out, ", direction: %s", outbound ? "outbound" : "return");
    }
    if (line->max_transit_h != ABSENT) {
        g_string_append_printf(writer->out, ", max_transit: %dh", line->max_transit_h);
    }
    write_trains_per_week(writer, line);
    g_string_append(writer->out, line->regular ? ", regular: true}\n" : "}\n");
}

static void write_train(Writer *writer, int index) {
    const RandomTrain *train = &writer->kase->trains[index];
    g_string_append_printf(writer->out, "  - {id: X%d, line: ", index);
    write_line_code(writer, train->line);
    g_string_append(writer->out, ", slots: [");
    for (int i = 0; i < train->n_slots; i++) {
        g_string_append(writer->out, i == 0 ? "" : ", ");
        write_slot_code(writer, train->slots[i]);
    }
    g_string_append_printf(writer->out, "], departs: [%s], runs: %s}\n",
                           weekday(writer->kase->slots[train->slots[0]].departs[train->departs]),
                           train->optional ? "optional" : "always");
}

static void write_avoid(Writer *writer, const RandomCargo *cargo) {
    if (cargo->avoid_station != ABSENT) {
        g_string_append(writer->out, ", avoid: {stations: ");
        write_station_code(writer, cargo->avoid_station);
        g_string_append(writer->out, "}");
    } else if (cargo->avoid_country != NULL) {
        g_string_append_printf(writer->out, ", avoid: {countries: %s}", cargo->avoid_country);
    } else if (cargo->avoid_slot != ABSENT) {
        g_string_append(writer->out, ", avoid: {slots: ");
        write_slot_code(writer, cargo->avoid_slot);
        g_string_append(writer->out, "}");
    }
}

static void write_cargo(Writer *writer, int index) {
    const RandomCargo *cargo = &writer->kase->cargo[index];
    g_string_append_printf(writer->out, "  %s: {name: %s", cargo->code, cargo->code);
    if (cargo->max_boxes != ABSENT) {
        g_string_append_printf(writer->out, ", max_boxes_per_train: %d", cargo->max_boxes);
    }
    if (cargo->apart_from != ABSENT) {
        g_string_append_printf(writer->out, ", apart_from: [%s]",
                               writer->kase->cargo[cargo->apart_from].code);
    }
    if (cargo->container != ABSENT) {
        g_string_append_printf(writer->out, ", containers: [%s]",
                               random_containers[cargo->container].code);
    }
    write_avoid(writer, cargo);
    g_string_append(writer->out, "}\n");
}

/** The order of these rules says which one holds, so it is never shuffled. */
static void write_load_factors(Writer *writer) {
    if (writer->kase->n_load_factors > 0) {
        g_string_append(writer->out, "load_factors:\n");
    }
    for (int i = 0; i < writer->kase->n_load_factors; i++) {
        const RandomLoadFactor *rule = &writer->kase->load_factors[i];
        g_string_append(writer->out, "  - {");
        write_line_pattern(writer, "lines", rule->lines);
        g_string_append_printf(writer->out, ", offered: %d.%02d, min: 0.%02d, per: %s}\n",
                               rule->offered_percent / 100, rule->offered_percent % 100,
                               rule->min_percent, rule->per);
    }
}

/** `2026-11-30 08:00`, hours counted from the start's midnight. */
static void write_instant(Writer *writer, const char *key, int hours) {
    char text[DATE_TEXT_SIZE];
    int days = hours >= 0 ? hours / 24 : -((23 - hours) / 24);
    g_string_append_printf(writer->out, ", %s: %s %02d:00", key,
                           date_after_start(writer->kase, days, text), hours - 24 * days);
}

static void write_booking(Writer *writer, int index) {
    const RandomBooking *b = &writer->kase->demand[index];
    g_string_append(writer->out, "  - {id: ");
    write_code(writer, index, "B");
    g_string_append_printf(writer->out, "%02d", index);
    write_ends(writer, b->from, b->to);
    g_string_append_printf(writer->out, ", container: %s", random_containers[b->container].code);
    if (b->tier_boxes > 0) {
        g_string_append_printf(
            writer->out, ", tiers: [{boxes: %d, revenue: %d}, {boxes: %d, revenue: %d}]", b->boxes,
            money(writer, b->revenue), b->tier_boxes, money(writer, b->tier_revenue));
    } else {
        g_string_append_printf(writer->out, ", boxes: %d, revenue: %d", b->boxes,
                               money(writer, b->revenue));
    }
    g_string_append_printf(writer->out, ", tonnes: %d.%d", b->kilos / 1000, b->kilos % 1000 / 100);
    write_instant(writer, "ready", b->ready_h);
    write_instant(writer, "due", b->due_h);
    if (b->cargo != ABSENT) {
        g_string_append_printf(writer->out, ", cargo: %s", writer->kase->cargo[b->cargo].code);
    }
    if (b->late_max_h > 0) {
        g_string_append_printf(writer->out, ", late: {per_day: %d, max: %dh}",
                               money(writer, b->late_per_day), b->late_max_h);
    }
    if (b->unserved > 0) {
        g_string_append_printf(writer->out, ", unserved: %d", money(writer, b->unserved));
    }
    if (b->shipper) {
        g_string_append(writer->out, ", owner: shipper");
    }
    g_string_append(writer->out, b->must ? ", must: true}\n" : "}\n");
}

static void write_balance(Writer *writer, int index) {
    const RandomBalance *rule = &writer->kase->balance[index];
    g_string_append_printf(writer->out, "  - {name: rule %d, ", index);
    write_line_pattern(writer, "outbound", "OUT.*");
    g_string_append(writer->out, ", ");
    write_line_pattern(writer, "return", "BACK.*");
    g_string_append_printf(writer->out, ", per: %s, %s: {ratio: %d.%02d",
                           rule->weekly ? "week" : "horizon", rule->of_trains ? "trains" : "teu",
                           rule->ratio_percent / 100, rule->ratio_percent % 100);
    if (rule->penalty != ABSENT) {
        g_string_append_printf(writer->out, ", penalty: %d", money(writer, rule->penalty));
    }
    g_string_append(writer->out, "}}\n");
}

static void write_feeder(Writer *writer, int index) {
    const RandomFeeder *f = &writer->kase->feeders[index];
    g_string_append(writer->out, "  - {id: ");
    write_code(writer, index, "F");
    g_string_append_printf(writer->out, "%d, mode: %s", index, f->mode);
    write_ends(writer, f->from, f->to);
    g_string_append(writer->out, ", ");
    if (f->by_clock) {
        write_clock(writer, feeder_clock_min(writer->kase, f));
    } else {
        g_string_append_printf(writer->out, "takes: %dh", f->takes_h);
    }
    g_string_append_printf(writer->out, ", cost: %d", money(writer, f->cost));
    write_every(writer, f->every_weeks, f->every_from);
    write_closed(writer, &f->closed);
    if (f->boxes_per_day != ABSENT) {
        g_string_append_printf(writer->out, ", boxes_per_day: %d", f->boxes_per_day);
    }
    if (f->n_departs > 0) {
        g_string_append(writer->out, ", ");
        write_departures(writer, f->departs, f->n_departs);
    }
    g_string_append(writer->out, "}\n");
}

/** `, stock: {YIW: 2, DUI: 1}`: values by station, those that are zero left out. */
static void write_by_station(Writer *writer, const char *key, const int *values, int factor) {
    bool begun = false;
    for (int i = 0; i < writer->kase->n_stations; i++) {
        if (values[i] == 0) {
            continue;
        }
        g_string_append(writer->out, ", ");
        if (!begun) {
            g_string_append_printf(writer->out, "%s: {", key);
            begun = true;
        }
        write_station_code(writer, i);
        g_string_append_printf(writer->out, ": %d", values[i] * factor);
    }
    g_string_append(writer->out, begun ? "}" : "");
}

static void write_lease(Writer *writer, const RandomEquipment *equipment) {
    bool begun = false;
    for (int i = 0; i < writer->kase->n_stations; i++) {
        if (equipment->lease_boxes[i] > 0) {
            g_string_append(writer->out, begun ? ", " : ", lease: {");
            begun = true;
            write_station_code(writer, i);
            g_string_append_printf(writer->out, ": {cost: %d, boxes: %d}",
                                   money(writer, equipment->lease_cost[i]),
                                   equipment->lease_boxes[i]);
        }
    }
    g_string_append(writer->out, begun ? "}" : "");
}

static void write_equipment(Writer *writer, int index) {
    const RandomEquipment *e = &writer->kase->equipment[index];
    int factor = writer->options->money;
    g_string_append_printf(writer->out, "  %s: {turn: {load: %dh, unload: %dh}",
                           random_containers[e->container].code, e->load_turn_h, e->unload_turn_h);
    write_by_station(writer, "stock", e->stock, 1);
    write_by_station(writer, "storage", e->storage, factor);
    write_lease(writer, e);
    write_by_station(writer, "end_min", e->end_min, 1);
    write_by_station(writer, "end_value", e->end_value, factor);
    write_by_station(writer, "empty_handling", e->handling, factor);
    g_string_append(writer->out, "}\n");
}

static void write_rake(Writer *writer, int index) {
    const RandomRake *pool = &writer->kase->rakes[index];
    g_string_append_printf(writer->out, "  %s: {turn: %dh", pool->code, pool->turn_h);
    write_by_station(writer, "sets", pool->sets, 1);
    for (int i = 0; i < pool->n_reposition; i++) {
        const RandomReposition *run = &pool->reposition[i];
        g_string_append_printf(writer->out, "%s{takes: %dh, cost: %d",
                               i == 0 ? ", reposition: [" : ", ", run->takes_h,
                               money(writer, run->cost));
        write_ends(writer, run->from, run->to);
        g_string_append(writer->out, "}");
    }
    g_string_append(writer->out, pool->n_reposition > 0 ? "]}\n" : "}\n");
}

/** Pools that are listed; one that is not has sets without end. */
static void write_rakes(Writer *writer) {
    const char *heading = "rakes:\n";
    int order[MAX_ENTRIES];
    entry_order(writer, writer->kase->n_rakes, order);
    for (int i = 0; i < writer->kase->n_rakes; i++) {
        if (writer->kase->rakes[order[i]].listed) {
            g_string_append(writer->out, heading);
            write_rake(writer, order[i]);
            heading = "";
        }
    }
}

/** The built-in containers, made stackable, and one that nobody needs. */
static void write_containers(Writer *writer) {
    const char *heading = "containers:\n";
    for (int i = 0; i < N_RANDOM_CONTAINERS; i++) {
        if (writer->kase->stackable[i]) {
            g_string_append_printf(writer->out, "%s  %s: {teu: %g, tare: %g, stackable: true}\n",
                                   heading, random_containers[i].code, random_containers[i].teu,
                                   random_containers[i].tare_t);
            heading = "";
        }
    }
    if (writer->kase->spare_container) {
        g_string_append_printf(writer->out, "%s  40OT: {teu: 2, tare: 4.1}\n", heading);
    }
}

static void write_goals(Writer *writer) {
    static const char *const lists[] = {
        [GOALS_PLAIN] = "",
        [GOALS_LIST_OF_ONE] = "objective: [{maximize: margin}]\n",
        [GOALS_MARGIN_TWICE] = "objective: [{maximize: margin}, {maximize: margin}]\n",
        [GOALS_TEU_KM_FIRST] = "objective: [{maximize: teu_km, keep: 0.6}, {maximize: margin}]\n",
        [GOALS_LOAD_FACTOR_FIRST] =
            "objective: [{maximize: load_factor, keep: 0.9}, {maximize: margin}]\n",
    };
    g_string_append(writer->out, lists[writer->kase->goals]);
}

enum { N_SECTIONS = 13 };

static void write_numbered_section(Writer *writer, int number) {
    const RandomCase *kase = writer->kase;
    switch (number) {
    case 0:
        write_section(writer, "stations", kase->n_stations, write_station);
        break;
    case 1:
        write_section(writer, "slots", kase->n_slots, write_slot);
        break;
    case 2:
        write_section(writer, "lines", kase->n_lines, write_line);
        break;
    case 3:
        write_section(writer, "trains", kase->n_trains, write_train);
        break;
    case 4:
        write_section(writer, "cargo", kase->n_cargo, write_cargo);
        break;
    case 5:
        write_load_factors(writer);
        break;
    case 6:
        write_section(writer, "demand", kase->n_demand, write_booking);
        break;
    case 7:
        write_section(writer, "balance", kase->n_balance, write_balance);
        break;
    case 8:
        write_section(writer, "feeders", kase->n_feeders, write_feeder);
        break;
    case 9:
        write_section(writer, "equipment", kase->n_equipment, write_equipment);
        break;
    case 10:
        write_rakes(writer);
        break;
    case 11:
        write_containers(writer);
        break;
    default:
        write_goals(writer);
    }
}

char *case_text(const RandomCase *kase, const CaseTextOptions *options) {
    Writer writer = {.kase = kase,
                     .options = options,
                     .random = random_seeded(options->seed),
                     .out = g_string_new(NULL)};
    char start[DATE_TEXT_SIZE];
    g_string_append_printf(
        writer.out, "banlie: 1\nhorizon: {start: %s, weeks: %d, zone: %s, tail: %dd%s}\n",
        date_after_start(kase, 0, start), kase->weeks, zone_of(&writer, "Asia/Shanghai"),
        kase->tail_days, kase->cyclic ? ", mode: cyclic" : "");
    int order[N_SECTIONS];
    entry_order(&writer, N_SECTIONS, order);
    for (int i = 0; i < N_SECTIONS; i++) {
        write_numbered_section(&writer, order[i]);
    }
    return g_string_free(writer.out, FALSE);
}
