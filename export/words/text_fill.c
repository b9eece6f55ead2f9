/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the gaps of sentences. */
#include <glib.h>

#include "base/shortest_number.h"
#include "export/words/texts.h"

char *text_filled(const char *text, const char *const *args) {
    GString *filled = g_string_new(NULL);
    for (const char *at = text; *at != '\0'; at++) {
        if (at[0] == '{' && g_ascii_isdigit(at[1]) && at[1] != '0' && at[2] == '}') {
            g_string_append(filled, args[at[1] - '1']);
            at += 2;
        } else {
            g_string_append_c(filled, *at);
        }
    }
    return g_string_free(filled, FALSE);
}

char *text_fill(Lang lang, TextKey key, const char *const *args) {
    return text_filled(text_get(lang, key), args);
}

char *text_counted(Lang lang, TextKey one, TextKey many, long count) {
    g_autofree char *number = text_integer(count);
    return TEXT_WITH(lang, count == 1 ? one : many, number);
}

char *text_number(double number) {
    char text[SHORTEST_NUMBER_SIZE];
    return g_strdup(shortest_number(number, text));
}

char *text_integer(long number) {
    return g_strdup_printf("%ld", number);
}
