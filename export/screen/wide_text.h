/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Text on a terminal, measured in columns: East Asian characters take two. */
#ifndef BANLIE_EXPORT_SCREEN_WIDE_TEXT_H
#define BANLIE_EXPORT_SCREEN_WIDE_TEXT_H

#include <glib.h>

typedef enum { ALIGN_LEFT, ALIGN_RIGHT } Align;

/** Columns a UTF-8 text takes. */
int wide_text_width(const char *text);

/** Appends the text, cut with `…` where it takes more than `width` columns. What is no printable
 * character (an escape sequence in a name, say) becomes `?`. */
void wide_text_cut(GString *to, const char *text, int width);

/** The same, cut at a blank where there is one: names, and dates in them, stay whole. */
void wide_text_cut_words(GString *to, const char *text, int width);

/** Appends the text cut and filled with blanks to exactly `width` columns. */
void wide_text_pad(GString *to, const char *text, int width, Align align);

/** Appends a number with so many decimals, its thousands set apart by blanks. */
void wide_text_number(GString *to, double value, int decimals);

#endif
