/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A code's sentence: which table it stands in, and English for what a language lacks. */
#include "export/words/findings/sentences.h"

#include <stddef.h>

#include "export/words/findings/tables.h"

static const Sentence around_sentences[N_SENTENCES] = {
    [SENTENCE_ERROR] = {"error"},
    [SENTENCE_WARNING] = {"warning"},
    [SENTENCE_MORE] = {"… and {1} more"},
};

/** The table that a code stands in. */
static const Sentence *table_of(int code) {
    return code < N_FAULTS           ? fault_sentences
           : code < N_DOCUMENT_CODES ? document_sentences
           : code < N_NOUN_CODES     ? noun_sentences
           : code < N_READER_CODES   ? reader_sentences
           : code < N_CASE_CODES     ? case_sentences
           : code < N_FINDING_CODES  ? problem_sentences
                                     : around_sentences;
}

const char *sentence_of(Lang lang, int code) {
    const Sentence *sentence = &table_of(code)[code];
    return (*sentence)[lang] != NULL ? (*sentence)[lang] : (*sentence)[LANG_EN];
}
