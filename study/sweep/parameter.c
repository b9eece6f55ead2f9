/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of a parameter: its values, or one distribution with its numbers. */
#include "study/sweep/parameter.h"

#include <glib.h>
#include <math.h>
#include <stddef.h>
#include <string.h>

#include "base/time_text.h"
#include "base/values.h"
#include "config/finding_codes.h"
#include "config/reader/reader_faults.h"
#include "config/reader/reader_scalars.h"
#include "config/reader/reader_words.h"
#include "study/sweep/parameter_value.h"

#define UNSTORED_PLACE .place_offset = OFFSET_NONE, .key_offset = OFFSET_NONE

static const Range RANGE_NUMBER = {-VALUE_MOST, VALUE_MOST, REASON_RANGE, "-1e12", "1e12"};
static const Range RANGE_ABOVE_ZERO = {NUMBER_LEAST, VALUE_MOST, REASON_RANGE, "1e-9", "1e12"};
static const Range RANGE_WHOLE = {-1e9, 1e9, REASON_RANGE, "-1e9", "1e9"};

/* ---- distributions ---- */

static const Field NORMAL_FIELDS[] = {
    {"mean", FIELD_NUMBER, offsetof(Distribution, centre), .required = true, .range = &RANGE_NUMBER,
     .doc = "Mean, were there no bounds."},
    {"sd", FIELD_NUMBER, offsetof(Distribution, spread), .required = true,
     .range = &RANGE_ABOVE_ZERO, .doc = "Standard deviation, likewise."},
    {"min", FIELD_NUMBER, offsetof(Distribution, low), .fallback = "none", .range = &RANGE_NUMBER,
     .doc = "No number below it is drawn."},
    {"max", FIELD_NUMBER, offsetof(Distribution, high), .fallback = "none", .range = &RANGE_NUMBER,
     .doc = "No number above it is drawn."},
};

/** Bounds that are not written are infinite. */
static void normal_check(Reader *reader, const Node *map, void *row) {
    Distribution *distribution = row;
    distribution->kind = DISTRIBUTION_NORMAL;
    distribution->low = isnan(distribution->low) ? -(double)INFINITY : distribution->low;
    distribution->high = isnan(distribution->high) ? (double)INFINITY : distribution->high;
    if (distribution->low >= distribution->high) {
        finding_error(reader->findings, place_of(map, "max"), FINDING_BOUNDS_ORDER);
    } else if (!distribution_exists(distribution)) {
        finding_error(reader->findings, map->place, FINDING_BOUNDS_EMPTY);
    }
}

static const FieldTable normal_table = {
    .noun = KEY_NORMAL, TABLE_FIELDS(NORMAL_FIELDS), UNSTORED_PLACE, .check = normal_check};

static const Field LOGNORMAL_FIELDS[] = {
    {"median", FIELD_NUMBER, offsetof(Distribution, centre), .required = true,
     .range = &RANGE_ABOVE_ZERO, .doc = "Half of the numbers lie below."},
    {"sigma", FIELD_NUMBER, offsetof(Distribution, spread), .required = true,
     .range = &RANGE_ABOVE_ZERO, .doc = "Standard deviation of the logarithm."},
};

static const FieldTable lognormal_table = {
    .noun = KEY_LOGNORMAL, TABLE_FIELDS(LOGNORMAL_FIELDS), UNSTORED_PLACE};

static const Field EXPONENTIAL_FIELDS[] = {
    {"mean", FIELD_NUMBER, offsetof(Distribution, centre), .required = true,
     .range = &RANGE_ABOVE_ZERO, .doc = "Mean."},
};

static const FieldTable exponential_table = {
    .noun = KEY_EXPONENTIAL, TABLE_FIELDS(EXPONENTIAL_FIELDS), UNSTORED_PLACE};

