/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows on screen of what is under way, and of what changed against the earlier plan. */
#include "export/screen/screen_changes.h"

#include "export/view/changes.h"

/** Per reason: how many trains, or boxes. */
typedef struct {
    long trains[N_CHANGE_REASONS], boxes[N_CHANGE_REASONS];
} ChangeCounts;

static ChangeCounts count_changes(const PlanView *view) {
    ChangeCounts counts = {0};
    GArray *changes = changes_of(view);
    for (guint i = 0; i < changes->len; i++) {
        const Change *change = &g_array_index(changes, Change, i);
        counts.trains[change->reason] += change->of_train;
        counts.boxes[change->reason] += change->boxes;
    }
    g_array_free(changes, TRUE);
    return counts;
}

/** A number as the screen has it, to be freed with g_free(). */
static char *count_text(long count) {
    GString *text = g_string_new(NULL);
    wide_text_number(text, (double)count, 0);
    return g_string_free(text, FALSE);
}

/** `3 new, 1 stopped`; empty where there are none. */
static char *reasons_text(const ScreenPage *page, const long *counts) {
    static const TextKey keys[] = {
        [CHANGE_LEFT_BEHIND] = TEXT_CHANGED_LEFT_BEHIND,
        [CHANGE_REROUTED] = TEXT_CHANGED_REROUTED,
        [CHANGE_ANOTHER_DAY] = TEXT_CHANGED_DAY,
        [CHANGE_CANCELLED] = TEXT_CHANGED_CANCELLED,
        [CHANGE_STOPPED] = TEXT_CHANGED_STOPPED,
        [CHANGE_CLOSED] = TEXT_CHANGED_CLOSED,
        [CHANGE_REMOVED] = TEXT_CHANGED_REMOVED,
        [CHANGE_RETIMED] = TEXT_CHANGED_RETIMED,
        [CHANGE_NEW] = TEXT_CHANGED_NEW,
    };
    GString *list = g_string_new(NULL);
    for (int reason = 0; reason < N_CHANGE_REASONS; reason++) {
        if (counts[reason] > 0) {
            g_autofree char *count = count_text(counts[reason]);
            g_autofree char *text = TEXT_WITH(page->lang, keys[reason], count);
            g_string_append(list, list->len > 0 ? text_get(page->lang, TEXT_COMMA) : "");
            g_string_append(list, text);
        }
    }
    return g_string_free(list, FALSE);
}

/** A row of what changed, where anything did. */
static void put_reasons(ScreenPage *page, TextKey label, const char *list) {
    if (*list != '\0') {
        screen_page_label(page, label);
        g_string_append(page->line, list);
        screen_page_end_line(page, false);
    }
}

static void put_changes(ScreenPage *page, const PlanView *view) {
    const ChangeCounts counts = count_changes(view);
    g_autofree char *trains = reasons_text(page, counts.trains);
    g_autofree char *boxes = reasons_text(page, counts.boxes);
    put_reasons(page, TEXT_CHANGED_TRAINS, trains);
    put_reasons(page, TEXT_CHANGED_BOXES, boxes);
    if (*trains == '\0' && *boxes == '\0') {
        put_reasons(page, TEXT_CHANGES, text_get(page->lang, TEXT_NO_CHANGES));
    }
}

static void put_under_way(ScreenPage *page, const CarriedOver *carried) {
    g_autofree char *trains = count_text(carried->trains_under_way);
    g_autofree char *boxes = count_text(carried->boxes_under_way);
    g_autofree char *empties = count_text(carried->empties_under_way);
    screen_page_label(page, TEXT_UNDER_WAY);
    screen_page_filled(page, TEXT_UNDER_WAY_COUNTS, (const char *const[]){trains, boxes, empties});
    screen_page_end_line(page, false);
}

void screen_changes_put(ScreenPage *page, const PlanView *view) {
    const Case *kase = view->problem->kase;
    if (kase->carried != NULL) {
        put_under_way(page, kase->carried);
    }
    if (kase->commitments.given) {
        put_changes(page, view);
    }
}
