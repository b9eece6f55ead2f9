/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phrases: what fills their gaps, and copies that own it. */
#include "base/phrase.h"

#include <inttypes.h>
#include <string.h>

#include <glib.h>

enum { HOUR_MINUTES = 60 };

PhraseArg phrase_word(int code) {
    return (PhraseArg){.kind = PHRASE_WORD, .code = code};
}

PhraseArg phrase_text(const char *text) {
    return (PhraseArg){.kind = PHRASE_TEXT, .text = text};
}

PhraseArg phrase_inner(const Phrase *phrase) {
    return (PhraseArg){.kind = PHRASE_PHRASE, .phrase = phrase};
}

PhraseArg phrase_arg(PhraseArg arg) {
    return arg;
}

static PhraseArg __attribute__((format(printf, 1, 2))) written(const char *format, ...) {
    PhraseArg arg = {.kind = PHRASE_WRITTEN};
    va_list args;
    va_start(args, format);
    g_vsnprintf(arg.written, sizeof arg.written, format, args);
    va_end(args);
    return arg;
}

PhraseArg phrase_number(int number) {
    return written("%d", number);
}

PhraseArg phrase_cut(const char *text, int most) {
    const int size = (int)strnlen(text, (size_t)most + 1);
    int kept = size < most ? size : most;
    while (size > most && kept > 0 && ((unsigned char)text[kept] & 0xC0) == 0x80) {
        kept--; /* no half of a character */
    }
    return written("%.*s", kept, text);
}

PhraseArg phrase_hex(unsigned number, int digits) {
    return written("%0*X", digits, number);
}

PhraseArg phrase_real(double number) {
    return written("%.10g", number);
}

PhraseArg phrase_hours(int64_t minutes) {
    return written("%" PRId64 "h%02dm", minutes / HOUR_MINUTES, (int)(minutes % HOUR_MINUTES));
}

/* ---- copies ---- */

/** Room for a copy, then what of it is taken: phrases first, texts after them. */
typedef struct {
    size_t phrases, text_bytes;
    Phrase *next_phrase;
    char *next_text;
} PhraseRoom;

static size_t text_length(const PhraseArg *arg) {
    return strnlen(arg->text, PHRASE_TEXT_MAX);
}

static void measure(const Phrase *phrase, PhraseRoom *room) {
    room->phrases++;
    for (int i = 0; i < phrase->n_args; i++) {
        const PhraseArg *arg = &phrase->args[i];
        if (arg->kind == PHRASE_TEXT) {
            room->text_bytes += text_length(arg) + 1;
        } else if (arg->kind == PHRASE_PHRASE) {
            measure(arg->phrase, room);
        }
    }
}

static Phrase *copy_into(PhraseRoom *room, const Phrase *phrase) {
    Phrase *copy = room->next_phrase++;
    *copy = *phrase;
    for (int i = 0; i < phrase->n_args; i++) {
        PhraseArg *arg = &copy->args[i];
        if (arg->kind == PHRASE_TEXT) {
            const size_t length = text_length(arg);
            memcpy(room->next_text, arg->text, length);
            room->next_text[length] = '\0';
            arg->text = room->next_text;
            room->next_text += length + 1;
        } else if (arg->kind == PHRASE_PHRASE) {
            arg->phrase = copy_into(room, arg->phrase);
        }
    }
    return copy;
}

Phrase *phrase_copy(const Phrase *phrase) {
    PhraseRoom room = {0};
    measure(phrase, &room);
    room.next_phrase = g_malloc(room.phrases * sizeof(Phrase) + room.text_bytes);
    room.next_text = (char *)(room.next_phrase + room.phrases);
    return copy_into(&room, phrase);
}

static void append_key(GString *key, const Phrase *phrase) {
    g_string_append_printf(key, "%d", phrase->code);
    for (int i = 0; i < phrase->n_args; i++) {
        const PhraseArg *arg = &phrase->args[i];
        g_string_append_c(key, '\n');
        switch (arg->kind) {
        case PHRASE_TEXT:
            g_string_append_printf(key, "%zu:", text_length(arg));
            g_string_append_len(key, arg->text, (gssize)text_length(arg));
            break;
        case PHRASE_WRITTEN:
            g_string_append_printf(key, "%zu:%s", strlen(arg->written), arg->written);
            break;
        case PHRASE_WORD:
            g_string_append_printf(key, "%d", arg->code);
            break;
        case PHRASE_PHRASE:
            append_key(key, arg->phrase);
            break;
        }
    }
}

char *phrase_key(const Phrase *phrase) {
    GString *key = g_string_new(NULL);
    append_key(key, phrase);
    return g_string_free(key, FALSE);
}