/** What a parameter may be drawn from, and the numbers of those that are a list. */
static const struct {
    const char *key;
    DistributionKind kind;
    int numbers;
    const char *written;
} DRAWN[] = {
    {"uniform", DISTRIBUTION_UNIFORM, 2, "[a, b]"},
    {"integer", DISTRIBUTION_INTEGER, 2, "[a, b]"},
    {"triangular", DISTRIBUTION_TRIANGULAR, 3, "[a, mode, b]"},
    {"normal", DISTRIBUTION_NORMAL, 0, NULL},
    {"lognormal", DISTRIBUTION_LOGNORMAL, 0, NULL},
    {"exponential", DISTRIBUTION_EXPONENTIAL, 0, NULL},
    {"empirical", DISTRIBUTION_EMPIRICAL, 0, NULL},
};

enum { NUMBERS_MOST = 3 };

const char *parameter_drawn_key(const SweepParameter *parameter) {
    for (size_t i = 0; parameter->values == NULL && i < G_N_ELEMENTS(DRAWN); i++) {
        if (DRAWN[i].kind == parameter->distribution.kind) {
            return DRAWN[i].key;
        }
    }
    return NULL;
}

/** One number of a list; a whole one of `integer`. */
static double list_number(Reader *reader, const char *key, DistributionKind kind,
                          const Node *node) {
    const bool whole = kind == DISTRIBUTION_INTEGER;
    const Field field = {.name = key,
                         .kind = whole ? FIELD_COUNT : FIELD_NUMBER,
                         .range = whole ? &RANGE_WHOLE : &RANGE_NUMBER};
    int count = 0;
    double number = 0;
    reader_read_scalar(reader, &field, node, NULL, whole ? (void *)&count : (void *)&number);
    return whole ? count : number;
}

/** Reads the numbers of a distribution that is a list: the ends, and a mode between them. */
static void read_numbers(Reader *reader, size_t which, const Node *node, Distribution *to) {
    const int wanted = DRAWN[which].numbers;
    if (node->kind != NODE_LIST || node->count != wanted) {
        finding_error(reader->findings, node->place, FINDING_NUMBERS, DRAWN[which].key,
                      DRAWN[which].written);
        return;
    }
    double numbers[NUMBERS_MOST] = {0};
    const int errors_before = reader_errors(reader);
    for (int i = 0; i < wanted; i++) {
        numbers[i] = list_number(reader, DRAWN[which].key, DRAWN[which].kind, node->items[i]);
    }
    for (int i = 1; reader_errors(reader) == errors_before && i < wanted; i++) {
        if (numbers[i] < numbers[i - 1]) {
            finding_error(reader->findings, node->items[i]->place, FINDING_NUMBERS_ORDER,
                          DRAWN[which].key, DRAWN[which].written);
            return;
        }
    }
    to->low = numbers[0];
    to->centre = numbers[1];
    to->high = numbers[wanted - 1];
}

/* ---- values ---- */

static const Field VALUES_FIELD = {.name = "values", .kind = FIELD_ANY, .most = SWEEP_VALUES_MAX};

/** A number that is given.
 *  @return what is wrong with it */
static Phrase take_given_number(double number, int unit_min, CaseMemory *memory,
                                SweepValue *value) {
    char text[VALUE_TEXT_SIZE];
    if (fabs(number) > VALUE_MOST) {
        return PHRASE(REASON_RANGE, RANGE_NUMBER.from, RANGE_NUMBER.to);
    }
    if (!value_has_decimals(number)) {
        return PHRASE(REASON_DECIMALS, (int)VALUE_DECIMALS);
    }
    value->number = value_round(number, unit_min);
    value->kind = unit_min > 0 ? VALUE_DURATION : VALUE_NUMBER;
    value->text = case_memory_text(memory, value_text(value->number, unit_min, text));
    return PHRASE(FAULT_NONE);
}

/** A duration, or a free text. */
static void take_given_text(const char *text, CaseMemory *memory, SweepValue *value) {
    int64_t minutes;
    const bool duration = duration_parse(text, &minutes) == FAULT_NONE;
    value->kind = duration ? VALUE_DURATION : VALUE_TEXT;
    value->number = duration ? (double)minutes : (double)NAN;
    value->text = case_memory_text(memory, text);
}

