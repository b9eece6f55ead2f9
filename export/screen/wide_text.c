/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures, cuts and pads text in the columns of a terminal. */
#include "export/screen/wide_text.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "base/plain_text.h"

static int char_width(gunichar character) {
    if (g_unichar_iszerowidth(character)) {
        return 0;
    }
    return g_unichar_iswide(character) ? 2 : 1;
}

int wide_text_width(const char *text) {
    int width = 0;
    for (const char *at = text; *at != '\0'; at = character_next(at)) {
        width += char_width(character_at(at));
    }
    return width;
}

void wide_text_cut(GString *to, const char *text, int width) {
    char *valid = g_utf8_make_valid(text, -1);
    const bool cut = wide_text_width(valid) > width;
    int left = cut ? width - 1 : width;
    for (const char *at = valid; *at != '\0'; at = g_utf8_next_char(at)) {
        const gunichar character = g_utf8_get_char(at);
        left -= char_width(character);
        if (left < 0) {
            break;
        }
        g_string_append_unichar(to, g_unichar_isprint(character) ? character : '?');
    }
    g_string_append(to, cut ? "…" : "");
    g_free(valid);
}

void wide_text_cut_words(GString *to, const char *text, int width) {
    const size_t begin = to->len;
    wide_text_cut(to, text, width);
    const char *blank = strrchr(to->str + begin, ' ');
    if (wide_text_width(text) > width && blank != NULL && blank > to->str + begin) {
        g_string_truncate(to, (gsize)(blank - to->str));
        g_string_append(to, " …");
    }
}

void wide_text_pad(GString *to, const char *text, int width, Align align) {
    GString *cut = g_string_new(NULL);
    wide_text_cut(cut, text, width);
    const int blanks = width - wide_text_width(cut->str);
    if (align == ALIGN_LEFT) {
        g_string_append(to, cut->str);
    }
    for (int i = 0; i < blanks; i++) {
        g_string_append_c(to, ' ');
    }
    if (align == ALIGN_RIGHT) {
        g_string_append(to, cut->str);
    }
    g_string_free(cut, TRUE);
}

void wide_text_number(GString *to, double value, int decimals) {
    enum { SIZE = 352 };
    char digits[SIZE];
    char format[] = "%.0f";
    format[2] = (char)('0' + decimals);
    (void)g_ascii_formatd(digits, SIZE, format, fabs(value));
    const size_t whole = strcspn(digits, ".");
    if (value < 0 && strspn(digits, "0.") != strlen(digits)) {
        g_string_append(to, "-");
    }
    for (size_t i = 0; digits[i] != '\0'; i++) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0) {
            g_string_append_c(to, ' ');
        }
        g_string_append_c(to, digits[i]);
    }
}
