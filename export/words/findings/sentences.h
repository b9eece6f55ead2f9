/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The sentences of findings, in each language: the tables to write another language in. */
#ifndef BANLIE_EXPORT_WORDS_FINDINGS_SENTENCES_H
#define BANLIE_EXPORT_WORDS_FINDINGS_SENTENCES_H

#include "config/finding_codes.h"
#include "export/words/texts.h"

/** What is said around findings. */
enum {
    SENTENCE_ERROR = N_FINDING_CODES,
    SENTENCE_WARNING,
    SENTENCE_MORE, /**< {1} how many findings that are not shown */
    N_SENTENCES
};

/** A sentence, or a part of one, by language, with `{1}`, `{2}`, … for its gaps. Where a language
 * lacks it, English stands in. */
typedef const char *Sentence[N_LANGS];

/** Each by code, from where the one before it ends. */
extern const Sentence fault_sentences[N_FAULTS];

/** The sentence of a code, its gaps not filled. */
const char *sentence_of(Lang lang, int code) __attribute__((returns_nonnull));

#endif
