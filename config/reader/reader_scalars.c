/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Single values: the text of a scalar becomes what its field says. */
#include "config/reader/reader_scalars.h"

#include <math.h>
#include <string.h>

#include <glib.h>

#include "base/date_text.h"
#include "base/suggest.h"
#include "base/time_text.h"
#include "base/values.h"
#include "config/finding_codes.h"
#include "config/reader/reader_faults.h"
#include "config/reader/reader_words.h"

/** Tells what is wrong with a value: a Fault, or what a range says. */
static void tell_fault(Reader *reader, const Field *field, const Node *node, int fault) {
    const bool ranged = fault == REASON_RANGE || fault == REASON_RANGE_OPEN;
    const Phrase why = ranged ? PHRASE(fault, field->range->from, field->range->to) : PHRASE(fault);
    reader_tell_value(reader, field, node, &why);
}

/** What is wrong with a value's size. Who writes a huge number for "no limit" learns how to say
 * that. */
static int range_fault(const Field *field, double value) {
    const Range *range = field->range;
    if (value >= range->low && value <= range->high) {
        return FAULT_NONE;
    }
    const bool open = value > range->high && g_strcmp0(field->fallback, "unlimited") == 0;
    return open ? REASON_RANGE_OPEN : (int)range->says;
}

/** Reads a number in whatever form its file may have it. @return false where a fault was told */
static bool read_marked(Reader *reader, const Field *field, const Node *node, double *number) {
    const NumberMarks marks = node->csv == NULL ? MARKS_PLAIN : node->csv->marks;
    if (marks != MARKS_COMMA && number_parse(node->text, number) == FAULT_NONE) {
        return true;
    }
    Phrase why = number_text_parse(node->text, marks, number);
    if (why.code == FAULT_PERCENT && field->unit != NULL) {
        why = PHRASE(FAULT_NO_NUMBER);
    }
    if (why.code != FAULT_NONE) {
        reader_tell_value(reader, field, node, &why);
    }
    return why.code == FAULT_NONE;
}

static int scalar_number(Reader *reader, const Field *field, const Node *node, double *number) {
    if (!read_marked(reader, field, node, number)) {
        return FAULT_NONE;
    }
    const int fault = range_fault(field, *number);
    return fault == FAULT_NONE && *number != 0 && fabs(*number) < NUMBER_LEAST ? REASON_NEAR_ZERO
                                                                               : fault;
}

static int scalar_count(Reader *reader, const Field *field, const Node *node, int *count) {
    double number;
    if (!read_marked(reader, field, node, &number)) {
        return FAULT_NONE;
    }
    const int fault = range_fault(field, number);
    return fault == FAULT_NONE ? (int)count_of(number, count) : fault;
}

static int scalar_duration(Reader *reader, const Field *field, const Node *node, int64_t *minutes) {
    const int fault = duration_parse(node->text, minutes);
    double number;
    if (fault == FAULT_DURATION_UNIT && number_parse(node->text, &number) == FAULT_NONE) {
        reader_tell_value(reader, field, node,
                          &PHRASE(REASON_BARE_NUMBER, phrase_cut(node->text, 20)));
        return FAULT_NONE;
    }
    return fault == FAULT_NONE ? range_fault(field, (double)*minutes) : fault;
}

/** Days that a time of the clock may lie after the departure: a place to the west may still have
 * the day before, and no trip takes longer than a duration may say. */
enum { LATER_LEAST = -1, LATER_MOST = 3650 };

static int scalar_clock(Reader *reader, const Field *field, const Node *node, TripTime *time) {
    const int fault = later_clock_parse(node->text, &time->days, &time->minute_of_day);
    time->by_clock = true;
    time->place = node->place;
    if (fault == FAULT_NONE && (time->days < LATER_LEAST || time->days > LATER_MOST)) {
        reader_tell_value(reader, field, node, &PHRASE(REASON_RANGE, "D-1", "D+3650"));
    }
    return fault;
}

