/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows on screen of feeders, empties, containers and wagon sets, as far as a plan uses them. */
#include "export/screen/screen_resources.h"

#include "export/view/resources.h"

enum { NUMBERS_MAX = 3 };

typedef struct {
    double value;
    int decimals;
} Number;

/** A line: its name, and a text of the numbers and the currency. */
static void put_resource_row(ScreenPage *page, TextKey label, TextKey key, const Number *numbers,
                             int count, const char *currency) {
    GString *texts[NUMBERS_MAX];
    const char *args[NUMBERS_MAX + 1];
    for (int i = 0; i < count; i++) {
        texts[i] = g_string_new(NULL);
        wide_text_number(texts[i], numbers[i].value, numbers[i].decimals);
        args[i] = texts[i]->str;
    }
    args[count] = currency;
    screen_page_label(page, label);
    screen_page_filled(page, key, args);
    screen_page_end_line(page, false);
    for (int i = 0; i < count; i++) {
        g_string_free(texts[i], TRUE);
    }
}

void screen_resources_put(ScreenPage *page, const PlanView *view) {
    const char *currency = view->problem->kase->currency;
    const double *parts = view->kpi->parts;
    const Resources used = resources_of(view);
    if (used.fed_boxes > 0) {
        const Number numbers[] = {{(double)used.fed_boxes, 0}, {parts[COST_FEEDER], 0}};
        put_resource_row(page, TEXT_FEEDERS, TEXT_FEEDER_USE, numbers, 2, currency);
    }
    if (used.empty_boxes > 0) {
        const Number numbers[] = {
            {(double)used.empty_boxes, 0}, {used.empty_teu, 1}, {parts[COST_EMPTY], 0}};
        put_resource_row(page, TEXT_EMPTIES, TEXT_EMPTY_MOVES, numbers, 3, currency);
    }
    if (used.leased_boxes > 0 || parts[COST_STORAGE] != 0) {
        const Number numbers[] = {
            {(double)used.leased_boxes, 0}, {parts[COST_LEASE], 0}, {parts[COST_STORAGE], 0}};
        put_resource_row(page, TEXT_CONTAINERS, TEXT_CONTAINER_COST, numbers, 3, currency);
    }
    if (used.sets_repositioned > 0) {
        const Number numbers[] = {{(double)used.sets_repositioned, 0}, {parts[COST_REPOSITION], 0}};
        put_resource_row(page, TEXT_WAGON_SETS, TEXT_REPOSITIONS, numbers, 2, currency);
    }
}
