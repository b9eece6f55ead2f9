#include "solver/repair.h"

#include <math.h>

#include <glib.h>

#include "model/frozen.h"

/** Shares are given to so many parts, rounded to the side that the plan keeps. */
static const double SHARE_PARTS = 1000;

/** Breaches up to here are none. */
static const double NOTHING = 1e-6;

typedef struct {
    const Rules *rules;
    const Elastic *elastic;
    GArray *items;
} Reading;

static double share_below(double share) {
    return fmax(0, floor(share * SHARE_PARTS + NOTHING) / SHARE_PARTS);
}

/** Adds a repair; takes the text over. */
static void add(Reading *reading, Change change, Place place, double from, char *text) {
    Repair repair = {change, place, from, text};
    g_array_append_val(reading->items, repair);
}

/* ---- rules that hold or do not ---- */

static void read_must(Reading *reading, int rule) {
    const Problem *problem = reading->elastic->ruled->problem;
    DemandId demand = reading->rules->items[rule].subject;
    long boxes = 0, carried = 0;
    for (BookingId id = 0; id < problem->n_bookings; id++) {
        if (problem->bookings[id].demand == demand) {
            boxes += problem->bookings[id].boxes;
            carried += reading->elastic->kpi->carried[id];
        }
    }
    if (carried < boxes) {
        g_autofree char *left =
            carried == 0 ? g_strdup(boxes == 1 ? "its box" : "all its boxes")
                         : g_strdup_printf("%ld of its %ld boxes", boxes - carried, boxes);
        add(reading, (Change){rule, NONE, 0}, reading->rules->items[rule].place, 1,
            g_strdup_printf("take must away from booking %s: %s would stay behind",
                            problem->kase->demand[demand].code, left));
    }
}

static void read_always(Reading *reading, int rule) {
    const Problem *problem = reading->elastic->ruled->problem;
    int hand = reading->rules->items[rule].subject, departures = 0, dropped = 0;
    for (TrainId id = 0; id < problem->n_trains; id++) {
        if (problem->trains[id].hand == hand) {
            departures++;
            dropped += !reading->elastic->plan.runs[id];
        }
    }
    if (dropped > 0) {
        add(reading, (Change){rule, NONE, 0}, reading->rules->items[rule].place, 1,
            g_strdup_printf("let train %s run as an option (runs: optional): %d of its %d "
                            "departure%s would not run",
                            problem->kase->trains[hand].code, dropped, departures,
                            departures == 1 ? "" : "s"));
    }
}

static void read_frozen_train(Reading *reading, int rule) {
    const Case *kase = reading->rules->kase;
    const Elastic *elastic = reading->elastic;
    const Rule *own = &reading->rules->items[rule];
    TrainId train = elastic->ruled->problem->train_promises[own->subject].train;
    if (train == NONE || !elastic->plan.runs[train]) {
        g_autofree char *release = frozen_train_release(kase, own->subject);
        add(reading, (Change){rule, NONE, 0}, own->place, 1,
            g_strdup_printf("let train %s move: %s",
                            kase->commitments.earlier_trains[own->subject].name, release));
    }
}

static void read_frozen_boxes(Reading *reading, int rule) {
    const Case *kase = reading->rules->kase;
    const Rule *own = &reading->rules->items[rule];
    int moved = 0;
    for (int i = 0; i < kase->commitments.n_earlier_itineraries; i++) {
        int lacking =
            kase->commitments.earlier_itineraries[i].boxes - reading->elastic->kpi->stayed[i];
        moved += frozen_is_of(kase, i, own->subject) && lacking > 0 ? lacking : 0;
    }
    if (moved > 0) {
        int frozen = frozen_boxes(kase, own->subject);
        g_autofree char *release = frozen_boxes_release(kase, own->subject);
        g_autofree char *some = moved == frozen
                                    ? g_strdup("")
                                    : g_strdup_printf(", %d of its %d frozen boxes", moved, frozen);
        add(reading, (Change){rule, NONE, 0}, own->place, 1,
            g_strdup_printf("let booking %s move%s: %s", kase->demand[own->subject].code, some,
                            release));
    }
}

/* ---- rules with a number ---- */

/** A field with a number: what it is called, and whose it is. */
typedef struct {
    const char *field;
    const char *of;
    const char *code;
} FieldName;

static char *change_text(FieldName name, const char *key, double from, double to) {
    return g_strdup_printf("%s %s%s%s of %s %s from %g to %g", to < from ? "lower" : "raise",
                           name.field, key == NULL ? "" : ".", key == NULL ? "" : key, name.of,
                           name.code, from, to);
}

