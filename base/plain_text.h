/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Characters that look like plain ones and are others: full-width forms, which Chinese keyboards
 * write, and blanks that do not break a line, which web pages and spreadsheets hold. */
#ifndef BANLIE_BASE_PLAIN_TEXT_H
#define BANLIE_BASE_PLAIN_TEXT_H

#include <stdbool.h>
#include <stddef.h>

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

/** Finds the first character of a text that has a plain one in its place. */
bool wide_character_find(const char *text, WideCharacter *found);

#endif
