/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts inputs and figures of plans side by side on screen. */
#include "cli/compare_figures.h"

#include <math.h>
#include <string.h>

#include "export/words/compare_words.h"
#include "export/words/kpi_words.h"
#include "study/compare/comparison_cells.h"

enum {
    LABEL = 26,
    VALUE = 18,
    PERCENT = 12,
    BESIDE_A = 3, /**< plans beside a in one table */
    DIGEST = 12   /**< of a digest's 64 digits: enough to tell two apart */
};

void compare_signed_put(GString *to, double value, int decimals) {
    const size_t begin = to->len;
    if (isnan(value)) {
        return;
    }
    wide_text_number(to, value, decimals);
    const bool nothing = strspn(to->str + begin, "0. ") == to->len - begin;
    if (value > 0 && !nothing) {
        g_string_insert_c(to, (gssize)begin, '+');
    }
}

/** Decimals of a figure on screen, and by how much it is multiplied there. */
static int figure_decimals(FigureKind kind, double value, double *scale) {
    enum { LARGE = 1000 };
    *scale = kind == FIGURE_SHARE || kind == FIGURE_GAP ? 100 : 1;
    switch (kind) {
    case FIGURE_MONEY:
    case FIGURE_COUNT:
        return 0;
    case FIGURE_TENTHS:
    case FIGURE_SHARE:
        return 1;
    case FIGURE_GAP:
        return 2;
    case FIGURE_PLAIN:
        break;
    }
    return fabs(value) >= LARGE ? 0 : 3;
}

static void put_figure_value(ScreenPage *page, FigureKind kind, double value, double like,
                             bool with_sign) {
    GString *text = g_string_new(NULL);
    double scale = 1;
    const int decimals = figure_decimals(kind, like, &scale);
    if (isnan(value)) {
        g_string_append(text, "–");
    } else if (with_sign) {
        compare_signed_put(text, scale * value, decimals);
    } else {
        wide_text_number(text, scale * value, decimals);
    }
    g_string_append(text, scale > 1 && !isnan(value) ? " %" : "");
    wide_text_pad(page->line, text->str, VALUE, ALIGN_RIGHT);
    g_string_free(text, TRUE);
}

/** True where no plan has anything of it. */
static bool is_nothing(const Comparison *comparison, const FigureRow *row) {
    for (int plan = 0; plan < comparison->n_plans; plan++) {
        if (row->values[plan] < 0 || row->values[plan] > 0) {
            return false;
        }
    }
    return true;
}

/** The last columns of a table of two plans. */
static void put_difference(ScreenPage *page, FigureKind kind, const double *values) {
    const double difference = comparison_difference(values[0], values[1]);
    put_figure_value(page, kind, difference, values[0], true);
    GString *text = g_string_new(NULL);
    if (values[0] < 0 || values[0] > 0) {
        compare_signed_put(text, 100 * difference / fabs(values[0]), 1);
    }
    g_string_append(text, text->len > 0 ? " %" : "");
    wide_text_pad(page->line, text->str, PERCENT, ALIGN_RIGHT);
    g_string_free(text, TRUE);
}

static void put_figure_row(ScreenPage *page, const Comparison *comparison, const FigureRow *row,
                           int first, int count) {
    FigureKind kind;
    const char *name = kpi_text(page->lang, row->name, &kind);
    g_autofree char *label =
        g_strdup_printf("%s%s", g_str_has_prefix(row->name, "cost_parts_") ? "  " : "", name);
    wide_text_pad(page->line, label, LABEL, ALIGN_LEFT);
    put_figure_value(page, kind, row->values[0], row->values[0], false);
    for (int plan = first; plan < first + count; plan++) {
        put_figure_value(page, kind, row->values[plan], row->values[plan], false);
    }
    if (comparison->n_plans == 2) {
        put_difference(page, kind, row->values);
    }
    screen_page_end_line(page, false);
}

static void put_figure_heading(ScreenPage *page, const Comparison *comparison, int first,
                               int count) {
    wide_text_pad(page->line, compare_text(page->lang, COMPARE_FIGURE), LABEL, ALIGN_LEFT);
    wide_text_pad(page->line, comparison_letter(0), VALUE, ALIGN_RIGHT);
    for (int plan = first; plan < first + count; plan++) {
        wide_text_pad(page->line, comparison_letter(plan), VALUE, ALIGN_RIGHT);
    }
    if (comparison->n_plans == 2) {
        wide_text_pad(page->line, compare_text(page->lang, COMPARE_DIFFERENCE), VALUE, ALIGN_RIGHT);
        wide_text_pad(page->line, "%", PERCENT, ALIGN_RIGHT);
    }
    screen_page_end_line(page, true);
}

