/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each rule asks for, in a planner's words. */
#include "export/words/rule_words.h"

#include <glib.h>

#include "base/time_text.h"
#include "config/closures.h"
#include "model/promises/frozen.h"

/** Adds `3 at YIW` to a list; nothing for 0. */
static void list_at(GString *list, Lang lang, TextKey item, int count, const char *station) {
    if (count > 0) {
        g_autofree char *number = text_integer(count);
        g_autofree char *text = TEXT_WITH(lang, item, number, station);
        g_string_append(list, list->len > 0 ? text_get(lang, TEXT_COMMA) : "");
        g_string_append(list, text);
    }
}

/** The list's text, `none` where it is empty; frees the list. */
static char *list_text(GString *list, Lang lang) {
    if (list->len == 0) {
        g_string_append(list, text_get(lang, TEXT_NONE));
    }
    return g_string_free(list, FALSE);
}

static char *must_words(Lang lang, const Demand *demand) {
    int boxes = 0;
    for (int i = 0; i < demand->n_tiers; i++) {
        boxes += demand->tiers[i].boxes;
    }
    g_autofree char *count = text_integer(boxes);
    return TEXT_WITH(lang, boxes == 1 ? TEXT_RULE_MUST_ONE : TEXT_RULE_MUST, demand->code, count);
}

static char *per_week_words(Lang lang, const Line *line, bool least) {
    g_autofree char *trains =
        text_counted(lang, TEXT_ONE_TRAIN, TEXT_N_TRAINS,
                     least ? line->min_trains_per_week : line->max_trains_per_week);
    return TEXT_WITH(lang, least ? TEXT_RULE_LINE_MIN : TEXT_RULE_LINE_MAX, line->code, trains);
}

static char *under_way_words(Lang lang, const CarriedOver *carried) {
    g_autofree char *trains =
        text_counted(lang, TEXT_ONE_TRAIN, TEXT_N_TRAINS, carried->trains_under_way);
    g_autofree char *boxes = text_counted(lang, TEXT_ONE_BOX, TEXT_N_BOXES,
                                          carried->boxes_under_way + carried->empties_under_way);
    GString *sets = g_string_new(NULL);
    for (int i = 0; i < carried->n_sets; i++) {
        if (carried->sets[i].row->boxes < 0) {
            const CarriedRow *row = carried->sets[i].row;
            g_autofree char *where = g_strdup_printf("%s (%s)", row->to, row->id);
            list_at(sets, lang, TEXT_SETS_AT, -row->boxes, where);
        }
    }
    g_autofree char *wanted = list_text(sets, lang);
    return TEXT_WITH(lang, TEXT_RULE_UNDER_WAY, trains, boxes, wanted);
}

static char *frozen_boxes_words(Lang lang, const Case *kase, DemandId demand) {
    int boxes = frozen_boxes(kase, demand);
    g_autofree char *count = text_integer(boxes);
    return TEXT_WITH(lang, boxes == 1 ? TEXT_RULE_FROZEN_BOX : TEXT_RULE_FROZEN_BOXES,
                     kase->demand[demand].code, count);
}

static char *max_transit_words(Lang lang, const Demand *demand) {
    char most[DURATION_TEXT_SIZE];
    return TEXT_WITH(lang, TEXT_RULE_MAX_TRANSIT, demand->code,
                     duration_format(demand->max_transit_min, most));
}

static char *parts_words(Lang lang, const Demand *demand, bool least) {
    int number = least ? demand->parts_min : demand->parts_max;
    if (least && number == NO_LIMIT) {
        return TEXT_WITH(lang, TEXT_RULE_PARTS_ALL, demand->code);
    }
    if (!least && number == 1) {
        return TEXT_WITH(lang, TEXT_RULE_PARTS_ONE, demand->code);
    }
    g_autofree char *count = text_integer(number);
    return TEXT_WITH(lang, least ? TEXT_RULE_PARTS_MIN : TEXT_RULE_PARTS_MAX, demand->code, count);
}

static char *end_min_words(Lang lang, const Case *kase, const Rule *rule) {
    const Equipment *type = &kase->equipment[rule->subject];
    int boxes = 0;
    for (int i = 0; i < type->n_at; i++) {
        boxes = type->at[i].station == rule->detail ? type->at[i].end_min : boxes;
    }
    g_autofree char *count = text_integer(boxes);
    return TEXT_WITH(lang, TEXT_RULE_END_MIN, kase->containers[type->container].code, count,
                     kase->stations[rule->detail].code);
}

