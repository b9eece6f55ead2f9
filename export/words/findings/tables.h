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

/* By code; a table begins where the one before it ends. */
extern const Sentence fault_sentences[N_FAULTS];

#endif
