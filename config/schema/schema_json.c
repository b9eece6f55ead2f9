/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON Schema of a case, made from the field tables. */
#include <math.h>
#include <string.h>

#include <glib.h>
#include <jansson.h>

#include "base/values.h"
#include "config/schema/schema.h"
#include "config/schema/schema_words.h"
#include "config/sections/root.h"

#define CODE_PATTERN "^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$"
#define DATE_PATTERN                                                                               \
    "([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}|"                              \
    "[0-9]{4}[.][0-9]{1,2}[.][0-9]{1,2}|[0-9]{1,2}[.][0-9]{1,2}[.][0-9]{4}|"                       \
    "[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)"
#define TIME_PATTERN "[0-9]{1,2}:[0-9]{2}"
#define HALF_PATTERN "( *([AaPp][Mm]|上午|下午))?"
#define INSTANT_PATTERN                                                                            \
    "^" DATE_PATTERN "([T ] *" TIME_PATTERN "(:00)?" HALF_PATTERN "(Z|[+-][0-9]{2}:?[0-9]{2})?)?$"
#define DURATION_PATTERN "^-?(0|(?=[0-9.])([0-9.]+d)?([0-9.]+h)?([0-9.]+m)?)$"
#define LATER_CLOCK_PATTERN "[Dd][+-][0-9]{1,4} +" TIME_PATTERN
#define DAY_PATTERN                                                                                \
    "([Mm]on(day)?|[Tt]ue(sday)?|[Ww]ed(nesday)?|[Tt]hu(rsday)?|[Ff]ri(day)?|[Ss]at(urday)?|"      \
    "[Ss]un(day)?|(周|星期)[一二三四五六日天])"

/* Each of these adds to the schema of one value what a field says of it. */
static void describe_table(json_t *schema, const FieldTable *table);
static void describe_value(json_t *schema, const Field *field);

static void set_text(json_t *schema, const char *key, const char *text) {
    json_object_set_new(schema, key, json_string(text));
}

/** A whole number is written as one. */
static void set_number(json_t *schema, const char *key, double value) {
    json_object_set_new(schema, key,
                        value == floor(value) ? json_integer((json_int_t)value) : json_real(value));
}

/** A member of the schema, empty, to be filled. */
static json_t *set_object(json_t *schema, const char *key) {
    json_t *object = json_object();
    json_object_set_new(schema, key, object);
    return object;
}

/** The alternatives `anyOf`: two schemas, empty, to be filled. */
static void set_alternatives(json_t *schema, json_t **first, json_t **second) {
    *first = json_object();
    *second = json_object();
    json_object_set_new(schema, "anyOf", json_pack("[oo]", *first, *second));
}

static void describe_range(json_t *schema, const Range *range) {
    if (range != NULL) {
        set_number(schema, "minimum", range->low);
        set_number(schema, "maximum", range->high);
    }
}

/** A number that is neither 0 nor at least so much is refused. */
static void describe_near_zero(json_t *schema) {
    json_t *refused = set_object(schema, "not");
    set_number(refused, "exclusiveMinimum", -NUMBER_LEAST);
    set_number(refused, "exclusiveMaximum", NUMBER_LEAST);
    json_object_set_new(refused, "not", json_pack("{si}", "const", 0));
}

static void describe_words(json_t *schema, const Word *words) {
    json_t *texts = json_array();
    for (const Word *word = words; word->text != NULL; word++) {
        json_array_append_new(texts, json_string(word->text));
    }
    json_object_set_new(schema, "enum", texts);
}

/** A text of this pattern; NULL: any. */
static void describe_text(json_t *schema, const char *pattern) {
    set_text(schema, "type", "string");
    if (pattern != NULL) {
        set_text(schema, "pattern", pattern);
    }
}

/** A text that YAML may take for a value of another type, too. */
static void describe_plain(json_t *schema, const char *other, const char *pattern) {
    json_object_set_new(schema, "type", json_pack("[ss]", "string", other));
    if (pattern != NULL) {
        set_text(schema, "pattern", pattern);
    }
}

static void describe_name(json_t *schema) {
    json_t *plain, *by_language;
    set_alternatives(schema, &plain, &by_language);
    describe_plain(plain, "number", NULL);
    set_text(by_language, "type", "object");
    json_t *languages = set_object(by_language, "properties");
    describe_text(set_object(languages, "en"), NULL);
    describe_text(set_object(languages, "zh"), NULL);
    json_object_set_new(by_language, "additionalProperties", json_false());
}

/** The least and greatest number of entries, where there is one. */
static void describe_count(json_t *schema, const char *least, bool some, const char *most,
                           const Field *field) {
    if (some) {
        set_number(schema, least, 1);
    }
    if (field->most > 0) {
        set_number(schema, most, field->most);
    }
}

