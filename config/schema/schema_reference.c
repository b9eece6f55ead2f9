/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reference page of the case format, made from the field tables. */
#include <string.h>

#include <glib.h>

#include "config/schema/schema.h"
#include "config/schema/schema_words.h"
#include "config/sections/root.h"

/** What a value of each kind looks like. */
static const char *field_kind_text(FieldKind kind) {
    switch (kind) {
    case FIELD_TEXT:
        return "text";
    case FIELD_LABEL:
    case FIELD_NAME:
        return "text, or a map by language (`en`, `zh`)";
    case FIELD_CODE:
        return "code";
    case FIELD_COUNTRY:
        return "country (`CN`)";
    case FIELD_ZONE:
        return "time zone (`Asia/Shanghai`)";
    case FIELD_COUNT:
        return "whole number";
    case FIELD_NUMBER:
        return "number";
    case FIELD_FLAG:
        return "`true` or `false`";
    case FIELD_DURATION:
        return "duration";
    case FIELD_CLOCK:
        return "later time (`D+3 18:30`)";
    case FIELD_TRIP_TIME:
        return "duration, or later time (`D+3 18:30`)";
    case FIELD_CLOSED:
        return "list of dates and of `{from: DATE, to: DATE}`, both included; or one text, as in a "
               "cell: `2026-12-07; 2026-12-20..2026-12-26`";
    case FIELD_DATE:
        return "date";
    case FIELD_INSTANT:
        return "instant";
    case FIELD_WORD:
    case FIELD_CHOICE:
    case FIELD_KEYWORD:
        return "one of";
    case FIELD_PATTERN:
        return "pattern";
    case FIELD_REF:
        return "code of a ";
    case FIELD_REFS:
    case FIELD_REF_SET:
        return "list of codes: each a ";
    case FIELD_WEEKLY:
        return "list of weekly times (`Tue 04:30`)";
    case FIELD_DAYS:
        return "list of days (`Tue`)";
    case FIELD_GROUP:
        return "map, see below";
    case FIELD_LIST:
        return "list of maps, see below";
    case FIELD_MAP:
        return "map by code, see below";
    case FIELD_BY_STATION:
        return "map by station: ";
    case FIELD_GOALS:
        return "word, or list of maps, see below; the word is one of";
    case FIELD_ANY:
        return "any value";
    }
    return "";
}

static void reference_words(FILE *out, const Word *words) {
    for (const Word *word = words; word->text != NULL; word++) {
        fprintf(out, "%s `%s` (%s)", word == words ? "" : ",", word->text, word->doc);
    }
}

static bool has_own_table(const Field *field) {
    return field->table != NULL &&
           (field->kind != FIELD_BY_STATION || field->table->fields[0].name != NULL);
}

static void reference_type(FILE *out, const Field *field) {
    fputs(field_kind_text(field->kind), out);
    if (field->kind == FIELD_REF || field->kind == FIELD_REFS || field->kind == FIELD_REF_SET) {
        fputs(schema_noun(field->target), out);
    }
    if (field->words != NULL) {
        reference_words(out, field->words);
    }
    if (field->kind == FIELD_BY_STATION) {
        const Field *value = &field->table->fields[0];
        if (has_own_table(field)) {
            fputs("a map, see below", out);
        } else {
            g_autofree char *range = schema_range(value->range);
            fprintf(out, "%s, in %s; %s", field_kind_text(value->kind), value->unit, range);
        }
    }
    if (field->unit != NULL) {
        fprintf(out, ", in %s", field->unit);
    }
    if (field->range != NULL) {
        g_autofree char *range = schema_range(field->range);
        fprintf(out, "; %s", range);
    }
    if (field->most > 0) {
        fprintf(out, "; at most %d entries", field->most);
    }
}

static void reference_default(FILE *out, const Field *field) {
    if (field->required) {
        fputs("**required**", out);
    } else if (field->fallback != NULL) {
        fprintf(out, "`%s`", field->fallback);
    } else {
        fputs("–", out);
    }
}

/** True where fields of a table are columns of a CSV list. */
static bool has_headings(const FieldTable *table) {
    for (int i = 0; i < table->n_fields; i++) {
        if (table->fields[i].zh != NULL) {
            return true;
        }
    }
    return false;
}

/** What a column of the field may be called in Chinese. */
static void reference_headings(FILE *out, const Field *field) {
    g_auto(GStrv) words = g_strsplit(field->zh == NULL ? "–" : field->zh, " ", -1);
    g_autofree char *joined = g_strjoinv(", ", words);
    fprintf(out, "%s | ", joined);
}

/** The rows of one table, then the tables of its groups and lists, each under its path. */
static void reference_table(FILE *out, const FieldTable *table, const char *path) {
    const bool headed = has_headings(table);
    fputs(headed ? "| key | Chinese heading | value | default | meaning |\n|---|---|---|---|---|\n"
                 : "| key | value | default | meaning |\n|---|---|---|---|\n",
          out);
    for (int i = 0; i < table->n_fields; i++) {
        const Field *field = &table->fields[i];
        fprintf(out, "| `%s` | ", field->name);
        if (headed) {
            reference_headings(out, field);
        }
        reference_type(out, field);
        fputs(" | ", out);
        reference_default(out, field);
        fprintf(out, " | %s |\n", field->doc);
    }
    fputc('\n', out);
    for (int i = 0; i < table->n_fields; i++) {
        const Field *field = &table->fields[i];
        if (!has_own_table(field)) {
            continue;
        }
        char below[200];
        snprintf(below, sizeof below, "%s.%s", path, field->name);
        bool section = table->loose;
        fprintf(out, "### %s\n\n", below);
        if (section) {
            fprintf(out, "As in [%s](#%s).\n\n", field->name, field->name);
        } else {
            reference_table(out, field->table, below);
        }
    }
}

