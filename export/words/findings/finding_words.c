/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings put into words, one line each, and printed with their places. */
#include "export/words/findings/finding_words.h"

#include <glib.h>
#include <string.h>

#include "export/words/findings/sentences.h"

enum { LINE_BYTES_MAX = 500 /**< longer lines (of a huge key) are cut */ };

/** One line without control characters, which could move the cursor of a terminal; cut where too
 * long. Owned by the caller. */
static char *one_line(const char *raw) {
    char *text = g_utf8_make_valid(raw, (gssize)strnlen(raw, (size_t)LINE_BYTES_MAX * 4));
    GString *out = g_string_new(NULL);
    const char *at = text;
    for (; *at && out->len < LINE_BYTES_MAX; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (c == '\n') {
            g_string_append(out, "\\n");
        } else if (c == '\t') {
            g_string_append(out, "\\t");
        } else if (g_unichar_iscntrl(c) || c == 0x2028 || c == 0x2029) {
            g_string_append_printf(out, "\\x%02x", (unsigned)c);
        } else {
            g_string_append_unichar(out, c);
        }
    }
    if (*at) {
        g_string_append(out, "…");
    }
    g_free(text);
    return g_string_free(out, false);
}

/** What stands in a gap; to be freed with g_free(). */
static char *gap_words(Lang lang, const PhraseArg *arg) {
    switch (arg->kind) {
    case PHRASE_TEXT:
        return g_strndup(arg->text, PHRASE_TEXT_MAX);
    case PHRASE_WRITTEN:
        return g_strdup(arg->written);
    case PHRASE_WORD:
        return g_strdup(sentence_of(lang, arg->code));
    case PHRASE_PHRASE:
        return phrase_words(lang, arg->phrase);
    }
    return g_strdup("");
}

char *phrase_words(Lang lang, const Phrase *phrase) {
    char *gaps[PHRASE_ARGS_MAX];
    for (int i = 0; i < PHRASE_ARGS_MAX; i++) {
        gaps[i] = i < phrase->n_args ? gap_words(lang, &phrase->args[i]) : g_strdup("");
    }
    char *text =
        text_filled(sentence_of(lang, phrase->code), (const char *const *)(const void *)gaps);
    for (int i = 0; i < PHRASE_ARGS_MAX; i++) {
        g_free(gaps[i]);
    }
    return text;
}

char *finding_words(Lang lang, const Phrase *phrase) {
    g_autofree char *text = phrase_words(lang, phrase);
    return one_line(text);
}

char *finding_words_english(const Phrase *phrase) {
    return finding_words(LANG_EN, phrase);
}

char *finding_words_chinese(const Phrase *phrase) {
    return finding_words(LANG_ZH, phrase);
}

static void print_place(Place place, FILE *out) {
    if (!place.file) {
        return;
    }
    g_autofree char *file = one_line(place.file);
    fprintf(out, "%s:", file);
    if (place.line > 0 && place.column > 0) {
        fprintf(out, "%d:%d:", place.line, place.column);
    } else if (place.line > 0) {
        fprintf(out, "%d:", place.line);
    }
    fputc(' ', out);
}

void findings_print(const Findings *findings, Lang lang, FILE *out) {
    int shown = MIN(findings_count(findings), FINDINGS_SHOWN_MAX);
    for (int i = 0; i < shown; i++) {
        const Finding *finding = findings_get(findings, i);
        g_autofree char *text = finding_words(lang, finding->phrase);
        print_place(finding->place, out);
        fprintf(out, "%s: %s\n",
                sentence_of(lang,
                            finding->severity == FINDING_ERROR ? SENTENCE_ERROR : SENTENCE_WARNING),
                text);
    }
    int more = findings_errors(findings) + findings_warnings(findings) - shown;
    if (more > 0) {
        g_autofree char *text = phrase_words(lang, &PHRASE(SENTENCE_MORE, more));
        fprintf(out, "%s\n", text);
    }
}
