/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Text of any bytes, character by character; characters that look like plain ones and are others:
 * full-width forms, which Chinese keyboards write, and blanks that do not break a line, which web
 * pages and spreadsheets hold. */
#ifndef BANLIE_BASE_PLAIN_TEXT_H
#define BANLIE_BASE_PLAIN_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/** Number in Unicode of the character that begins here; U+FFFD where the bytes are no
 * UTF-8. Unlike g_utf8_get_char(), it reads no further than the NUL that ends the text. */
unsigned character_at(const char *at);

/** Where the next character begins: a byte further where the bytes here are no UTF-8, and never
 * beyond the NUL. `at` does not stand at the NUL. */
const char *character_next(const char *at);

/** Characters of a text, each byte that is no UTF-8 counted as one. */
size_t character_count(const char *text);

/** Length in bytes of the blank that begins here: a plain one, a tab, one that does not break a
 * line, or a full-width one; 0 where there is none. */
size_t blank_length(const char *at);

/** True where a text holds blanks alone, or nothing. */
bool text_is_blank(const char *text);

typedef struct {
    size_t at;     /**< where it begins, in bytes */
    unsigned code; /**< its number in Unicode */
    char text[5];  /**< the character itself */
    char plain;    /**< what is meant */
} WideCharacter;

/** Tells of the character that begins here, with `at` 0. @return false where it is plain */
bool wide_character_at(const char *at, WideCharacter *found);

/** Finds the first character of a text that has a plain one in its place. */
bool wide_character_find(const char *text, WideCharacter *found);

#endif
