/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of lines on screen: trains, load factor and margin of each. */
#include "export/screen/screen_lines.h"

#include <math.h>
#include <stdlib.h>

enum { NAME_WIDTH = 40, COUNT_WIDTH = 10, FACTOR_WIDTH = 14, AMOUNT_WIDTH = 18 };

typedef struct {
    LineId line;
    int trains;
    double loaded_teu;
    double loaded_teu_km;
    double offered_teu_km;
    double margin;
} LineTotals;

static int compare_totals(const void *a, const void *b) {
    const LineTotals *left = a;
    const LineTotals *right = b;
    if (left->loaded_teu != right->loaded_teu) {
        return left->loaded_teu > right->loaded_teu ? -1 : 1;
    }
    return left->line - right->line;
}

/** @return totals per line, in the order to be shown; to be freed with g_free() */
static LineTotals *sum_up_lines(const PlanView *view) {
    const Problem *problem = view->problem;
    LineTotals *totals = g_new0(LineTotals, (gsize)problem->kase->n_lines);
    for (LineId line = 0; line < problem->kase->n_lines; line++) {
        totals[line].line = line;
    }
    for (TrainId id = 0; id < problem->n_trains; id++) {
        const TrainKpi *kpi = &view->kpi->trains[id];
        if (plan_view_runs(view, id)) {
            LineTotals *line = &totals[problem->trains[id].line];
            line->margin += kpi->revenue - kpi->cost;
            if (problem->trains[id].under_way) {
                continue; /* only what its boxes of this plan earn */
            }
            line->trains++;
            line->loaded_teu += kpi->loaded_teu;
            line->loaded_teu_km += kpi->loaded_teu_km;
            line->offered_teu_km += kpi->offered_teu_km;
        }
    }
    qsort(totals, (size_t)problem->kase->n_lines, sizeof *totals, compare_totals);
    return totals;
}

static void put_header(ScreenPage *page, const char *currency) {
    char *margin = g_strdup_printf("%s (%s)", text_get(page->lang, TEXT_MARGIN), currency);
    wide_text_pad(page->line, text_get(page->lang, TEXT_LINE), NAME_WIDTH, ALIGN_LEFT);
    wide_text_pad(page->line, text_get(page->lang, TEXT_TRAINS), COUNT_WIDTH, ALIGN_RIGHT);
    wide_text_pad(page->line, text_get(page->lang, TEXT_LOAD_FACTOR), FACTOR_WIDTH, ALIGN_RIGHT);
    wide_text_pad(page->line, text_get(page->lang, TEXT_LOADED_TEU), AMOUNT_WIDTH, ALIGN_RIGHT);
    wide_text_pad(page->line, margin, AMOUNT_WIDTH, ALIGN_RIGHT);
    screen_page_end_line(page, true);
    g_free(margin);
}

static void put_totals_of_line(ScreenPage *page, const PlanView *view, const LineTotals *totals) {
    const Line *line = &view->problem->kase->lines[totals->line];
    const char *name = screen_page_name(page, &line->name, "");
    GString *title = g_string_new(line->code);
    g_string_append_printf(title, "  %s", name);
    wide_text_pad(page->line, title->str, NAME_WIDTH, ALIGN_LEFT);
    g_string_free(title, TRUE);
    screen_page_number(page, totals->trains, 0, COUNT_WIDTH);
    const double factor = plan_view_ratio(totals->loaded_teu_km, totals->offered_teu_km);
    if (isfinite(factor)) {
        screen_page_number(page, 100 * factor, 1, FACTOR_WIDTH - 2);
        g_string_append(page->line, " %");
    } else {
        wide_text_pad(page->line, "–", FACTOR_WIDTH, ALIGN_RIGHT);
    }
    screen_page_number(page, totals->loaded_teu, 1, AMOUNT_WIDTH);
    screen_page_number(page, totals->margin, 0, AMOUNT_WIDTH);
    screen_page_end_line(page, false);
}

void screen_lines_put(ScreenPage *page, const PlanView *view, int max_rows) {
    const int count = view->problem->kase->n_lines;
    const int shown = count <= max_rows ? count : max_rows - 1;
    LineTotals *totals = sum_up_lines(view);
    put_header(page, view->problem->kase->currency);
    for (int i = 0; i < shown; i++) {
        put_totals_of_line(page, view, &totals[i]);
    }
    g_free(totals);
    if (shown < count) {
        char *more = g_strdup_printf("%d", count - shown);
        char *text = text_fill(page->lang, TEXT_MORE_LINES, (const char *const[]){more});
        g_string_append(page->line, text);
        screen_page_end_line(page, false);
        g_free(text);
        g_free(more);
    }
}
