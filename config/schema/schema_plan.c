/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the reference page of the plan's folder, from the table of its files. */
#include <string.h>

#include "config/plan_folder/manifest_columns.h"
#include "config/schema/schema.h"
#include "config/schema/schema_columns.h"

static const char PLAN_INTRODUCTION[] =
    "# The files of a plan\n"
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
    "- **Hours**: at most 2 decimals. **Day of a journey**: `D+3`, by local dates.\n"
    "- **Number**: at most 6 decimals, a point before them, none that are 0 at the end.\n"
    "\n"
    "With `--table-style excel` an instant takes two columns, `2026-12-01 04:30` and, in one whose "
    "name\n"
    "ends in `_offset` (`时差`), `UTC+08:00`: so spreadsheets take it for a date (LibreOffice "
    "where\n"
    "\"Detect special numbers\" is ticked). `--table-style semicolon` is the same with `;` between "
    "cells\n"
    "and a decimal comma. `--headings zh` writes the Chinese headings; codes stay. Whatever reads "
    "a plan\n"
    "(`verify`, `--commit`, `show`) reads all of these.\n"
    "\n"
    "| file | a row for every |\n"
    "|---|---|\n";

static const char SHARED_MONEY[] = "\n## How revenue and cost are shared\n"
                                   "\n"
                                   "A box that rides several trains pays once. Its revenue is "
                                   "shared out among them by the km that it\n"
                                   "rides on each: 3000 of 10 000 km are 30 %. So is what its "
                                   "loading, unloading, transfers, feeders and\n"
                                   "lateness cost. What its legs cost, and what a train costs to "
                                   "run, is each train's own. Feeders have no\n"
                                   "share: their km are not counted. Empties likewise: their legs "
                                   "are the train's own, handling and transfers\n"
                                   "are shared by km.\n"
                                   "\n"
                                   "`trains.csv` has these sums by train, `lines.csv` by line and "
                                   "week, `money.csv` by part and line.\n"
                                   "`allocations.csv` and `legs.csv` are not shared: an itinerary "
                                   "has its whole revenue, and a leg the cost that\n"
                                   "arises on it. What is of no train (refused boxes, leases, "
                                   "storage, the worth of the final stock, wagon sets\n"
                                   "moved without a train, imbalance, what moving costs) stands in "
                                   "`money.csv` without a line, so that all of it\n"
                                   "adds up to the margin.\n";

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
    schema_write_columns(out, file->columns, file->n_columns);
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
    fputs("\n## A train's manifest (配载清单)\n\nWhat `banlie show DIR manifest TRAIN --csv` "
          "prints: a "
          "row for every booking's itinerary, and every move\nof empties, that rides the train.",
          out);
    schema_write_columns(out, manifest_columns, MANIFEST_COLUMNS);
    fputs(SHARED_MONEY, out);
}
