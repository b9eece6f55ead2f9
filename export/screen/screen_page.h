/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A page of text under construction, line by line, no line wider than the screen. */
#ifndef BANLIE_EXPORT_SCREEN_SCREEN_PAGE_H
#define BANLIE_EXPORT_SCREEN_SCREEN_PAGE_H

#include <stdbool.h>

#include "config/case.h"
#include "export/screen/wide_text.h"
#include "export/words/texts.h"

/** What fits on a screen. */
enum { SCREEN_COLUMNS = 100, SCREEN_LINES = 40 };

/** Columns of a row's name and of a number. */
enum { SCREEN_LABEL = 16, SCREEN_NUMBER = 16 };

typedef struct {
    Lang lang;
    bool colour;
    GString *text; /**< the lines that are done */
    GString *line; /**< the one that is being written */
    int n_lines;
} ScreenPage;

ScreenPage screen_page_new(Lang lang, bool colour);

/** Cuts the line to the screen and begins the next one. */
void screen_page_end_line(ScreenPage *page, bool bold);

/** Appends a text with its arguments filled in. */
void screen_page_filled(ScreenPage *page, TextKey key, const char *const *args);

/** The name of a row, padded. */
void screen_page_label(ScreenPage *page, TextKey key);

/** A number, right-aligned. */
void screen_page_number(ScreenPage *page, double value, int decimals, int width);

/** A name in the page's language, else in the other, else the code. */
const char *screen_page_name(const ScreenPage *page, const Name *name, const char *code);

/** Ends the page.
 *  @return its text, to be freed with g_free() */
char *screen_page_finish(ScreenPage *page);

#endif
