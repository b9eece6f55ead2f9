/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the reference page of what `banlie compare` writes, from the table of its files. */
#include "config/plan_folder/compare_columns.h"
#include "config/schema/schema.h"
#include "config/schema/schema_columns.h"

static const char COMPARE_INTRODUCTION[] =
    "# Plans compared\n"
    "\n"
    "`banlie compare A B [C …]` says what the difference is between plans, from their folders "
    "alone: no case\n"
    "is read. The first is the base, `a`; the others are `b`, `c`, …, each compared with a. This "
    "page is made\n"
    "from the table that the files are written by (`banlie-schema compare`); do not edit it by "
    "hand.\n"
    "\n"
    "| flag | means |\n"
    "|---|---|\n"
    "| `-o DIR`, `--force` | write all tables below to a folder, which appears whole; replace an "
    "older comparison there, what else is in it stays |\n"
    "| `--csv` | print `kpi.csv` in place of the screen |\n"
    "| `--json` | print all of it as one JSON document: `plans` (folders), `inputs` (those that "
    "differ), and each table as a list of objects by column, `null` for empty cells |\n"
    "| `--table-style`, `--headings`, `--no-bom` | as of `banlie plan`; what is printed has no "
    "byte order mark |\n"
    "| `--color`, `--lang`, `--quiet` | likewise |\n"
    "\n"
    "On screen: what the plans were made from, as far as it differs (case, digest, scenarios, "
    "horizon, flags,\n"
    "version and solver); the figures that are not 0 in all plans; and of each other table how "
    "many rows changed and\n"
    "the five largest changes: of trains by margin, of bookings by boxes carried, then rerouted, "
    "of flows by TEU, of\n"
    "prices by price.\n"
    "\n"
    "The folders may be of any `--table-style`, with headings in either language, and of an older "
    "version, where they\n"
    "have the columns that are needed; one that is missing is named. They are read from "
    "`summary.json`, `trains.csv`,\n"
    "`timetable.csv` (km), `capacity.csv`, `bookings.csv`, `legs.csv` and, where it is there, "
    "`prices.csv`. Exit status: 0, also where plans differ; 2 for wrong usage; "
    "9 where a folder is\n"
    "no plan (one of `--relax` is none: it decides nothing), a file of it cannot be read, a "
    "column is missing, or the\n"
    "tables cannot be written.\n"
    "\n"
    "Files are as [those of a plan](plan-files.md): RFC 4180, UTF-8, a point before decimals, "
    "halves rounded away\n"
    "from zero. Rows are sorted by their first columns, by bytes, where nothing else is said. "
    "In what follows b stands\n"
    "for the plan that the row is of.\n";

static void write_compare_file(FILE *out, const CompareFile *file) {
    fprintf(out, "\n## %s\n\nA row for every %s.", file->name, file->row);
    schema_write_columns(out, file->columns, file->n_columns);
}

void schema_write_compare(FILE *out) {
    fputs(COMPARE_INTRODUCTION, out);
    for (int id = 0; id < COMPARE_TABLES; id++) {
        write_compare_file(out, compare_file((CompareTableId)id));
    }
}
