/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/sheet.h"

#include <math.h>
#include <string.h>

static void free_row(gpointer row) {
    g_ptr_array_unref(row);
}

/** Splits a line at its commas outside quotes. */
static GPtrArray *split_row(const char *line) {
    GPtrArray *cells = g_ptr_array_new_with_free_func(g_free);
    const char *start = line;
    bool quoted = false;
    for (const char *at = line;; at++) {
        quoted ^= *at == '"';
        if (*at == '\0' || (*at == ',' && !quoted)) {
            g_ptr_array_add(cells, g_strndup(start, (gsize)(at - start)));
            start = at + 1;
        }
        if (*at == '\0') {
            return cells;
        }
    }
}

Sheet sheet_split(const char *text) {
    Sheet sheet = {g_ptr_array_new_with_free_func(free_row)};
    char **lines = g_strsplit(text, "\r\n", -1);
    for (int i = 0; lines[i] && lines[i][0] != '\0'; i++) {
        g_ptr_array_add(sheet.rows, split_row(lines[i]));
    }
    g_strfreev(lines);
    return sheet;
}

GPtrArray *sheet_row(const Sheet *sheet, guint row) {
    return g_ptr_array_index(sheet->rows, row);
}

const char *sheet_cell(const Sheet *sheet, guint row, guint column) {
    return g_ptr_array_index(sheet_row(sheet, row), column);
}

static void append_row(GString *text, GPtrArray *cells, int changed, const char *value) {
    for (guint i = 0; i < cells->len; i++) {
        g_string_append_printf(text, "%s%s", i > 0 ? "," : "",
                               (int)i == changed ? value
                                                 : (const char *)g_ptr_array_index(cells, i));
    }
    g_string_append(text, "\r\n");
}

char *sheet_with_cell(const Sheet *sheet, guint row, guint column, const char *value) {
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < sheet->rows->len; i++) {
        append_row(text, sheet_row(sheet, i), i == row ? (int)column : -1, value);
    }
    return g_string_free(text, FALSE);
}

char *sheet_with_row(const Sheet *sheet, guint row, Change change) {
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < sheet->rows->len; i++) {
        guint shown = change == MOVED && i == row       ? row + 1
                      : change == MOVED && i == row + 1 ? row
                                                        : i;
        if (change != DROPPED || i != row) {
            append_row(text, sheet_row(sheet, shown), -1, NULL);
        }
        if (change == DOUBLED && i == row) {
            append_row(text, sheet_row(sheet, i), -1, NULL);
        }
    }
    return g_string_free(text, FALSE);
}

bool sheet_number(const char *cell, double *value, int *decimals) {
    char *end;
    const char *point = strchr(cell, '.');
    if (cell[0] == '\0' || strspn(cell, "-0123456789.") != strlen(cell)) {
        return false;
    }
    *value = g_ascii_strtod(cell, &end);
    *decimals = point ? (int)strlen(point + 1) : 0;
    return *end == '\0';
}

char *sheet_number_text(double value, int decimals) {
    char format[16], text[64];
    g_snprintf(format, sizeof format, "%%.%df", decimals);
    return g_strdup(g_ascii_formatd(text, sizeof text, format, value));
}

char *sheet_later(const char *cell) {
    size_t length = strlen(cell), at = length >= 16 && cell[10] == 'T' ? 15 : 9;
    if (length < 10 || cell[4] != '-' || cell[7] != '-' || !g_ascii_isdigit(cell[0]) ||
        !g_ascii_isdigit(cell[at])) {
        return NULL;
    }
    char *text = g_strdup(cell);
    text[at] = text[at] == '9' ? '0' : (char)(text[at] + 1);
    return text;
}

char *sheet_another(const Sheet *sheet, guint row, guint column) {
    const char *cell = sheet_cell(sheet, row, column);
    for (guint i = 1; i < sheet->rows->len; i++) {
        const char *other = sheet_cell(sheet, i, column);
        if (other[0] != '\0' && strcmp(other, cell) != 0) {
            return g_strdup(other);
        }
    }
    return g_strconcat(cell, "x", NULL);
}
