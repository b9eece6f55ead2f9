/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON text, bracket by bracket. */
#include "config/schema/json_text.h"

#include <stddef.h>

static void write_quoted(FILE *out, const char *text) {
    fputc('"', out);
    for (const char *p = text; *p != '\0'; p++) {
        if (*p == '"' || *p == '\\') {
            fputc('\\', out);
        }
        if (*p == '\n') {
            fputs("\\n", out);
        } else {
            fputc(*p, out);
        }
    }
    fputc('"', out);
}

static void begin(JsonText *json, const char *key) {
    if (json->begun) {
        fputc(',', json->out);
    }
    if (json->depth > 0) {
        fprintf(json->out, "\n%*s", json->depth * 2, "");
    }
    if (key != NULL) {
        write_quoted(json->out, key);
        fputs(": ", json->out);
    }
    json->begun = true;
}

void json_text_open(JsonText *json, const char *key, char bracket) {
    begin(json, key);
    fputc(bracket, json->out);
    json->depth++;
    json->begun = false;
}

void json_text_close(JsonText *json, char bracket) {
    json->depth--;
    if (json->begun) {
        fprintf(json->out, "\n%*s", json->depth * 2, "");
    }
    fputc(bracket, json->out);
    json->begun = true;
}

void json_text_string(JsonText *json, const char *key, const char *value) {
    begin(json, key);
    write_quoted(json->out, value);
}

void json_text_raw(JsonText *json, const char *key, const char *value) {
    begin(json, key);
    fputs(value, json->out);
}