static int scalar_trip_time(Reader *reader, const Field *field, const Node *node, TripTime *time) {
    if (is_later_clock(node->text)) {
        return scalar_clock(reader, field, node, time);
    }
    time->place = node->place;
    return scalar_duration(reader, field, node, &time->after_min);
}

/** Looks a zone up; tells the fault itself, for that names the cause. */
static void scalar_zone(Reader *reader, const Field *field, const Node *node, const Zone **zone) {
    g_autofree Phrase *why = NULL;
    *zone = zone_look_up(case_memory_zones(reader->memory), node->text, &why);
    if (*zone == NULL) {
        reader_tell_value(reader, field, node,
                          why == NULL ? &PHRASE(REASON_NO_ZONE) : &PHRASE(REASON_ZONE_LOST, why));
    }
}

/** The zone an instant is local in; NULL where that is not known for a fault elsewhere. */
static const Zone *instant_zone(const Reader *reader, const Field *field, const void *row) {
    if (field->zone_offset == OFFSET_NONE || row == NULL) {
        return reader->kase->horizon.zone;
    }
    StationId station;
    memcpy(&station, (const char *)row + field->zone_offset, sizeof station);
    return station < 0 ? reader->kase->horizon.zone : reader->kase->stations[station].zone;
}

static Fault scalar_instant(Reader *reader, const Field *field, const Node *node, const void *row,
                            Minute *at) {
    InstantText instant;
    Fault fault = instant_text_parse(node->text, &instant);
    const Zone *zone = instant_zone(reader, field, row);
    if (fault != FAULT_NONE || zone == NULL) {
        return fault;
    }
    LocalKind kind = LOCAL_PLAIN;
    *at = instant_text_resolve(&instant, zone, field->last_minute, &kind);
    if (kind != LOCAL_PLAIN) {
        char text[INSTANT_TEXT_SIZE];
        finding_warning(reader->findings, node->place,
                        kind == LOCAL_SKIPPED ? FINDING_TIME_SKIPPED : FINDING_TIME_TWICE,
                        reader_label(reader, field).text, quoted(node->text).text, zone_name(zone),
                        instant_format(zone, *at, text));
    }
    return FAULT_NONE;
}

/** Tells that a text is none of a field's words, and names them. */
static void tell_no_word(Reader *reader, const Field *field, const Node *node) {
    if (reader_tell_wide(reader, reader_label(reader, field).text, node->text, node->place)) {
        return;
    }
    g_autoptr(GString) all = g_string_new(NULL);
    Suggestion suggestion = suggestion_start(node->text);
    for (const Word *word = field->words; word->text != NULL; word++) {
        suggestion_try(&suggestion, word->text);
        g_string_append_printf(all, "%s%s", all->len > 0 ? ", " : "", word->text);
    }
    const Phrase hint = hint_of(suggestion.best);
    finding_error(reader->findings, node->place, FINDING_NO_WORD, reader_label(reader, field).text,
                  quoted(node->text).text, all->str, &hint);
}

/** Finds a word; tells the fault itself, for it names the words there are. */
static const Word *scalar_word(Reader *reader, const Field *field, const Node *node) {
    for (const Word *word = field->words; word->text != NULL; word++) {
        if (strcmp(word->text, node->text) == 0) {
            return word;
        }
    }
    tell_no_word(reader, field, node);
    return NULL;
}

/** Tries the pattern on all that it may ever be matched against, up to a code on which it gives up:
 * that is told here and nowhere else. */
static bool matches_any(const Reader *reader, Section target, const Pattern *pattern) {
    bool any = false;
    if (target == SECTION_COUNTRIES) {
        for (StationId s = 0; s < reader->kase->n_stations && !pattern_gave_up(pattern); s++) {
            const char *country = reader->kase->stations[s].country;
            any = country == NULL || pattern_matches(pattern, country) || any;
        }
        return any;
    }
    const Codes *codes = reader->codes[target];
    for (int i = 0; i < codes_count(codes) && !pattern_gave_up(pattern); i++) {
        const char *code = codes_text(codes, i);
        any = (code != NULL && pattern_matches(pattern, code)) || any;
    }
    return any;
}

