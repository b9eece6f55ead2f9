/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Repairs read out of the elastic plan: of each field, how far it has to give way. */
#include "solver/conflict/repair.h"

#include <math.h>
#include <string.h>

#include <glib.h>

#include "config/tolerances.h"
#include "model/problem/equipment.h"
#include "model/promises/frozen.h"
#include "solver/conflict/box_ways.h"
#include "solver/tolerances.h"

typedef struct {
    const Rules *rules;
    const Elastic *elastic;
    GArray *items;
} Reading;

/** Rounded to the side that the plan keeps. */
static double share_below(double share) {
    return fmax(0, floor(share * SHARE_PARTS + BREACH_NONE) / SHARE_PARTS);
}

/** Adds the repair of a rule that holds or does not, where some of its parts do not keep it. */
static void add_release(Reading *reading, int rule, long parts, long parts_lost) {
    if (parts_lost > 0) {
        Repair repair = {.change = {rule, NONE, 0},
                         .place = reading->rules->items[rule].place,
                         .from = 1,
                         .parts = parts,
                         .parts_lost = parts_lost};
        g_array_append_val(reading->items, repair);
    }
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
    add_release(reading, rule, boxes, boxes - carried);
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
    add_release(reading, rule, departures, dropped);
}

static void read_frozen_train(Reading *reading, int rule) {
    const Elastic *elastic = reading->elastic;
    int subject = reading->rules->items[rule].subject;
    TrainId train = elastic->ruled->problem->train_promises[subject].train;
    add_release(reading, rule, 1, train == NONE || !elastic->plan.runs[train]);
}

static void read_frozen_boxes(Reading *reading, int rule) {
    const Case *kase = reading->rules->kase;
    DemandId demand = reading->rules->items[rule].subject;
    int moved = 0;
    for (int i = 0; i < kase->commitments.n_earlier_itineraries; i++) {
        int lacking =
            kase->commitments.earlier_itineraries[i].boxes - reading->elastic->kpi->stayed[i];
        moved += frozen_is_of(kase, i, demand) && lacking > 0 ? lacking : 0;
    }
    add_release(reading, rule, frozen_boxes(kase, demand), moved);
}

/* ---- rules with a number ---- */

static void add_number(Reading *reading, Change change, Place place, double from) {
    Repair repair = {.change = change, .place = place, .from = from};
    g_array_append_val(reading->items, repair);
}

/** Number of a rule with a relief, in the case as it was written. */
static double number_now(const Case *kase, const Rule *rule) {
    switch (rule->kind) {
    case RULE_LINE_MIN:
        return kase->lines[rule->subject].min_trains_per_week;
    case RULE_LINE_MAX:
        return kase->lines[rule->subject].max_trains_per_week;
    case RULE_CLASS_BOXES:
        return kase->cargo[rule->subject].max_boxes_per_train;
    case RULE_SLOT_TRAINS:
        return kase->slots[rule->subject].max_trains;
    case RULE_TRAINS_PER_DAY:
        return kase->stations[rule->subject].trains_per_day;
    case RULE_LIFTS:
        return kase->stations[rule->subject].lifts_per_day;
    default:
        return kase->feeders[rule->subject].boxes_per_day;
    }
}

static void read_field(Reading *reading, int rule, double relief) {
    const Rule *own = &reading->rules->items[rule];
    double from = number_now(reading->rules->kase, own);
    double to = from + (own->kind == RULE_LINE_MIN ? -relief : relief);
    add_number(reading, (Change){rule, NONE, to}, own->place, from);
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
    add_number(reading, (Change){rule, station, from + relief}, place, from);
}

static void read_relieved(Reading *reading, int rule) {
    const Elastic *elastic = reading->elastic;
    for (int i = 0; i < elastic->reliefs.count; i++) {
        const Relief *relief = &elastic->reliefs.items[i];
        if (relief->rule != rule || elastic->relief[i] <= BREACH_NONE) {
            continue;
        }
        if (reading->rules->items[rule].kind == RULE_SETS) {
            read_sets(reading, rule, relief->part, elastic->relief[i]);
        } else {
            read_field(reading, rule, elastic->relief[i]);
        }
    }
}

/* ---- how boxes go ---- */

