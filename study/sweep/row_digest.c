/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256 of what a row is made from, each part ended so that none runs into the next. */
#include "study/sweep/row_digest.h"

#include <errno.h>
#include <glib.h>
#include <stdio.h>

enum { BLOCK_BYTES = 64 * 1024 };

static void digest_part(GChecksum *sum, const char *part) {
    if (part != NULL) {
        g_checksum_update(sum, (const guchar *)part, -1);
    }
    g_checksum_update(sum, (const guchar *)"\n", 1);
}

static void take_digest(GChecksum *sum, char digest[DIGEST_TEXT_SIZE]) {
    g_strlcpy(digest, g_checksum_get_string(sum), DIGEST_TEXT_SIZE);
    g_checksum_free(sum);
}

void row_digest(const RowOrigin *origin, const char *changed, char digest[DIGEST_TEXT_SIZE]) {
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
    digest_part(sum, origin->program);
    digest_part(sum, origin->flags);
    digest_part(sum, origin->base);
    digest_part(sum, changed);
    take_digest(sum, digest);
}

bool file_digest(const char *path, char digest[DIGEST_TEXT_SIZE]) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return false;
    }
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_autofree guchar *block = g_malloc(BLOCK_BYTES);
    size_t size;
    while ((size = fread(block, 1, BLOCK_BYTES, file)) > 0) {
        g_checksum_update(sum, block, (gssize)size);
    }
    const int cause = ferror(file) ? errno : 0;
    take_digest(sum, digest);
    (void)fclose(file);
    errno = cause;
    return cause == 0;
}

bool program_digest(char digest[DIGEST_TEXT_SIZE]) {
    return file_digest("/proc/self/exe", digest);
}
