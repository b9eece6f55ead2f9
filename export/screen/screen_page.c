/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a page line by line, each cut to the screen. */
#include "export/screen/screen_page.h"

ScreenPage screen_page_new(Lang lang, bool colour) {
    return (ScreenPage){
        .lang = lang, .colour = colour, .text = g_string_new(NULL), .line = g_string_new(NULL)};
}

void screen_page_end_line(ScreenPage *page, bool bold) {
    const bool marked = bold && page->colour;
    g_string_append(page->text, marked ? "\x1b[1m" : "");
    wide_text_cut(page->text, page->line->str, SCREEN_COLUMNS);
    g_string_append(page->text, marked ? "\x1b[0m\n" : "\n");
    g_string_truncate(page->line, 0);
    page->n_lines++;
}

void screen_page_filled(ScreenPage *page, TextKey key, const char *const *args) {
    char *text = text_fill(page->lang, key, args);
    g_string_append(page->line, text);
    g_free(text);
}

void screen_page_label(ScreenPage *page, TextKey key) {
    wide_text_pad(page->line, text_get(page->lang, key), SCREEN_LABEL, ALIGN_LEFT);
}

void screen_page_number(ScreenPage *page, double value, int decimals, int width) {
    GString *number = g_string_new(NULL);
    wide_text_number(number, value, decimals);
    wide_text_pad(page->line, number->str, width, ALIGN_RIGHT);
    g_string_free(number, TRUE);
}

const char *screen_page_name(const ScreenPage *page, const Name *name, const char *code) {
    const char *wanted = page->lang == LANG_ZH ? name->zh : name->en;
    const char *other = page->lang == LANG_ZH ? name->en : name->zh;
    if (wanted != NULL) {
        return wanted;
    }
    return other != NULL ? other : code;
}

char *screen_page_finish(ScreenPage *page) {
    g_string_free(page->line, TRUE);
    return g_string_free(page->text, FALSE);
}