static char *balance_words(Lang lang, const Balance *balance, int goal) {
    static const TextKey keys[2][2] = {
        [BALANCE_OF_TRAINS] = {TEXT_RULE_BALANCE_TRAINS, TEXT_RULE_BALANCE_TRAINS_BY_WEEK},
        [BALANCE_OF_TEU] = {TEXT_RULE_BALANCE_TEU, TEXT_RULE_BALANCE_TEU_BY_WEEK}};
    g_autofree char *ratio =
        text_number(goal == BALANCE_OF_TRAINS ? balance->trains.ratio : balance->teu.ratio);
    return TEXT_WITH(lang, keys[goal][balance->per == PER_WEEK], balance->name, ratio);
}

static char *load_factor_words(Lang lang, const Case *kase, const Rule *rule) {
    const LoadFactor *load_factor = &kase->load_factors[rule->subject];
    TextKey key = load_factor->per == PER_TRAIN  ? TEXT_RULE_LOAD_OF_TRAIN
                  : load_factor->per == PER_WEEK ? TEXT_RULE_LOAD_OF_WEEK
                                                 : TEXT_RULE_LOAD_OF_HORIZON;
    g_autofree char *least = text_number(load_factor->min);
    return TEXT_WITH(lang, key, kase->lines[rule->detail].code, least);
}

static char *sets_words(Lang lang, const Case *kase, const Rake *rake) {
    GString *sets = g_string_new(NULL);
    for (int i = 0; i < rake->n_sets; i++) {
        list_at(sets, lang, TEXT_SETS_AT, rake->sets[i].sets,
                kase->stations[rake->sets[i].station].code);
    }
    g_autofree char *text = list_text(sets, lang);
    g_autofree char *hours = g_strdup_printf("%g", (double)rake->turn_min / MINUTES_PER_HOUR);
    return TEXT_WITH(lang, TEXT_RULE_SETS, rake->code, text, hours);
}

static char *stock_words(Lang lang, const Case *kase, const Equipment *type) {
    GString *stock = g_string_new(NULL), *lease = g_string_new(NULL);
    for (int i = 0; i < type->n_at; i++) {
        const char *station = kase->stations[type->at[i].station].code;
        list_at(stock, lang, TEXT_BOXES_AT, type->at[i].stock, station);
        list_at(lease, lang, TEXT_BOXES_AT, type->at[i].lease_boxes, station);
    }
    g_autofree char *own = list_text(stock, lang);
    g_autofree char *leased = list_text(lease, lang);
    return TEXT_WITH(lang, TEXT_RULE_STOCK, kase->containers[type->container].code, own, leased);
}

/* ---- limits ---- */

static char *class_boxes_words(Lang lang, const Cargo *cargo) {
    g_autofree char *boxes =
        text_counted(lang, TEXT_ONE_BOX, TEXT_N_BOXES, cargo->max_boxes_per_train);
    return TEXT_WITH(lang, TEXT_RULE_CLASS_BOXES, cargo->code, boxes);
}

static char *slot_words(Lang lang, const Slot *slot) {
    g_autofree char *trains = text_counted(lang, TEXT_ONE_TRAIN, TEXT_N_TRAINS, slot->max_trains);
    return TEXT_WITH(lang, TEXT_RULE_SLOT_TRAINS, slot->code, trains);
}

static char *per_day_words(Lang lang, const Station *station, bool of_trains) {
    g_autofree char *most =
        of_trains ? text_counted(lang, TEXT_ONE_TRAIN, TEXT_N_TRAINS, station->trains_per_day)
                  : text_counted(lang, TEXT_ONE_LIFT, TEXT_N_LIFTS, station->lifts_per_day);
    return TEXT_WITH(lang, of_trains ? TEXT_RULE_TRAINS_PER_DAY : TEXT_RULE_LIFTS, station->code,
                     most);
}

static char *feeder_words(Lang lang, const Feeder *feeder) {
    g_autofree char *boxes = text_integer(feeder->boxes_per_day);
    return TEXT_WITH(lang, TEXT_RULE_FEEDER, feeder->code, boxes);
}

/** The first few of the days. */
/** From and to of a closure of a scenario, local in its zone: `2026-12-07 00:00..2026-12-14 00:00`.
 */
static void append_closure(GString *text, const Closure *closure) {
    const Minute ends[] = {closure->from, closure->to};
    for (int i = 0; i < 2; i++) {
        Date date;
        int minute;
        char day[DATE_TEXT_SIZE];
        zone_from_minute(closure->zone, ends[i], &date, &minute, NULL);
        g_string_append_printf(text, "%s%s %02d:%02d", i > 0 ? ".." : "", date_format(date, day),
                               minute / MINUTES_PER_HOUR, minute % MINUTES_PER_HOUR);
    }
}

