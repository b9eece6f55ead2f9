/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes of other encodings become UTF-8, by the system's converter. */
#include "base/encoding.h"

#include <glib.h>
#include <string.h>

/** A byte order mark of UTF-16 at the beginning of a text. */
static bool has_mark(const char *bytes, size_t size, const char *mark) {
    return size >= 2 && memcmp(bytes, mark, 2) == 0;
}

static const char LITTLE_MARK[] = "\xFF\xFE", BIG_MARK[] = "\xFE\xFF";

Encoding encoding_find(const char *bytes, size_t size) {
    if (has_mark(bytes, size, LITTLE_MARK) || has_mark(bytes, size, BIG_MARK)) {
        return ENCODING_UTF16;
    }
    const char *end = NULL;
    return g_utf8_validate_len(bytes, size, &end) || *end == '\0' ? ENCODING_UTF8
                                                                  : ENCODING_GB18030;
}

Converted encoding_convert(Encoding from, const char *bytes, size_t size) {
    const char *name = "GB18030";
    size_t mark = 0;
    if (from == ENCODING_UTF16) {
        const bool big = has_mark(bytes, size, BIG_MARK);
        name = big ? "UTF-16BE" : "UTF-16LE";
        mark = big || has_mark(bytes, size, LITTLE_MARK) ? 2 : 0;
    }
    gsize taken = 0, written = 0;
    g_autoptr(GError) error = NULL;
    Converted result = {.text = g_convert(bytes + mark, (gssize)(size - mark), "UTF-8", name,
                                          &taken, &written, &error)};
    if (result.text != NULL && taken < size - mark) { /* a character is cut off at the end */
        g_free(result.text);
        result.text = NULL;
    }
    result.size = result.text == NULL ? 0 : written;
    result.fault_at = mark + taken;
    result.unknown = error != NULL && error->code == G_CONVERT_ERROR_NO_CONVERSION;
    return result;
}
