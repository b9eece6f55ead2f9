/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each rule asks for, in a planner's words. */
#include "export/words/rule_words.h"

#include <glib.h>

#include "model/promises/frozen.h"

static char *number_words(double number) {
    enum { DIGITS_SHORT = 6, DIGITS_ALL = 17 };
    char text[32];
    for (int digits = DIGITS_SHORT; digits <= DIGITS_ALL; digits++) {
        g_snprintf(text, sizeof text, "%.*g", digits, number);
        if (g_ascii_strtod(text, NULL) == number) {
            break;
        }
    }
    return g_strdup(text);
}

/** `3 trains`, `1 train`. */
static char *counted(int count, const char *one) {
    return g_strdup_printf("%d %s%s", count, one, count == 1 ? "" : "s");
}

static char *must_text(const Demand *demand) {
    int boxes = 0;
    for (int i = 0; i < demand->n_tiers; i++) {
        boxes += demand->tiers[i].boxes;
    }
    return g_strdup_printf("booking %s: %s of %d box%s must travel (must: true)", demand->code,
                           boxes == 1 ? "the one" : "all", boxes, boxes == 1 ? "" : "es");
}

static char *per_week_text(const Line *line, bool least) {
    g_autofree char *trains =
        counted(least ? line->min_trains_per_week : line->max_trains_per_week, "train");
    return g_strdup_printf("line %s: at %s %s a week (trains_per_week.%s)", line->code,
                           least ? "least" : "most", trains, least ? "min" : "max");
}

static char *frozen_text(const Case *kase, const Rule *rule) {
    if (rule->kind == RULE_FROZEN_TRAIN) {
        return g_strdup_printf("train %s of the earlier plan is frozen",
                               kase->commitments.earlier_trains[rule->subject].name);
    }
    int boxes = frozen_boxes(kase, rule->subject);
    return g_strdup_printf(
        "booking %s: %d %s frozen on %s way", kase->demand[rule->subject].code, boxes,
        boxes == 1 ? "box of the earlier plan is" : "boxes of the earlier plan are",
        boxes == 1 ? "its" : "their");
}

static char *end_min_text(const Case *kase, const Rule *rule) {
    const Equipment *type = &kase->equipment[rule->subject];
    int boxes = 0;
    for (int i = 0; i < type->n_at; i++) {
        boxes = type->at[i].station == rule->detail ? type->at[i].end_min : boxes;
    }
    const char *code = kase->stations[rule->detail].code;
    return g_strdup_printf("equipment %s: at least %d in stock at %s at the end (end_min.%s)",
                           kase->containers[type->container].code, boxes, code, code);
}

static char *balance_text(const Balance *balance, int goal) {
    bool trains = goal == BALANCE_OF_TRAINS;
    const char *what = trains ? "trains" : "loaded TEU";
    g_autofree char *ratio = number_words(trains ? balance->trains.ratio : balance->teu.ratio);
    return g_strdup_printf(
        "balance %s: return %s at least %s of outbound %s%s (%s.ratio)", balance->name, what, ratio,
        what, balance->per == PER_WEEK ? " in each week" : "", trains ? "trains" : "teu");
}

static char *load_factor_text(const Case *kase, const Rule *rule) {
    const LoadFactor *load_factor = &kase->load_factors[rule->subject];
    const char *of = load_factor->per == PER_TRAIN  ? "each train"
                     : load_factor->per == PER_WEEK ? "the trains of a week"
                                                    : "its trains together";
    g_autofree char *least = number_words(load_factor->min);
    return g_strdup_printf("line %s: %s at least %s full (load_factors min)",
                           kase->lines[rule->detail].code, of, least);
}

/** Adds `3 at YIW` to a list; nothing for 0. */
static void list_at(GString *list, int count, const char *station) {
    if (count > 0) {
        g_string_append_printf(list, "%s%d at %s", list->len > 0 ? ", " : "", count, station);
    }
}

/** The list's text, `none` where it is empty; frees the list. */
static char *list_text(GString *list) {
    if (list->len == 0) {
        g_string_append(list, "none");
    }
    return g_string_free(list, FALSE);
}

