/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Writing JSON text, indented, in the order of the calls. */
#ifndef BANLIE_CONFIG_SCHEMA_JSON_TEXT_H
#define BANLIE_CONFIG_SCHEMA_JSON_TEXT_H

#include <stdbool.h>
#include <stdio.h>

typedef struct {
    FILE *out;
    int depth;
    bool begun; /**< something stands in the innermost object or array */
} JsonText;

/* In all of them `key` is NULL within an array, and for the outermost value. */
void json_text_open(JsonText *json, const char *key, char bracket);
void json_text_close(JsonText *json, char bracket);
void json_text_string(JsonText *json, const char *key, const char *value);
/** A value that is JSON already: a number, `true`, `["a", "b"]`. */
void json_text_raw(JsonText *json, const char *key, const char *value);

#endif