/** Tells of a pattern that takes too long to be matched, and of one that matches nothing. */
static void try_pattern(Reader *reader, const Field *field, const Node *node,
                        const Pattern *pattern) {
    const bool any = matches_any(reader, field->target, pattern);
    const char *code = pattern_gave_up(pattern);
    if (code != NULL) {
        finding_error(reader->findings, node->place, FINDING_PATTERN_WILD,
                      reader_label(reader, field).text, quoted(node->text).text, quoted(code).text);
    } else if (!any && !reader->loose && !reader->lost[field->target]) {
        finding_warning(reader->findings, node->place, FINDING_PATTERN_IDLE,
                        reader_label(reader, field).text, quoted(node->text).text,
                        section_noun(field->target));
    }
}

static void scalar_pattern(Reader *reader, const Field *field, const Node *node, Pattern **out) {
    g_autofree Phrase *why = NULL;
    Pattern *pattern = case_memory_pattern(reader->memory, node->text, &why);
    if (pattern == NULL) {
        finding_error(reader->findings, node->place, FINDING_NO_PATTERN,
                      reader_label(reader, field).text, quoted(node->text).text, why);
        return;
    }
    *out = pattern;
    if (field->target != SECTION_NONE) {
        try_pattern(reader, field, node, pattern);
    }
}

static void scalar_ref(Reader *reader, const Field *field, const Node *node, int *index) {
    *index = reader_find(reader, field->target, node->text);
    if (*index < 0 && !reader->loose) {
        reader_tell_no_such(reader, reader_label(reader, field).text, field->target, node->text,
                            node->place);
    }
}

static Fault checked_text(Reader *reader, Fault fault, const char *text, const char **out) {
    *out = fault == FAULT_NONE ? case_memory_text(reader->memory, text) : NULL;
    return fault;
}

static void scalar_label(Reader *reader, const Field *field, const Node *node, const char **out) {
    Name name = {NULL, NULL};
    reader_read_name(reader, field, node, &name);
    *out = name.en != NULL ? name.en : name.zh;
}

void reader_read_scalar(Reader *reader, const Field *field, const Node *node, const void *row,
                        void *out) {
    if (field->kind == FIELD_LABEL) {
        scalar_label(reader, field, node, out);
        return;
    }
    if (node->kind != NODE_SCALAR) {
        if (field->kind != FIELD_ANY) {
            finding_error(reader->findings, node->place, FINDING_ONE_VALUE,
                          reader_label(reader, field).text,
                          phrase_word(node->kind == NODE_LIST ? NOUN_LIST : NOUN_MAP));
        }
        return;
    }
    const char *text = node->text;
    if (text[0] == '\0' && field->kind != FIELD_ANY) {
        finding_error(reader->findings, node->place, FINDING_NO_VALUE,
                      reader_label(reader, field).text);
        return;
    }
    int fault = FAULT_NONE;
    const Word *word;
    switch (field->kind) {
    case FIELD_TEXT:
        *(const char **)out = case_memory_text(reader->memory, text);
        break;
    case FIELD_CODE:
        fault = checked_text(reader, code_check(text), text, out);
        break;
    case FIELD_COUNTRY:
        fault = checked_text(reader, country_check(text), text, out);
        break;
    case FIELD_ZONE:
        scalar_zone(reader, field, node, out);
        break;
    case FIELD_COUNT:
        fault = scalar_count(reader, field, node, out);
        break;
    case FIELD_NUMBER:
        fault = scalar_number(reader, field, node, out);
        break;
    case FIELD_FLAG:
        fault = flag_parse(text, out);
        break;
    case FIELD_DURATION:
        fault = scalar_duration(reader, field, node, out);
        break;
    case FIELD_CLOCK:
        fault = scalar_clock(reader, field, node, out);
        break;
    case FIELD_TRIP_TIME:
        fault = scalar_trip_time(reader, field, node, out);
        break;
    case FIELD_DATE:
        fault = date_parse(text, out);
        break;
    case FIELD_INSTANT:
        fault = scalar_instant(reader, field, node, row, out);
        break;
    case FIELD_WORD:
        word = scalar_word(reader, field, node);
        *(int *)out = word == NULL ? 0 : word->value;
        break;
    case FIELD_CHOICE:
        word = scalar_word(reader, field, node);
        *(bool *)out = word != NULL && word->value != 0;
        break;
    case FIELD_KEYWORD:
        word = scalar_word(reader, field, node);
        *(const char **)out = word == NULL ? NULL : word->text;
        break;
    case FIELD_PATTERN:
        scalar_pattern(reader, field, node, out);
        break;
    case FIELD_REF:
        scalar_ref(reader, field, node, out);
        break;
    default:
        break;
    }
    if (fault != FAULT_NONE) {
        tell_fault(reader, field, node, fault);
    }
}

