#include "tests/property/case_text.h"

#include <glib.h>
#include <stdio.h>

#include "config/zone.h"
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

static void write_station(Writer *writer, int index) {
    const RandomStation *s = &writer->kase->stations[index];
    g_string_append_printf(writer->out,
                           "  %s: {country: %s, zone: %s, load: {cost: %d, cutoff: %dh}, "
                           "unload: {cost: %d, release: %dh}, through: {min: %dh, max: %dh}",
                           s->code, s->country, s->zone, money(writer, s->load_cost), s->cutoff_h,
                           money(writer, s->unload_cost), s->release_h, s->through_min_h,
                           s->through_max_h);
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
    g_string_append(writer->out, "}\n");
}

static const char *weekday(int minute_of_week) {
    static const char *const names[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    return names[minute_of_week / MINUTES_PER_DAY];
}

static void write_departures(Writer *writer, const RandomSlot *slot) {
    g_string_append(writer->out, "departs: [");
    for (int i = 0; i < slot->n_departs; i++) {
        int minute = slot->departs[i] % MINUTES_PER_DAY;
        g_string_append_printf(writer->out, "%s%s %02d:%02d", i == 0 ? "" : ", ",
                               weekday(slot->departs[i]), minute / MINUTES_PER_HOUR,
                               minute % MINUTES_PER_HOUR);
    }
    g_string_append(writer->out, "]");
}

static void write_slot(Writer *writer, int index) {
    const RandomSlot *s = &writer->kase->slots[index];
    const RandomStation *stations = writer->kase->stations;
    g_string_append_printf(writer->out, "  - {id: %s, from: %s, to: %s, ", s->code,
                           stations[s->from].code, stations[s->to].code);
    write_departures(writer, s);
    g_string_append_printf(writer->out, ", runs: %dm, km: %d, teu: %d, cost: {train: %d, teu: %d}",
                           s->runs_min, s->km, s->teu, money(writer, s->cost_train),
                           money(writer, s->cost_teu));
    if (s->tonnes != ABSENT) {
        g_string_append_printf(writer->out, ", tonnes: %d", s->tonnes);
    }
    if (s->trains > 1) {
        g_string_append_printf(writer->out, ", trains: %d", s->trains);
    }
    if (s->stop != ABSENT) {
        g_string_append_printf(
            writer->out, ", stops: [{at: %s, arrives: %dm, departs: %dm, km: %d}]",
            stations[s->stop].code, s->stop_arrives_min, s->stop_departs_min, s->stop_km);
    }
    g_string_append(writer->out, "}\n");
}

static void write_line(Writer *writer, int index) {
    const RandomLine *line = &writer->kase->lines[index];
    g_string_append_printf(writer->out, "  %s: {cost: %d, route: [", line->code,
                           money(writer, line->cost));
    for (int i = 0; i < line->n_route; i++) {
        g_string_append_printf(writer->out, "%s%s", i == 0 ? "" : ", ",
                               writer->kase->stations[line->route[i]].code);
    }
    g_string_append(writer->out, "]");
    if (line->direction != NULL) {
        g_string_append_printf(writer->out, ", direction: %s", line->direction);
    }
    if (line->max_transit_h != ABSENT) {
        g_string_append_printf(writer->out, ", max_transit: %dh", line->max_transit_h);
    }
    if (line->min_trains != ABSENT || line->max_trains != ABSENT) {
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
    g_string_append(writer->out, "}\n");
}

static void write_train(Writer *writer, int index) {
    const RandomTrain *train = &writer->kase->trains[index];
    const RandomSlot *slots = writer->kase->slots;
    g_string_append_printf(writer->out, "  - {id: X%d, line: %s, slots: [", index,
                           writer->kase->lines[train->line].code);
    for (int i = 0; i < train->n_slots; i++) {
        g_string_append_printf(writer->out, "%s%s", i == 0 ? "" : ", ",
                               slots[train->slots[i]].code);
    }
    g_string_append_printf(writer->out, "], departs: [%s], runs: %s}\n",
                           weekday(slots[train->slots[0]].departs[train->departs]),
                           train->optional ? "optional" : "always");
}

static void write_avoid(Writer *writer, const RandomCargo *cargo) {
    if (cargo->avoid_station != ABSENT) {
        g_string_append_printf(writer->out, ", avoid: {stations: %s}",
                               writer->kase->stations[cargo->avoid_station].code);
    } else if (cargo->avoid_country != NULL) {
        g_string_append_printf(writer->out, ", avoid: {countries: %s}", cargo->avoid_country);
    } else if (cargo->avoid_slot != ABSENT) {
        g_string_append_printf(writer->out, ", avoid: {slots: %s}",
                               writer->kase->slots[cargo->avoid_slot].code);
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
        g_string_append_printf(writer->out,
                               "  - {lines: \"%s\", offered: %d.%02d, min: 0.%02d, per: %s}\n",
                               rule->lines, rule->offered_percent / 100,
                               rule->offered_percent % 100, rule->min_percent, rule->per);
    }
}

/** `2026-11-30 08:00`, hours counted from the start's midnight. */
static void write_instant(Writer *writer, const char *key, int hours) {
    int year = 0, month = 0, day = 0;
    Date date = 0;
    char text[DATE_TEXT_SIZE];
    if (sscanf(writer->kase->start, "%d-%d-%d", &year, &month, &day) == 3 &&
        date_from_ymd(year, month, day, &date)) {
        int days = hours >= 0 ? hours / 24 : -((23 - hours) / 24);
        g_string_append_printf(writer->out, ", %s: %s %02d:00", key, date_format(date + days, text),
                               hours - 24 * days);
    }
}

static void write_booking(Writer *writer, int index) {
    const RandomBooking *b = &writer->kase->demand[index];
    g_string_append_printf(writer->out, "  - {id: B%02d, from: %s, to: %s, container: %s", index,
                           writer->kase->stations[b->from].code, writer->kase->stations[b->to].code,
                           random_containers[b->container].code);
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
    g_string_append(writer->out, b->must ? ", must: true}\n" : "}\n");
}

static void write_balance(Writer *writer, int index) {
    const RandomBalance *rule = &writer->kase->balance[index];
    g_string_append_printf(writer->out,
                           "  - {name: rule %d, outbound: \"OUT.*\", return: \"BACK.*\", per: %s, "
                           "%s: {ratio: %d.%02d",
                           index, rule->weekly ? "week" : "horizon",
                           rule->of_trains ? "trains" : "teu", rule->ratio_percent / 100,
                           rule->ratio_percent % 100);
    if (rule->penalty != ABSENT) {
        g_string_append_printf(writer->out, ", penalty: %d", money(writer, rule->penalty));
    }
    g_string_append(writer->out, "}}\n");
}

enum { N_SECTIONS = 8 };

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
    default:
        write_section(writer, "balance", kase->n_balance, write_balance);
    }
}

char *case_text(const RandomCase *kase, const CaseTextOptions *options) {
    Writer writer = {.kase = kase,
                     .options = options,
                     .random = random_seeded(options->seed),
                     .out = g_string_new(NULL)};
    g_string_append_printf(
        writer.out, "banlie: 1\nhorizon: {start: %s, weeks: %d, zone: Asia/Shanghai, tail: %dd}\n",
        kase->start, kase->weeks, kase->tail_days);
    int order[N_SECTIONS];
    entry_order(&writer, N_SECTIONS, order);
    for (int i = 0; i < N_SECTIONS; i++) {
        write_numbered_section(&writer, order[i]);
    }
    return g_string_free(writer.out, FALSE);
}
