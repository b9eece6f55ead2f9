/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings a plan's table of any form back to the plain one, with English headings. */
#include "config/plan_folder/plain_table.h"

#include <stdio.h>
#include <string.h>

/** The column that this heading is of, in either language; NULL where it is none. */
static const PlanColumn *column_of(const PlanFile *file, const char *heading) {
    for (int i = 0; i < file->n_columns; i++) {
        const PlanColumn *column = &file->columns[i];
        if (strcmp(column->name, heading) == 0 || strcmp(column->zh, heading) == 0) {
            return column;
        }
    }
    return NULL;
}

/** True where the heading is that of the offsets of this column. */
static bool is_offset(const PlanColumn *column, const char *heading) {
    g_autofree char *english = plan_column_offset_name(column, false);
    g_autofree char *chinese = plan_column_offset_name(column, true);
    return column->kind == COLUMN_INSTANT &&
           (strcmp(english, heading) == 0 || strcmp(chinese, heading) == 0);
}

/** An instant of two cells in one. A spreadsheet may have written slashes, seconds, hours of one
 * digit, and an offset without its sign; what is no instant stays as it is. */
static char *whole_instant(const char *local, const char *offset) {
    int year, month, day, hour, minute, hours, minutes;
    const char *digits = g_str_has_prefix(offset, "UTC") ? offset + 3 : offset;
    char sign = digits[0] == '-' ? '-' : '+';
    digits += digits[0] == '-' || digits[0] == '+';
    if (local[0] == '\0' && offset[0] == '\0') {
        return g_strdup("");
    }
    if (sscanf(local, "%4d%*1[-/]%2d%*1[-/]%2d%*1[ T]%2d:%2d", &year, &month, &day, &hour,
               &minute) != 5 ||
        sscanf(digits, "%2d:%2d", &hours, &minutes) != 2) {
        return g_strconcat(local, offset, NULL);
    }
    return g_strdup_printf("%04d-%02d-%02dT%02d:%02d%c%02d:%02d", year, month, day, hour, minute,
                           sign, hours, minutes);
}

static bool has_decimals(ColumnKind kind) {
    switch (kind) {
    case COLUMN_MONEY:
    case COLUMN_TEU_KM:
    case COLUMN_RATIO:
    case COLUMN_PRICE:
    case COLUMN_EXACT:
    case COLUMN_QUANTITY:
    case COLUMN_NUMBER:
    case COLUMN_HOURS:
    case COLUMN_TIERS:
        return true;
    case COLUMN_TEXT:
    case COLUMN_FLAG:
    case COLUMN_COUNT:
    case COLUMN_INSTANT:
    case COLUMN_DATE:
    case COLUMN_DAY:
        break;
    }
    return false;
}

/** A column of the table as it is read, and where it stands in the file. */
typedef struct {
    const PlanColumn *column; /**< NULL where it is none of the plan's */
    int at;
    bool split; /**< its offsets stand in the next one */
} Reading;

static GArray *list_readings(const CsvTable *csv, const PlanFile *file) {
    GArray *readings = g_array_new(FALSE, FALSE, sizeof(Reading));
    for (int i = 0; i < csv->n_columns && csv->n_rows > 0; i++) {
        Reading reading = {.column = column_of(file, csv_cell(csv, 0, i)), .at = i};
        if (reading.column != NULL && i + 1 < csv->n_columns &&
            is_offset(reading.column, csv_cell(csv, 0, i + 1))) {
            reading.split = true;
            i++;
        }
        g_array_append_val(readings, reading);
    }
    return readings;
}

static char *plain_cell(const CsvTable *csv, int row, const Reading *reading, GStringChunk *texts) {
    char *cell = csv->cells[(size_t)row * (size_t)csv->n_columns + (size_t)reading->at];
    if (reading->column == NULL) {
        return cell;
    }
    if (row == 0) {
        return g_string_chunk_insert_const(texts, reading->column->name);
    }
    if (reading->split) {
        g_autofree char *instant = whole_instant(cell, csv_cell(csv, row, reading->at + 1));
        return g_string_chunk_insert_const(texts, instant);
    }
    if (csv->separator == ';' && has_decimals(reading->column->kind)) {
        g_strdelimit(cell, ",", '.');
    }
    return cell;
}

void plain_table_make(CsvTable *csv, const PlanFile *file, GStringChunk *texts) {
    GArray *readings = list_readings(csv, file);
    const size_t width = readings->len;
    char **cells = g_new0(char *, (size_t)csv->n_rows *width + 1);
    CsvPlace *places = g_new0(CsvPlace, (size_t)csv->n_rows * width + 1);
    for (int row = 0; row < csv->n_rows; row++) {
        for (size_t i = 0; i < width; i++) {
            const Reading *reading = &g_array_index(readings, Reading, i);
            cells[(size_t)row * width + i] = plain_cell(csv, row, reading, texts);
            places[(size_t)row * width + i] =
                csv->places[(size_t)row * (size_t)csv->n_columns + (size_t)reading->at];
        }
    }
    g_free(csv->cells);
    g_free(csv->places);
    csv->cells = cells;
    csv->places = places;
    csv->n_columns = (int)width;
    g_array_free(readings, TRUE);
}
