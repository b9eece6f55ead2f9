/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file is read whole, and its text looked through for what may not be in it. */
#include "base/text_file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_BYTES = 64 * 1024 };

static const char BYTE_ORDER_MARK[] = "\xEF\xBB\xBF";

int text_characters(const char *text, size_t bytes) {
    int count = 0;
    for (size_t i = 0; i < bytes; i++) {
        if (((unsigned char)text[i] & 0xC0) != 0x80) {
            count++;
        }
    }
    return count;
}

/** Reads at most one byte more than is allowed, so that an endless device ends too. */
static bool read_stream(FILE *stream, GByteArray *bytes) {
    guint8 buffer[READ_BYTES];
    while (bytes->len <= TEXT_FILE_BYTES_MAX) {
        size_t got = fread(buffer, 1, sizeof buffer, stream);
        g_byte_array_append(bytes, buffer, (guint)got);
        if (got < sizeof buffer) {
            return !ferror(stream);
        }
    }
    return true;
}

/** What stands in a file's place, FAULT_NONE where it is a file or a folder (which says so when it
 * is read): a pipe may never come to its end, and a plan reads its case more than once. */
static Fault other_than_file(mode_t mode) {
    return S_ISREG(mode) || S_ISDIR(mode) ? FAULT_NONE
           : S_ISFIFO(mode)               ? FAULT_A_PIPE
           : S_ISSOCK(mode)               ? FAULT_A_SOCKET
                                          : FAULT_A_DEVICE;
}

/** Opens a file; NULL where that fails (errno says why) or `other` names what stands in its place.
 * Nothing is waited for: the look before opening spares devices, that after it is the one that
 * counts. */
static FILE *open_text(const char *path, Fault *other) {
    struct stat info;
    *other = stat(path, &info) == 0 ? other_than_file(info.st_mode) : FAULT_NONE;
    const int file =
        *other == FAULT_NONE ? open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) : -1;
    if (file < 0) {
        return NULL;
    }
    *other = fstat(file, &info) == 0 ? other_than_file(info.st_mode) : FAULT_NONE;
    FILE *stream = *other == FAULT_NONE ? fdopen(file, "rb") : NULL;
    if (!stream) {
        const int reason = errno;
        close(file);
        errno = reason;
    }
    return stream;
}

static void fault_set_place(TextFault *fault, const char *text, size_t at) {
    size_t line_start = 0;
    fault->line = 1;
    for (size_t i = 0; i < at; i++) {
        if (text[i] == '\n') {
            fault->line++;
            line_start = i + 1;
        }
    }
    fault->column = text_characters(text + line_start, at - line_start) + 1;
}

/** Length of the control character or foreign line break that begins here, 0 where there is none.
 */
static size_t control_length(const unsigned char *at) {
    if ((at[0] < 0x20 && at[0] != '\t' && at[0] != '\n' && at[0] != '\r') || at[0] == 0x7F) {
        return 1;
    }
    if (at[0] == 0xC2 && at[1] >= 0x80 && at[1] <= 0x9F) {
        return 2;
    }
    if (at[0] == 0xE2 && at[1] == 0x80 && (at[2] == 0xA8 || at[2] == 0xA9)) {
        return 3;
    }
    return 0;
}

size_t text_control_length(const char *at) {
    return *at == '\t' || *at == '\n' || *at == '\r' ? 1
                                                     : control_length((const unsigned char *)at);
}

static bool text_check(const char *text, size_t size, TextFault *fault) {
    const char *end = NULL;
    if (!g_utf8_validate_len(text, size, &end) && *end) {
        fault_set_place(fault, text, (size_t)(end - text));
        fault->phrase = PHRASE(FAULT_NOT_UTF8, phrase_hex((unsigned char)*end, 2));
        return false;
    }
    for (size_t i = 0; i < size; i++) {
        if (control_length((const unsigned char *)text + i) == 0) {
            continue;
        }
        fault_set_place(fault, text, i);
        fault->phrase = PHRASE(FAULT_CONTROL_CHARACTER, phrase_hex(g_utf8_get_char(text + i), 4));
        return false;
    }
    return true;
}

