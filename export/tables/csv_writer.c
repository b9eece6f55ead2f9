/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes CSV cell by cell, quoted where it has to be and harmless to a spreadsheet. */
#include "export/tables/csv_writer.h"

#include <errno.h>
#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/decimals.h"
#include "base/shortest_number.h"
#include "base/whole_number.h"

enum { NUMBER_SIZE = DECIMALS_TEXT_SIZE };

/** Of a date, and of a date with a time, in an instant. */
enum { DATE_LENGTH = 10, LOCAL_LENGTH = 16 };

static void put_raw(CsvWriter *csv, const char *text) {
    out_file_write(&csv->file, text, strlen(text));
}

static void begin_cell(CsvWriter *csv) {
    if (csv->row_begun) {
        const char separator = table_form_separator(&csv->form);
        out_file_write(&csv->file, &separator, 1);
    }
    csv->row_begun = true;
}

static void csv_put_cell(CsvWriter *csv, const char *text) {
    begin_cell(csv);
    put_raw(csv, text);
}

CsvWriter csv_writer_open(const char *dir, const char *name, const TableForm *form) {
    CsvWriter csv = {.file = out_file_open(dir, name), .form = *form};
    if (form->bom) {
        put_raw(&csv, "\xEF\xBB\xBF");
    }
    return csv;
}

CsvWriter csv_writer_on(FILE *stream, const TableForm *form) {
    return (CsvWriter){.file = {.stream = stream}, .form = *form};
}

void csv_fail(CsvWriter *csv) {
    if (csv->file.error == 0) {
        csv->file.error = ENOMEM;
    }
}

int csv_writer_close(CsvWriter *csv) {
    return out_file_close(&csv->file);
}

void csv_put_header(CsvWriter *csv, const char *columns) {
    put_raw(csv, columns);
    csv->row_begun = true;
    csv_end_row(csv);
}

/** True where a spreadsheet would take the text for a formula; East Asian versions read the
 * full-width signs alike, and blanks at the beginning may be skipped. */