void compare_figures_put(ScreenPage *page, const Comparison *comparison) {
    for (int first = 1; first < comparison->n_plans; first += BESIDE_A) {
        const int count = MIN(BESIDE_A, comparison->n_plans - first);
        screen_page_end_line(page, false);
        put_figure_heading(page, comparison, first, count);
        for (guint i = 0; i < comparison->figures->len; i++) {
            const FigureRow *row = &g_array_index(comparison->figures, FigureRow, i);
            if (!is_nothing(comparison, row)) {
                put_figure_row(page, comparison, row, first, count);
            }
        }
    }
}

/* ---- inputs ---- */

/** A cell of a table of inputs, which has so many plans beside a. */
static void put_input_text(ScreenPage *page, const char *text, int count) {
    const int width = (SCREEN_COLUMNS - LABEL) / (count + 1);
    wide_text_pad(page->line, text, width - 1, ALIGN_LEFT);
    g_string_append_c(page->line, ' ');
}

static void put_input_value(ScreenPage *page, const InputRow *row, int plan, int count) {
    const bool is_digest = strcmp(row->name, "digest") == 0;
    const char *whole = row->values[plan];
    g_autofree char *value = is_digest ? g_strndup(whole, DIGEST) : g_strdup(whole);
    put_input_text(page, value[0] == '\0' ? "–" : value, count);
}

static void put_differing(ScreenPage *page, const Comparison *comparison, int first, int count) {
    wide_text_pad(page->line, compare_text(page->lang, COMPARE_INPUTS), LABEL, ALIGN_LEFT);
    put_input_text(page, comparison_letter(0), count);
    for (int plan = first; plan < first + count; plan++) {
        put_input_text(page, comparison_letter(plan), count);
    }
    screen_page_end_line(page, true);
    for (guint i = 0; i < comparison->inputs->len; i++) {
        const InputRow *row = &g_array_index(comparison->inputs, InputRow, i);
        if (!row->differs) {
            continue;
        }
        wide_text_pad(page->line, compare_input_text(page->lang, row->name), LABEL, ALIGN_LEFT);
        put_input_value(page, row, 0, count);
        for (int plan = first; plan < first + count; plan++) {
            put_input_value(page, row, plan, count);
        }
        screen_page_end_line(page, false);
    }
}

/** Tells of plans that do not say which case they are of. */
static void put_unknown(ScreenPage *page, const Comparison *comparison) {
    for (guint i = 0; i < comparison->inputs->len; i++) {
        const InputRow *row = &g_array_index(comparison->inputs, InputRow, i);
        for (int plan = 0; plan < comparison->n_plans && strcmp(row->name, "digest") == 0; plan++) {
            if (row->values[plan][0] == '\0') {
                g_autofree char *text =
                    COMPARE_WITH(page->lang, COMPARE_NO_DIGEST, comparison_letter(plan));
                g_string_append(page->line, text);
                screen_page_end_line(page, false);
            }
        }
    }
}

static bool any_differs(const Comparison *comparison) {
    for (guint i = 0; i < comparison->inputs->len; i++) {
        if (g_array_index(comparison->inputs, InputRow, i).differs) {
            return true;
        }
    }
    return false;
}

void compare_inputs_put(ScreenPage *page, const Comparison *comparison) {
    for (int plan = 0; plan < comparison->n_plans; plan++) {
        g_string_append_printf(page->line, "%s  %s", comparison_letter(plan),
                               comparison->plans[plan].dir);
        screen_page_end_line(page, true);
    }
    screen_page_end_line(page, false);
    if (!any_differs(comparison)) {
        g_string_append(page->line, compare_text(page->lang, COMPARE_SAME_INPUTS));
        screen_page_end_line(page, false);
    }
    for (int first = 1; first < comparison->n_plans && any_differs(comparison); first += BESIDE_A) {
        put_differing(page, comparison, first, MIN(BESIDE_A, comparison->n_plans - first));
    }
    put_unknown(page, comparison);
}
