/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The sentences of findings, in each language: the tables to write another language in. Each has a
 * file of its own. */
#ifndef BANLIE_EXPORT_WORDS_FINDINGS_TABLES_H
#define BANLIE_EXPORT_WORDS_FINDINGS_TABLES_H

#include "config/finding_codes.h"
#include "export/words/texts.h"

/** A sentence, or a part of one, by language, with `{1}`, `{2}`, … for its gaps. Where a language
 * lacks it (NULL), English stands in. */
typedef const char *Sentence[N_LANGS];

/* By code; each table begins where the one before it ends. */
extern const Sentence fault_sentences[N_FAULTS];
extern const Sentence document_sentences[N_DOCUMENT_CODES];
extern const Sentence noun_sentences[N_NOUN_CODES];
extern const Sentence reader_sentences[N_READER_CODES];
extern const Sentence case_sentences[N_CASE_CODES];
extern const Sentence problem_sentences[N_FINDING_CODES];

/* The Chinese ones, likewise, in files of their own: *_chinese.c. */
extern const char *const fault_chinese[N_FAULTS];
extern const char *const document_chinese[N_DOCUMENT_CODES];
extern const char *const noun_chinese[N_NOUN_CODES];
extern const char *const reader_chinese[N_READER_CODES];
extern const char *const case_chinese[N_CASE_CODES];
extern const char *const problem_chinese[N_FINDING_CODES];

#endif
