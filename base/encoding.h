/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The encodings that spreadsheets write text files in. */
#ifndef BANLIE_BASE_ENCODING_H
#define BANLIE_BASE_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

typedef enum {
    ENCODING_UTF8,    /**< with a byte order mark or without */
    ENCODING_UTF16,   /**< little-endian where no byte order mark says otherwise */
    ENCODING_GB18030, /**< what spreadsheets write under Chinese Windows; holds GBK and GB2312 */
    ENCODING_FOUND    /**< whichever of these the bytes are */
} Encoding;

/** What a text's encoding seems to be: UTF-16 by its byte order mark, UTF-8 where the bytes are
 * such, else GB18030. */
Encoding encoding_find(const char *bytes, size_t size);

/** What a conversion came to. */
typedef struct {
    char *text;      /**< UTF-8, ended by NUL, to be freed with g_free(); NULL where it failed */
    size_t size;     /**< of the text, in bytes */
    size_t fault_at; /**< where it failed: the byte that is none of this encoding */
    bool unknown;    /**< it failed for the system not knowing the encoding */
} Converted;

/** Turns UTF-16 or GB18030 into UTF-8. */
Converted encoding_convert(Encoding from, const char *bytes, size_t size);

#endif
