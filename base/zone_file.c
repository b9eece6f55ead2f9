/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the file of a time zone and proves that it is sound. */
#include "base/zone_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib.h>

#include "base/fault.h"

enum {
    HEADER_BYTES = 44,
    COUNTS_AT = 20,  /**< of six counts of four bytes each */
    TYPE_BYTES = 6,  /**< seconds from UTC, daylight saving, name */
    TYPES_MAX = 256, /**< a byte refers to them */
    OFFSET_MAX_S = 16 * 3600,
    FILE_BYTES_MAX = 1024 * 1024
};

/** One block of data: that of old readers, or that with times of eight bytes after it. */
typedef struct {
    const unsigned char *at; /**< of its header */
    size_t time_bytes;
    size_t n_utc, n_std, n_leaps, n_times, n_types, n_chars;
} Block;

static size_t count_at(const unsigned char *header, int index) {
    const unsigned char *p = header + COUNTS_AT + 4 * index;
    return (size_t)p[0] << 24 | (size_t)p[1] << 16 | (size_t)p[2] << 8 | p[3];
}

/** Reads a header; false where there is none, or not room enough for what it announces.
 *  @param size   bytes from the header on
 *  @param whole  receives the block's bytes, header included */
static bool read_block(const unsigned char *at, size_t size, size_t time_bytes, Block *block,
                       size_t *whole) {
    if (size < HEADER_BYTES || memcmp(at, "TZif", 4) != 0) {
        return false;
    }
    *block = (Block){.at = at,
                     .time_bytes = time_bytes,
                     .n_utc = count_at(at, 0),
                     .n_std = count_at(at, 1),
                     .n_leaps = count_at(at, 2),
                     .n_times = count_at(at, 3),
                     .n_types = count_at(at, 4),
                     .n_chars = count_at(at, 5)};
    *whole = HEADER_BYTES + block->n_times * (time_bytes + 1) + block->n_types * TYPE_BYTES +
             block->n_chars + block->n_leaps * (time_bytes + 4) + block->n_std + block->n_utc;
    return *whole <= size;
}

static gint64 big_endian(const unsigned char *at, size_t bytes) {
    guint64 value = at[0] >= 0x80 ? G_MAXUINT64 : 0;
    for (size_t i = 0; i < bytes; i++) {
        value = value << 8 | at[i];
    }
    return (gint64)value;
}

static bool types_are_sound(const Block *block, const unsigned char *types) {
    const unsigned char *chars = types + block->n_types * TYPE_BYTES;
    if (block->n_types < 1 || block->n_types > TYPES_MAX || block->n_chars < 1 ||
        chars[block->n_chars - 1] != '\0') {
        return false;
    }
    for (size_t i = 0; i < block->n_types; i++) {
        const unsigned char *type = types + i * TYPE_BYTES;
        if (ABS(big_endian(type, 4)) >= OFFSET_MAX_S || type[5] >= block->n_chars) {
            return false;
        }
    }
    return true;
}

static bool block_is_sound(const Block *block) {
    const unsigned char *times = block->at + HEADER_BYTES;
    const unsigned char *indices = times + block->n_times * block->time_bytes;
    for (size_t i = 0; i < block->n_times; i++) {
        const unsigned char *time = times + i * block->time_bytes;
        if (indices[i] >= block->n_types ||
            (i > 0 && big_endian(time, block->time_bytes) <=
                          big_endian(time - block->time_bytes, block->time_bytes))) {
            return false;
        }
    }
    return types_are_sound(block, indices + block->n_times);
}

/** Looks at the rule for times after the last change, such as `CET-1CEST,M3.5.0,M10.5.0/3`; there
 * may be none. */
static bool rule_is_sound(const char *rule) {
    if (rule[0] == '\0') {
        return true;
    }
    const char *p = rule;
    if (*p == '<') {
        p += strcspn(p, ">");
        p += *p == '>' ? 1 : 0;
    } else {
        while (g_ascii_isalpha(*p)) {
            p++;
        }
    }
    p += *p == '+' || *p == '-' ? 1 : 0;
    if (p == rule || !g_ascii_isdigit(*p)) {
        return false; /* GLib might take it for the name of a file */
    }
    GTimeZone *parsed = g_time_zone_new_identifier(rule);
    if (parsed != NULL) {
        g_time_zone_unref(parsed);
    }
    return parsed != NULL;
}

