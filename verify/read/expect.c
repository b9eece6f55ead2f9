/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks what single cells say: texts, whole numbers, decimal numbers, instants. */
#include "verify/read/expect.h"

#include <math.h>
#include <string.h>

/** Half a unit of the last decimal that the column has at least. */
static const double HALF_UNITS[] = {
    [NUMBER_MONEY] = 0.5e-2,    [NUMBER_TEU_KM] = 0.5e-1, [NUMBER_RATIO] = 0.5e-6,
    [NUMBER_QUANTITY] = 0.5e-6, [NUMBER_HOURS] = 0.5e-2,  [NUMBER_ROUNDED] = 0.5e-6,
};

/** Far above any count of a plan; the cells of a file of such make no more than a long holds. */
static const double COUNT_MAX = 1e12;

static const double RELATIVE_TOLERANCE = 1e-6;

bool cell_number(const char *text, double *value, int *decimals) {
    const char *digits = text[0] == '-' ? text + 1 : text;
    const char *point = strchr(digits, '.');
    size_t length = strlen(digits);
    if (length == 0 || length > 40 || strspn(digits, "0123456789.") != length) {
        return false;
    }
    if (point && (point == digits || point[1] == '\0' || strchr(point + 1, '.'))) {
        return false;
    }
    *value = g_ascii_strtod(text, NULL);
    if (decimals) {
        *decimals = point ? (int)strlen(point + 1) : 0;
    }
    return isfinite(*value);
}

bool cell_count(const char *text, long *value) {
    double number;
    if (!cell_number(text, &number, NULL) || strchr(text, '.') || fabs(number) > COUNT_MAX) {
        return false;
    }
    *value = g_ascii_strtoll(text, NULL, 10);
    return true;
}

bool cell_date(const char *text, Date *day) {
    int year, month, in_month;
    char exact[DATE_TEXT_SIZE];
    return sscanf(text, "%4d-%2d-%2d", &year, &month, &in_month) == 3 &&
           date_from_ymd(year, month, in_month, day) && strcmp(date_format(*day, exact), text) == 0;
}

long positive_count(const CheckedTable *table, int row, int column) {
    const char *cell = checked_cell(table, row, column);
    long value = 0;
    if (ROW_CHECK(table, VERIFY_FILES,
                  cell_count(cell, &value) && value >= 1 && value <= 1000000000, row,
                  "%s is \"%s\", it should be a whole number of at least 1",
                  checked_cell(table, 0, column), cell)) {
        return value;
    }
    return 0;
}

bool number_agrees(double written, int decimals, NumberKind kind, double expected) {
    // Zeros at the end of hours are left out: fewer decimals are no less exact.
    double rounding =
        kind == NUMBER_HOURS ? HALF_UNITS[kind] : fmin(HALF_UNITS[kind], 0.5 * pow(10, -decimals));
    double relative = kind == NUMBER_RATIO ? 0 : RELATIVE_TOLERANCE * fabs(expected);
    return fabs(written - expected) <= rounding * (1 + 1e-6) + 1e-9 + relative;
}

static const char *column_name(const CheckedTable *table, int column) {
    return checked_cell(table, 0, column);
}

bool expect_text(const CheckedTable *table, int row, int column, const char *expected) {
    const char *cell = checked_cell(table, row, column);
    return ROW_CHECK(table, VERIFY_FIGURES, strcmp(cell, expected) == 0, row,
                     "%s is \"%s\", it should be \"%s\"", column_name(table, column), cell,
                     expected);
}

/** True where a spreadsheet would run the cell: a sign of a formula is the first thing in it. */
static bool cell_is_formula(const char *cell) {
    static const char *const signs[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    while (g_ascii_isspace(*cell)) {
        cell++;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
        if (g_str_has_prefix(cell, signs[i])) {
            return true;
        }
    }
    return false;
}

bool expect_free_text(const CheckedTable *table, int row, int column, const char *expected) {
    const char *cell = checked_cell(table, row, column), *text = expected ? expected : "";
    ROW_CHECK(table, VERIFY_FIGURES, !cell_is_formula(cell), row,
              "%s is \"%s\", which a spreadsheet would run as a formula",
              column_name(table, column), cell);
    if (cell[0] == '\'' && cell_is_formula(text)) {
        cell++;
    }
    return ROW_CHECK(table, VERIFY_FIGURES, strcmp(cell, text) == 0, row,
                     "%s is \"%s\", it should be \"%s\"", column_name(table, column), cell, text);
}

bool expect_flag(const CheckedTable *table, int row, int column, bool expected) {
    return expect_text(table, row, column, expected ? "true" : "false");
}

bool expect_count(const CheckedTable *table, int row, int column, long expected) {
    const char *cell = checked_cell(table, row, column);
    long value = 0;
    if (!ROW_CHECK(table, VERIFY_FILES, cell_count(cell, &value), row,
                   "%s is \"%s\", it should be a whole number", column_name(table, column), cell)) {
        return false;
    }
    return ROW_CHECK(table, VERIFY_FIGURES, value == expected, row, "%s is %ld, it should be %ld",
                     column_name(table, column), value, expected);
}

bool expect_limit(const CheckedTable *table, int row, int column, int limit) {
    if (limit == NO_LIMIT) {
        return expect_text(table, row, column, "");
    }
    return expect_count(table, row, column, limit);
}

bool expect_instant(const CheckedTable *table, int row, int column, const Zone *zone,
                    Minute expected) {
    char text[INSTANT_TEXT_SIZE];
    return expect_text(table, row, column, instant_format(zone, expected, text));
}

bool expect_number(const CheckedTable *table, int row, int column, NumberKind kind,
                   double expected) {
    if (!isfinite(expected)) {
        return expect_text(table, row, column, "");
    }
    const char *cell = checked_cell(table, row, column);
    double value = 0;
    int decimals = 0;
    if (!ROW_CHECK(table, VERIFY_FILES, cell_number(cell, &value, &decimals), row,
                   "%s is \"%s\", it should be a number", column_name(table, column), cell)) {
        return false;
    }
    return ROW_CHECK(table, VERIFY_FIGURES, number_agrees(value, decimals, kind, expected), row,
                     "%s is %s, it should be %.6f", column_name(table, column), cell, expected);
}
