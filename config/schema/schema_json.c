/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib.h>

#include "base/values.h"
#include "config/schema/json_text.h"
#include "config/schema/schema.h"
#include "config/sections/root.h"

#define CODE_PATTERN "^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$"
#define DATE_PATTERN "[0-9]{4}-[0-9]{2}-[0-9]{2}"
#define TIME_PATTERN "[0-9]{1,2}:[0-9]{2}"
#define INSTANT_PATTERN "^" DATE_PATTERN "([T ]" TIME_PATTERN "(Z|[+-][0-9]{2}:?[0-9]{2})?)?$"
#define DURATION_PATTERN "^-?(0|(?=[0-9.])([0-9.]+d)?([0-9.]+h)?([0-9.]+m)?)$"
#define DAY_PATTERN "([Mm]on|[Tt]ue|[Ww]ed|[Tt]hu|[Ff]ri|[Ss]at|[Ss]un)"
#define TEXT_TYPES "[\"string\", \"number\"]"

static void write_table(JsonText *json, const FieldTable *table);
static void write_value(JsonText *json, const Field *field);

static void write_number(JsonText *json, const char *key, double value) {
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    json_text_raw(json, key, g_ascii_formatd(text, sizeof text, "%.10g", value));
}

static void write_range(JsonText *json, const Range *range) {
    if (range == NULL) {
        return;
    }
    write_number(json, "minimum", range->low);
    write_number(json, "maximum", range->high);
}

/** A number that is neither 0 nor at least so much is refused. */
static void write_near_zero(JsonText *json) {
    json_text_open(json, "not", '{');
    write_number(json, "exclusiveMinimum", -NUMBER_LEAST);
    write_number(json, "exclusiveMaximum", NUMBER_LEAST);
    json_text_raw(json, "not", "{\"const\": 0}");
    json_text_close(json, '}');
}

static void write_words(JsonText *json, const Word *words) {
    json_text_open(json, "enum", '[');
    for (const Word *word = words; word->text != NULL; word++) {
        json_text_string(json, NULL, word->text);
    }
    json_text_close(json, ']');
}

static void write_text(JsonText *json, const char *types, const char *pattern) {
    json_text_raw(json, "type", types);
    if (pattern != NULL) {
        json_text_string(json, "pattern", pattern);
    }
}

static void write_name(JsonText *json) {
    json_text_open(json, "anyOf", '[');
    json_text_open(json, NULL, '{');
    json_text_raw(json, "type", TEXT_TYPES);
    json_text_close(json, '}');
    json_text_open(json, NULL, '{');
    json_text_string(json, "type", "object");
    json_text_open(json, "properties", '{');
    json_text_raw(json, "en", "{\"type\": \"string\"}");
    json_text_raw(json, "zh", "{\"type\": \"string\"}");
    json_text_close(json, '}');
    json_text_raw(json, "additionalProperties", "false");
    json_text_close(json, '}');
    json_text_close(json, ']');
}

/** The greatest number of entries, where there is one. */
static void write_most(JsonText *json, const char *key, const Field *field) {
    if (field->most > 0) {
        write_number(json, key, field->most);
    }
}

