/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Writing CSV (RFC 4180, UTF-8, CRLF) that a spreadsheet can open in any locale and that runs
 * nothing there.
 *
 *  Cells are put one after the other; errors are remembered and reported once, at close. */
#ifndef BANLIE_EXPORT_TABLES_CSV_WRITER_H
#define BANLIE_EXPORT_TABLES_CSV_WRITER_H

#include <stdbool.h>

#include "base/out_file.h"
#include "config/case.h"
#include "config/plan_folder/table_form.h"

typedef struct {
    OutFile file;
    TableForm form;
    bool row_begun;
} CsvWriter;

/** Opens `dir/name`, to be written in this form. */
CsvWriter csv_writer_open(const char *dir, const char *name, const TableForm *form);

/** One that writes where the stream stands, which stays open. */
CsvWriter csv_writer_on(FILE *stream, const TableForm *form);

/** @return 0, or the errno of the first failure */
int csv_writer_close(CsvWriter *csv) __attribute__((warn_unused_result));

/** The header line: column names joined by the form's separator, no quoting needed. */
void csv_put_header(CsvWriter *csv, const char *columns);

/** Free text: quoted where needed; an apostrophe goes before what a spreadsheet would take for a
 * formula. NULL is an empty cell. */
void csv_put_text(CsvWriter *csv, const char *text);

void csv_put_empty(CsvWriter *csv);
void csv_put_int(CsvWriter *csv, long value);
void csv_put_bool(CsvWriter *csv, bool value);

/** `outbound` or `return`, empty where there is none. */
void csv_put_direction(CsvWriter *csv, Direction direction);

/** A limit, empty where it is NO_LIMIT. */
void csv_put_limit(CsvWriter *csv, int limit);

/** Currency: 2 decimals. */
void csv_put_money(CsvWriter *csv, double value);

/** TEU·km: 1 decimal. */
void csv_put_teu_km(CsvWriter *csv, double value);

/** Ratios and prices: 6 decimals. A value that is not finite is an empty cell, here and below. */
void csv_put_ratio(CsvWriter *csv, double value);

/** TEU, tonnes, km: at most 6 decimals, no zeros at the end. */
void csv_put_quantity(CsvWriter *csv, double value);

/** A number with the decimals that it has: the shortest text without an exponent. */
void csv_put_number(CsvWriter *csv, double value);

/** A number other than 0 to 17 significant digits, which are all that a double has; without an
 * exponent, no zeros at the end. */
void csv_put_exact(CsvWriter *csv, double value);

/** Fails as if memory had run out where the file is written: what a table needs of it did. */
void csv_fail(CsvWriter *csv);

/** A duration in hours: at most 2 decimals, no zeros at the end. */
void csv_put_hours(CsvWriter *csv, int64_t minutes);

/** An instant, local in `zone`, with its offset: in one cell or two, as the form has it. */
void csv_put_instant(CsvWriter *csv, const Zone *zone, Minute at);

/** One that is written already, as the plain form has it; a day, or nothing, has no offset. */
void csv_put_instant_text(CsvWriter *csv, const char *text);

/** The empty cell or cells of an instant that there is not. */
void csv_put_no_instant(CsvWriter *csv);

/** A figure that is written already, and is no number: `-90m`. */
void csv_put_figure(CsvWriter *csv, const char *text);

/** A day of a journey: `D+3`. */
void csv_put_day(CsvWriter *csv, int day);

/** Sums of money in one cell, `;` between them. */
void csv_put_moneys(CsvWriter *csv, const double *values, int count);

void csv_put_date(CsvWriter *csv, Date date);

void csv_end_row(CsvWriter *csv);

#endif
