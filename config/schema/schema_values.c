/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON Schema of numbers, words, texts, times and days. */
#include "config/schema/schema_values.h"

#include <math.h>
#include <string.h>

#include "base/values.h"
#include "config/schema/schema_words.h"

void schema_set_text(json_t *schema, const char *key, const char *text) {
    json_object_set_new(schema, key, json_string(text));
}

/** A whole number is written as one. */
static void schema_set_number(json_t *schema, const char *key, double value) {
    json_object_set_new(schema, key,
                        value == floor(value) ? json_integer((json_int_t)value) : json_real(value));
}

json_t *schema_set_object(json_t *schema, const char *key) {
    json_t *object = json_object();
    json_object_set_new(schema, key, object);
    return object;
}

void schema_set_alternatives(json_t *schema, json_t **first, json_t **second) {
    *first = json_object();
    *second = json_object();
    json_object_set_new(schema, "anyOf", json_pack("[oo]", *first, *second));
}

static void describe_range(json_t *schema, const Range *range) {
    if (range != NULL) {
        schema_set_number(schema, "minimum", range->low);
        schema_set_number(schema, "maximum", range->high);
    }
}

/** A number that is neither 0 nor at least so much is refused. */
static void describe_near_zero(json_t *schema) {
    json_t *refused = schema_set_object(schema, "not");
    schema_set_number(refused, "exclusiveMinimum", -NUMBER_LEAST);
    schema_set_number(refused, "exclusiveMaximum", NUMBER_LEAST);
    json_object_set_new(refused, "not", json_pack("{si}", "const", 0));
}

void describe_words(json_t *schema, const Word *words) {
    json_t *texts = json_array();
    for (const Word *word = words; word->text != NULL; word++) {
        json_array_append_new(texts, json_string(word->text));
    }
    json_object_set_new(schema, "enum", texts);
}

void describe_text(json_t *schema, const char *pattern) {
    schema_set_text(schema, "type", "string");
    if (pattern != NULL) {
        schema_set_text(schema, "pattern", pattern);
    }
}

void describe_plain(json_t *schema, const char *other, const char *pattern) {
    json_object_set_new(schema, "type", json_pack("[ss]", "string", other));
    if (pattern != NULL) {
        schema_set_text(schema, "pattern", pattern);
    }
}

void describe_name(json_t *schema) {
    json_t *plain, *by_language;
    schema_set_alternatives(schema, &plain, &by_language);
    describe_plain(plain, "number", NULL);
    schema_set_text(by_language, "type", "object");
    json_t *languages = schema_set_object(by_language, "properties");
    describe_text(schema_set_object(languages, "en"), NULL);
    describe_text(schema_set_object(languages, "zh"), NULL);
    json_object_set_new(by_language, "additionalProperties", json_false());
}

void describe_count(json_t *schema, const char *least, bool some, const char *most,
                    const Field *field) {
    if (some) {
        schema_set_number(schema, least, 1);
    }
    if (field->most > 0) {
        schema_set_number(schema, most, field->most);
    }
}
void describe_number(json_t *schema, const Field *field) {
    schema_set_text(schema, "type", field->kind == FIELD_COUNT ? "integer" : "number");
    describe_range(schema, field->range);
    if (field->kind == FIELD_NUMBER && field->range->low <= 0) {
        describe_near_zero(schema);
    }
}

void describe_whole_number(json_t *schema, const Field *field) {
    json_t *number = schema, *word;
    if (field->words != NULL) {
        schema_set_alternatives(schema, &number, &word);
        describe_words(word, field->words);
    }
    describe_number(number, field);
}

void describe_trip_time(json_t *schema) {
    json_t *duration, *clock;
    schema_set_alternatives(schema, &duration, &clock);
    describe_plain(duration, "integer", DURATION_PATTERN);
    describe_text(clock, "^" LATER_CLOCK_PATTERN "$");
}

void describe_closed(json_t *schema) {
    static const char one[] = "^ *" DATE_PATTERN "( *[.][.] *" DATE_PATTERN ")? *$";
    static const char some[] = "^ *" DATE_PATTERN "( *[.][.] *" DATE_PATTERN ")? *(; *" DATE_PATTERN
                               "( *[.][.] *" DATE_PATTERN ")? *)*$";
    json_t *text, *list, *day, *span;
    schema_set_alternatives(schema, &text, &list);
    describe_text(text, some);
    schema_set_text(list, "type", "array");
    schema_set_number(list, "minItems", 1);
    schema_set_alternatives(schema_set_object(list, "items"), &day, &span);
    describe_text(day, one);
    schema_set_text(span, "type", "object");
    json_object_set_new(span, "required", json_pack("[ss]", "from", "to"));
    json_object_set_new(span, "additionalProperties", json_false());
    json_t *keys = schema_set_object(span, "properties");
    describe_text(schema_set_object(keys, "from"), "^" DATE_PATTERN "$");
    describe_text(schema_set_object(keys, "to"), "^" DATE_PATTERN "$");
}
