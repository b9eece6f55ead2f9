/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Full-width forms and foreign blanks, and the plain characters that they stand for. */
#include "base/plain_text.h"

#include <glib.h>
#include <string.h>

enum {
    WIDE_FIRST = 0xFF01,     /* ！ */
    WIDE_LAST = 0xFF5E,      /* ～ */
    WIDE_FROM_PLAIN = 0xFEE0 /* from ! to ！, and so on for each */
};

static bool is_foreign_blank(gunichar character) {
    return character == 0x00A0 || character == 0x2007 || character == 0x202F || character == 0x3000;
}

/** The plain character that one stands for, NUL where it is plain itself or like none. */
static char plain_of(gunichar character) {
    if (is_foreign_blank(character)) {
        return ' ';
    }
    if (character == 0x2010 || character == 0x2011 || character == 0x2013 || character == 0x2212) {
        return '-';
    }
    return character >= WIDE_FIRST && character <= WIDE_LAST ? (char)(character - WIDE_FROM_PLAIN)
                                                             : '\0';
}

size_t blank_length(const char *at) {
    if (*at == ' ' || *at == '\t') {
        return 1;
    }
    if ((unsigned char)*at < 0x80 || !is_foreign_blank(g_utf8_get_char(at))) {
        return 0;
    }
    return (size_t)(g_utf8_next_char(at) - at);
}

bool text_is_blank(const char *text) {
    for (size_t length; (length = blank_length(text)) > 0;) {
        text += length;
    }
    return *text == '\0';
}

bool wide_character_find(const char *text, WideCharacter *found) {
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        if ((unsigned char)*at < 0x80) {
            continue;
        }
        const gunichar character = g_utf8_get_char(at);
        const char plain = plain_of(character);
        if (plain != '\0') {
            *found = (WideCharacter){.at = (size_t)(at - text), .code = character, .plain = plain};
            memcpy(found->text, at, (size_t)(g_utf8_next_char(at) - at));
            return true;
        }
    }
    return false;
}