/** Looks at the last line of a file, which ends the line before it, too. */
static bool footer_is_sound(const unsigned char *at, size_t size) {
    const unsigned char *end = size < 2 ? NULL : memchr(at + 1, '\n', size - 1);
    if (end == NULL || at[0] != '\n') {
        return false;
    }
    g_autofree char *rule = g_strndup((const char *)at + 1, (gsize)(end - at - 1));
    return rule_is_sound(rule);
}

bool zone_file_is_sound(const char *bytes, size_t size) {
    const unsigned char *at = (const unsigned char *)bytes;
    Block block;
    size_t whole = 0;
    if (!read_block(at, size, 4, &block, &whole)) {
        return false;
    }
    if (at[4] < '2') {
        return block_is_sound(&block);
    }
    at += whole;
    size -= whole;
    return read_block(at, size, 8, &block, &whole) && block_is_sound(&block) &&
           footer_is_sound(at + whole, size - whole);
}

static ZoneFileStatus unusable(const char *path, PhraseArg cause, Phrase **why) {
    *why = phrase_copy(&PHRASE(FAULT_OF_FILE, path, cause));
    return ZONE_FILE_UNUSABLE;
}

/** The same for what the system says. */
static ZoneFileStatus unreadable(const char *path, int reason, Phrase **why) {
    return unusable(path, phrase_text(g_strerror(reason)), why);
}

/** Reads at most one byte more than is allowed; -1 with errno where that fails. */
static ssize_t read_zone_bytes(int file, char *bytes) {
    size_t used = 0;
    while (used <= FILE_BYTES_MAX) {
        const ssize_t got = read(file, bytes + used, FILE_BYTES_MAX + 1 - used);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return -1;
        }
        if (got == 0) {
            break;
        }
        used += (size_t)got;
    }
    return (ssize_t)used;
}

static ZoneFileStatus check_file(int file, const char *path, Phrase **why) {
    struct stat info;
    if (fstat(file, &info) != 0) {
        return unreadable(path, errno, why);
    }
    if (!S_ISREG(info.st_mode)) {
        return ZONE_FILE_NONE; /* a region such as Europe */
    }
    char *bytes = g_malloc(FILE_BYTES_MAX + 1);
    const ssize_t got = read_zone_bytes(file, bytes);
    ZoneFileStatus status = ZONE_FILE_SOUND;
    if (got < 0) {
        status = unreadable(path, errno, why);
    } else if (got > FILE_BYTES_MAX || !zone_file_is_sound(bytes, (size_t)got)) {
        status = unusable(path, phrase_word(FAULT_ZONE_UNSOUND), why);
    }
    g_free(bytes);
    return status;
}

/** Names begin with a capital; the helper files of the database do not. */
static bool is_name(const char *name) {
    static const char *const allowed =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/";
    return g_ascii_isupper(name[0]) && name[strspn(name, allowed)] == '\0' && strlen(name) < 100;
}

ZoneFileStatus zone_file_check(const char *name, Phrase **why) {
    if (strcmp(name, "UTC") == 0) {
        return ZONE_FILE_SOUND; /* known without a file */
    }
    if (!is_name(name)) {
        return ZONE_FILE_NONE;
    }
    const char *folder = g_getenv("TZDIR");
    folder = folder == NULL ? "/usr/share/zoneinfo" : folder;
    char *path = g_build_filename(folder, name, NULL);
    struct stat info;
    ZoneFileStatus status = ZONE_FILE_NONE;
    const int file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    const int reason = errno;
    if (file >= 0) {
        status = check_file(file, path, why);
        close(file);
    } else if (stat(folder, &info) != 0) {
        status = unusable(folder, phrase_word(FAULT_NO_ZONES), why);
    } else if (reason != ENOENT && reason != ENOTDIR) {
        status = unreadable(path, reason, why);
    }
    g_free(path);
    return status;
}