/** A list of texts. */
static void describe_series(json_t *schema, const Field *field) {
    set_text(schema, "type", "array");
    json_t *item = set_object(schema, "items");
    if (field->kind == FIELD_WEEKLY) {
        describe_text(item, "^" DAY_PATTERN " +" TIME_PATTERN "$");
    } else if (field->kind == FIELD_DAYS) {
        describe_text(item, "^" DAY_PATTERN "$");
    } else {
        describe_plain(item, "number", NULL);
    }
    describe_count(schema, "minItems", field->kind != FIELD_REF_SET, "maxItems", field);
}

/** A section's table stands once, under `definitions`; other tables stand where they are used. */
static const char *definition_name(const FieldTable *table) {
    for (int i = 0; i < case_table.n_fields; i++) {
        if (case_table.fields[i].table == table) {
            return case_table.fields[i].name;
        }
    }
    return NULL;
}

static void describe_row(json_t *schema, const FieldTable *table) {
    const char *name = definition_name(table);
    if (name != NULL) {
        g_autofree char *reference = g_strdup_printf("#/definitions/%s", name);
        set_text(schema, "$ref", reference);
    } else if (table->fields[0].name == NULL) {
        describe_value(schema, &table->fields[0]);
    } else {
        describe_table(schema, table);
    }
}

/** The name of a CSV file, or a map that says how it is written, too. */
static void describe_csv(json_t *schema) {
    json_t *name, *map;
    set_alternatives(schema, &name, &map);
    describe_text(name, NULL);
    set_text(map, "type", "object");
    json_object_set_new(map, "required", json_pack("[s]", "file"));
    json_object_set_new(map, "additionalProperties", json_false());
    json_t *keys = set_object(map, "properties");
    describe_text(set_object(keys, "file"), NULL);
    describe_text(set_object(keys, "separator"), "^([,;\t]|[Tt][Aa][Bb])$");
    describe_text(set_object(keys, "decimal"), "^[,.]$");
    describe_text(set_object(keys, "encoding"),
                  "^([Uu][Tt][Ff]-(8|16)|[Gg][Bb](18030|2312|[Kk]))$");
}

static void describe_list(json_t *schema, const Field *field) {
    json_t *list, *csv;
    set_alternatives(schema, &list, &csv);
    set_text(list, "type", "array");
    describe_row(set_object(list, "items"), field->table);
    describe_count(list, "minItems", field->required, "maxItems", field);
    set_text(csv, "type", "object");
    json_object_set_new(csv, "required", json_pack("[s]", "csv"));
    json_object_set_new(csv, "additionalProperties", json_false());
    describe_csv(set_object(set_object(csv, "properties"), "csv"));
}

static void describe_map(json_t *schema, const Field *field) {
    set_text(schema, "type", "object");
    set_text(set_object(schema, "propertyNames"), "pattern", CODE_PATTERN);
    describe_row(set_object(schema, "additionalProperties"), field->table);
    describe_count(schema, "minProperties", field->required, "maxProperties", field);
}

static void describe_goals(json_t *schema, const Field *field) {
    json_t *word, *list;
    set_alternatives(schema, &word, &list);
    describe_words(word, field->words);
    set_text(list, "type", "array");
    describe_table(set_object(list, "items"), field->table);
    describe_count(list, "minItems", true, "maxItems", field);
}

static void describe_number(json_t *schema, const Field *field) {
    set_text(schema, "type", field->kind == FIELD_COUNT ? "integer" : "number");
    describe_range(schema, field->range);
    if (field->kind == FIELD_NUMBER && field->range->low <= 0) {
        describe_near_zero(schema);
    }
}

/** A duration, or a time of the clock so many days later. */
static void describe_trip_time(json_t *schema) {
    json_t *duration, *clock;
    set_alternatives(schema, &duration, &clock);
    describe_plain(duration, "integer", DURATION_PATTERN);
    describe_text(clock, "^" LATER_CLOCK_PATTERN "$");
}

/** Days, or spans of them, as one text or in a list. */
static void describe_closed(json_t *schema) {
    static const char one[] = "^ *" DATE_PATTERN "( *[.][.] *" DATE_PATTERN ")? *$";
    static const char some[] = "^ *" DATE_PATTERN "( *[.][.] *" DATE_PATTERN ")? *(; *" DATE_PATTERN
                               "( *[.][.] *" DATE_PATTERN ")? *)*$";
    json_t *text, *list, *day, *span;
    set_alternatives(schema, &text, &list);
    describe_text(text, some);
    set_text(list, "type", "array");
    set_number(list, "minItems", 1);
    set_alternatives(set_object(list, "items"), &day, &span);
    describe_text(day, one);
    set_text(span, "type", "object");
    json_object_set_new(span, "required", json_pack("[ss]", "from", "to"));
    json_object_set_new(span, "additionalProperties", json_false());
    json_t *keys = set_object(span, "properties");
    describe_text(set_object(keys, "from"), "^" DATE_PATTERN "$");
    describe_text(set_object(keys, "to"), "^" DATE_PATTERN "$");
}

