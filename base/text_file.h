/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A text file of the planner's, read whole and proven to be clean UTF-8. */
#ifndef BANLIE_BASE_TEXT_FILE_H
#define BANLIE_BASE_TEXT_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/encoding.h"
#include "base/fault.h"
#include "base/phrase.h"

/** Largest file that is read: ten times a week of national demand. */
enum { TEXT_FILE_BYTES_MAX = 16 * 1024 * 1024 };

typedef enum {
    TEXT_FILE_OK,
    TEXT_FILE_UNREADABLE, /**< it cannot be opened or read */
    TEXT_FILE_REFUSED     /**< too large, not UTF-8, or with control characters */
} TextFileStatus;

typedef struct {
    char *bytes; /**< the whole file, ended by NUL */
    size_t size;
    size_t start;      /**< where the text begins: 3 after a byte order mark, else 0 */
    Encoding encoding; /**< that it was in; `bytes` are UTF-8 whatever that was */
} TextFile;

/** Why a text was not taken, and where; line 0 means the whole file. */
typedef struct {
    Phrase phrase; /**< of base/fault.h; all it refers to lasts */
    int line, column;
} TextFault;

/** Reads a file in UTF-8. On anything but TEXT_FILE_OK `file` is empty and `fault` says why; else
 * free it with text_file_free(). */
TextFileStatus text_file_read(const char *path, TextFile *file, TextFault *fault)
    __attribute__((warn_unused_result));

/** As text_file_read(), from another encoding. Bytes that are of none that may be meant are a fault
 * at the place up to which one of them fits. */
TextFileStatus text_file_read_as(const char *path, Encoding encoding, TextFile *file,
                                 TextFault *fault) __attribute__((warn_unused_result));

void text_file_free(TextFile *file);

/** Length in bytes of the control character or foreign line break that begins here, tabs and line
 * ends included; 0 where a character fit for one line does. */
size_t text_control_length(const char *at);

/** Number of characters in the first `bytes` bytes of UTF-8. */
int text_characters(const char *text, size_t bytes);

#endif
