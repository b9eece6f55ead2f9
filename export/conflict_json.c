/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules that clash and the repairs, as one JSON object. */
#include "export/conflict_json.h"

#include <glib.h>
#include <jansson.h>
#include <math.h>

#include "export/words/repair_words.h"
#include "export/words/rule_words.h"

/** Significant digits of numbers. */
enum { CONFLICT_DIGITS = 10 };

/** A whole number stands without a point. */
static json_t *plain_number(double value) {
    return value == floor(value) ? json_integer((json_int_t)value) : json_real(value);
}

/** A text that may not be UTF-8, as file names need not be. */
static json_t *any_text(const char *text) {
    g_autofree char *valid = g_utf8_make_valid(text == NULL ? "" : text, -1);
    return json_string(valid);
}

static bool put_place(json_t *object, Place place) {
    return json_object_set_new(object, "file", any_text(place.file)) == 0 &&
           json_object_set_new(object, "line", json_integer(place.line)) == 0 &&
           json_object_set_new(object, "column", json_integer(place.column)) == 0;
}

static json_t *member_object(const Conflict *conflict, int member) {
    const Rule *rule = &conflict->rules.items[conflict->members[member]];
    g_autofree char *words = rule_words(LANG_EN, conflict->rules.kase, rule);
    json_t *object = json_pack("{s:o}", "text", any_text(words));
    if (object != NULL && !put_place(object, rule->place)) {
        json_decref(object);
        return NULL;
    }
    return object;
}

static json_t *repair_object(const Conflict *conflict, int index) {
    const Repair *repair = &conflict->repairs.items[index];
    g_autofree char *words = repair_words(LANG_EN, &conflict->rules, repair);
    json_t *object = json_pack("{s:o, s:o, s:o}", "text", any_text(words), "from",
                               plain_number(repair->from), "to", plain_number(repair->change.to));
    if (object != NULL && !put_place(object, repair->place)) {
        json_decref(object);
        return NULL;
    }
    return object;
}

/** An array of so many objects; NULL where memory is out. */
static json_t *list_of(const Conflict *conflict, int count,
                       json_t *(*item)(const Conflict *conflict, int index)) {
    json_t *list = json_array();
    for (int i = 0; i < count && list != NULL; i++) {
        if (json_array_append_new(list, item(conflict, i)) != 0) {
            json_decref(list);
            list = NULL;
        }
    }
    return list;
}

char *conflict_json_text(const Conflict *conflict) {
    json_t *object = json_pack(
        "{s:s, s:b, s:o, s:b, s:o}", "status", "infeasible", "minimal", conflict->minimal,
        "conflict", list_of(conflict, conflict->n_members, member_object), "repaired",
        conflict->repaired, "repair", list_of(conflict, conflict->repairs.count, repair_object));
    char *text = object == NULL
                     ? NULL
                     : json_dumps(object, JSON_INDENT(2) | JSON_REAL_PRECISION(CONFLICT_DIGITS));
    json_decref(object);
    return text;
}
