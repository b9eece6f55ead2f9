/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A code's sentence: which table it stands in, and English for what a language lacks. */
#include "export/words/findings/sentences.h"

#include <stddef.h>

#include "export/words/findings/tables.h"

static const char *const around_sentences[N_SENTENCES] = {
    [SENTENCE_ERROR] = "error",
    [SENTENCE_WARNING] = "warning",
    [SENTENCE_MORE] = "… and {1} more",
};

static const char *const around_chinese[N_SENTENCES] = {
    [SENTENCE_ERROR] = "错误",
    [SENTENCE_WARNING] = "警告",
    [SENTENCE_MORE] = "…… 另有 {1} 条",
};

/** The sentences of the codes below `end`, by language. */
typedef struct {
    int end;
    const char *const *in[N_LANGS];
} SentenceTable;

static const SentenceTable TABLES[] = {
    {N_FAULTS, {fault_sentences, fault_chinese}},
    {N_DOCUMENT_CODES, {document_sentences, document_chinese}},
    {N_NOUN_CODES, {noun_sentences, noun_chinese}},
    {N_READER_CODES, {reader_sentences, reader_chinese}},
    {N_CASE_CODES, {case_sentences, case_chinese}},
    {N_CHANGE_CODES, {change_sentences, change_chinese}},
    {N_PROBLEM_CODES, {problem_sentences, problem_chinese}},
    {N_FINDING_CODES, {sweep_sentences, sweep_chinese}},
    {N_SENTENCES, {around_sentences, around_chinese}},
};

const char *sentence_of(Lang lang, int code) {
    const SentenceTable *table = TABLES;
    while (code >= table->end) {
        table++;
    }
    const char *sentence = table->in[lang][code];
    return sentence != NULL ? sentence : table->in[LANG_EN][code];
}