static void describe_value(json_t *schema, const Field *field) {
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_REF:
    case FIELD_PATTERN:
        describe_plain(schema, "number", NULL);
        break;
    case FIELD_LABEL:
    case FIELD_NAME:
        describe_name(schema);
        break;
    case FIELD_CODE:
        describe_plain(schema, "number", CODE_PATTERN);
        break;
    case FIELD_COUNTRY:
        describe_text(schema, "^[A-Z]{2}$");
        break;
    case FIELD_ZONE:
        describe_text(schema, NULL);
        break;
    case FIELD_COUNT:
    case FIELD_NUMBER:
        describe_number(schema, field);
        break;
    case FIELD_FLAG:
        set_text(schema, "type", "boolean");
        break;
    case FIELD_DURATION:
        describe_plain(schema, "integer", DURATION_PATTERN);
        break;
    case FIELD_CLOCK:
        describe_text(schema, "^" LATER_CLOCK_PATTERN "$");
        break;
    case FIELD_TRIP_TIME:
        describe_trip_time(schema);
        break;
    case FIELD_CLOSED:
        describe_closed(schema);
        break;
    case FIELD_DATE:
        describe_text(schema, "^" DATE_PATTERN "$");
        break;
    case FIELD_INSTANT:
        describe_text(schema, INSTANT_PATTERN);
        break;
    case FIELD_WORD:
    case FIELD_CHOICE:
    case FIELD_KEYWORD:
        describe_words(schema, field->words);
        break;
    case FIELD_REFS:
    case FIELD_REF_SET:
    case FIELD_WEEKLY:
    case FIELD_DAYS:
        describe_series(schema, field);
        break;
    case FIELD_GROUP:
        describe_table(schema, field->table);
        break;
    case FIELD_LIST:
        describe_list(schema, field);
        break;
    case FIELD_MAP:
    case FIELD_BY_STATION:
        describe_map(schema, field);
        break;
    case FIELD_GOALS:
        describe_goals(schema, field);
        break;
    case FIELD_ANY:
        break;
    }
}

/** The default as a JSON value, where it is one. */
static void describe_default(json_t *schema, const Field *field) {
    const char *text = field->fallback;
    if (text == NULL || strcmp(text, "none") == 0 || strcmp(text, "unlimited") == 0 ||
        strcmp(text, "all") == 0) {
        return;
    }
    if (field->kind == FIELD_COUNT || field->kind == FIELD_NUMBER || field->kind == FIELD_FLAG ||
        (field->kind == FIELD_DURATION && strcmp(text, "0") == 0)) {
        json_object_set_new(schema, "default", json_loads(text, JSON_DECODE_ANY, NULL));
    } else {
        set_text(schema, "default", text);
    }
}

static void describe_required(json_t *schema, const FieldTable *table) {
    json_t *names = json_array();
    for (int i = 0; i < table->n_fields && table->n_presets == 0; i++) {
        const Field *field = &table->fields[i];
        if (field->required) {
            json_array_append_new(names, json_string(field->name));
        } else if (field->instead != NULL) {
            json_object_set_new(
                schema, "oneOf",
                json_pack("[{s[s]},{s[s]}]", "required", field->name, "required", field->instead));
        }
    }
    if (json_array_size(names) > 0) {
        json_object_set(schema, "required", names);
    }
    json_decref(names);
}

/** What the field means, with its unit; and the range of a duration, which no pattern can say. */
static void describe_meaning(json_t *schema, const Field *field) {
    GString *text = g_string_new(field->doc);
    if (field->unit != NULL) {
        g_string_append_printf(text, " [%s]", field->unit);
    }
    if (field->kind == FIELD_DURATION || field->kind == FIELD_TRIP_TIME) {
        g_autofree char *range = schema_range(field->range);
        g_string_append_printf(text, " [%s]", range);
    }
    set_text(schema, "description", text->str);
    g_string_free(text, TRUE);
}

static void describe_include(json_t *schema) {
    set_text(schema, "description", "Files whose sections are joined to this one's.");
    set_text(schema, "type", "array");
    describe_text(set_object(schema, "items"), NULL);
}

static void describe_table(json_t *schema, const FieldTable *table) {
    set_text(schema, "type", "object");
    json_object_set_new(schema, "additionalProperties", json_false());
    describe_required(schema, table);
    json_t *properties = set_object(schema, "properties");
    for (int i = 0; i < table->n_fields; i++) {
        const Field *field = &table->fields[i];
        json_t *property = set_object(properties, field->name);
        describe_meaning(property, field);
        describe_value(property, field);
        describe_default(property, field);
    }
    if (table == &case_table) {
        describe_include(set_object(properties, "include"));
    }
}

void schema_write_json(FILE *out) {
    json_t *schema = json_object();
    set_text(schema, "$schema", "http://json-schema.org/draft-07/schema#");
    set_text(schema, "title", "Banlie case");
    describe_table(schema, &case_table);
    json_t *definitions = set_object(schema, "definitions");
    for (int i = 0; i < case_table.n_fields; i++) {
        const Field *field = &case_table.fields[i];
        if (field->table != NULL) {
            describe_table(set_object(definitions, field->name), field->table);
        }
    }
    json_dumpf(schema, out, JSON_INDENT(2) | JSON_REAL_PRECISION(10));
    json_decref(schema);
    fputc('\n', out);
}
