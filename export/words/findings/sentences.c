/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A code's sentence: which table it stands in, and English for what a language lacks. */
#include "export/words/findings/sentences.h"

#include <stddef.h>

#include "export/words/findings/tables.h"

static const Sentence around_sentences[N_SENTENCES] = {
    [SENTENCE_ERROR] = {"error", "错误"},
    [SENTENCE_WARNING] = {"warning", "警告"},
    [SENTENCE_MORE] = {"… and {1} more", "…… 另有 {1} 条"},
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

static const char *chinese_of(int code) {
    if (code >= N_FINDING_CODES) {
        return around_sentences[code][LANG_ZH];
    }
    const char *const *table = code < N_FAULTS           ? fault_chinese
                               : code < N_DOCUMENT_CODES ? document_chinese
                               : code < N_NOUN_CODES     ? noun_chinese
                               : code < N_READER_CODES   ? reader_chinese
                               : code < N_CASE_CODES     ? case_chinese
                                                         : problem_chinese;
    return table[code];
}

const char *sentence_of(Lang lang, int code) {
    const char *chinese = lang == LANG_ZH ? chinese_of(code) : NULL;
    return chinese != NULL ? chinese : table_of(code)[code][LANG_EN];
}
