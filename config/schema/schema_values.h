/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The JSON Schema of single values. */
#ifndef BANLIE_CONFIG_SCHEMA_SCHEMA_VALUES_H
#define BANLIE_CONFIG_SCHEMA_SCHEMA_VALUES_H

#include <jansson.h>
#include <stdbool.h>

#include "config/reader/fields.h"

/* Texts of dates, times of day, durations and times of the clock some days later. */
#define DATE_PATTERN                                                                               \
    "([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}|"                              \
    "[0-9]{4}[.][0-9]{1,2}[.][0-9]{1,2}|[0-9]{1,2}[.][0-9]{1,2}[.][0-9]{4}|"                       \
    "[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)"
#define TIME_PATTERN "[0-9]{1,2}:[0-9]{2}"
#define DURATION_PATTERN "^-?(0|(?=[0-9.])([0-9.]+d)?([0-9.]+h)?([0-9.]+m)?)$"
#define LATER_CLOCK_PATTERN "[Dd][+-][0-9]{1,4} +" TIME_PATTERN

void schema_set_text(json_t *schema, const char *key, const char *text);

/** A member of the schema, empty, to be filled. */
json_t *schema_set_object(json_t *schema, const char *key);

/** The alternatives `anyOf`: two schemas, empty, to be filled. */
void schema_set_alternatives(json_t *schema, json_t **first, json_t **second);

void describe_words(json_t *schema, const Word *words);

/** A text of this pattern; NULL: any. */
void describe_text(json_t *schema, const char *pattern);

/** A text that YAML may take for a value of another type, too. */
void describe_plain(json_t *schema, const char *other, const char *pattern);

void describe_name(json_t *schema);

/** The least and greatest number of entries, where there is one. */
void describe_count(json_t *schema, const char *least, bool some, const char *most,
                    const Field *field);

void describe_number(json_t *schema, const Field *field);

/** A number, or one of the words that may stand in its place. */
void describe_whole_number(json_t *schema, const Field *field);

/** A duration, or a time of the clock so many days later. */
void describe_trip_time(json_t *schema);

/** Days, or spans of them, as one text or in a list. */
void describe_closed(json_t *schema);

#endif
