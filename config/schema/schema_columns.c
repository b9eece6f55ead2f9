/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the tables of columns of the reference pages. */
#include "config/schema/schema_columns.h"

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
    case COLUMN_EXACT:
        return "price, 17 significant digits";
    case COLUMN_HOURS:
        return "number, in hours";
    case COLUMN_DAY:
        return "`D+n`";
    case COLUMN_TIERS:
        return "money, several";
    case COLUMN_QUANTITY:
    case COLUMN_NUMBER:
        return "number";
    }
    return "";
}

static void write_column(FILE *out, const PlanColumn *column) {
    fprintf(out, "| `%s` | %s | %s", column->name, column->zh, column_kind_text(column->kind));
    if (column->unit != NULL) {
        fprintf(out, "%s%s", column->kind == COLUMN_PRICE ? " per " : ", in ", column->unit);
    }
    if (column->empty != NULL) {
        fprintf(out, "; empty %s", column->empty);
    }
    fprintf(out, " | %s |\n", column->doc);
}

/** What the words of a column mean, in a table of their own. */
static void write_words(FILE *out, const PlanColumn *column) {
    if (column->words == NULL) {
        return;
    }
    fprintf(out, "\n| `%s` | meaning |\n|---|---|\n", column->name);
    for (const PlanWord *word = column->words; word->word != NULL; word++) {
        fprintf(out, "| `%s` | %s |\n", word->word, word->doc);
    }
}

void schema_write_columns(FILE *out, const PlanColumn *columns, int count) {
    fputs("\n\n| column | 中文 | value | meaning |\n|---|---|---|---|\n", out);
    for (int i = 0; i < count; i++) {
        write_column(out, &columns[i]);
    }
    for (int i = 0; i < count; i++) {
        write_words(out, &columns[i]);
    }
}
