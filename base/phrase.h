/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Phrases: what is to be said, before it is put into the words of any language.
 *
 *  A phrase is a code and what its gaps are filled with. The words of a code stand in a table for
 * each language (export/words), with `{1}`, `{2}`, … for its gaps. */
#ifndef BANLIE_BASE_PHRASE_H
#define BANLIE_BASE_PHRASE_H

#include <stdint.h>

typedef struct Phrase Phrase;

enum {
    PHRASE_ARGS_MAX = 5,
    PHRASE_TEXT_MAX = 600 /**< bytes of a text in a gap; what is beyond is not kept */
};

typedef enum {
    PHRASE_TEXT,    /**< a text as it is, such as a code of the case */
    PHRASE_WRITTEN, /**< likewise, or a number, kept in the phrase itself */
    PHRASE_WORD,    /**< a phrase without gaps */
    PHRASE_PHRASE   /**< a phrase of its own */
} PhraseArgKind;

/** What stands in a gap. Made by PHRASE() and the functions below. */
typedef struct {
    PhraseArgKind kind;
    int code; /**< of a word */
    const char *text;
    const Phrase *phrase;
    char written[64];
} PhraseArg;

/** Its texts and inner phrases are borrowed; phrase_copy() makes one that owns them. */
struct Phrase {
    int code; /**< 0: nothing is said */
    int n_args;
    PhraseArg args[PHRASE_ARGS_MAX];
};

/** A phrase as it stands in memory: `PHRASE(FAULT_NOT_UTF8, phrase_hex(byte, 2))`. A gap takes a
 *  text, a whole number (int), a pointer to a phrase, or what one of the functions below makes. */
#define PHRASE(...)                                                                                \
    PHRASE_PICK(__VA_ARGS__, PHRASE_5, PHRASE_4, PHRASE_3, PHRASE_2, PHRASE_1, PHRASE_0, )         \
    (__VA_ARGS__)

/** A phrase without gaps that stands in the gap of another. */
PhraseArg phrase_word(int code);

/** The first bytes of a text, 63 at most: kept in the phrase itself. */
PhraseArg phrase_cut(const char *text, int most);

/** A number in hexadecimal digits, at least so many. */
PhraseArg phrase_hex(unsigned number, int digits);

/** A number in up to ten digits. */
PhraseArg phrase_real(double number);

/** Minutes in hours: `84h05m`. */
PhraseArg phrase_hours(int64_t minutes);

/** A phrase in memory of its own, with all it refers to: one block, to be freed with g_free(). */
Phrase *phrase_copy(const Phrase *phrase) __attribute__((warn_unused_result, returns_nonnull));

/** A text that two phrases share only where they say the same; to be freed with g_free(). */
char *phrase_key(const Phrase *phrase) __attribute__((warn_unused_result, returns_nonnull));

/** Puts a phrase into words; the text is to be freed with g_free(). */
typedef char *PhraseWords(const Phrase *phrase);

/* ---- what PHRASE() is made of ---- */

PhraseArg phrase_text(const char *text);
PhraseArg phrase_number(int number);
PhraseArg phrase_inner(const Phrase *phrase);
PhraseArg phrase_arg(PhraseArg arg);

#define PHRASE_ARG(value)                                                                          \
    _Generic((value),                                                                              \
        char *: phrase_text,                                                                       \
        const char *: phrase_text,                                                                 \
        int: phrase_number,                                                                        \
        Phrase *: phrase_inner,                                                                    \
        const Phrase *: phrase_inner,                                                              \
        PhraseArg: phrase_arg)(value)

#define PHRASE_PICK(code, a, b, c, d, e, name, ...) name
#define PHRASE_0(given) ((Phrase){.code = (int)(given)})
#define PHRASE_OF(given, n, ...)                                                                   \
    ((Phrase){.code = (int)(given), .n_args = (n), .args = {__VA_ARGS__}})
#define PHRASE_1(code, a) PHRASE_OF(code, 1, PHRASE_ARG(a))
#define PHRASE_2(code, a, b) PHRASE_OF(code, 2, PHRASE_ARG(a), PHRASE_ARG(b))
#define PHRASE_3(code, a, b, c) PHRASE_OF(code, 3, PHRASE_ARG(a), PHRASE_ARG(b), PHRASE_ARG(c))
#define PHRASE_4(code, a, b, c, d)                                                                 \
    PHRASE_OF(code, 4, PHRASE_ARG(a), PHRASE_ARG(b), PHRASE_ARG(c), PHRASE_ARG(d))
#define PHRASE_5(code, a, b, c, d, e)                                                              \
    PHRASE_OF(code, 5, PHRASE_ARG(a), PHRASE_ARG(b), PHRASE_ARG(c), PHRASE_ARG(d), PHRASE_ARG(e))

#endif
