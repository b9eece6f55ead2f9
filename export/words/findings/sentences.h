/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The sentence of a code of config/finding_codes.h. */
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

/** The sentence of a code, its gaps not filled. */
const char *sentence_of(Lang lang, int code);

#endif
