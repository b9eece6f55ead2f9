/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the language that the program speaks, for all that it says. */
#include "cli/speech.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "export/words/cli_words.h"
#include "export/words/findings/finding_words.h"

static Lang spoken = LANG_EN;

bool speech_knows(const char *text) {
    return strcmp(text, "en") == 0 || strcmp(text, "zh") == 0;
}

bool speech_environment_is_chinese(void) {
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        const char *value = g_getenv(names[i]);
        if (value != NULL && value[0] != '\0') {
            return strncmp(value, "zh", 2) == 0;
        }
    }
    return false;
}

void speech_choose(int argc, char **argv) {
    static const char option[] = "--lang";
    const size_t length = sizeof option - 1;
    bool chinese = speech_environment_is_chinese();
    for (int i = 0; i < argc && strcmp(argv[i], "--") != 0; i++) {
        const char *value = NULL;
        if (strncmp(argv[i], option, length) == 0 && argv[i][length] == '=') {
            value = argv[i] + length + 1;
        } else if (strcmp(argv[i], option) == 0 && i + 1 < argc) {
            value = argv[i + 1];
        }
        if (value != NULL) {
            chinese = strcmp(value, "zh") == 0;
        }
    }
    spoken = chinese ? LANG_ZH : LANG_EN;
}

Lang speech_language(void) {
    return spoken;
}

const char *say(const char *english) {
    return spoken == LANG_ZH ? cli_words_chinese(english) : english;
}

void say_unreadable_file(const char *command, const char *dir, const char *file,
                         const CsvError *error) {
    g_autofree char *why = finding_words(spoken, &error->phrase);
    fprintf(stderr, "banlie %s: %s/%s", command, dir, file);
    if (error->line > 0) {
        fprintf(stderr, ":%d:%d", error->line, error->column);
    }
    fprintf(stderr, ": %s\n", why);
}
