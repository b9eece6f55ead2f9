/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each repair would change in the case, and for a rule that is let go, what comes of it. */
#include "export/words/repair_words.h"

#include <glib.h>

#include "base/time_text.h"
#include "model/promises/frozen.h"

/* ---- rules that hold or do not ---- */

static char *must_repair_words(Lang lang, const Demand *demand, const Repair *repair) {
    g_autofree char *left = text_integer(repair->parts_lost);
    g_autofree char *all = text_integer(repair->parts);
    TextKey key = repair->parts_lost < repair->parts ? TEXT_REPAIR_MUST_SOME
                  : repair->parts == 1               ? TEXT_REPAIR_MUST_ONE
                                                     : TEXT_REPAIR_MUST_ALL;
    return TEXT_WITH(lang, key, demand->code, left, all);
}

static char *always_repair_words(Lang lang, const Train *train, const Repair *repair) {
    g_autofree char *dropped = text_integer(repair->parts_lost);
    g_autofree char *all = text_integer(repair->parts);
    return TEXT_WITH(lang, repair->parts == 1 ? TEXT_REPAIR_ALWAYS_ONE : TEXT_REPAIR_ALWAYS,
                     train->code, dropped, all);
}

/** What releases a frozen thing from each of what freezes it. */
typedef struct {
    TextKey from_pattern, from_date, from_all;
} ReleaseKeys;

static const ReleaseKeys OF_TRAIN = {TEXT_RELEASE_TRAIN, TEXT_RELEASE_TRAIN_BY_DATE,
                                     TEXT_RELEASE_TRAIN_FROM_ALL};
static const ReleaseKeys OF_BOXES = {TEXT_RELEASE_BOXES, TEXT_RELEASE_BOXES_BY_DATE,
                                     TEXT_RELEASE_BOXES_FROM_ALL};

static const char *date_release(Lang lang, const ReleaseKeys *keys, FrozenDate date) {
    switch (date) {
    case FROZEN_BY_CASE:
        return text_get(lang, keys->from_date);
    case FROZEN_WITH_ALL:
        return text_get(lang, keys->from_all);
    case FROZEN_BY_COMMAND_LINE:
        return text_get(lang, TEXT_RELEASE_BY_COMMAND_LINE);
    case FROZEN_BY_NO_DATE:
        break;
    }
    return "";
}

static char *release_words(Lang lang, const ReleaseKeys *keys, FrozenBy by) {
    const char *date = date_release(lang, keys, by.date);
    if (!by.pattern) {
        return g_strdup(date);
    }
    const char *pattern = text_get(lang, keys->from_pattern);
    return by.date == FROZEN_BY_NO_DATE ? g_strdup(pattern)
                                        : TEXT_WITH(lang, TEXT_RELEASE_BOTH, pattern, date);
}

static char *frozen_train_repair_words(Lang lang, const Case *kase, int train) {
    g_autofree char *release = release_words(lang, &OF_TRAIN, frozen_train_by(kase, train));
    return TEXT_WITH(lang, TEXT_REPAIR_FROZEN_TRAIN, kase->commitments.earlier_trains[train].name,
                     release);
}

static char *frozen_boxes_repair_words(Lang lang, const Case *kase, DemandId demand,
                                       const Repair *repair) {
    const char *code = kase->demand[demand].code;
    g_autofree char *release = release_words(lang, &OF_BOXES, frozen_boxes_by(kase, demand));
    g_autofree char *moved = text_integer(repair->parts_lost);
    g_autofree char *all = text_integer(repair->parts);
    return repair->parts_lost < repair->parts
               ? TEXT_WITH(lang, TEXT_REPAIR_FROZEN_SOME, code, moved, all, release)
               : TEXT_WITH(lang, TEXT_REPAIR_FROZEN_BOXES, code, release);
}

/* ---- rules with a number ---- */

/** A field with a number: what it is called, at which of its keys, and whose it is. */
typedef struct {
    const char *field;
    const char *key; /**< NULL: it has none */
    TextKey noun;
    const char *code;
} FieldName;

static const char *container_code(const Case *kase, int equipment) {
    return kase->containers[kase->equipment[equipment].container].code;
}

