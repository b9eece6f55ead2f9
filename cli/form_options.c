/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads and checks `--table-style` and `--headings`. */
#include "cli/form_options.h"

#include "cli/speech.h"

bool form_options_check(const char *command, const FormOptions *written, TableForm *form) {
    if (written->style != NULL && !table_style_named(written->style, &form->style)) {
        options_wrong(command, "--table-style is plain, excel or semicolon, not '%s'",
                      written->style);
        return false;
    }
    if (written->headings != NULL && !speech_knows(written->headings)) {
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