static char *closed_words(Lang lang, TextKey key, const char *code, const Closed *closed) {
    enum { SHOWN = 5 };
    GString *days = g_string_new(NULL);
    for (int i = 0; i < closed->n_days && i < SHOWN; i++) {
        char text[DAY_SPAN_TEXT_SIZE];
        g_string_append(days, i > 0 ? text_get(lang, TEXT_COMMA) : "");
        g_string_append(days, day_span_format(&closed->days[i], text));
    }
    for (int i = closed->n_days; i < closed->n_times && i < SHOWN; i++) {
        g_string_append(days, i > 0 ? ", " : "");
        append_closure(days, &closed->times[i]);
    }
    g_string_append(days, MAX(closed->n_days, closed->n_times) > SHOWN ? "…" : "");
    g_autofree char *all = g_string_free(days, FALSE);
    return TEXT_WITH(lang, key, code, all);
}

/* ---- all of them ---- */

char *rule_words(Lang lang, const Case *kase, const Rule *rule) {
    switch (rule->kind) {
    case RULE_MUST:
        return must_words(lang, &kase->demand[rule->subject]);
    case RULE_LINE_MIN:
    case RULE_LINE_MAX:
        return per_week_words(lang, &kase->lines[rule->subject], rule->kind == RULE_LINE_MIN);
    case RULE_ALWAYS:
        return TEXT_WITH(lang, TEXT_RULE_ALWAYS, kase->trains[rule->subject].code);
    case RULE_FROZEN_TRAIN:
        return TEXT_WITH(lang, TEXT_RULE_FROZEN_TRAIN,
                         kase->commitments.earlier_trains[rule->subject].name);
    case RULE_FROZEN_NEW:
        return g_strdup(text_get(lang, TEXT_RULE_FROZEN_NEW));
    case RULE_UNDER_WAY:
        return under_way_words(lang, kase->carried);
    case RULE_FROZEN_BOXES:
        return frozen_boxes_words(lang, kase, rule->subject);
    case RULE_MAX_TRANSIT:
        return max_transit_words(lang, &kase->demand[rule->subject]);
    case RULE_PARTS_MIN:
    case RULE_PARTS_MAX:
        return parts_words(lang, &kase->demand[rule->subject], rule->kind == RULE_PARTS_MIN);
    case RULE_END_MIN:
        return end_min_words(lang, kase, rule);
    case RULE_BALANCE:
        return balance_words(lang, &kase->balance[rule->subject], rule->detail);
    case RULE_LOAD_FACTOR:
        return load_factor_words(lang, kase, rule);
    case RULE_REGULAR:
        return TEXT_WITH(lang, TEXT_RULE_REGULAR, kase->lines[rule->subject].code);
    case RULE_SETS:
        return sets_words(lang, kase, &kase->rakes[rule->subject]);
    case RULE_STOCK:
        return stock_words(lang, kase, &kase->equipment[rule->subject]);
    case RULE_CLASS_BOXES:
        return class_boxes_words(lang, &kase->cargo[rule->subject]);
    case RULE_APART:
        return TEXT_WITH(lang, TEXT_RULE_APART, kase->cargo[rule->subject].code,
                         kase->cargo[rule->detail].code);
    case RULE_SLOT_TRAINS:
        return slot_words(lang, &kase->slots[rule->subject]);
    case RULE_TRAINS_PER_DAY:
    case RULE_LIFTS:
        return per_day_words(lang, &kase->stations[rule->subject],
                             rule->kind == RULE_TRAINS_PER_DAY);
    case RULE_FEEDER:
        return feeder_words(lang, &kase->feeders[rule->subject]);
    case RULE_CLOSED_SLOT:
        return closed_words(lang, TEXT_RULE_CLOSED_SLOT, kase->slots[rule->subject].code,
                            &kase->slots[rule->subject].closed);
    case RULE_CLOSED_STATION:
        return closed_words(lang, TEXT_RULE_CLOSED_STATION, kase->stations[rule->subject].code,
                            &kase->stations[rule->subject].closed);
    case RULE_CLOSED_FEEDER:
        return closed_words(lang, TEXT_RULE_CLOSED_FEEDER, kase->feeders[rule->subject].code,
                            &kase->feeders[rule->subject].closed);
    }
    return g_strdup("");
}