static char *sets_text(const Case *kase, const Rake *rake) {
    GString *sets = g_string_new(NULL);
    for (int i = 0; i < rake->n_sets; i++) {
        list_at(sets, rake->sets[i].sets, kase->stations[rake->sets[i].station].code);
    }
    g_autofree char *text = list_text(sets);
    return g_strdup_printf("rakes %s: wagon sets: %s, usable again %g h after arrival (sets, turn)",
                           rake->code, text, (double)rake->turn_min / 60);
}

static char *stock_text(const Case *kase, const Equipment *type) {
    GString *stock = g_string_new(NULL), *lease = g_string_new(NULL);
    for (int i = 0; i < type->n_at; i++) {
        const char *station = kase->stations[type->at[i].station].code;
        list_at(stock, type->at[i].stock, station);
        list_at(lease, type->at[i].lease_boxes, station);
    }
    g_autofree char *own = list_text(stock);
    g_autofree char *leased = list_text(lease);
    return g_strdup_printf("equipment %s: of our own: %s; to lease: %s (stock, lease)",
                           kase->containers[type->container].code, own, leased);
}

static char *class_text(const Case *kase, const Rule *rule) {
    const Cargo *cargo = &kase->cargo[rule->subject];
    if (rule->kind == RULE_CLASS_BOXES) {
        return g_strdup_printf("cargo %s: at most %d box%s on a train (max_boxes_per_train)",
                               cargo->code, cargo->max_boxes_per_train,
                               cargo->max_boxes_per_train == 1 ? "" : "es");
    }
    return g_strdup_printf("cargo %s: never on a train with %s (apart_from)", cargo->code,
                           kase->cargo[rule->detail].code);
}

static char *per_day_text(const Station *station, bool trains) {
    g_autofree char *text = counted(trains ? station->trains_per_day : station->lifts_per_day,
                                    trains ? "train" : "lift");
    return g_strdup_printf("station %s: at most %s a day (%s)", station->code, text,
                           trains ? "trains_per_day" : "lifts_per_day");
}

static char *slot_text(const Slot *slot) {
    g_autofree char *text = counted(slot->max_trains, "train");
    return g_strdup_printf("slot %s: %s on each of its runs (trains)", slot->code, text);
}

char *rule_words(const Case *kase, const Rule *rule) {
    switch (rule->kind) {
    case RULE_MUST:
        return must_text(&kase->demand[rule->subject]);
    case RULE_LINE_MIN:
    case RULE_LINE_MAX:
        return per_week_text(&kase->lines[rule->subject], rule->kind == RULE_LINE_MIN);
    case RULE_ALWAYS:
        return g_strdup_printf("train %s: runs in every week (runs: always)",
                               kase->trains[rule->subject].code);
    case RULE_FROZEN_TRAIN:
    case RULE_FROZEN_BOXES:
        return frozen_text(kase, rule);
    case RULE_END_MIN:
        return end_min_text(kase, rule);
    case RULE_BALANCE:
        return balance_text(&kase->balance[rule->subject], rule->detail);
    case RULE_LOAD_FACTOR:
        return load_factor_text(kase, rule);
    case RULE_REGULAR:
        return g_strdup_printf("line %s: the same trains in every week (regular: true)",
                               kase->lines[rule->subject].code);
    case RULE_SETS:
        return sets_text(kase, &kase->rakes[rule->subject]);
    case RULE_STOCK:
        return stock_text(kase, &kase->equipment[rule->subject]);
    case RULE_CLASS_BOXES:
    case RULE_APART:
        return class_text(kase, rule);
    case RULE_SLOT_TRAINS:
        return slot_text(&kase->slots[rule->subject]);
    case RULE_TRAINS_PER_DAY:
    case RULE_LIFTS:
        return per_day_text(&kase->stations[rule->subject], rule->kind == RULE_TRAINS_PER_DAY);
    case RULE_FEEDER:
        return g_strdup_printf("feeder %s: at most %d boxes a day (boxes_per_day)",
                               kase->feeders[rule->subject].code,
                               kase->feeders[rule->subject].boxes_per_day);
    }
    return g_strdup("");
}