static const char INTRODUCTION[] =
    "# The case format\n"
    "\n"
    "A case is what a planner gives Banlie: one YAML file, or a folder whose `case.yaml` may name\n"
    "further files under `include:`. This page is made from the tables that the program reads by\n"
    "(`banlie-schema reference`); do not edit it by hand. Editors can use\n"
    "[banlie-case.schema.json](../banlie-case.schema.json), made from the same tables.\n"
    "\n"
    "- **Code**: letters, digits, `.`, `_` and `-`, at most 32, a letter or digit first; unique "
    "in\n"
    "  its section.\n"
    "- **Number**: decimal, in the range of its key, 0 or at least 1e-9 in magnitude; no "
    "underscores,\n"
    "  no hexadecimal. A whole number may be written as `1000`, `1e3` or `1000.0`. With both "
    "marks\n"
    "  in their places, `41,900.00` and `41.900,00` are read as well.\n"
    "- **`true` or `false`**: `yes`, `no`, `是`, `否`, `1` and `0` too, in any case.\n"
    "- **Duration**: `3d14h30m`, `90m`, `1.5d`, `84h` or `0`: elapsed time, a whole number of\n"
    "  minutes.\n"
    "- **Date**: `2026-12-01`, `2026-12-1`, `2026/12/1`, `2026.12.01`, `01.12.2026` (with dots "
    "the\n"
    "  day stands first) or `2026年12月1日`. `12/01/2026` is an error: it can mean two days.\n"
    "- **Instant**: a date alone, or with a time after a blank or `T`: `8:00`, `08:00`, "
    "`08:00:00`,\n"
    "  `8:00 AM` or `8:00 上午`, local at the station it belongs to, or with `+08:00` or `Z` after "
    "it.\n"
    "  A local time that a clock change skips means the first minute after the gap, one that it\n"
    "  repeats the earlier of the two; both with a warning.\n"
    "- **Weekly time**: `Tue 04:30`; the day may be `Tuesday`, `周二` or `星期二`, too.\n"
    "- **Later time**: `D+3 18:30`: 18:30 of the clock at the place, three days after the local "
    "day\n"
    "  of the departure (`D+0`: the same day, `D-1`: the day before, as it may still be in the "
    "west).\n"
    "  Skipped and repeated times as above.\n"
    "- **Pattern**: a PCRE2 regular expression of at most 1000 bytes, matched against the whole "
    "code. A\n"
    "  pattern that matches nothing gets a warning. One that might match in too many ways, such "
    "as\n"
    "  `(A+)+B`, is an error: what matching may cost is counted over the whole case.\n"
    "- Any list of maps may stand in a CSV file: `demand: {csv: demand.csv}`, with a header of "
    "keys\n"
    "  (`cost.teu` for a key within a key), `;` between the items of a list within a cell, and\n"
    "  empty cells left out (blanks around a cell do not count). `tiers` cannot be written in a\n"
    "  cell; an item of `stops` is `AT arrives departs km`, such as `XIY 1d13h 1d15h 1580; URC "
    "D+3\n"
    "  02:00 D+3 04:00 3900`. Rows without any text are passed over, cells missing at a row's end\n"
    "  are empty.\n"
    "  - The *separator* is `,`, `;` or a tab, whichever makes most names in the header; the\n"
    "    *encoding* UTF-8, UTF-16 with a byte order mark, or, with a warning, GB18030. A decimal\n"
    "    comma is read, unless exactly three digits follow it. What is known can be said:\n"
    "    `demand: {csv: {file: b.csv, separator: \";\", decimal: \",\", encoding: GB18030}}`; with "
    "`decimal`,\n"
    "    the other mark stands between thousands.\n"
    "  - In *headers* capitals, blanks, `_` and `-` do not count, nor does a note in brackets "
    "after\n"
    "    the name. Each column has Chinese headings, too, see the tables below. One line of text\n"
    "    above the header is passed over, with a warning. So is an unknown column, unless it is\n"
    "    nearly the name of one that is missing.\n"
    "- `40HQ` is `40HC` where the case does not define it.\n"
    "- A case has at most 64 files, 128 MiB together, each included once.\n"
    "- Unknown keys are errors. So are keys without a value: leave a key out for its default.\n"
    "- `none` and `unlimited` below say what an absent key means; they cannot be written.\n"
    "\n"
    "## The case\n"
    "\n";

void schema_write_reference(FILE *out) {
    fputs(INTRODUCTION, out);
    fputs("| key | value | default | meaning |\n|---|---|---|---|\n", out);
    fputs("| `include` | list of files | – | Files whose sections are joined to this one's, named "
          "relative to it. |\n",
          out);
    for (int i = 0; i < case_table.n_fields; i++) {
        const Field *field = &case_table.fields[i];
        fprintf(out, "| `%s` | ", field->name);
        reference_type(out, field);
        fputs(" | ", out);
        reference_default(out, field);
        fprintf(out, " | %s |\n", field->doc);
    }
    fputc('\n', out);
    for (int i = 0; i < case_table.n_fields; i++) {
        const Field *field = &case_table.fields[i];
        if (field->table != NULL) {
            fprintf(out, "## %s\n\n%s\n\n", field->name, field->doc);
            reference_table(out, field->table, field->name);
        }
    }
}
