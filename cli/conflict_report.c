/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints why a case has no plan, for people and for programs. */
#include "cli/conflict_report.h"

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>

#include "export/conflict_json.h"
#include "export/words/conflict_words.h"
#include "export/words/run_words.h"

static void print_conflict_json(const Conflict *conflict, Lang lang) {
    char *text = conflict_json_text(conflict);
    if (text == NULL) {
        fprintf(stderr, "banlie plan: %s\n", run_words_memory(lang, MEMORY_PRINTING));
    } else {
        puts(text);
    }
    free(text);
}

void conflict_report(const Conflict *conflict, const PlanOptions *options) {
    if (conflict == NULL) {
        fprintf(stderr, "banlie plan: %s\n", text_get(options->lang, TEXT_CONFLICT_UNKNOWN));
        return;
    }
    char *words = conflict_words(options->lang, conflict, "banlie plan");
    fputs(words, stderr);
    g_free(words);
    if (options->json) {
        print_conflict_json(conflict, options->lang);
    }
}