/** A list of texts. */
static void write_series(JsonText *json, const Field *field) {
    json_text_string(json, "type", "array");
    json_text_open(json, "items", '{');
    if (field->kind == FIELD_WEEKLY) {
        write_text(json, "\"string\"", "^" DAY_PATTERN " +" TIME_PATTERN "$");
    } else if (field->kind == FIELD_DAYS) {
        write_text(json, "\"string\"", "^" DAY_PATTERN "$");
    } else {
        write_text(json, TEXT_TYPES, NULL);
    }
    json_text_close(json, '}');
    if (field->kind != FIELD_REF_SET) {
        json_text_raw(json, "minItems", "1");
    }
    write_most(json, "maxItems", field);
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

static void write_row(JsonText *json, const char *key, const FieldTable *table) {
    const char *name = definition_name(table);
    json_text_open(json, key, '{');
    if (name != NULL) {
        char reference[64];
        g_snprintf(reference, sizeof reference, "#/definitions/%s", name);
        json_text_string(json, "$ref", reference);
    } else if (table->fields[0].name == NULL) {
        write_value(json, &table->fields[0]);
    } else {
        write_table(json, table);
    }
    json_text_close(json, '}');
}

static void write_list(JsonText *json, const Field *field) {
    json_text_open(json, "anyOf", '[');
    json_text_open(json, NULL, '{');
    json_text_string(json, "type", "array");
    write_row(json, "items", field->table);
    if (field->required) {
        json_text_raw(json, "minItems", "1");
    }
    write_most(json, "maxItems", field);
    json_text_close(json, '}');
    json_text_raw(json, NULL,
                  "{\"type\": \"object\", \"required\": [\"csv\"], \"additionalProperties\": "
                  "false, \"properties\": {\"csv\": {\"type\": \"string\"}}}");
    json_text_close(json, ']');
}

static void write_map(JsonText *json, const Field *field) {
    json_text_string(json, "type", "object");
    json_text_raw(json, "propertyNames", "{\"pattern\": \"" CODE_PATTERN "\"}");
    write_row(json, "additionalProperties", field->table);
    if (field->required) {
        json_text_raw(json, "minProperties", "1");
    }
    write_most(json, "maxProperties", field);
}

static void write_goals(JsonText *json, const Field *field) {
    json_text_open(json, "anyOf", '[');
    json_text_open(json, NULL, '{');
    write_words(json, field->words);
    json_text_close(json, '}');
    json_text_open(json, NULL, '{');
    json_text_string(json, "type", "array");
    json_text_open(json, "items", '{');
    write_table(json, field->table);
    json_text_close(json, '}');
    json_text_raw(json, "minItems", "1");
    write_most(json, "maxItems", field);
    json_text_close(json, '}');
    json_text_close(json, ']');
}

static void write_value(JsonText *json, const Field *field) {
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_REF:
    case FIELD_PATTERN:
        write_text(json, TEXT_TYPES, NULL);
        break;
    case FIELD_LABEL:
    case FIELD_NAME:
        write_name(json);
        break;
    case FIELD_CODE:
        write_text(json, TEXT_TYPES, CODE_PATTERN);
        break;
    case FIELD_COUNTRY:
        write_text(json, "\"string\"", "^[A-Z]{2}$");
        break;
    case FIELD_ZONE:
        write_text(json, "\"string\"", NULL);
        break;
    case FIELD_COUNT:
    case FIELD_NUMBER:
        json_text_string(json, "type", field->kind == FIELD_COUNT ? "integer" : "number");
        write_range(json, field->range);
        if (field->kind == FIELD_NUMBER && field->range->low <= 0) {
            write_near_zero(json);
        }
        break;
    case FIELD_FLAG:
        json_text_string(json, "type", "boolean");
        break;
    case FIELD_DURATION:
        write_text(json, "[\"string\", \"integer\"]", DURATION_PATTERN);
        break;
    case FIELD_DATE:
        write_text(json, "\"string\"", "^" DATE_PATTERN "$");
        break;
    case FIELD_INSTANT:
        write_text(json, "\"string\"", INSTANT_PATTERN);
        break;
    case FIELD_WORD:
    case FIELD_CHOICE:
    case FIELD_KEYWORD:
        write_words(json, field->words);
        break;
    case FIELD_REFS:
    case FIELD_REF_SET:
    case FIELD_WEEKLY:
    case FIELD_DAYS:
        write_series(json, field);
        break;
    case FIELD_GROUP:
        write_table(json, field->table);
        break;
    case FIELD_LIST:
        write_list(json, field);
        break;
    case FIELD_MAP:
    case FIELD_BY_STATION:
        write_map(json, field);
        break;
    case FIELD_GOALS:
        write_goals(json, field);
        break;
    case FIELD_ANY:
        break;
    }
}

/** The default as a JSON value, where it is one. */
static void write_default(JsonText *json, const Field *field) {
    const char *text = field->fallback;
    if (text == NULL || strcmp(text, "none") == 0 || strcmp(text, "unlimited") == 0 ||
        strcmp(text, "all") == 0) {
        return;
    }
    if (field->kind == FIELD_COUNT || field->kind == FIELD_NUMBER || field->kind == FIELD_FLAG ||
        (field->kind == FIELD_DURATION && strcmp(text, "0") == 0)) {
        json_text_raw(json, "default", text);
    } else {
        json_text_string(json, "default", text);
    }
}

static void write_required(JsonText *json, const FieldTable *table) {
    bool any = false;
    for (int i = 0; i < table->n_fields; i++) {
        any = any || table->fields[i].required;
    }
    if (!any || table->n_presets > 0) {
        return;
    }
    json_text_open(json, "required", '[');
    for (int i = 0; i < table->n_fields; i++) {
        if (table->fields[i].required) {
            json_text_string(json, NULL, table->fields[i].name);
        }
    }
    json_text_close(json, ']');
}

/** What the field means, with its unit; and the range of a duration, which no pattern can say. */
static void write_description(JsonText *json, const Field *field) {
    GString *text = g_string_new(field->doc);
    if (field->unit != NULL) {
        g_string_append_printf(text, " [%s]", field->unit);
    }
    if (field->kind == FIELD_DURATION) {
        g_string_append_printf(text, " [%s]", field->range->says);
    }
    json_text_string(json, "description", text->str);
    g_string_free(text, TRUE);
}

/** The members of the schema of one map. */
static void write_table(JsonText *json, const FieldTable *table) {
    json_text_string(json, "type", "object");
    json_text_raw(json, "additionalProperties", "false");
    write_required(json, table);
    json_text_open(json, "properties", '{');
    for (int i = 0; i < table->n_fields; i++) {
        const Field *field = &table->fields[i];
        json_text_open(json, field->name, '{');
        write_description(json, field);
        write_value(json, field);
        write_default(json, field);
        json_text_close(json, '}');
    }
    if (table == &case_table) {
        json_text_raw(json, "include",
                      "{\"description\": \"Files whose sections are joined to this one's.\", "
                      "\"type\": \"array\", \"items\": {\"type\": \"string\"}}");
    }
    json_text_close(json, '}');
}

void schema_write_json(FILE *out) {
    JsonText json = {.out = out};
    json_text_open(&json, NULL, '{');
    json_text_string(&json, "$schema", "http://json-schema.org/draft-07/schema#");
    json_text_string(&json, "title", "Banlie case");
    write_table(&json, &case_table);
    json_text_open(&json, "definitions", '{');
    for (int i = 0; i < case_table.n_fields; i++) {
        const Field *field = &case_table.fields[i];
        if (field->table != NULL) {
            json_text_open(&json, field->name, '{');
            write_table(&json, field->table);
            json_text_close(&json, '}');
        }
    }
    json_text_close(&json, '}');
    json_text_close(&json, '}');
    fputc('\n', out);
}
