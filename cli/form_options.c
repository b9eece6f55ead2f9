/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads and checks `--table-style`, `--headings` and `--lang`. */
#include "cli/form_options.h"

#include <string.h>

static bool is_language(const char *text) {
    return strcmp(text, "en") == 0 || strcmp(text, "zh") == 0;
}

bool form_options_check(const char *command, const FormOptions *written, TableForm *form) {
    if (written->style != NULL && !table_style_named(written->style, &form->style)) {
        options_wrong(command, "--table-style is plain, excel or semicolon, not '%s'",
                      written->style);
        return false;
    }
    if (written->headings != NULL && !is_language(written->headings)) {
        options_wrong(command, "--headings is en or zh, not '%s'", written->headings);
        return false;
    }
    form->chinese = g_strcmp0(written->headings, "zh") == 0;
    return true;
}

void form_options_free(FormOptions *written) {
    g_free(written->style);
    g_free(written->headings);
    *written = (FormOptions){0};
}

bool language_option_check(const char *command, const char *written, Lang *lang) {
    if (written != NULL && !is_language(written)) {
        options_wrong(command, "--lang is en or zh, not '%s'", written);
        return false;
    }
    const bool chinese =
        written != NULL ? strcmp(written, "zh") == 0 : options_environment_is_chinese();
    *lang = chinese ? LANG_ZH : LANG_EN;
    return true;
}
