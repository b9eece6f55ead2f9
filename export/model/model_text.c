/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the writers of MPS and LP files have in common: numbers, the head, the order of entries. */
#include "export/model/model_text.h"

#include <errno.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char MODEL_CONSTANT[] = "constant";
const char MODEL_OBJECTIVE[] = "minus_margin";

/* After the comment sign, of one character, of the first line. */
static const char TITLE[] = " Banlie: the whole planning model of a case";

void model_put_head(OutFile *out, const char *comment, const char *currency) {
    out_file_print(out, "%s%s, boxes as flows on arcs.\n", comment, TITLE);
    out_file_print(out,
                   "%s Minimised is the negative margin in %s: the best plan's value is -margin.\n",
                   comment, currency);
    out_file_print(out, "%s What no decision changes is the cost of the column `%s`, fixed at 1,\n",
                   comment, MODEL_CONSTANT);
    out_file_print(out, "%s because solvers do not agree on the sign of a constant.\n", comment);
}

bool model_file_is_ours(const char *path) {
    char head[sizeof TITLE] = "";
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return false;
    }
    const size_t size = fread(head, 1, sizeof head, file);
    const int cause = ferror(file) ? errno : 0;
    (void)fclose(file);
    errno = cause;
    return cause == 0 &&
           (size == 0 || (size == sizeof head && memcmp(head + 1, TITLE, size - 1) == 0));
}

/** Gathers by counting; entries of one row or column keep their order. */
static bool gather(const LpModel *lp, bool by_row, ModelOrder *order) {
    const int count = by_row ? lp->n_rows : lp->n_columns;
    int *start = calloc((size_t)count + 2, sizeof *start);
    int *entries = calloc((size_t)lp->n_entries + 1, sizeof *entries);
    *order = (ModelOrder){.start = start, .entries = entries};
    if (start == NULL || entries == NULL) {
        return false;
    }
    for (int i = 0; i < lp->n_entries; i++) {
        start[(by_row ? lp->entries[i].row : lp->entries[i].column) + 2]++;
    }
    for (int i = 2; i <= count; i++) {
        start[i] += start[i - 1];
    }
    /* start[i + 1] is where the next entry of i goes, until it is where those of i + 1 begin. */
    for (int i = 0; i < lp->n_entries; i++) {
        entries[start[(by_row ? lp->entries[i].row : lp->entries[i].column) + 1]++] = i;
    }
    return true;
}

bool model_order_by_row(const LpModel *lp, ModelOrder *order) {
    return gather(lp, true, order);
}

bool model_order_by_column(const LpModel *lp, ModelOrder *order) {
    return gather(lp, false, order);
}

void model_order_free(ModelOrder *order) {
    free(order->start);
    free(order->entries);
    *order = (ModelOrder){0};
}
