/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes changes as YAML, one a line. */
#include "config/scenario/changes_text.h"

#include <string.h>

#include "base/number_text.h"
#include "config/reader/cell_items.h"
#include "config/reader/reader_words.h"
#include "config/sections/scenarios.h"

static void put_quoted(GString *out, const char *text) {
    g_string_append_c(out, '"');
    for (; *text != '\0'; text++) {
        if ((unsigned char)*text < ' ') {
            g_string_append_printf(out, "\\x%02x", (unsigned)(unsigned char)*text);
        } else {
            g_string_append_printf(out, "%s%c", strchr("\"\\", *text) ? "\\" : "", *text);
        }
    }
    g_string_append_c(out, '"');
}

/** A scalar; numbers that a CSV file writes its own way as YAML has them. */
static void put_scalar(GString *out, const Node *node, const Field *field) {
    char text[NUMBER_TEXT_SIZE];
    double number;
    const bool numeric =
        field != NULL && (field->kind == FIELD_COUNT || field->kind == FIELD_NUMBER);
    if (node->csv != NULL && numeric &&
        number_text_parse(node->text, node->csv->marks, &number).code == FAULT_NONE) {
        put_quoted(out, number_shortest(number, text));
    } else {
        put_quoted(out, node->text);
    }
}

/** A cell that stands for a list is one here. */
static const Node *as_written(const Node *node, const Field *field) {
    Reader reader = {0};
    if (node->kind != NODE_SCALAR || node->csv == NULL || field == NULL) {
        return node;
    }
    switch (field->kind) {
    case FIELD_LIST:
        return cell_items(&reader, field, node);
    case FIELD_REFS:
    case FIELD_REF_SET:
    case FIELD_WEEKLY:
    case FIELD_DAYS:
        return node_as_list(node);
    default:
        return node;
    }
}

/** The field of what stands under a key of a value of another; NULL where that is not known. */
static const Field *field_under(const Field *field, const char *key) {
    if (field == NULL || field->table == NULL) {
        return NULL;
    }
    return field->kind == FIELD_MAP ? NULL : table_field(field->table, key);
}

/** @param field  of the value; NULL: not known, texts are written as they are
 *  @param table  of its keys where it is a member; NULL: those of the field */
static void put_changed(GString *out, const Node *written, const Field *field,
                        const FieldTable *table) {
    const Node *node = as_written(written, field);
    if (node->kind == NODE_SCALAR) {
        put_scalar(out, node, field);
        return;
    }
    const bool map = node->kind == NODE_MAP;
    g_string_append_c(out, map ? '{' : '[');
    for (int i = 0; i < node->count; i++) {
        g_string_append(out, i > 0 ? ", " : "");
        if (!map) {
            put_changed(out, node->items[i], field, field == NULL ? NULL : field->table);
            continue;
        }
        const char *key = node->entries[i].key;
        put_quoted(out, key);
        g_string_append(out, ": ");
        if (table == NULL && field != NULL && field->kind == FIELD_MAP) {
            put_changed(out, node->entries[i].value, NULL, field->table);
        } else {
            put_changed(out, node->entries[i].value,
                        table != NULL ? table_field(table, key) : field_under(field, key), NULL);
        }
    }
    g_string_append_c(out, map ? '}' : ']');
}

static const Node *name_of_changes(const NamedChange *change) {
    return strcmp(change->scenario, "changes") == 0 ? change->name : NULL;
}

char **changes_names(const ChangeList *list) {
    GPtrArray *names = g_ptr_array_new();
    for (int i = 0, at = 0; i < change_list_scenarios(list); i++) {
        const NamedChange *first = NULL;
        for (; at < change_list_count(list) && change_list_get(list, at)->applied == i; at++) {
            first = change_list_get(list, at);
        }
        const Node *joined = first == NULL ? NULL : name_of_changes(first);
        const char *text = joined == NULL ? change_list_scenario(list, i) : joined->text;
        g_auto(GStrv) parts = g_strsplit(text, "+", -1);
        for (int k = 0; parts[k] != NULL; k++) {
            g_ptr_array_add(names, g_strdup(parts[k]));
        }
    }
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_free(names, FALSE);
}

char *changes_text(const ChangeList *list) {
    g_auto(GStrv) names = changes_names(list);
    g_autofree char *joined = g_strjoinv("+", names);
    GString *out = g_string_new("banlie-scenario: 1\nscenarios:\n  changes:\n    name: ");
    put_quoted(out, joined);
    g_string_append(out, "\n    changes:\n");
    for (int i = 0; i < change_list_count(list); i++) {
        g_string_append(out, "      - ");
        put_changed(out, change_list_get(list, i)->node, NULL, &change_table);
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}