static void read_terms(Reading *reading, int rule) {
    const Rule *own = &reading->rules->items[rule];
    const Demand *demand = &reading->rules->kase->demand[own->subject];
    const BoxWays ways = box_ways_of(reading->elastic, own->subject);
    int least = demand->parts_min == NO_LIMIT ? box_ways_all(demand) : demand->parts_min;
    if (own->kind == RULE_MAX_TRANSIT && ways.longest > demand->max_transit_min) {
        add_number(reading, (Change){rule, NONE, (double)ways.longest}, own->place,
                   (double)demand->max_transit_min);
    } else if (own->kind == RULE_PARTS_MIN && ways.fewest > 0 && ways.fewest < least) {
        add_number(reading, (Change){rule, NONE, ways.fewest}, own->place, least);
    } else if (own->kind == RULE_PARTS_MAX && ways.parts > demand->parts_max) {
        add_number(reading, (Change){rule, NONE, ways.parts}, own->place, demand->parts_max);
    }
}

/* ---- shares ---- */

/** The least share that the rows of a load-factor rule on a line reach. */
static double share_reached(const Reading *reading, int rule, double asked) {
    const Elastic *elastic = reading->elastic;
    double reached = asked;
    for (int i = 0; i < elastic->reliefs.count; i++) {
        if (elastic->reliefs.items[i].rule == rule &&
            elastic->relief[i] > RATIO_GRANTED * elastic->offered[i] && elastic->offered[i] > 0) {
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
        add_number(reading, (Change){rule, NONE, share_below(reached)}, own->place, asked);
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
        if (period->rule == own->subject && missed > RATIO_GRANTED * asked * out) {
            reached = fmin(reached, back / out);
        }
    }
    if (reached < asked) {
        add_number(reading, (Change){rule, NONE, share_below(reached)}, own->place, asked);
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

static void read_lacking_stock(Reading *reading, int rule) {
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
            add_number(reading, (Change){rule, station, at.stock + boxes}, at.stock_place,
                       at.stock);
        }
    }
}

static void read_lacking_end(Reading *reading, int rule) {
    const Case *kase = reading->rules->kase;
    const Rule *own = &reading->rules->items[rule];
    const Equipment *type = &kase->equipment[own->subject];
    int boxes = lacking_at(reading, own->subject, own->detail).end;
    for (int i = 0; i < type->n_at && boxes > 0; i++) {
        if (type->at[i].station == own->detail) {
            int from = type->at[i].end_min, to = from > boxes ? from - boxes : 0;
            add_number(reading, (Change){rule, NONE, to}, own->place, from);
        }
    }
}

/* ---- all of them ---- */

static void read_repairs_of(Reading *reading, int rule) {
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
    case RULE_MAX_TRANSIT:
    case RULE_PARTS_MIN:
    case RULE_PARTS_MAX:
        read_terms(reading, rule);
        break;
    case RULE_LOAD_FACTOR:
        read_load_factor(reading, rule);
        break;
    case RULE_BALANCE:
        read_balance(reading, rule);
        break;
    case RULE_STOCK:
        read_lacking_stock(reading, rule);
        break;
    case RULE_END_MIN:
        read_lacking_end(reading, rule);
        break;
    default:
        read_relieved(reading, rule);
        break;
    }
}

Repairs repairs_read(const Rules *rules, const Elastic *elastic) {
    Reading reading = {rules, elastic, g_array_new(FALSE, FALSE, sizeof(Repair))};
    for (int rule = 0; rule < rules->count && elastic->found; rule++) {
        read_repairs_of(&reading, rule);
    }
    int count = (int)reading.items->len;
    return (Repairs){(Repair *)(void *)g_array_free(reading.items, FALSE), count};
}

double repair_step(const Rules *rules, const Repair *repair) {
    switch (rules->items[repair->change.rule].kind) {
    case RULE_MUST:
    case RULE_ALWAYS:
    case RULE_FROZEN_TRAIN:
    case RULE_FROZEN_BOXES:
    case RULE_REGULAR:
    case RULE_APART:
        return 0;
    case RULE_MAX_TRANSIT:
        return MINUTES_PER_HOUR;
    case RULE_LOAD_FACTOR:
    case RULE_BALANCE:
        return 1 / SHARE_PARTS;
    default:
        return 1;
    }
}

void repair_set(Repair *repair, const Rules *rules, double to) {
    if (repair_step(rules, repair) > 0) {
        repair->change.to = round(to * SHARE_PARTS) / SHARE_PARTS;
    }
}

void repairs_remove(Repairs *repairs, int index) {
    repairs->count--;
    memmove(&repairs->items[index], &repairs->items[index + 1],
            (size_t)(repairs->count - index) * sizeof *repairs->items);
}

void repairs_clear(Repairs *repairs) {
    g_free(repairs->items);
    *repairs = (Repairs){0};
}