/** Reads a file's bytes, NUL added. @return false with a fault where it cannot be read */
static bool read_whole(const char *path, TextFile *file, TextFault *fault) {
    Fault other = FAULT_NONE;
    FILE *stream = open_text(path, &other);
    GByteArray *bytes = g_byte_array_new();
    bool read = stream && read_stream(stream, bytes);
    int reason = errno;
    if (stream) {
        fclose(stream);
    }
    if (!read) {
        g_byte_array_free(bytes, true);
        fault->phrase = other == FAULT_NONE ? PHRASE(FAULT_UNREADABLE, g_strerror(reason))
                                            : PHRASE(FAULT_NO_FILE, phrase_word(other));
        return false;
    }
    file->size = bytes->len;
    g_byte_array_append(bytes, (const guint8 *)"", 1);
    file->bytes = (char *)g_byte_array_free(bytes, false);
    return true;
}

/** Says what is wrong with a file that is in none of the encodings that may be meant: the byte up
 * to which one of them fits. */
static void tell_encoding(const TextFile *file, Encoding tried, bool guessed,
                          const Converted *failed, TextFault *fault) {
    const char *end = file->bytes;
    if (guessed) {
        (void)g_utf8_validate_len(file->bytes, file->size, &end);
    }
    size_t at = (size_t)(end - file->bytes);
    Converted before = {.text = NULL};
    if (failed->fault_at > at) {
        at = failed->fault_at;
        before = encoding_convert(tried, file->bytes, at);
    }
    fault_set_place(fault, before.text != NULL ? before.text : file->bytes,
                    before.text != NULL ? before.size : at);
    const PhraseArg byte = phrase_hex((unsigned char)file->bytes[at], 2);
    fault->phrase = guessed                   ? PHRASE(FAULT_NO_ENCODING, byte)
                    : tried == ENCODING_UTF16 ? PHRASE(FAULT_NOT_UTF16, byte)
                                              : PHRASE(FAULT_NOT_GB18030, byte);
    g_free(before.text);
}

/** Makes the bytes UTF-8. @return false with a fault where they are not what they should be */
static bool decode(Encoding wanted, TextFile *file, TextFault *fault) {
    const bool guessed = wanted == ENCODING_FOUND;
    file->encoding = guessed ? encoding_find(file->bytes, file->size) : wanted;
    if (file->encoding == ENCODING_UTF8) {
        file->start = file->size >= 3 && memcmp(file->bytes, BYTE_ORDER_MARK, 3) == 0 ? 3 : 0;
        return true;
    }
    const Converted converted = encoding_convert(file->encoding, file->bytes, file->size);
    if (converted.unknown) {
        fault->phrase = PHRASE(FAULT_NO_CONVERTER);
    } else if (converted.text == NULL) {
        tell_encoding(file, file->encoding, guessed && file->encoding == ENCODING_GB18030,
                      &converted, fault);
    } else {
        g_free(file->bytes);
        file->bytes = converted.text;
        file->size = converted.size;
    }
    return converted.text != NULL;
}

TextFileStatus text_file_read_as(const char *path, Encoding encoding, TextFile *file,
                                 TextFault *fault) {
    *file = (TextFile){.encoding = encoding};
    *fault = (TextFault){.line = 0};
    if (!read_whole(path, file, fault)) {
        return TEXT_FILE_UNREADABLE;
    }
    bool taken = file->size <= TEXT_FILE_BYTES_MAX;
    if (!taken) {
        fault->phrase = PHRASE(FAULT_FILE_SIZE);
    } else {
        taken = decode(encoding, file, fault) &&
                text_check(file->bytes + file->start, file->size - file->start, fault);
    }
    if (!taken) {
        text_file_free(file);
    }
    return taken ? TEXT_FILE_OK : TEXT_FILE_REFUSED;
}

TextFileStatus text_file_read(const char *path, TextFile *file, TextFault *fault) {
    return text_file_read_as(path, ENCODING_UTF8, file, fault);
}

void text_file_free(TextFile *file) {
    g_free(file->bytes);
    *file = (TextFile){.bytes = NULL};
}
