/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Fuzz target: a command line, a word a line, as `banlie plan` and `banlie generate` read it. */
#include <string.h>

#include <glib.h>

#include "cli/generate_options.h"
#include "cli/plan_options.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    g_autofree char *text = g_strndup((const char *)data, size);
    char **lines = g_strsplit(text, "\n", -1);
    char **words = g_new0(char *, g_strv_length(lines) + 2);
    words[0] = (char[]){"banlie"};
    int count = 1;
    for (int i = 0; lines[i] != NULL; i++) {
        words[count++] = lines[i];
    }
    PlanOptions options;
    (void)!plan_options_read(count, words, &options);
    plan_options_free(&options);
    GenerateOptions generate;
    (void)!generate_options_read(count, words, &generate);
    generate_options_free(&generate);
    g_free(words);
    g_strfreev(lines);
    return 0;
}
