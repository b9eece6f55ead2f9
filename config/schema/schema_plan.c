/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the reference page of the plan's folder, from the table of its files. */
#include <string.h>

#include "config/plan_folder/plan_files.h"
#include "config/schema/schema.h"

static const char PLAN_INTRODUCTION[] =
    "# The folder of a plan\n"
    "\n"
    "What `banlie plan` writes: `summary.json`, the plan as a whole, and the CSV files below. "
    "This\n"
    "page is made from the table that they are written and read by (`banlie-schema plan`); do not\n"
    "edit it by hand. [meaning.md](meaning.md) says how the figures are counted.\n"
    "\n"
    "CSV is RFC 4180 in UTF-8, with a byte order mark (without where `--no-bom` asks so), lines\n"
    "ending in CR LF, one header line, columns in the order below. A text that a spreadsheet "
    "would\n"
    "run as a formula has an apostrophe before it. The same case, flags and version give the same\n"
    "bytes, but for `run` in `summary.json`.\n"
    "\n"
    "- **Instant**: `2026-12-01T04:30+08:00`, local time of the station that it is of, with its\n"
    "  offset. **Date**: `2026-12-01`.\n"
    "- **Money**: currency of the case, 2 decimals. **Price**: what one more is worth, in the "
    "same\n"
    "  currency, 6 decimals. **Ratio**: 6 decimals. **TEU·km**: 1 decimal.\n"
    "- **Number**: at most 6 decimals, a point before them, none that are 0 at the end.\n"
    "\n"
    "| file | a row for every |\n"
    "|---|---|\n";

static const char *column_kind_text(ColumnKind kind) {
    switch (kind) {
    case COLUMN_TEXT:
        return "text";
    case COLUMN_FLAG:
        return "`true` or `false`";
    case COLUMN_COUNT:
        return "whole number";
    case COLUMN_INSTANT:
        return "instant";
    case COLUMN_DATE:
        return "date";
    case COLUMN_MONEY:
        return "money";
    case COLUMN_TEU_KM:
        return "TEU·km";
    case COLUMN_RATIO:
        return "ratio";
    case COLUMN_PRICE:
        return "price";
    case COLUMN_QUANTITY:
        return "number";
    }
    return "";
}

static void write_column(FILE *out, const PlanColumn *column) {
    fprintf(out, "| `%s` | %s", column->name, column_kind_text(column->kind));
    if (column->unit != NULL) {
        fprintf(out, "%s%s", column->kind == COLUMN_PRICE ? " per " : ", in ", column->unit);
    }
    if (column->empty != NULL) {
        fprintf(out, "; empty %s", column->empty);
    }
    fprintf(out, " | %s |\n", column->doc);
}

static void write_file(FILE *out, const PlanFile *file) {
    fprintf(out, "\n## %s\n\nA row for every %s.", file->name, file->row);
    if (file->of_relaxation) {
        fputs(" Written with `--relax`, too.", out);
    }
    if (file->of_commitments) {
        fputs(" Written where the case has commitments.", out);
    }
    if (file->of_rolling) {
        fputs(" Written where an earlier plan began earlier and is rolled on.", out);
    }
    fputs("\n\n| column | value | meaning |\n|---|---|---|\n", out);
    for (int i = 0; i < file->n_columns; i++) {
        write_column(out, &file->columns[i]);
    }
}

/** A line of the list of files, with a link to the file's heading: that has no dot. */
static void write_entry(FILE *out, const PlanFile *file) {
    int stem = (int)strcspn(file->name, ".");
    fprintf(out, "| [`%s`](#%.*s%s) | %s |\n", file->name, stem, file->name, file->name + stem + 1,
            file->row);
}

void schema_write_plan_folder(FILE *out) {
    fputs(PLAN_INTRODUCTION, out);
    for (int id = 0; id < PLAN_TABLES; id++) {
        write_entry(out, plan_file((PlanTableId)id));
    }
    for (int id = 0; id < PLAN_TABLES; id++) {
        write_file(out, plan_file((PlanTableId)id));
    }
}