static FieldName field_of(const Rules *rules, const Change *change) {
    const Case *kase = rules->kase;
    const Rule *rule = &rules->items[change->rule];
    int subject = rule->subject;
    switch (rule->kind) {
    case RULE_MAX_TRANSIT:
        return (FieldName){"max_transit", NULL, TEXT_NOUN_BOOKING, kase->demand[subject].code};
    case RULE_PARTS_MIN:
        return (FieldName){"parts.min", NULL, TEXT_NOUN_BOOKING, kase->demand[subject].code};
    case RULE_PARTS_MAX:
        return (FieldName){"parts.max", NULL, TEXT_NOUN_BOOKING, kase->demand[subject].code};
    case RULE_LINE_MIN:
        return (FieldName){"trains_per_week.min", NULL, TEXT_NOUN_LINE, kase->lines[subject].code};
    case RULE_LINE_MAX:
        return (FieldName){"trains_per_week.max", NULL, TEXT_NOUN_LINE, kase->lines[subject].code};
    case RULE_CLASS_BOXES:
        return (FieldName){"max_boxes_per_train", NULL, TEXT_NOUN_CARGO, kase->cargo[subject].code};
    case RULE_SLOT_TRAINS:
        return (FieldName){"trains", NULL, TEXT_NOUN_SLOT, kase->slots[subject].code};
    case RULE_TRAINS_PER_DAY:
        return (FieldName){"trains_per_day", NULL, TEXT_NOUN_STATION, kase->stations[subject].code};
    case RULE_LIFTS:
        return (FieldName){"lifts_per_day", NULL, TEXT_NOUN_STATION, kase->stations[subject].code};
    case RULE_SETS:
        return (FieldName){"sets", kase->stations[change->station].code, TEXT_NOUN_RAKES,
                           kase->rakes[subject].code};
    case RULE_LOAD_FACTOR:
        return (FieldName){"load_factors min", NULL, TEXT_NOUN_LINE,
                           kase->lines[rule->detail].code};
    case RULE_BALANCE:
        return (FieldName){rule->detail == BALANCE_OF_TRAINS ? "trains.ratio" : "teu.ratio", NULL,
                           TEXT_NOUN_BALANCE, kase->balance[subject].name};
    case RULE_STOCK:
        return (FieldName){"stock", kase->stations[change->station].code, TEXT_NOUN_EQUIPMENT,
                           container_code(kase, subject)};
    case RULE_END_MIN:
        return (FieldName){"end_min", kase->stations[rule->detail].code, TEXT_NOUN_EQUIPMENT,
                           container_code(kase, subject)};
    default:
        return (FieldName){"boxes_per_day", NULL, TEXT_NOUN_FEEDER, kase->feeders[subject].code};
    }
}

/** A value of the rule's field as one would write it. */
static char *value_words(const Rules *rules, int rule, double value) {
    char text[DURATION_TEXT_SIZE];
    return rules->items[rule].kind == RULE_MAX_TRANSIT
               ? g_strdup(duration_format((int64_t)value, text))
               : text_number(value);
}

/** `raise lifts_per_day of station MAL from 40 to 44`. */
static char *number_repair_words(Lang lang, const Rules *rules, const Repair *repair) {
    const Change *change = &repair->change;
    FieldName name = field_of(rules, change);
    g_autofree char *field = g_strjoin(name.key == NULL ? NULL : ".", name.field, name.key, NULL);
    g_autofree char *before = value_words(rules, change->rule, repair->from);
    g_autofree char *after = value_words(rules, change->rule, change->to);
    g_autofree char *more = text_number(change->to - repair->from);
    TextKey key = rules->items[change->rule].kind == RULE_STOCK ? TEXT_REPAIR_STOCK
                  : change->to < repair->from                   ? TEXT_REPAIR_LOWER
                                                                : TEXT_REPAIR_RAISE;
    return TEXT_WITH(lang, key, field, text_get(lang, name.noun), name.code, before, after, more);
}

/* ---- all of them ---- */

char *repair_words(Lang lang, const Rules *rules, const Repair *repair) {
    const Case *kase = rules->kase;
    const Rule *rule = &rules->items[repair->change.rule];
    switch (rule->kind) {
    case RULE_MUST:
        return must_repair_words(lang, &kase->demand[rule->subject], repair);
    case RULE_ALWAYS:
        return always_repair_words(lang, &kase->trains[rule->subject], repair);
    case RULE_FROZEN_TRAIN:
        return frozen_train_repair_words(lang, kase, rule->subject);
    case RULE_FROZEN_BOXES:
        return frozen_boxes_repair_words(lang, kase, rule->subject, repair);
    default:
        return number_repair_words(lang, rules, repair);
    }
}