static void read_given(Reader *reader, const Node *node, int unit_min, SweepValue *value) {
    if (node->kind != NODE_SCALAR) {
        finding_error(reader->findings, node->place, FINDING_ENTRY_VALUE, VALUES_FIELD.name);
        return;
    }
    if (node->text[0] == '\0') {
        finding_error(reader->findings, node->place, FINDING_NO_VALUE, VALUES_FIELD.name);
        return;
    }
    double number;
    Phrase why = PHRASE(FAULT_NONE);
    const bool text = unit_min == 0 && node->quoted; /* which says that it is no number */
    const Fault fault = text ? FAULT_NO_NUMBER : number_parse(node->text, &number);
    if (fault == FAULT_NONE) {
        why = take_given_number(number, unit_min, reader->memory, value);
    } else if (unit_min > 0) {
        why = PHRASE(fault);
    } else {
        take_given_text(node->text, reader->memory, value);
    }
    if (why.code != FAULT_NONE) {
        reader_tell_value(reader, &VALUES_FIELD, node, &why);
    }
}

static void read_values(Reader *reader, const Node *node, SweepParameter *parameter) {
    const Node *list = reader_list(reader, &VALUES_FIELD, node);
    if (list == NULL || !reader_check_count(reader, &VALUES_FIELD, list)) {
        return;
    }
    if (list->count == 0) {
        finding_error(reader->findings, node->place, FINDING_NEEDS_ENTRY, VALUES_FIELD.name);
    }
    SweepValue *values = case_memory_array(reader->memory, (size_t)list->count, sizeof(SweepValue));
    for (int i = 0; i < list->count; i++) {
        read_given(reader, list->items[i], parameter->unit_min, &values[i]);
    }
    parameter->values = values;
    parameter->n_values = list->count;
}

/* ---- the map ---- */

static void parameter_check(Reader *reader, const Node *map, void *row) {
    SweepParameter *parameter = row;
    const Node *given = node_get(map, "values");
    int kinds = given != NULL;
    size_t which = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(DRAWN); i++) {
        const bool there = node_get(map, DRAWN[i].key) != NULL;
        kinds += there;
        which = there ? i : which;
    }
    if (kinds != 1) {
        finding_error(reader->findings, map->place, FINDING_PARAMETER_WHAT);
        return;
    }
    if (given != NULL) {
        read_values(reader, given, parameter);
        return;
    }
    parameter->distribution.kind = DRAWN[which].kind;
    if (DRAWN[which].numbers > 0) {
        read_numbers(reader, which, node_get(map, DRAWN[which].key), &parameter->distribution);
    }
}

static const Word UNITS[] = {
    {"m", 1, "minutes"}, {"h", 60, "hours"}, {"d", 1440, "days"}, {NULL, 0, NULL}};

#define DISTRIBUTION_GROUP(key, rows, text)                                                        \
    { key, FIELD_GROUP, offsetof(SweepParameter, distribution), .table = &(rows), .doc = (text) }

static const Field PARAMETER_FIELDS[] = {
    {"values", FIELD_ANY, OFFSET_NONE, .doc = "The values that it takes."},
    {"uniform", FIELD_ANY, OFFSET_NONE, .doc = "Drawn from a to b: [a, b]."},
    {"integer", FIELD_ANY, OFFSET_NONE, .doc = "Whole numbers from a to b: [a, b]."},
    {"triangular", FIELD_ANY, OFFSET_NONE, .doc = "From a to b: [a, mode, b]."},
    DISTRIBUTION_GROUP("normal", normal_table, "Normally distributed."),
    DISTRIBUTION_GROUP("lognormal", lognormal_table, "Its logarithm is normally distributed."),
    DISTRIBUTION_GROUP("exponential", exponential_table, "Exponentially distributed."),
    {"empirical", FIELD_ANY, OFFSET_NONE, .doc = "The numbers of a column of a CSV file."},
    {"unit", FIELD_WORD, offsetof(SweepParameter, unit_min), .words = UNITS,
     .doc = "What its numbers are durations in; they are rounded to minutes."},
};

const FieldTable parameter_table = {
    .noun = A_PARAMETER,
    TABLE_FIELDS(PARAMETER_FIELDS),
    .size = sizeof(SweepParameter),
    .place_offset = offsetof(SweepParameter, place),
    .key_offset = offsetof(SweepParameter, name),
    .check = parameter_check,
};