/** Number of a rule with a relief, in the case as it was written. */
static double number_now(const Case *kase, const Rule *rule, FieldName *name) {
    switch (rule->kind) {
    case RULE_LINE_MIN:
        *name = (FieldName){"trains_per_week.min", "line", kase->lines[rule->subject].code};
        return kase->lines[rule->subject].min_trains_per_week;
    case RULE_LINE_MAX:
        *name = (FieldName){"trains_per_week.max", "line", kase->lines[rule->subject].code};
        return kase->lines[rule->subject].max_trains_per_week;
    case RULE_CLASS_BOXES:
        *name = (FieldName){"max_boxes_per_train", "cargo", kase->cargo[rule->subject].code};
        return kase->cargo[rule->subject].max_boxes_per_train;
    case RULE_SLOT_TRAINS:
        *name = (FieldName){"trains", "slot", kase->slots[rule->subject].code};
        return kase->slots[rule->subject].max_trains;
    case RULE_TRAINS_PER_DAY:
        *name = (FieldName){"trains_per_day", "station", kase->stations[rule->subject].code};
        return kase->stations[rule->subject].trains_per_day;
    case RULE_LIFTS:
        *name = (FieldName){"lifts_per_day", "station", kase->stations[rule->subject].code};
        return kase->stations[rule->subject].lifts_per_day;
    default:
        *name = (FieldName){"boxes_per_day", "feeder", kase->feeders[rule->subject].code};
        return kase->feeders[rule->subject].boxes_per_day;
    }
}

static void read_number(Reading *reading, int rule, double relief) {
    const Rule *own = &reading->rules->items[rule];
    FieldName name;
    double from = number_now(reading->rules->kase, own, &name);
    double to = from + (own->kind == RULE_LINE_MIN ? -relief : relief);
    add(reading, (Change){rule, NONE, to}, own->place, from, change_text(name, NULL, from, to));
}

/** @param station  NONE, in a cyclic plan, where a set is as good anywhere */
static void read_sets(Reading *reading, int rule, StationId station, double relief) {
    const Case *kase = reading->rules->kase;
    const Rake *rake = &kase->rakes[reading->rules->items[rule].subject];
    Place place = rake->place;
    double from = 0;
    if (station == NONE) {
        station = rake->n_sets > 0 ? rake->sets[0].station : 0;
    }
    for (int i = 0; i < rake->n_sets; i++) {
        if (rake->sets[i].station == station) {
            place = rake->sets[i].place;
            from = rake->sets[i].sets;
        }
    }
    add(reading, (Change){rule, station, from + relief}, place, from,
        change_text((FieldName){"sets", "rakes", rake->code}, kase->stations[station].code, from,
                    from + relief));
}

static void read_reliefs(Reading *reading, int rule) {
    const Elastic *elastic = reading->elastic;
    for (int i = 0; i < elastic->reliefs.count; i++) {
        const Relief *relief = &elastic->reliefs.items[i];
        if (relief->rule != rule || elastic->relief[i] <= NOTHING) {
            continue;
        }
        if (reading->rules->items[rule].kind == RULE_SETS) {
            read_sets(reading, rule, relief->part, elastic->relief[i]);
        } else {
            read_number(reading, rule, elastic->relief[i]);
        }
    }
}

/* ---- shares ---- */

/** The least share that the rows of a load-factor rule on a line reach. */
static double share_reached(const Reading *reading, int rule, double asked) {
    const Elastic *elastic = reading->elastic;
    double reached = asked;
    for (int i = 0; i < elastic->reliefs.count; i++) {
        if (elastic->reliefs.items[i].rule == rule && elastic->relief[i] > NOTHING &&
            elastic->offered[i] > 0) {
            reached = fmin(reached, asked * (1 - elastic->relief[i] / elastic->offered[i]));
        }
    }
    return reached;
}

/** The field is the same for all lines of the load-factor rule: told once, with the line that
 * misses it by most. */
static void read_load_factor(Reading *reading, int rule) {
    const Rules *rules = reading->rules;
    const Rule *own = &rules->items[rule];
    double asked = rules->kase->load_factors[own->subject].min;
    double reached = share_reached(reading, rule, asked);
    for (int other = 0; other < rules->count; other++) {
        if (rules->items[other].kind == own->kind && rules->items[other].subject == own->subject) {
            double theirs = share_reached(reading, other, asked);
            if (theirs < reached || (theirs == reached && other < rule)) {
                return;
            }
        }
    }
    if (reached < asked) {
        double to = share_below(reached);
        add(reading, (Change){rule, NONE, to}, own->place, asked,
            change_text(
                (FieldName){"load_factors min", "line", rules->kase->lines[own->detail].code}, NULL,
                asked, to));
    }
}