/** A text that a table or a message can hold. */
static bool is_one_line(const Node *node) {
    return node->kind == NODE_SCALAR && node->text[0] != '\0' && strchr(node->text, '\n') == NULL;
}

void reader_read_name(Reader *reader, const Field *field, const Node *node, Name *name) {
    if (is_one_line(node)) {
        name->en = name->zh = case_memory_text(reader->memory, node->text);
        return;
    }
    if (node->kind != NODE_MAP) {
        finding_error(reader->findings, node->place, FINDING_NAME,
                      reader_label(reader, field).text);
        return;
    }
    for (int i = 0; i < node->count; i++) {
        const NodeEntry *entry = &node->entries[i];
        bool english = strcmp(entry->key, "en") == 0;
        if (!english && strcmp(entry->key, "zh") != 0) {
            finding_error(reader->findings, entry->place, FINDING_LANGUAGE,
                          reader_label(reader, field).text, quoted(entry->key).text);
        } else if (!is_one_line(entry->value)) {
            finding_error(reader->findings, entry->value->place, FINDING_NAME_IN,
                          reader_label(reader, field).text, entry->key);
        } else {
            const char *text = case_memory_text(reader->memory, entry->value->text);
            *(english ? &name->en : &name->zh) = text;
        }
    }
}

/** The value of the words "unlimited" and "none", which only defaults have. */
static void set_open(const Field *field, bool unlimited, void *out) {
    switch (field->kind) {
    case FIELD_NUMBER:
        *(double *)out = unlimited ? (double)INFINITY : (double)NAN;
        break;
    case FIELD_COUNT:
        *(int *)out = NO_LIMIT;
        break;
    case FIELD_DURATION:
        *(int64_t *)out = INT64_MAX;
        break;
    case FIELD_DATE:
        *(Date *)out = unlimited ? DATE_MAX : DATE_MIN;
        break;
    case FIELD_INSTANT:
        *(Minute *)out = unlimited ? INT64_MAX : INT64_MIN;
        break;
    default:
        break;
    }
}

void reader_set_default(Reader *reader, const Field *field, void *out) {
    if (field->fallback == NULL) {
        return;
    }
    bool unlimited = strcmp(field->fallback, "unlimited") == 0;
    if (unlimited || strcmp(field->fallback, "none") == 0) {
        set_open(field, unlimited, out);
    } else if (field->kind == FIELD_DAYS) {
        bool *on_day = out;
        for (int day = 1; day <= 7; day++) {
            on_day[day] = true;
        }
    } else {
        const Node written = {.kind = NODE_SCALAR, .text = field->fallback};
        reader_read_scalar(reader, field, &written, NULL, out);
    }
}