static bool is_formula(const char *text) {
    static const char *const signs[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    while (g_ascii_isspace(*text)) {
        text++;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
        if (g_str_has_prefix(text, signs[i])) {
            return true;
        }
    }
    return false;
}

void csv_put_text(CsvWriter *csv, const char *text) {
    begin_cell(csv);
    if (text == NULL) {
        return;
    }
    const size_t length = strlen(text);
    const bool quoted =
        strpbrk(text, "\"\r\n") != NULL || strchr(text, table_form_separator(&csv->form)) != NULL ||
        (length > 0 && (g_ascii_isspace(text[0]) || g_ascii_isspace(text[length - 1])));
    put_raw(csv, quoted ? "\"" : "");
    put_raw(csv, is_formula(text) ? "'" : "");
    for (const char *at = text; *at != '\0'; at++) {
        put_raw(csv, *at == '"' ? "\"" : "");
        out_file_write(&csv->file, at, 1);
    }
    put_raw(csv, quoted ? "\"" : "");
}

void csv_put_empty(CsvWriter *csv) {
    begin_cell(csv);
}

void csv_put_int(CsvWriter *csv, long value) {
    char text[24];
    (void)g_snprintf(text, sizeof text, "%ld", value);
    csv_put_cell(csv, text);
}

void csv_put_limit(CsvWriter *csv, int limit) {
    if (limit == NO_LIMIT) {
        csv_put_empty(csv);
    } else {
        csv_put_int(csv, limit);
    }
}

void csv_put_bool(CsvWriter *csv, bool value) {
    csv_put_cell(csv, value ? "true" : "false");
}

void csv_put_direction(CsvWriter *csv, Direction direction) {
    static const char *const words[] = {
        [DIRECTION_OUTBOUND] = "outbound", [DIRECTION_RETURN] = "return", [DIRECTION_NONE] = ""};
    csv_put_cell(csv, words[direction]);
}

/** The number with the mark that the form has before decimals. */
static void put_decimals(const CsvWriter *csv, char text[NUMBER_SIZE]) {
    if (csv->form.style == STYLE_SEMICOLON) {
        g_strdelimit(text, ".", ',');
    }
}

/** A number as text, the same whatever the locale; `-0.00` loses its sign. */
static const char *csv_number_text(const CsvWriter *csv, char text[NUMBER_SIZE], const char *format,
                                   double value) {
    (void)g_ascii_formatd(text, NUMBER_SIZE, format, value);
    put_decimals(csv, text);
    return text[0] == '-' && strspn(text + 1, "0.,") == strlen(text + 1) ? text + 1 : text;
}

static void put_number(CsvWriter *csv, const char *format, double value) {
    char text[NUMBER_SIZE];
    csv_put_cell(csv, isfinite(value) ? csv_number_text(csv, text, format, value) : "");
}

void csv_put_money(CsvWriter *csv, double value) {
    put_number(csv, "%.2f", value);
}

void csv_put_teu_km(CsvWriter *csv, double value) {
    put_number(csv, "%.1f", value);
}

void csv_put_ratio(CsvWriter *csv, double value) {
    put_number(csv, "%.6f", value);
}

/** A number without zeros at its end. */
static void put_short_number(CsvWriter *csv, int decimals, double value) {
    if (!isfinite(value)) {
        csv_put_empty(csv);
        return;
    }
    char text[NUMBER_SIZE];
    (void)decimals_text(value, decimals, text);
    put_decimals(csv, text);
    csv_put_cell(csv, text);
}

void csv_put_quantity(CsvWriter *csv, double value) {
    put_short_number(csv, 6, value);
}

void csv_put_number(CsvWriter *csv, double value) {
    char text[SHORTEST_NUMBER_SIZE] = "";
    if (isfinite(value)) {
        (void)shortest_number(value, text);
        put_decimals(csv, text);
    }
    csv_put_cell(csv, text);
}

void csv_put_exact(CsvWriter *csv, double value) {
    const int digits = 17, most = 40;
    const int above = value != 0 ? whole_number(floor(log10(fabs(value)))) : 0;
    char format[8], text[NUMBER_SIZE];
    (void)g_snprintf(format, sizeof format, "%%.%df", CLAMP(digits - 1 - above, 0, most));
    (void)g_ascii_formatd(text, sizeof text, format, value);
    char *end = text + strlen(text);
    while (strchr(text, '.') != NULL && (end[-1] == '0' || end[-1] == '.')) {
        *--end = '\0';
    }
    put_decimals(csv, text);
    csv_put_cell(csv, text);
}

void csv_put_hours(CsvWriter *csv, int64_t minutes) {
    put_short_number(csv, 2, (double)minutes / MINUTES_PER_HOUR);
}

void csv_put_figure(CsvWriter *csv, const char *text) {
    csv_put_cell(csv, text);
}

void csv_put_day(CsvWriter *csv, int day) {
    char text[24];
    (void)g_snprintf(text, sizeof text, "D%+d", day);
    csv_put_cell(csv, text);
}

void csv_put_moneys(CsvWriter *csv, const double *values, int count) {
    GString *text = g_string_new(NULL);
    for (int i = 0; i < count; i++) {
        char number[NUMBER_SIZE];
        g_string_append(text, i > 0 ? ";" : "");
        g_string_append(text, csv_number_text(csv, number, "%.2f", values[i]));
    }
    csv_put_text(csv, text->str);
    g_string_free(text, TRUE);
}

void csv_put_instant_text(CsvWriter *csv, const char *text) {
    if (!table_form_splits(&csv->form)) {
        csv_put_cell(csv, text);
        return;
    }
    if (strlen(text) <= LOCAL_LENGTH) { // a day, or nothing: it has no offset
        csv_put_cell(csv, text);
        csv_put_empty(csv);
        return;
    }
    /* `2026-12-10T06:00+08:00`: the offset as text, or a spreadsheet would make a time of it. */
    g_autofree char *local = g_strndup(text, LOCAL_LENGTH);
    g_autofree char *offset = g_strconcat("UTC", text + LOCAL_LENGTH, NULL);
    local[DATE_LENGTH] = ' ';
    csv_put_cell(csv, local);
    csv_put_cell(csv, offset);
}

void csv_put_instant(CsvWriter *csv, const Zone *zone, Minute at) {
    char text[INSTANT_TEXT_SIZE];
    csv_put_instant_text(csv, instant_format(zone, at, text));
}

void csv_put_no_instant(CsvWriter *csv) {
    csv_put_empty(csv);
    if (table_form_splits(&csv->form)) {
        csv_put_empty(csv);
    }
}

void csv_put_date(CsvWriter *csv, Date date) {
    char text[DATE_TEXT_SIZE];
    csv_put_cell(csv, date_format(date, text));
}

void csv_end_row(CsvWriter *csv) {
    put_raw(csv, "\r\n");
    csv->row_begun = false;
}