static void read_balance(Reading *reading, int rule) {
    const Rule *own = &reading->rules->items[rule];
    const Balance *balance = &reading->rules->kase->balance[own->subject];
    const Kpi *kpi = reading->elastic->kpi;
    bool trains = own->detail == BALANCE_OF_TRAINS;
    double asked = trains ? balance->trains.ratio : balance->teu.ratio, reached = asked;
    for (int i = 0; i < kpi->n_balance; i++) {
        const BalanceKpi *period = &kpi->balance[i];
        double out = trains ? period->outbound_trains : period->outbound_teu;
        double back = trains ? period->return_trains : period->return_teu;
        double missed = trains ? period->short_trains : period->short_teu;
        if (period->rule == own->subject && missed > NOTHING && out > 0) {
            reached = fmin(reached, back / out);
        }
    }
    if (reached < asked) {
        double to = share_below(reached);
        add(reading, (Change){rule, NONE, to}, own->place, asked,
            change_text(
                (FieldName){trains ? "trains.ratio" : "teu.ratio", "balance", balance->name}, NULL,
                asked, to));
    }
}

/* ---- containers ---- */

/** What a station lacks of a type: boxes to begin with, and boxes at the end besides. */
typedef struct {
    int stock;
    int end;
} Lacking;

/** Leases stand for what lacks, each as late as it can be: those before the last day are for boxes
 * that travel. */
static Lacking lacking_at(const Reading *reading, int equipment, StationId station) {
    const Problem *problem = reading->elastic->ruled->problem;
    const StockEntry *entries =
        &reading->elastic->kpi->stock->entries[stock_index(problem, equipment, station, 0)];
    Lacking lacking = {0, 0};
    int leased = 0;
    for (StockDay day = 0; day < problem->n_stock_days; day++) {
        leased += entries[day].leased;
        int without = entries[day].stock - leased;
        lacking.stock = without < -lacking.stock ? -without : lacking.stock;
    }
    if (problem->kase->horizon.cyclic) {
        lacking.stock = leased;
    }
    lacking.end = leased - lacking.stock;
    return lacking;
}

static void read_stock(Reading *reading, int rule) {
    const Case *kase = reading->rules->kase;
    const Rule *own = &reading->rules->items[rule];
    const Equipment *type = &kase->equipment[own->subject];
    for (StationId station = 0; station < kase->n_stations; station++) {
        int boxes = lacking_at(reading, own->subject, station).stock;
        EquipmentAt at = {.stock_place = type->place};
        for (int i = 0; i < type->n_at; i++) {
            at = type->at[i].station == station ? type->at[i] : at;
        }
        if (boxes > 0) {
            FieldName name = {"stock", "equipment", kase->containers[type->container].code};
            g_autofree char *text =
                change_text(name, kase->stations[station].code, at.stock, at.stock + boxes);
            add(reading, (Change){rule, station, at.stock + boxes}, at.stock_place, at.stock,
                g_strdup_printf("%s, or lease %d more there", text, boxes));
        }
    }
}

static void read_end_min(Reading *reading, int rule) {
    const Case *kase = reading->rules->kase;
    const Rule *own = &reading->rules->items[rule];
    const Equipment *type = &kase->equipment[own->subject];
    int boxes = lacking_at(reading, own->subject, own->detail).end;
    for (int i = 0; i < type->n_at && boxes > 0; i++) {
        if (type->at[i].station == own->detail) {
            int from = type->at[i].end_min, to = from > boxes ? from - boxes : 0;
            FieldName name = {"end_min", "equipment", kase->containers[type->container].code};
            add(reading, (Change){rule, NONE, to}, own->place, from,
                change_text(name, kase->stations[own->detail].code, from, to));
        }
    }
}

/* ---- all of them ---- */

static void read_rule(Reading *reading, int rule) {
    switch (reading->rules->items[rule].kind) {
    case RULE_MUST:
        read_must(reading, rule);
        break;
    case RULE_ALWAYS:
        read_always(reading, rule);
        break;
    case RULE_FROZEN_TRAIN:
        read_frozen_train(reading, rule);
        break;
    case RULE_FROZEN_BOXES:
        read_frozen_boxes(reading, rule);
        break;
    case RULE_LOAD_FACTOR:
        read_load_factor(reading, rule);
        break;
    case RULE_BALANCE:
        read_balance(reading, rule);
        break;
    case RULE_STOCK:
        read_stock(reading, rule);
        break;
    case RULE_END_MIN:
        read_end_min(reading, rule);
        break;
    default:
        read_reliefs(reading, rule);
        break;
    }
}

Repairs repairs_read(const Rules *rules, const Elastic *elastic) {
    Reading reading = {rules, elastic, g_array_new(FALSE, FALSE, sizeof(Repair))};
    for (int rule = 0; rule < rules->count && elastic->found; rule++) {
        read_rule(&reading, rule);
    }
    int count = (int)reading.items->len;
    return (Repairs){(Repair *)(void *)g_array_free(reading.items, FALSE), count};
}

void repairs_clear(Repairs *repairs) {
    for (int i = 0; i < repairs->count; i++) {
        g_free(repairs->items[i].text);
    }
    g_free(repairs->items);
    *repairs = (Repairs){0};
}
