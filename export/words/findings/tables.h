/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The sentences of findings: a table by kind of code, with a file for each language,
 * `…_sentences.c` English and `…_chinese.c` Chinese. Gaps are written `{1}`, `{2}`, …; where a
 * language lacks a sentence (NULL), English stands in. */
#ifndef BANLIE_EXPORT_WORDS_FINDINGS_TABLES_H
#define BANLIE_EXPORT_WORDS_FINDINGS_TABLES_H

#include "config/finding_codes.h"

/* By code; each table begins where the one before it ends. */
extern const char *const fault_sentences[N_FAULTS];
extern const char *const document_sentences[N_DOCUMENT_CODES];
extern const char *const noun_sentences[N_NOUN_CODES];
extern const char *const reader_sentences[N_READER_CODES];
extern const char *const case_sentences[N_CASE_CODES];
extern const char *const change_sentences[N_CHANGE_CODES];
extern const char *const problem_sentences[N_PROBLEM_CODES];
extern const char *const sweep_sentences[N_FINDING_CODES];

extern const char *const fault_chinese[N_FAULTS];
extern const char *const document_chinese[N_DOCUMENT_CODES];
extern const char *const noun_chinese[N_NOUN_CODES];
extern const char *const reader_chinese[N_READER_CODES];
extern const char *const case_chinese[N_CASE_CODES];
extern const char *const change_chinese[N_CHANGE_CODES];
extern const char *const problem_chinese[N_PROBLEM_CODES];
extern const char *const sweep_chinese[N_FINDING_CODES];

#endif
