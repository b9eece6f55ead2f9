/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields of a list of maps, those of maps within it by their path, as columns of a CSV file. */
#include "config/reader/field_columns.h"

#include <glib.h>
#include <string.h>

static void add_columns(const FieldTable *table, const char *within, ColumnNames *names) {
    for (int i = 0; i < table->n_fields; i++) {
        const Field *field = &table->fields[i];
        ColumnName *name = &names->names[names->count];
        g_assert(names->count < COLUMN_NAMES_MAX);
        g_snprintf(name->path, sizeof name->path, "%s%s%s", within, within[0] == '\0' ? "" : ".",
                   field->name);
        if (field->kind == FIELD_GROUP) {
            g_autofree char *path = g_strdup(name->path);
            add_columns(field->table, path, names);
        } else {
            name->headings = field->zh;
            name->required = within[0] == '\0' && (field->required || field->in_every_list);
            name->instead = field->instead;
            name->in_cell = field->kind == FIELD_LIST
                                ? field->table->in_cell
                                : field->kind != FIELD_MAP && field->kind != FIELD_BY_STATION;
            names->count++;
        }
    }
}

bool field_columns(const FieldTable *table, const char *list, ColumnNames *names) {
    for (int i = 0; i < table->n_fields; i++) {
        const Field *field = &table->fields[i];
        if (field->kind == FIELD_LIST && field->name != NULL && strcmp(field->name, list) == 0) {
            names->count = 0;
            add_columns(field->table, "", names);
            return true;
        }
        if (field->table != NULL && field_columns(field->table, list, names)) {
            return true;
        }
    }
    return false;
}
