/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps through text of any bytes; full-width forms and foreign blanks, and what they stand for. */
#include "base/plain_text.h"

#include <glib.h>
#include <string.h>

enum {
    WIDE_FIRST = 0xFF01,      /* ！ */
    WIDE_LAST = 0xFF5E,       /* ～ */
    WIDE_FROM_PLAIN = 0xFEE0, /* from ! to ！, and so on for each */
    REPLACEMENT = 0xFFFD      /* Unicode's mark of what could not be read */
};

unsigned character_at(const char *at) {
    const gunichar character = g_utf8_get_char_validated(at, -1);
    return g_unichar_validate(character) ? character : REPLACEMENT;
}

const char *character_next(const char *at) {
    const bool whole = g_unichar_validate(g_utf8_get_char_validated(at, -1));
    return whole ? g_utf8_next_char(at) : at + 1;
}

size_t character_count(const char *text) {
    size_t count = 0;
    for (const char *at = text; *at != '\0'; at = character_next(at)) {
        count++;
    }
    return count;
}

static bool is_foreign_blank(unsigned character) {
    return character == 0x00A0 || character == 0x2007 || character == 0x202F || character == 0x3000;
}

/** The plain character that one stands for, NUL where it is plain itself or like none. */
static char plain_of(unsigned character) {
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
    if ((unsigned char)*at < 0x80 || !is_foreign_blank(character_at(at))) {
        return 0;
    }
    return (size_t)(character_next(at) - at);
}

bool text_is_blank(const char *text) {
    for (size_t length; (length = blank_length(text)) > 0;) {
        text += length;
    }
    return *text == '\0';
}

bool wide_character_at(const char *at, WideCharacter *found) {
    const unsigned code = (unsigned char)*at < 0x80 ? 0 : character_at(at);
    const char plain = plain_of(code);
    if (plain == '\0') {
        return false;
    }
    *found = (WideCharacter){.code = code, .plain = plain};
    memcpy(found->text, at, (size_t)(character_next(at) - at));
    return true;
}

bool wide_character_find(const char *text, WideCharacter *found) {
    for (const char *at = text; *at != '\0'; at = character_next(at)) {
        if (wide_character_at(at, found)) {
            found->at = (size_t)(at - text);
            return true;
        }
    }
    return false;
}
